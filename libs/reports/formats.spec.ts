import excel from 'exceljs';
import { unzipSync } from 'fflate';
import { readByKordoc, readByRhwp } from '../../test/support/hwpx-readers.js';
import { pagesOfPdf, canReadPdf } from '../../test/support/read-pdf.js';
import type { Outline } from './blocks.js';
import { briefOf } from './brief.js';
import { councilOf } from './council.js';
import type { ReportDocument, ReportIssue } from './document.js';
import { crowdedReport, decemberReport, emptyReport } from './fixture.js';
import { strikeBrief, volumeOf, yearForCouncil } from './fixture-papers.js';
import { RENDER } from './formats.js';
import { outlineOf } from './outline.js';
import { restrictedOf } from './restricted.js';
import { FORMATS, type Format } from './vocabulary.js';

const DRAWN = new Set(['kind', 'name', 'align', 'svg', 'description', 'preparedOn', 'caption', 'office']);

/** Every string of the outline that is meant to be read; a chart's words are for who cannot see it. */
function words(value: unknown, key = ''): string[] {
  if (key === 'chart') return [];
  if (typeof value === 'string') return DRAWN.has(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((entry) => words(entry, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, entry]) => words(entry, name));
}

/** Without what is only there to break or space lines, and without what Markdown escapes. */
const bare = (text: string): string => text.replaceAll(/[\s\u200B\u00A0\\]|<br>|\*\*/g, '');

const unescaped = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

async function cellsOf(file: Buffer): Promise<string> {
  const book = new excel.Workbook();
  await book.xlsx.load(file as never);
  const cells: string[] = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell(({ value, text, numFmt }) => {
        cells.push(typeof value === 'number' && numFmt === '0%' ? `${Math.round(value * 100)}%` : text);
      }),
    );
  return cells.join('\n');
}

/** Each format as somebody reads it who has only the file. */
const READ: Record<string, { format: Format; text: (file: Buffer) => string | Promise<string> }> = {
  HTML: {
    format: 'html',
    text: (file) => unescaped(file.toString().replaceAll(/<style>[^]*<\/style>|<[^>]+>/g, '')),
  },
  'plain text': { format: 'txt', text: (file) => file.toString() },
  'XLSX cells': { format: 'xlsx', text: cellsOf },
  'HWPX by kordoc': { format: 'hwpx', text: readByKordoc },
  'HWPX by rhwp': { format: 'hwpx', text: (file) => readByRhwp(file).text },
  ...(canReadPdf
    ? { PDF: { format: 'pdf' as const, text: (file: Buffer) => pagesOfPdf(file).join('\n') } }
    : {}),
};

const CHANGES: ReportDocument['changes'] = [
  { kind: 'grade', number: '2026-0002', title: '제설 대비 철저', from: 'moderate', to: 'high' },
  { kind: 'month', number: '2026-0009', title: '전년도 결산 지적 대비', from: '2026-12', to: '2027-01' },
];

const reported = (doc: ReportDocument) => ({ outline: outlineOf(doc), issues: doc.issues });

const PAPERS: [string, { outline: Outline; issues?: ReportIssue[] }][] = [
  ['a report of four issues', reported(decemberReport())],
  ['a draft that corrects', reported(decemberReport({ edition: 2, draft: true, changes: CHANGES }))],
  ['a report of no issues', reported(emptyReport())],
  ['a report of forty issues', reported(crowdedReport(40))],
  ['a brief of a confidential issue', { outline: briefOf(strikeBrief({ confidential: true })) }],
  ['a restricted volume', { outline: restrictedOf(volumeOf(12)) }],
  ['a paper for the council', { outline: councilOf(yearForCouncil()) }],
];

describe.each(PAPERS)('of %s', (_, { outline, issues }) => {
  const files = new Map<Format, Promise<Buffer>>();
  const fileOf = (format: Format): Promise<Buffer> => {
    const file = files.get(format) ?? RENDER[format](outline, issues);
    files.set(format, file);
    return file;
  };

  it.each(Object.keys(READ))('%s says all that the outline says', async (name) => {
    const { format, text } = READ[name]!;
    const said = bare(await text(await fileOf(format)));
    const missing = words(outline).filter((word) => !said.includes(bare(word)));
    expect(missing).toEqual([]);
  });
});

it('draws the same picture of the trend in HWPX and in XLSX, with its figures in words', async () => {
  const outline = outlineOf(decemberReport());
  const chart = outline.annex!.blocks.find((block) => block.kind === 'chart')!.chart;
  const [hwpx, xlsx] = [await RENDER.hwpx(outline), await RENDER.xlsx(outline)];
  const alternatives = [
    ...Buffer.from(unzipSync(hwpx)['Contents/section0.xml']!)
      .toString()
      .matchAll(/<hp:shapeComment>([^<]*)</g),
  ];
  expect(alternatives.map(([, words]) => words)).toContain(`${chart.title}: ${chart.description}`);
  expect(await cellsOf(xlsx)).toContain(chart.description);
  const shape = (file: Buffer, name: RegExp) => {
    const [, png] = Object.entries(unzipSync(file)).find(([path]) => name.test(path))!;
    const { width, height } = {
      width: Buffer.from(png).readUInt32BE(16),
      height: Buffer.from(png).readUInt32BE(20),
    };
    return Math.round((100 * width) / height);
  };
  expect(shape(hwpx, /BinData\/image1\.png$/)).toBe(shape(xlsx, /media\/image1\.png$/));
});

it('has a way to make every format there is', () => {
  expect(Object.keys(RENDER).toSorted()).toEqual(Object.keys(FORMATS).toSorted());
});

/** What stands in a report in which order, and nothing of how it looks. */
async function structureOf(outline: Outline) {
  const html = (await RENDER.html(outline)).toString();
  const section = Buffer.from(unzipSync(await RENDER.hwpx(outline))['Contents/section0.xml']!).toString();
  return {
    chapters: [...outline.summary, ...outline.details].flatMap((block) =>
      block.kind === 'heading' ? [block.text] : [],
    ),
    html: [...html.matchAll(/<(h[1-3]|table|figure)[ >]/g)].map(([, tag]) => tag).join(' '),
    hwpx: [...section.matchAll(/styleIDRef="([1-3])"|<hp:tbl [^>]*rowCnt="(\d+)" colCnt="(\d+)"|<(hp:pic) /g)]
      .map(([, level, rows, columns, picture]) =>
        level ? `h${level}` : picture ? 'pic' : `${rows}×${columns}`,
      )
      .join(' '),
  };
}

it('is built as it was', async () => {
  expect(await structureOf(outlineOf(decemberReport()))).toEqual({
    chapters: ['Ⅰ. 총괄', 'Ⅱ. 결정이 필요한 사항', 'Ⅲ. 이슈별 세부내용', 'Ⅳ. 행정사항'],
    html: 'table table h1 h2 table h2 h2 h3 h3 h3 h3 h2 h2 table h2 table table h2 figure table table table table',
    hwpx: [
      '4×5 1×1 h1 1×1 1×1 h2 5×7 1×1 h2',
      '1×1 h2 h3 h3 h3 h3 1×1 h2',
      '1×1 1×1 h2 5×6 1×1 1×1 h2 4×6 1×1 7×6',
      '1×1 1×1 h2 pic 1×1 6×6 1×3 5×3 pic pic pic pic 6×3 pic pic pic pic pic 7×3 pic pic pic pic pic pic',
    ].join(' '),
  });
});
