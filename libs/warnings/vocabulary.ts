import type { Labels } from '#platform/labels.js';

/** 예의주시 asks for a look, 조기 알림 for an answer. Never 주의보 or 경보: those are words of the disaster law. */
export const WARNING_LEVELS = ['watch', 'alert'] as const;
export type WarningLevel = (typeof WARNING_LEVELS)[number];
export const WARNING_LABELS = {
  watch: { ko: '예의주시', en: 'Watch' },
  alert: { ko: '조기 알림', en: 'Early alert' },
} as const satisfies Labels<WarningLevel>;

/** What a rule looks at: the signals of each issue, of each story, or all that speak of certain words. */
export const WARNING_SCOPES = ['issue', 'cluster', 'words'] as const;
export type WarningScope = (typeof WARNING_SCOPES)[number];
export const SCOPE_LABELS = {
  issue: { ko: '이슈마다', en: 'Each issue' },
  cluster: { ko: '같은 보도 묶음마다(이슈 등록 전)', en: 'Each story that is no issue yet' },
  words: { ko: '키워드가 들어간 동향 전체', en: 'All signals with certain words' },
} as const satisfies Labels<WarningScope>;

export const MEASURES = ['count', 'outlets'] as const;
export type Measure = (typeof MEASURES)[number];
export const MEASURE_LABELS = {
  count: { ko: '건수(같은 보도는 1건)', en: 'Number (one a story)' },
  outlets: { ko: '매체 수', en: 'Outlets' },
} as const satisfies Labels<Measure>;

/** What is usual: the same days of the weeks before, or what the signals themselves are compared with. */
export const BASELINES = ['weeks', 'own'] as const;
export type Baseline = (typeof BASELINES)[number];
export const BASELINE_LABELS = {
  weeks: {
    ko: '직전 같은 기간의 평균(보도 묶음은 묶음 대부분이 미친 수준)',
    en: 'the same days of the weeks before (of stories: what nearly all of them reached)',
  },
  own: { ko: '동향에 적힌 비교 기준(전년 동기 등)', en: 'what the signals are compared with' },
} as const satisfies Labels<Baseline>;
