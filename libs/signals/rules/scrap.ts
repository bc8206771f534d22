import { readLine } from './scrap-line.js';
import { dayIn, merged, metaOf, outletCell, type Meta } from './scrap-words.js';

/** What a list is made of, whatever file or page it came from: lines of cells, a plain line has one. */
export interface Cell {
  text: string;
  url?: string | undefined;
}

/** An article of a scrap list, as far as the list tells. */
export interface ScrapRow {
  title: string;
  outlet: string | null;
  /** `YYYY-MM-DD` */
  publishedOn: string | null;
  /** The list names a day that does not exist. */
  wrongDay: boolean;
  url: string | null;
  kind: string | null;
  placement: string | null;
  /** The heading it stands under, e.g. 교통. */
  section: string | null;
}

/** Lines of a text; cells copied from a spreadsheet stand between tabs. */
export const linesOf = (text: string): Cell[][] =>
  text.split(/\r\n?|\n/u).map((line) => line.split('\t').map((cell) => ({ text: cell })));

type Column = 'title' | 'outlet' | 'day' | 'placement' | 'url' | 'kind' | 'section' | 'other';

/** As a heading reads without its spaces and what it adds in brackets: `제 목`, `매체(면)`. */
const HEADS: readonly (readonly [Column, RegExp])[] = [
  ['title', /^(?:기사|보도)?(?:제목|기사명|헤드라인|주요내용|보도내용|title|headline)$/iu],
  [
    'outlet',
    /^(?:보도|게재)?(?:매체명?|언론사명?|신문사|언론|방송사|출처|기관|outlet|source|media)(?:[/·,]?지?면)?$/iu,
  ],
  ['day', /^(?:(?:보도|게재|발행)?(?:일자?|일시|날짜)|date)$/iu],
  ['placement', /^(?:면|지면|게재면|면수|page)$/iu],
  ['url', /^(?:기사)?(?:링크|주소|url|link|원문|원문보기|바로가기)$/iu],
  ['kind', /^(?:유형|종류|kind|type)$/iu],
  ['section', /^(?:구분|분야|분류|섹션|주제|section)$/iu],
];

const headIn = (text: string): Column =>
  HEADS.find(([, head]) => head.test(text.replace(/\([^)]*\)|\s+/gu, '')))?.[0] ?? 'other';

const columnsOf = (cells: readonly Cell[]): Column[] | null => {
  const columns = cells.map(({ text }) => headIn(text));
  const named = columns.filter((column) => column !== 'other');
  return named.length > 1 && columns.includes('title') ? columns : null;
};

interface Reading {
  rows: ScrapRow[];
  columns: Column[] | null;
  section: string | null;
  day: string | null;
  /** What stood in front of a title on lines of its own. */
  pending: Meta;
}

/** No cell of a list is longer; what is would only take long to read. */
const LONGEST = 2000;
/** Nor has a morning's list more lines, or a line more cells. */
const MOST_LINES = 3000;
export const MOST_CELLS = 40;

/** The articles of a list. Headings, notes and page numbers are not among them; what a line cannot say stays empty. */
export function readScrap(lines: readonly Cell[][], today: string): ScrapRow[] {
  const reading: Reading = { rows: [], columns: null, section: null, day: null, pending: {} };
  const read = lines
    .slice(0, MOST_LINES)
    .map(trimmed)
    .filter((cells) => cells.some(says));
  read.forEach((cells, i) => {
    const columns = columnsOf(cells);
    if (columns) reading.columns = columns;
    else if (!readBanner(cells, reading, today, read[i + 1])) readLineOf(cells, reading, today);
  });
  return reading.rows;
}

const trimmed = (line: readonly Cell[]): Cell[] =>
  line.slice(0, MOST_CELLS).map(({ text, url }) => ({
    text: text.slice(0, LONGEST).replace(/\s+/gu, ' ').trim(),
    url,
  }));

