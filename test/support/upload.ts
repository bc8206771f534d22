import { spawnSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import type { Answer, Api, Json } from './api.js';
import { eventually } from './city.js';

export interface File {
  name: string;
  bytes: Buffer;
}

/** Sends a file as a browser does. */
export async function upload(
  by: Api,
  { name, bytes }: File,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const response = await fetch(`${by.url}/api/v1/imports`, {
    method: 'POST',
    headers: { cookie: by.cookie, ...headers },
    body: form,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Brings a file and waits until all of it is done. */
export async function brought(by: Api, file: File, fields: Record<string, string>): Promise<Json> {
  const { status, body } = await upload(by, file, fields);
  if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
  return ended(by, body.id);
}

export const ended = (by: Api, id: string, ms = 60_000): Promise<Json> =>
  eventually(
    'the import has ended',
    async () => {
      const one = await by.get(`/imports/${id}`);
      return one.endedAt && one;
    },
    ms,
  );

export const csv = (rows: string[][], name = '동향.csv'): File => ({
  name,
  bytes: Buffer.from(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  ),
});

export const inCp949 = ({ name, bytes }: File): File => ({
  name,
  bytes: spawnSync('iconv', ['-f', 'utf-8', '-t', 'cp949'], { input: bytes }).stdout,
});

export async function xlsx(rows: ExcelJS.CellValue[][], name = '동향.xlsx'): Promise<File> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('동향');
  for (const row of rows) sheet.addRow(row);
  return { name, bytes: Buffer.from(await book.xlsx.writeBuffer()) };
}

/** The failed rows with what is wrong in them put right, as somebody does in a spreadsheet. */
export async function mendedRows(bytes: Buffer, format: string): Promise<Buffer> {
  if (format === 'csv')
    return Buffer.from(bytes.toString().replace('어제', '2026-11-02').replace('방송', '언론'));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const sheet = book.worksheets[0]!;
  sheet.getCell('D2').value = new Date('2026-11-02');
  sheet.getCell('A3').value = '언론';
  return Buffer.from(await book.xlsx.writeBuffer());
}

export const HEADINGS = ['채널', '제목', '매체·기관', '보도일', '건수', '자료 번호'];

export const titled = (word: string, n = 1): string[][] =>
  Array.from({ length: n }, (_, i) => ['언론', `${word} ${i + 1}`, '한겨레', '2026. 11. 3.', '', '']);

export const counts = ({ state, total, created, known, failed, progress }: Json): Json[] => [
  state,
  total,
  created,
  known,
  failed,
  progress,
];
