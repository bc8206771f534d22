/** The order is the pipeline: an issue only ever moves one step to the right. */
export const STAGES = ['identify', 'analyze', 'prioritize', 'act', 'closed'] as const;
export type Stage = (typeof STAGES)[number];
export const STAGE_LABELS = {
  identify: '1단계 인지·발굴',
  analyze: '2단계 중요도 분석·검토',
  prioritize: '3단계 중요도·대응방향 설정',
  act: '4단계 실행·환류',
  closed: '종결',
} as const satisfies Record<Stage, string>;

/** Where an issue stands within its stage. */
export const STATES = ['processing', 'review', 'open', 'parked', 'done'] as const;
export type State = (typeof STATES)[number];
export const STATE_LABELS = {
  processing: '자동 분석 중',
  review: '검토 대기',
  open: '부서 대응 중',
  parked: '처리 오류',
  done: '완료',
} as const satisfies Record<State, string>;

/** Weight of an issue (중요도), heaviest first. */
export const GRADES = ['critical', 'high', 'moderate', 'low'] as const;
export type Grade = (typeof GRADES)[number];

/** Who answers (대응방향): our office itself, or departments. */
export const DIRECTIONS = ['self', 'department'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where criticism comes from; `own` is what the office finds itself (자체 발굴). */
export const CHANNELS = ['politics', 'press', 'audit', 'complaint', 'own'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Short term (단기), long term (장기); a request may carry neither. */
export const HORIZONS = ['short', 'long'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** What an officer may decide on an issue under review. */
export const DECISION_OUTCOMES = ['confirm', 'override', 'reject', 'merge', 'crisis'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** What became of an issue (환류), required on closing. */
export const OUTCOMES = [
  'prevented',
  'eased',
  'occurred',
  'spread',
  'did-not-occur',
  'not-a-risk',
  'not-ours',
  'ended',
  'long-term',
  'crisis',
  'duplicate',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The ten factors of the score, in the order of the scoring table (practice.md 4). */
export const FACTORS = [
  'safety',
  'vulnerable',
  'reach',
  'budget',
  'legalAudit',
  'council',
  'press',
  'persistence',
  'imminence',
  'controllability',
] as const;
export type FactorName = (typeof FACTORS)[number];

/** 1 (least) to 5 (most). */
export type Level = 1 | 2 | 3 | 4 | 5;
