import type { Labels } from '#platform/labels.js';

/** Life of a request (요청사항): sent, received, answered, judged; or refused, or withdrawn. */
export const REQUEST_STATES = [
  'planned',
  'delivered',
  'acknowledged',
  'refused',
  'answered',
  'accepted',
  'returned',
  'cancelled',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
/** States in which a department has to answer. */
export const AWAITED_STATES = ['delivered', 'acknowledged', 'returned'] as const satisfies RequestState[];
/** Nothing is asked of anybody any more. */
export const ENDED_STATES = ['accepted', 'cancelled'] as const satisfies RequestState[];
export const REQUEST_LABELS = {
  planned: { ko: '발송 전', en: 'Not sent yet' },
  delivered: { ko: '발송', en: 'Sent' },
  acknowledged: { ko: '접수', en: 'Received' },
  refused: { ko: '소관 조정 요청', en: 'Refused as not theirs' },
  answered: { ko: '회신', en: 'Answered' },
  accepted: { ko: '이행 확인', en: 'Accepted' },
  returned: { ko: '보완 요청', en: 'Returned' },
  cancelled: { ko: '요청 철회', en: 'Withdrawn' },
} as const satisfies Labels<RequestState>;

export const RESPONSE_STATES = ['submitted', 'accepted', 'returned'] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];
export const RESPONSE_LABELS = {
  submitted: { ko: '검토 대기', en: 'Waits for review' },
  accepted: { ko: '이행 확인', en: 'Accepted' },
  returned: { ko: '보완 요청', en: 'Returned' },
} as const satisfies Labels<ResponseState>;

/** What a department says of its measure: 완료 · 추진 중 · 검토 중 · 수용 곤란 · 해당 없음. */
export const MEASURE_STATUSES = [
  'done',
  'underway',
  'considering',
  'not-acceptable',
  'not-applicable',
] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];
export const MEASURE_LABELS = {
  done: { ko: '완료', en: 'Done' },
  underway: { ko: '추진 중', en: 'Under way' },
  considering: { ko: '검토 중', en: 'Being considered' },
  'not-acceptable': { ko: '수용 곤란', en: 'Not acceptable' },
  'not-applicable': { ko: '해당 없음', en: 'Not applicable' },
} as const satisfies Labels<MeasureStatus>;
