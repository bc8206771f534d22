import type { Faulty } from '#signals/feed-fault.js';
import type { Reading } from '#warnings/rules/early-warning.js';
import type { WarningLevel } from '#warnings/vocabulary.js';

/** What a notice may speak of. Of a confidential issue only its number is ever put into a message. */
export interface Subjects {
  number: string | null;
  title: string | null;
  department: string | null;
  text: string | null;
  due: Date | null;
  month: string | null;
  edition: number | null;
  reason: string | null;
  /** What rang, and for what; of a confidential issue without the latter. */
  warning: { name: string; level: WarningLevel; readings: Reading[] } | null;
  /** The press feed that it is about. */
  feed: (Faulty & { name: string }) | null;
  /** Of an import: its file, and what became of the rows. */
  file: string | null;
  rows: { created: number; known: number; failed: number } | null;
}

export interface Message {
  title: string;
  lines: string[];
}

export type Writer = (s: Subjects) => Message;

/** A line of a message; none where there is nothing to say. */
export const item = (label: string, value: string | null): string[] =>
  value ? [`○ ${label} : ${value}`] : [];
