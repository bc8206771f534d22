import { createHash } from 'node:crypto';
import { CHANNEL_POLICY, type ChannelPolicy } from '#config/channels.js';
import { CHANNEL_LABELS, CHANNELS, type Channel } from '#issues/vocabulary.js';
import { dayIn, monthIn } from '#platform/tables/days.js';
import { COLUMN_POLICY, type CellForm } from './columns.js';
import { IMPORT_COLUMNS, type ImportColumn, type ImportKind } from './vocabulary.js';

/** What a row says, by column; a cell that cannot be understood stays the text it is, for the rules to refuse. */
export type RowFields = Partial<Record<ImportColumn, string | number | string[]>>;

/** Understands the cells of a row; empty ones say nothing. In the order of the vocabulary, whatever that of the file. */
export function readRow(
  kind: ImportKind,
  columns: readonly (ImportColumn | null)[],
  cells: readonly string[],
): RowFields {
  const texts = new Map(columns.map((column, i) => [column, (cells[i] ?? '').normalize('NFC').trim()]));
  const channel = channelIn(texts.get('channel') ?? '');
  const fields = IMPORT_COLUMNS[kind].flatMap((column: ImportColumn) => {
    const text = texts.get(column) ?? '';
    return text === '' ? [] : [[column, READ[COLUMN_POLICY[column].form](text, channel)] as const];
  });
  return Object.fromEntries(fields);
}

const READ: Record<CellForm, (text: string, channel: string) => string | number | string[]> = {
  text: (text) => text,
  department: (text) => text,
  lines: (text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.replace(/^\s*[-○·•▶※]\s*/u, '').trim())
      .filter((line) => line !== ''),
  channel: (text) => channelIn(text),
  kind: (text, channel) => kindIn(text, channel),
  day: (text) => dayIn(text) ?? text,
  month: (text) => monthIn(text) ?? text,
  // Also as 1,234 and 12건.
  number: (text) =>
    /^-?\d[\d,]*(\.\d+)?\s*건?$/.test(text) ? Number(text.replaceAll(/[^\d.-]/g, '')) : text,
};

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The channel by its code or by either of its names; 의회 and 정치 alone are one too. */
function channelIn(text: string): string {
  const found = CHANNELS.find((channel) => {
    const { ko, en } = CHANNEL_LABELS[channel];
    return [channel, ko, en, ...ko.split('·')].some((name) => same(name, text));
  });
  return found ?? text;
}

/** The sub-kind by its code or by either of its names; other words are taken as they are. */
function kindIn(text: string, channel: string): string {
  const policy: ChannelPolicy | undefined = CHANNEL_POLICY[channel as Channel];
  const found = Object.entries(policy?.kinds ?? {}).find(([code, { ko, en }]) =>
    [code, ko, en].some((name) => same(name, text)),
  );
  return found?.[0] ?? text;
}

/** What makes a row the same as one that came before: the id its source gives it, or else all that it says. */
export function keyOf({ externalId, ...said }: RowFields): string {
  return externalId === undefined
    ? `row:${createHash('sha256').update(JSON.stringify(said)).digest('base64url')}`
    : `id:${String(externalId).slice(0, 200)}`;
}

/** Rows that show how a template is filled in are not meant to be taken. */
export const isExample = ({ title }: RowFields): boolean => /^\((예시|example)\)/i.test(String(title ?? ''));
