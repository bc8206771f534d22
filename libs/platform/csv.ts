import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { seoulDay, seoulTime } from './calendar.js';
import type { Cell, TableColumn, TablePages } from './table.js';

/** With the mark by which Excel knows UTF-8; a text that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvFile(columns: TableColumn[], pages: TablePages): Readable {
  return Readable.from(lines(columns, pages), { objectMode: false });
}

async function* lines(columns: TableColumn[], pages: TablePages): AsyncGenerator<string> {
  yield `\uFEFF${written([columns.map(({ header }) => header)])}`;
  for await (const page of pages)
    if (page.length) yield written(page.map((row) => row.map((cell, n) => shown(cell, columns[n]!))));
}

const written = (rows: Cell[][]): string =>
  stringify(rows, { record_delimiter: 'windows', escape_formulas: true });

function shown(cell: Cell, { kind }: TableColumn): Cell {
  if (kind !== 'instant' || cell === null) return cell;
  const at = new Date(cell);
  return `${seoulDay(at)} ${seoulTime(at)}`;
}