const says = ({ text, url }: Cell): boolean => !!(text || url);

function readLineOf(cells: Cell[], reading: Reading, today: string): void {
  const alone = cells.filter(says).length === 1;
  const place = cells.findIndex(says);
  // A title alone in its column is one, however short.
  if (!alone || (place > 0 && reading.columns?.[place] === 'title')) readCells(cells, reading, today);
  else readAlone(cells[place]!, reading, today, cells.length > 1);
}

/** In characters: what a table is called, and a heading within it. */
const LONGEST_NAME = 60;

/** What stands alone above the headings of a table is its name, and in a table, where no title stands, a heading. */
function readBanner(cells: Cell[], reading: Reading, today: string, below: Cell[] | undefined): boolean {
  const place = cells.findIndex(says);
  const { text, url } = cells[place]!;
  const within = cells.length > 1 && !!reading.columns && reading.columns[place] !== 'title';
  if (url || cells.filter(says).length > 1 || !(within || (below && columnsOf(below)))) return false;
  const { title, meta, url: found } = readLine(text, today);
  if (found || meta.outlet || title.length > LONGEST_NAME) return false;
  const day = meta.day ?? dayIn(DAY_IN_LINE.exec(text)?.[0] ?? '', today);
  if (day) reading.day = day;
  else if (!NOISE.test(text) && !text.startsWith('※') && !NAME_OF_LIST.test(title)) reading.section = title;
  return true;
}

const NOISE =
  /^(끝\.?|이상|붙임.*|별첨.*|\(?계속\)?|(?:총|합계|소계)\s?:?\s?\d+\s?건.*|작성자?\s?[:：].*|목\s?차|[-–—=*_~·.\s\d/]+)$/u;
