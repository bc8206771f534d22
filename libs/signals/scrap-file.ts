import { decode, encodingOf } from '#platform/encoding.js';
import { Problem } from '#platform/problem.js';
import { readWholeTable } from '#platform/tables/read-table.js';
import { linesOf, type Cell } from './rules/scrap.js';
import { isHtml, linesOfHtml } from './scrap-html.js';

const ZIP = 'PK\x03\x04';
/** Rows of a table that are looked at; a morning has a hundred. */
const MOST_ROWS = 2000;

/** The lines of what was pasted: plain text, or a piece of a page. */
export const linesOfText = (text: string): Cell[][] => (isHtml(text) ? linesOfHtml(text) : linesOf(text));

/** The lines of a file: XLSX, HTML or text, in UTF-8, UTF-16 or CP949. @throws Problem `table.…` for what is none of these */
export async function linesOfFile(bytes: Buffer): Promise<Cell[][]> {
  if (bytes.subarray(0, ZIP.length).toString('latin1') === ZIP) {
    const rows = await readWholeTable(bytes, MOST_ROWS);
    // A row of a table is one however few of its cells are filled.
    const width = Math.max(...rows.map(({ cells }) => cells.length));
    return rows.map(({ cells }) => Array.from({ length: width }, (_, i) => ({ text: cells[i] ?? '' })));
  }
  const encoding = await encodingOf(bytes);
  if (!encoding) throw new Problem('table.unknown');
  return linesOfText(decode(bytes, encoding).replace(/^\uFEFF/u, ''));
}
