import type { Awaited } from '#actions/vocabulary.js';
import type { Recurred } from '#issues/vocabulary.js';
import type { DeputyKind, Position } from '#people/vocabulary.js';
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
  /** What the clock says: of what, how late, to whom it goes up; the deputy and the time. */
  clock: Clock;
  /** Of an import: its file, and what became of the rows. */
  file: string | null;
  rows: { created: number; known: number; failed: number } | null;
}

export interface Clock {
  of: Awaited | null;
  /** When receipt or the answer was due. */
  deadline: Date | null;
  /** Working days. */
  late: number;
  position: Position | null;
  recurred: Recurred | null;
  deputy: { absent: string; deputy: string; kind: DeputyKind; from: string; to: string } | null;
}

export interface Message {
  title: string;
  lines: string[];
}

export type Writer = (s: Subjects) => Message;

/** A line of a message; none where there is nothing to say. */
export const item = (label: string, value: string | null): string[] =>
  value ? [`○ ${label} : ${value}`] : [];
