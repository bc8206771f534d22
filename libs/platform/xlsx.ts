import { PassThrough, type Readable } from 'node:stream';
import type { Cell, TableColumn, TablePages } from './table.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Cells have their types: numbers count, instants sort and texts stay texts, whatever they begin with. */
export function xlsxFile(columns: TableColumn[], pages: TablePages): Readable {
  const out = new PassThrough();
  write(out, columns, pages).catch((error: Error) => out.destroy(error));
  return out;
}

const FORMATS: Partial<Record<TableColumn['kind'], string>> = { instant: 'yyyy-mm-dd hh:mm' };

async function write(out: PassThrough, columns: TableColumn[], pages: TablePages): Promise<void> {
  // Loaded by the first who wants one: most processes never need it, and it is large.
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = book.addWorksheet('Haechi', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, kind, width }) => ({
    header,
    width,
    ...(FORMATS[kind] && { style: { numFmt: FORMATS[kind] } }),
  }));
  sheet.getRow(1).font = { bold: true };
  const left = happens(out, 'close');
  for await (const page of pages) {
    for (const row of page) sheet.addRow(row.map((cell, n) => typed(cell, columns[n]!))).commit();
    // The writer itself never waits for whoever reads.
    if (out.writableNeedDrain) await Promise.race([happens(out, 'drain'), left]);
    if (out.destroyed) return;
  }
  sheet.commit();
  await book.commit();
}

const happens = (out: PassThrough, event: 'drain' | 'close'): Promise<void> =>
  new Promise((resolve) => out.once(event, () => resolve()));

// A spreadsheet knows no zones: nine hours on, the clock of UTC shows what the clock in Seoul shows.
const SEOUL_MS = 9 * 3_600_000;
// Not even an escape may stand for these in XML.
// oxlint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

function typed(cell: Cell, { kind }: TableColumn): Cell | Date {
  if (kind === 'instant' && cell !== null) return new Date(new Date(cell).getTime() + SEOUL_MS);
  return typeof cell === 'string' ? cell.replace(NOT_IN_XML, '') : cell;
}
