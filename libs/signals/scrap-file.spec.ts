import ExcelJS from 'exceljs';
import { readScrap } from './rules/scrap.js';
import { linesOfFile } from './scrap-file.js';

it('reads a sheet as it is printed: an outlet merged over its articles, a heading as a row of the table', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('스크랩');
  sheet.addRows([
    ['2026. 11. 3.(화) 조간 스크랩'],
    ['매체', '지면', '제목', '비고'],
    ['조선일보', 'A1', '한강버스 또 고장…승객 80명 고립'],
    ['', 'A12', '한강버스 안전점검 부실 논란'],
    ['복지'],
    ['동네소식지', '', '심야 소아 응급실 3곳뿐'],
  ]);
  sheet.mergeCells('A1:D1');
  sheet.mergeCells('A3:A4');
  const rows = readScrap(await linesOfFile(Buffer.from(await book.xlsx.writeBuffer())), '2026-11-04');
  expect(rows).toMatchObject([
    { title: '한강버스 또 고장…승객 80명 고립', outlet: '조선일보', placement: 'A1면' },
    { outlet: '조선일보', placement: 'A12면', publishedOn: '2026-11-03', section: null },
    { title: '심야 소아 응급실 3곳뿐', outlet: '동네소식지', section: '복지' },
  ]);
  expect(rows).toHaveLength(3);
});
