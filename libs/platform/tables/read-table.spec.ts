import { spawnSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import { zip, type ZipEntry } from '../../../test/support/zip.js';
import { inspectTable, separatorOf } from './inspect-table.js';
import { readTable, readWholeTable } from './read-table.js';

const MOST = 1000;
const cells = async (bytes: Buffer): Promise<string[][]> =>
  (await readWholeTable(bytes, MOST)).map((row) => row.cells);
const cp949 = (text: string): Buffer =>
  spawnSync('iconv', ['-f', 'utf-8', '-t', 'cp949'], { input: text }).stdout;

async function xlsx(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('동향'));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const WORKBOOK: ZipEntry = { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') };

describe('a table in text', () => {
  const TEXT = '제목,건수\r\n"한강, 둔치",3\r\n\r\n"두 줄로\n쓴 ""제목""",12\r\n';
  const ROWS = [
    { no: 1, cells: ['제목', '건수'] },
    { no: 2, cells: ['한강, 둔치', '3'] },
    { no: 4, cells: ['두 줄로\n쓴 "제목"', '12'] },
  ];

  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['CP949', cp949(TEXT)],
    ['what Excel calls Unicode text', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ])('is read as %s, with the numbers of its rows', async (_, bytes) => {
    expect(await readWholeTable(bytes, MOST)).toEqual(ROWS);
  });

  it('keeps syllables that CP949 has and EUC-KR has not', async () => {
    expect(await cells(cp949('뚊방각하,똠\n'))).toEqual([['뚊방각하', '똠']]);
  });

  it.each([
    ['제목;건수;매체', ';'],
    ['제목\t"한, 강, 둔, 치"\t건수', '\t'],
    ['제목,"가;나;다;라",건수', ','],
    ['제목', ','],
  ])('separates %j by what is most in it', (line, sign) => expect(separatorOf(line)).toBe(sign));

  it('takes what a spreadsheet would take for a formula as the text it is', async () => {
    expect(await cells(Buffer.from(`=1+1,'=1+1,'26.11.3.\n`))).toEqual([['=1+1', '=1+1', `'26.11.3.`]]);
  });

  it.each([
    ['nothing', Buffer.from(' \n'), 'table.empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'table.unknown'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'), 'table.unknown'],
    ['a page', Buffer.from('<!DOCTYPE html><table>'), 'table.unknown'],
    ['neither encoding', Buffer.from('b0a1ff80', 'hex'), 'table.encoding'],
    ['a quote without end', Buffer.from('제목\n"끝이 없는'), 'table.quote'],
    ['too many columns', Buffer.from(`${'가,'.repeat(300)}가`), 'table.wide'],
    ['too many rows', Buffer.from('가\n'.repeat(MOST + 1)), 'table.rows'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(readWholeTable(bytes, MOST)).rejects.toMatchObject({ code });
  });
});

describe('a table of a spreadsheet', () => {
  it('is read with days, numbers, flags and what its formulas last came to', async () => {
    const bytes = await xlsx((sheet) => {
      sheet.addRow(['제목', '보도일', '건수', '여부', '식']);
      sheet.addRow([
        ' 파업 예고 ',
        new Date('2026-11-03'),
        1200.5,
        true,
        { formula: 'WEBSERVICE("http://x")', result: '가' },
      ]);
      sheet.addRow([]);
      sheet.addRow([
        '=1+1',
        new Date('2026-11-03T09:30:00Z'),
        46329,
        null,
        { formula: '1+1', result: undefined },
      ]);
    });
    expect(await readWholeTable(bytes, MOST)).toEqual([
      { no: 1, cells: ['제목', '보도일', '건수', '여부', '식'] },
      { no: 2, cells: ['파업 예고', '2026-11-03', '1200.5', 'TRUE', '가'] },
      { no: 4, cells: ['=1+1', '2026-11-03 09:30', '46329'] },
    ]);
  });

  it('is read with what is merged over rows in each of them, and over columns once', async () => {
    const bytes = await xlsx((sheet) => {
      sheet.addRows([['조간'], ['매체', '제목'], ['조선일보', '가'], ['', '나'], [], ['KBS', '다']]);
      sheet.mergeCells('A1:B1');
      sheet.mergeCells('A3:A5');
    });
    expect(await cells(bytes)).toEqual([
      ['조간'],
      ['매체', '제목'],
      ['조선일보', '가'],
      ['조선일보', '나'],
      ['KBS', '다'],
    ]);
  });

  const bomb = Buffer.alloc(200_000_000, '<c/>');
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    [
      'what unpacks to far more than it is',
      () => zip([WORKBOOK, { name: 'xl/worksheets/sheet1.xml', bytes: bomb }]),
      'table.bomb',
    ],
    [
      'thousands of files',
      () =>
        zip([
          WORKBOOK,
          ...Array.from({ length: 2500 }, (_, i) => ({ name: `${i}.xml`, bytes: Buffer.alloc(1) })),
        ]),
      'table.bomb',
    ],
    [
      'names that lead out of the archive',
      () => zip([WORKBOOK, { name: '../../etc/passwd', bytes: Buffer.alloc(1) }]),
      'table.broken',
    ],
    ['another archive', () => zip([{ name: 'Contents/section0.xml', bytes: Buffer.alloc(1) }]), 'table.zip'],
    ['encrypted files', () => zip([{ ...WORKBOOK, encrypted: true }]), 'table.encrypted'],
    [
      'a workbook under a password',
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'table.encrypted',
    ],
    [
      'an old workbook',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]),
      'table.xls',
    ],
    ['a document of another program', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'table.unknown'],
    [
      'half a file',
      async () => (await xlsx((sheet) => sheet.addRow(['가']))).subarray(0, 900),
      'table.broken',
    ],
    ['an empty workbook', () => zip([WORKBOOK]), 'table.broken'],
  ])('refuses %s', async (_, make, code) => {
    await expect(readWholeTable(await make(), MOST)).rejects.toMatchObject({ code });
  });

  it('ends what unpacks to more than it says', async () => {
    const liar = zip([
      WORKBOOK,
      { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(400_000_000, '<c/>'), claimed: 1000 },
    ]);
    const read = async (): Promise<void> => {
      for await (const page of readTable({ kind: 'xlsx' }, liar, MOST)) expect(page).toBeDefined();
    };
    await expect(read()).rejects.toMatchObject({ code: expect.stringMatching(/^table\.(bomb|broken)$/) });
  });

  it('says what it is before anything of it is read', async () => {
    expect(await inspectTable(await xlsx((sheet) => sheet.addRow(['가'])))).toEqual({ kind: 'xlsx' });
  });
});
