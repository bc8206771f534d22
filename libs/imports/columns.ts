import type { Label } from '#platform/labels.js';
import { Problem } from '#platform/problem.js';
import { COLUMN_LABELS, IMPORT_COLUMNS, type ImportColumn, type ImportKind } from './vocabulary.js';

/** How the cells of a column are to be understood. */
export type CellForm = 'text' | 'lines' | 'channel' | 'kind' | 'day' | 'month' | 'number' | 'department';

interface ColumnPolicy {
  form: CellForm;
  /** What such a column is called in files of others. */
  also: readonly string[];
}

export const COLUMN_POLICY: Record<ImportColumn, ColumnPolicy> = {
  channel: { form: 'channel', also: ['출처'] },
  kind: { form: 'kind', also: ['유형', '세부유형', 'Type'] },
  title: { form: 'text', also: ['이슈명', '기사제목', '기사명', '헤드라인', 'Headline'] },
  outlet: { form: 'text', also: ['매체', '언론사', '매체명', '기관', '출처기관', 'Source'] },
  publishedOn: { form: 'day', also: ['날짜', '일자', '보도일자', '게재일', '발행일', 'Date', 'publishedOn'] },
  url: { form: 'text', also: ['URL', '주소', '기사주소', '원문'] },
  count: { form: 'number', also: ['민원건수'] },
  periodFrom: { form: 'day', also: ['시작일', 'periodFrom'] },
  periodTo: { form: 'day', also: ['종료일', 'periodTo'] },
  baseline: { form: 'number', also: ['비교기준(전년 동기)', '전년동기'] },
  body: { form: 'text', also: ['본문', '요약', '한줄요약', 'Body'] },
  externalId: { form: 'text', also: ['외부번호', '출처번호', 'externalId'] },
  summary: { form: 'text', also: ['주요 내용', '개요'] },
  expectedMonth: { form: 'month', also: ['예상월', '예상시기', 'expectedMonth'] },
  impact: { form: 'number', also: [] },
  likelihood: { form: 'number', also: ['발생가능성'] },
  leadDepartmentId: { form: 'department', also: ['소관부서', '담당부서', 'leadDepartment'] },
  risks: { form: 'lines', also: ['위험요인'] },
  notes: { form: 'lines', also: ['참고(※)'] },
  shortRequests: { form: 'lines', also: ['요청사항', '단기요청사항'] },
  longRequests: { form: 'lines', also: ['장기요청사항'] },
};

export const REQUIRED: Record<ImportKind, readonly ImportColumn[]> = {
  signals: ['channel', 'title'],
  issues: ['title', 'summary', 'channel'],
};

/** Heading of the column in which the download of failed rows says what is wrong; not read again. */
export const ERRORS_HEADING: Label = { ko: '가져오기 오류', en: 'Import errors' };
/** Who may read an issue is nobody's to set by a file: such issues are registered one by one. */
const CONFIDENTIAL = ['열람제한', '열람자', 'confidential', 'readers'];

/** Without what people add to headings: spaces, stars, brackets. */
const plain = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const namesOf = (column: ImportColumn): string[] =>
  [COLUMN_LABELS[column].ko, COLUMN_LABELS[column].en, column, ...COLUMN_POLICY[column].also].map(plain);

const NAMES = Object.fromEntries(
  Object.entries(IMPORT_COLUMNS).map(([kind, columns]) => [
    kind,
    new Map(columns.flatMap((column) => namesOf(column).map((name) => [name, column]))),
  ]),
) as Record<ImportKind, Map<string, ImportColumn>>;

/** Which column each heading means; null for one that is not read. */
export const columnsOf = (kind: ImportKind, headings: readonly string[]): (ImportColumn | null)[] =>
  headings.map((heading) => NAMES[kind].get(plain(heading)) ?? null);

/** The row that holds the headings: the first with all that are needed, below a title or two. */
export function headingRow(kind: ImportKind, rows: readonly string[][]): number {
  const found = rows.findIndex((cells) => {
    const columns = columnsOf(kind, cells);
    return REQUIRED[kind].every((column) => columns.includes(column));
  });
  return Math.max(found, 0);
}

/** @throws Problem for headings that leave out what is needed, say a column twice, or want what no file may set */
export function checkHeadings(kind: ImportKind, headings: readonly string[]): void {
  const columns = columnsOf(kind, headings);
  if (headings.some((heading) => CONFIDENTIAL.includes(plain(heading))))
    throw new Problem('import.confidential');
  const missing = REQUIRED[kind].filter((column) => !columns.includes(column));
  if (missing.length) throw new Problem('import.columns_missing', { columns: listed(missing) });
  const twice = columns.filter((column, i) => column && columns.indexOf(column) < i) as ImportColumn[];
  if (twice.length) throw new Problem('import.column_twice', { columns: listed(twice) });
}

const listed = (columns: readonly ImportColumn[]): Label => ({
  ko: columns.map((column) => COLUMN_LABELS[column].ko).join(', '),
  en: columns.map((column) => COLUMN_LABELS[column].en).join(', '),
});

/** Headings that are not read, so that nobody believes they were. */
export const ignoredHeadings = (kind: ImportKind, headings: readonly string[]): string[] =>
  headings.filter(
    (heading, i) =>
      heading.trim() !== '' &&
      columnsOf(kind, headings)[i] === null &&
      !Object.values(ERRORS_HEADING).some((own) => plain(own) === plain(heading)),
  );
