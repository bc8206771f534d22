import type { Labels } from '#platform/labels.js';

/** 수요조회: open until the office closes it, the report of its month is issued, or the month is over. */
export const ROUND_STATES = ['open', 'closed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const ROUND_LABELS = {
  open: { ko: '진행 중', en: 'Open' },
  closed: { ko: '마감', en: 'Closed' },
} as const satisfies Labels<RoundState>;

/** What a department says: 해당 없음, or what it expects. */
export const ROUND_ANSWERS = ['none', 'issues'] as const;
export type RoundAnswerKind = (typeof ROUND_ANSWERS)[number];

/** Where a department stands in a round. */
export const ROUND_STANDINGS = ['waiting', ...ROUND_ANSWERS] as const;
export type RoundStanding = (typeof ROUND_STANDINGS)[number];
export const ROUND_STANDING_LABELS = {
  waiting: { ko: '미회신', en: 'Not answered' },
  none: { ko: '해당 없음', en: 'Nothing expected' },
  issues: { ko: '예상 이슈 회신', en: 'Issues expected' },
} as const satisfies Labels<RoundStanding>;

/** What a department says of an issue that is expected already. */
export const REMARKS = ['as-expected', 'otherwise'] as const;
export type RemarkStand = (typeof REMARKS)[number];
export const REMARK_LABELS = {
  'as-expected': { ko: '예상대로', en: 'As expected' },
  otherwise: { ko: '다름(정정)', en: 'Otherwise' },
} as const satisfies Labels<RemarkStand>;
