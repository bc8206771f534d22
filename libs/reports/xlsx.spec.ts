import excel from 'exceljs';
import type { ReportDocument } from './document.js';
import { decemberReport } from './fixture.js';
import { outlineOf } from './outline.js';
import { renderXlsx } from './xlsx.js';

const bookOf = (doc: ReportDocument): Promise<Buffer> => renderXlsx(outlineOf(doc), doc.issues);

async function opened(file: Buffer) {
  const book = new excel.Workbook();
  await book.xlsx.load(file as never);
  return book;
}

it('has the issues as a list to sort and filter, whose numbers count and whose days are days', async () => {
  const book = await opened(await bookOf(decemberReport()));
  expect(book.worksheets.map(({ name }) => name)).toEqual(['총괄', '세부내용', '붙임', '이슈 목록']);
  const list = book.getWorksheet('이슈 목록')!;
  expect(list.autoFilter).toBeTruthy();
  const [heads, first] = [list.getRow(1).values, list.getRow(2).values] as excel.CellValue[][];
  const of = (header: string) => first![heads!.indexOf(header)];
  expect(of('연번')).toBe(1);
  expect(of('예상일')).toEqual(new Date('2026-12-04T00:00:00Z'));
  expect(of('요청사항(건)')).toBe(2);
  expect(of('발생 가능성')).toBe(0.9);
  expect(list.rowCount).toBe(5);
});

it('has the figures as numbers, shares as parts of one, and the charts as pictures', async () => {
  const book = await opened(await bookOf(decemberReport()));
  const figures = book.getWorksheet('붙임')!;
  const row = figures.getRows(1, figures.rowCount)!.find((one) => one.getCell(1).value === '도시교통실')!;
  expect(row.getCell(2).value).toBe(4);
  expect(row.getCell(3).value).toBe(0.25);
  expect(row.getCell(3).numFmt).toBe('0%');
  expect(figures.getImages()).toHaveLength(1);
});

it('draws a bar behind each share, between none and all', async () => {
  const book = await opened(await bookOf(decemberReport()));
  const figures = book.getWorksheet('붙임')!;
  const formats = (figures as never as { conditionalFormattings: excel.ConditionalFormattingOptions[] })
    .conditionalFormattings;
  const barred = formats.map(({ ref, rules }) => {
    const [rule] = rules as [excel.DataBarRuleType];
    expect([rule.type, rule.cfvo!.map(({ value }) => Number(value))]).toEqual(['dataBar', [0, 1]]);
    const [top, bottom] = ref.split(':').map((at) => figures.getCell(at)) as [excel.Cell, excel.Cell];
    return [figures.getCell(Number(top.row), 1).value, figures.getCell(Number(bottom.row), 1).value];
  });
  expect(barred).toEqual([
    ['매우 높음', '낮음'],
    ['의회·정치', '자체 발굴'],
    ['도시교통실', '시민감사옴부즈만위원회'],
  ]);
});

it('is set for A4 across, the list too, with its heads on every page', async () => {
  const book = await opened(await bookOf(decemberReport()));
  for (const { pageSetup } of book.worksheets)
    expect(pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
    });
  expect(book.getWorksheet('이슈 목록')!.pageSetup.printTitlesRow).toBe('1:1');
});

it('keeps what looks like a formula as text', async () => {
  const [issue] = decemberReport().issues;
  const title = '=HYPERLINK("http://example.invalid","열기")';
  const book = await opened(
    await bookOf(decemberReport({ issues: [{ ...issue!, title, summary: '+1-1' }] })),
  );
  const found: excel.Cell[] = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type).not.toBe(excel.ValueType.Formula);
        if (cell.text.includes('HYPERLINK')) found.push(cell);
      }),
    );
  expect(found.some(({ value }) => value === title)).toBe(true);
});

it('is the same bytes for the same document, at another time too', async () => {
  const first = await bookOf(decemberReport());
  // What packs it counts in steps of two seconds.
  await new Promise((done) => setTimeout(done, 2100));
  expect((await bookOf(decemberReport())).equals(first)).toBe(true);
});
