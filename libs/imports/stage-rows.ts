import type { DataSource } from 'typeorm';
import { importSubject } from '#events/subjects.js';
import { Problem } from '#platform/problem.js';
import type { TableFormat } from '#platform/tables/inspect-table.js';
import { readTable, type TableRow } from '#platform/tables/read-table.js';
import { checkHeadings, columnsOf, headingRow } from './columns.js';
import { isExample, keyOf, readRow } from './read-row.js';
import type { ImportKind } from './vocabulary.js';

/** Most rows of one file. */
export const MOST_ROWS = 100_000;
/** Titles and notes that may stand above the headings. */
const ABOVE = 10;

/** What became of reading a file: its rows are staged, or it cannot be read. */
export type Staging = { headings: string[]; total: number } | Problem;

/**
 * Reads the file of an import that waits and stages its rows, a page at a time, each in a transaction of its own: a page that is
 * there already, from a reader that died, is the same page. Null when there is nothing to read any more.
 */
export async function stageRows(source: DataSource, id: string): Promise<Staging | null> {
  const [file]: { kind: ImportKind; format: TableFormat }[] = await source.query(
    `select kind, format from imports where id = $1 and state = 'waiting'`,
    [id],
  );
  if (!file) return null;
  try {
    return await stage(source, id, file);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

async function stage(
  source: DataSource,
  id: string,
  { kind, format }: { kind: ImportKind; format: TableFormat },
): Promise<Staging> {
  let headings: string[] | null = null;
  let total = 0;
  for await (let rows of readTable(format, partsOf(source, id), MOST_ROWS + ABOVE)) {
    if (!headings) {
      const place = headingRow(
        kind,
        rows.slice(0, ABOVE).map(({ cells }) => cells),
      );
      headings = rows[place]!.cells;
      checkHeadings(kind, headings);
      rows = rows.slice(place + 1);
    }
    const staged = stagedRows(kind, headings, rows);
    total += staged.length;
    if (total > MOST_ROWS) throw new Problem('table.rows');
    await source.query(STAGE, [id, JSON.stringify(staged), importSubject(id)]);
  }
  if (!headings) throw new Problem('table.empty');
  if (!total) throw new Problem('import.no_rows');
  return { headings, total };
}

function stagedRows(kind: ImportKind, headings: string[], rows: TableRow[]): object[] {
  const columns = columnsOf(kind, headings);
  return rows.flatMap(({ no, cells }) => {
    const fields = readRow(kind, columns, cells);
    // A text that PostgreSQL cannot keep is refused with its row, not with the file.
    const kept = cells.map((cell) => cell.replaceAll('\0', '\uFFFD').toWellFormed());
    return Object.keys(fields).length === 0 || isExample(fields)
      ? []
      : [{ no, cells: kept, key: keyOf(fields) }];
  });
}

async function* partsOf(source: DataSource, id: string): AsyncGenerator<Buffer> {
  for (let n = 0; ; n += 1) {
    const [part]: { bytes: Buffer }[] = await source.query(
      'select bytes from import_parts where import_id = $1 and n = $2',
      [id, n],
    );
    if (!part) return;
    yield part.bytes;
  }
}

// Nobody waits for the disk here: the step that counts the rows commits after them. While rows come in, nobody else needs to look.
const STAGE = `
with quick as materialized (select set_config('synchronous_commit', 'off', true)), mine as (
  update hints set look_at = clock_timestamp() + interval '6 seconds'
  where queue = 'import' and subject = $3 and parked_at is null
)
insert into import_rows (import_id, no, cells, key)
select $1, no, cells, key from jsonb_to_recordset($2::jsonb) as x(no int, cells jsonb, key text), quick
on conflict (import_id, no) do nothing`;
