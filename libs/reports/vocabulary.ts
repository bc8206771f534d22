import type { Labels } from '#platform/labels.js';

export const EDITION_STATES = ['draft', 'held', 'approved', 'sent', 'superseded'] as const;
export type EditionState = (typeof EDITION_STATES)[number];

/** Why an issue is expected in its month, in the order in which reasons count (practice.md 2.4). */
export const REASON_KINDS = ['expiry', 'dated', 'anniversary', 'season', 'trend', 'judgement'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];
export const REASON_LABELS = {
  expiry: { ko: '만료일', en: 'Expiry' },
  dated: { ko: '일정', en: 'Dated occasion' },
  anniversary: { ko: '작년 이맘때', en: 'Same month before' },
  season: { ko: '계절', en: 'Season' },
  trend: { ko: '동향 추세', en: 'Signal trend' },
  judgement: { ko: '담당 판단', en: 'Judgement' },
} as const satisfies Labels<ReasonKind>;

/** What moved a probability away from the base rate of its reason. */
export const EVIDENCE = ['day-known', 'signals', 'anniversary', 'overdue', 'grade', 'likelihood'] as const;
export type Evidence = (typeof EVIDENCE)[number];
export const EVIDENCE_LABELS = {
  'day-known': { ko: '날짜 확정', en: 'Day known' },
  signals: { ko: '최근 동향', en: 'Recent signals' },
  anniversary: { ko: '작년 이맘때', en: 'Same month before' },
  overdue: { ko: '회신기한 경과', en: 'Answer overdue' },
  grade: { ko: '중요도', en: 'Grade' },
  likelihood: { ko: '담당이 본 발생 가능성', en: 'Likelihood given' },
} as const satisfies Labels<Evidence>;

/** What became of an issue that a report expected. */
export const RESULTS = ['occurred', 'prevented', 'eased', 'did-not-occur'] as const;
export type Result = (typeof RESULTS)[number];
export const RESULT_LABELS = {
  occurred: { ko: '현실화', en: 'Occurred' },
  prevented: { ko: '예방', en: 'Prevented' },
  eased: { ko: '완화', en: 'Eased' },
  'did-not-occur': { ko: '미발생', en: 'Did not occur' },
} as const satisfies Labels<Result>;

/** What an officer says of an issue that surfaced in the month and was in no report: it was unforeseen, or does not count. */
export const SURPRISES = ['unforeseen', 'dismissed'] as const;
export type Surprise = (typeof SURPRISES)[number];
export const SURPRISE_LABELS = {
  unforeseen: { ko: '미예측', en: 'Unforeseen' },
  dismissed: { ko: '제외', en: 'Does not count' },
} as const satisfies Labels<Surprise>;

/** What a proposed result rests on. */
export const BASES = ['outcome', 'signals', 'measures', 'nothing', 'running'] as const;
export type Basis = (typeof BASES)[number];
export const BASIS_LABELS = {
  outcome: { ko: '종결 결과', en: 'How it was closed' },
  signals: { ko: '그 달의 동향 급증', en: 'Signals rose in the month' },
  measures: { ko: '조치 회신, 동향 급증 없음', en: 'Measures answered, no rise of signals' },
  nothing: { ko: '동향 급증 없음', en: 'No rise of signals' },
  running: { ko: '그 달이 끝나지 않음', en: 'The month is not over' },
} as const satisfies Labels<Basis>;

/** How a correction differs from the edition before it: what is told of an issue, and what is of the whole. */
export const CHANGES_OF_ISSUE = [
  'new',
  'gone',
  'title',
  'grade',
  'direction',
  'month',
  'day',
  'lead',
  'text',
] as const;
export const CHANGES_OF_WHOLE = ['opening', 'remarks', 'policyNo', 'consulted', 'rest'] as const;
export const CHANGES_OF_EDITION = [...CHANGES_OF_ISSUE, ...CHANGES_OF_WHOLE] as const;
export type ChangeOfIssue = (typeof CHANGES_OF_ISSUE)[number];
export type ChangeOfWhole = (typeof CHANGES_OF_WHOLE)[number];
export type ChangeOfEdition = (typeof CHANGES_OF_EDITION)[number];
export const CHANGE_OF_EDITION_LABELS = {
  new: { ko: '추가', en: 'Added' },
  gone: { ko: '제외', en: 'Left out' },
  title: { ko: '이슈명', en: 'Title' },
  grade: { ko: '중요도', en: 'Grade' },
  direction: { ko: '대응방향', en: 'Direction' },
  month: { ko: '예상 시기', en: 'Month expected' },
  day: { ko: '예상일', en: 'Day expected' },
  lead: { ko: '주관부서', en: 'Lead' },
  text: { ko: '세부내용', en: 'Details' },
  opening: { ko: '총평', en: 'Opening remark' },
  remarks: { ko: '행정사항', en: 'Administrative items' },
  policyNo: { ko: '방침번호', en: 'Policy number' },
  consulted: { ko: '협조', en: 'Offices consulted' },
  rest: { ko: '집계·일정', en: 'Figures and dates' },
} as const satisfies Labels<ChangeOfEdition>;

/** What became of an issue between two dates, in the order in which it is told. */
export const ISSUE_CHANGES = ['new', 'up', 'down', 'reopened', 'closed'] as const;
export type IssueChange = (typeof ISSUE_CHANGES)[number];
export const ISSUE_CHANGE_LABELS = {
  new: { ko: '신규', en: 'New' },
  up: { ko: '상향', en: 'Up' },
  down: { ko: '하향', en: 'Down' },
  reopened: { ko: '재개', en: 'Reopened' },
  closed: { ko: '종결', en: 'Closed' },
} as const satisfies Labels<IssueChange>;

/** What an edition can be read as, in the order in which offices ask for it. */
export const FORMATS = {
  pdf: 'application/pdf',
  hwpx: 'application/hwp+zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;
export type Format = keyof typeof FORMATS;
/** What a one-page brief (현안보고) comes in: nobody calculates with one. */
export const BRIEF_FORMATS = ['pdf', 'hwpx', 'html', 'txt'] as const satisfies Format[];
export type BriefFormat = (typeof BRIEF_FORMATS)[number];
