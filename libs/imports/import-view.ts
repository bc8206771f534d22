import sql from 'sql-template-tag';
import { CHANNEL_LABELS } from '#issues/vocabulary.js';
import type { Language } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { inWords } from '#platform/field-errors.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem, wrongField, type ProblemCode } from '#platform/problem.js';
import type { CellError } from './check-row.js';
import { columnsOf, ignoredHeadings } from './columns.js';
import { COLUMN_LABELS, type ImportColumn, type ImportKind } from './vocabulary.js';

/** What is told of an import besides the numbers of its rows, which are passed on as they are. */
export interface ImportView {
  id: string;
  kind: ImportKind;
  version: number;
  headings: string[];
  ignoredHeadings: string[];
  problem: string | null;
}

interface Stored extends Omit<ImportView, 'problem' | 'ignoredHeadings'> {
  problem: { code: ProblemCode; params: Problem['params'] } | null;
}

const json = sql`json_build_object('id', m.id, 'kind', m.kind, 'dryRun', m.dry_run, 'fileName', m.file_name,
  'fileSize', m.file_size, 'state', m.state, 'problem', m.problem, 'headings', m.headings, 'total', m.total,
  'done', m.done, 'created', m.created, 'known', m.known, 'failed', m.failed,
  'progress', case when m.state = 'done' then 100 when m.total > 0 then m.done * 100 / m.total else 0 end,
  'createdBy', m.created_by, 'createdByName', (select u.name from users u where u.id = m.created_by),
  'createdAt', m.created_at, 'endedAt', m.ended_at, 'version', m.version)`;

/** What is wrong with a file in words, and which of its columns nobody reads. */
function worded({ problem, ...one }: Stored, language: Language): ImportView {
  return {
    ...one,
    problem: problem && new Problem(problem.code, problem.params).text(language),
    ignoredHeadings: ignoredHeadings(one.kind, one.headings),
  };
}

export async function listImports(
  tx: Tx,
  query: PageRequest & { kind?: ImportKind },
  language: Language,
): Promise<Page<ImportView>> {
  const page = await readPage<Stored>(
    tx,
    {
      json,
      from: sql`imports m`,
      where: [query.kind ? sql`m.kind = ${query.kind}` : sql`true`],
      id: 'm.id',
      orders: bothWays('createdAt', 'm.created_at', 'timestamptz'),
      defaultSort: '-createdAt',
    },
    query,
  );
  return { ...page, items: page.items.map((one) => worded(one, language)) };
}

/** @throws Problem `not-found` */
export async function viewImport(tx: Tx, id: string, language: Language): Promise<ImportView> {
  const query = sql`select ${json} as view from imports m where m.id = ${id}`;
  const [row]: { view: Stored }[] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return worded(row.view, language);
}

export interface RowErrors {
  row: number;
  errors: { column: string; field: ImportColumn; message: string }[];
}

/** The rows that failed, by their number in the file, each with the cells that are wrong. */
export async function listRowErrors(
  tx: Tx,
  id: string,
  { limit = 50, cursor }: Omit<PageRequest, 'sort'>,
  language: Language,
): Promise<Page<RowErrors>> {
  const { kind, headings } = await viewImport(tx, id, language);
  const found: { row: number; errors: CellError[] }[] = await tx.query(ERRORS, [
    id,
    after(cursor),
    limit + 1,
  ]);
  const shown = found.slice(0, limit);
  const name = headingIn(kind, headings, language);
  return {
    items: shown.map(({ row, errors }) => ({
      row,
      errors: errors.map((error) => ({
        column: name(error.column),
        field: error.column,
        message: errorText(error, language),
      })),
    })),
    nextCursor: found.length > limit ? String(shown.at(-1)!.row) : null,
  };
}

const ERRORS = `
select no as row, errors from import_rows where import_id = $1 and errors is not null and no > $2 order by no limit $3`;

/** The row behind which a page begins. @throws Problem for what is no cursor of this list */
function after(cursor = '0'): number {
  if (!/^\d{1,9}$/.test(cursor)) throw wrongField('cursor', 'cursor');
  return Number(cursor);
}

/** A column as the file calls it, or as we do where it has none. */
export function headingIn(
  kind: ImportKind,
  headings: readonly string[],
  language: Language,
): (column: ImportColumn) => string {
  const columns = columnsOf(kind, headings);
  return (column) => headings[columns.indexOf(column)]?.trim() || COLUMN_LABELS[column][language];
}

/** What is wrong with a cell, in the words that belong into it. */
export function errorText({ column, message }: CellError, language: Language): string {
  const words = Object.values(CHANNEL_LABELS).map((label) => label[language]);
  return inWords(
    column === 'channel' && message.startsWith('one-of') ? `one-of|${words.join(', ')}` : message,
    language,
  );
}
