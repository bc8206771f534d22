import type { Labels } from '#platform/labels.js';

/** What a file holds, a row each. */
export const IMPORT_KINDS = ['signals', 'issues'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const IMPORT_KIND_LABELS = {
  signals: { ko: '동향', en: 'Signals' },
  issues: { ko: '리스크 이슈', en: 'Issues' },
} as const satisfies Labels<ImportKind>;

export const IMPORT_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export const IMPORT_STATE_LABELS = {
  waiting: { ko: '파일 읽는 중', en: 'Reading the file' },
  running: { ko: '처리 중', en: 'Running' },
  done: { ko: '완료', en: 'Done' },
  failed: { ko: '읽지 못함', en: 'Could not be read' },
  cancelled: { ko: '중단', en: 'Cancelled' },
} as const satisfies Labels<ImportState>;

/** What became of a row. */
export const ROW_RESULTS = ['created', 'known', 'failed'] as const;
export type RowResult = (typeof ROW_RESULTS)[number];

export const IMPORT_COLUMNS = {
  signals: [
    'channel',
    'kind',
    'title',
    'outlet',
    'publishedOn',
    'url',
    'count',
    'periodFrom',
    'periodTo',
    'baseline',
    'body',
    'externalId',
  ],
  issues: [
    'title',
    'summary',
    'channel',
    'expectedMonth',
    'impact',
    'likelihood',
    'leadDepartmentId',
    'risks',
    'notes',
    'shortRequests',
    'longRequests',
    'externalId',
  ],
} as const satisfies Record<ImportKind, readonly string[]>;
export type ImportColumn = (typeof IMPORT_COLUMNS)[ImportKind][number];

/** The headings of a file; the same words as those of exports, so that what was exported can be read. */
export const COLUMN_LABELS = {
  channel: { ko: '채널', en: 'Channel' },
  kind: { ko: '종류', en: 'Kind' },
  title: { ko: '제목', en: 'Title' },
  outlet: { ko: '매체·기관', en: 'Outlet' },
  publishedOn: { ko: '보도일', en: 'Published' },
  url: { ko: '링크', en: 'Link' },
  count: { ko: '건수', en: 'Count' },
  periodFrom: { ko: '기간 시작', en: 'Period from' },
  periodTo: { ko: '기간 끝', en: 'Period to' },
  baseline: { ko: '비교 기준', en: 'Baseline' },
  body: { ko: '내용', en: 'Text' },
  externalId: { ko: '자료 번호', en: 'External ID' },
  summary: { ko: '주요내용', en: 'Summary' },
  expectedMonth: { ko: '예상 시기', en: 'Expected' },
  impact: { ko: '영향도', en: 'Impact' },
  likelihood: { ko: '발생 가능성', en: 'Likelihood' },
  leadDepartmentId: { ko: '주관부서', en: 'Lead department' },
  risks: { ko: '리스크', en: 'Risks' },
  notes: { ko: '참고', en: 'Notes' },
  shortRequests: { ko: '요청사항(단기)', en: 'Requests (short term)' },
  longRequests: { ko: '요청사항(장기)', en: 'Requests (long term)' },
} as const satisfies Labels<ImportColumn>;