const SHEET = /(스크랩|조간|석간|가판|보도\s?(현황|동향|목록)|언론\s?(동향|보도|모니터링)|브리핑|모니터링)/u;
/** 오늘의 신문 스크랩: what the list itself is called. */
const NAME_OF_LIST = /^.{0,15}(?:스크랩|클리핑|보도\s?(?:현황|목록)|모니터링)(?:\s?(?:목록|자료))?$/u;
const DAY_IN_LINE =
  /['’]?\d{2,4}\s*[.\-/년]\s*\d{1,2}\s*[.\-/월]\s*\d{1,2}|\d{1,2}\s*월\s*\d{1,2}\s*일|\d{1,2}\s*[./]\s*\d{1,2}/u;

function readAlone({ text, url }: Cell, reading: Reading, today: string, inTable: boolean): void {
  if (text.startsWith('※') || (NOISE.test(text) && dayIn(text, today) === undefined)) return;
  const sheetDay = SHEET.test(text) && text.length <= 60 ? DAY_IN_LINE.exec(text)?.[0] : undefined;
  if (sheetDay !== undefined && !readLine(text, today).meta.outlet) {
    reading.day = dayIn(sheetDay, today) ?? reading.day;
    return;
  }
  const { title, meta, marker, url: found } = readLine(text, today);
  const address = url ?? found;
  const nothingElse = !Object.keys(meta).length && !address;
  if (nothingElse && (!title || NAME_OF_LIST.test(title))) return;
  if (!title) return beside(meta, address, reading);
  if (isHeading(title, meta, marker, address)) {
    reading.section = title.replace(/^[[<【〈(]+|[\]>】〉)]+$/gu, '').trim();
    // A table ends where the next heading begins, but for one that is a row of it.
    if (!inTable) reading.columns = null;
    return;
  }
  add(reading, title, address, merged([meta, reading.pending]));
}

const HEADING_MARK = /^([■□◆◇❏Ⅰ-Ⅶ]|[가-하]\.|\(?\d{1,3}[.)])/u;

function isHeading(title: string, meta: Meta, marker: string, url: string | null): boolean {
  if (url || meta.outlet || meta.day !== undefined || meta.placement) return false;
  const bare = title.replace(/[[\]<>【】〈〉()\s]/gu, '');
  if (/^[[<【〈].*[\]>】〉]$/u.test(title)) return bare.length <= 15;
  return bare.length <= (HEADING_MARK.test(marker) ? 15 : 7) && !/[…"“”'‘’?!]/u.test(title);
}

/** A line without a title tells of the article above it, or, where that is complete, of the one below. */
function beside(meta: Meta, url: string | null, reading: Reading): void {
  const last = reading.rows.at(-1);
  if (url && last && !last.url) last.url = url;
  else if (url) return void reading.rows.push({ ...EMPTY, section: reading.section, url });
  if (!last || last.outlet) {
    reading.pending = merged([reading.pending, meta]);
    return;
  }
  Object.assign(last, placed(merged([metaIn(last), meta]), reading.day));
}

const metaIn = ({ outlet, publishedOn, kind, placement }: ScrapRow): Meta => ({
  ...(outlet && { outlet }),
  ...(publishedOn && { day: publishedOn }),
  ...(kind && { kind }),
  ...(placement && { placement }),
});

function readCells(cells: Cell[], reading: Reading, today: string): void {
  const { columns } = reading;
  if (columns && cells.length <= columns.length) return readRow(cells, columns, reading, today);
  // Without headings the longest cell that says nothing else is the title.
  const metas = cells.map(({ text }) => (text ? metaOf(text, today) : null));
  const open = cells.filter(
    ({ text }, i) => text && !metas[i] && !/^(?:https?:\/\/|www\.|\d{1,4}$)/iu.test(text),
  );
  const title = open.toSorted((a, b) => b.text.length - a.text.length)[0];
  const url = cells.map(({ text, url: link }) => link ?? readLine(text, today).url).find(Boolean) ?? null;
  const line = title && readLine(title.text, today);
  const section = open.find((cell) => cell !== title && cell.text.length <= 10)?.text;
  add(
    reading,
    line?.title ?? '',
    url,
    merged([...metas.filter((meta) => meta !== null), line?.meta ?? {}]),
    section,
  );
}

function readRow(cells: Cell[], columns: Column[], reading: Reading, today: string): void {
  const of = (column: Column): Cell | undefined => cells[columns.indexOf(column)];
  const text = (column: Column): string => of(column)?.text ?? '';
  const { title, meta, url: found } = readLine(text('title'), today);
  const day = dayIn(text('day'), today);
  const outlet = text('outlet');
  const page = text('placement');
  const placed: Meta[] = [
    outletCell(outlet, today),
    text('day') ? { day: day ?? null } : {},
    page ? (metaOf(/^\d+$/u.test(page) ? `${page}면` : page, today) ?? { placement: page }) : {},
    text('kind') ? (metaOf(text('kind'), today) ?? {}) : {},
  ];
  const link = readLine(text('url'), today).url ?? of('url')?.url ?? of('title')?.url ?? found;
  if (!title && !outlet && !link) return;
  add(reading, title, link ?? null, merged([...placed, meta]), text('section') || undefined);
}

const EMPTY: ScrapRow = {
  title: '',
  outlet: null,
  publishedOn: null,
  wrongDay: false,
  url: null,
  kind: null,
  placement: null,
  section: null,
};

function add(reading: Reading, title: string, url: string | null, meta: Meta, section?: string): void {
  const kind = reading.section === '사설' ? 'editorial' : null;
  reading.rows.push({
    ...EMPTY,
    ...placed({ ...(kind && { kind }), ...meta }, reading.day),
    title,
    url,
    section: section ?? reading.section,
  });
  reading.pending = {};
}

const placed = ({ outlet, day, kind, placement }: Meta, sheetDay: string | null): Partial<ScrapRow> => ({
  outlet: outlet ?? null,
  publishedOn: day ?? (day === null ? null : sheetDay),
  wrongDay: day === null,
  kind: kind ?? null,
  placement: placement ?? null,
});
