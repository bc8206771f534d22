import type { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Language } from '#people/vocabulary.js';
import type { Cell, TableColumn, TablePages } from '#platform/table.js';
import type { CellError } from './check-row.js';
import { ERRORS_HEADING } from './columns.js';
import { errorText, headingIn, viewImport } from './import-view.js';

const PAGE = 500;
const WIDTH = 20;
const ERRORS_WIDTH = 60;

/** The failed rows as they stood in the file, with a last column that says why: to be mended and sent again. */
export async function failedRows(
  source: DataSource,
  by: Principal,
  id: string,
  language: Language,
): Promise<{ columns: TableColumn[]; pages: TablePages }> {
  const { kind, headings } = await readAs(source, by, (tx) => viewImport(tx, id, language));
  // Sent for the second time, the file brings the errors of the first.
  const own = headings.filter((heading) => !Object.values(ERRORS_HEADING).includes(heading.trim()));
  const kept = own.map((heading) => headings.indexOf(heading));
  const name = headingIn(kind, headings, language);
  const told = (errors: CellError[]): string =>
    errors.map((error) => `${name(error.column)}: ${errorText(error, language)}`).join('\n');
  return {
    columns: [
      ...own.map((header) => ({ header, kind: 'text' as const, width: WIDTH })),
      { header: ERRORS_HEADING[language], kind: 'text', width: ERRORS_WIDTH },
    ],
    pages: read(source, by, id, (cells, errors) => [
      ...kept.map((place) => cells[place] ?? null),
      told(errors),
    ]),
  };
}

async function* read(
  source: DataSource,
  by: Principal,
  id: string,
  row: (cells: string[], errors: CellError[]) => Cell[],
): AsyncGenerator<Cell[][]> {
  for (let after = 0; ;) {
    const rows: { no: number; cells: string[]; errors: CellError[] }[] = await readAs(source, by, (tx) =>
      tx.query(FAILED, [id, after, PAGE]),
    );
    if (!rows.length) return;
    yield rows.map(({ cells, errors }) => row(cells, errors));
    after = rows.at(-1)!.no;
  }
}

const FAILED = `
select no, cells, errors from import_rows where import_id = $1 and errors is not null and no > $2 order by no limit $3`;
