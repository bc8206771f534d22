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

export const RESPONSE_STATES = ['submitted', 'accepted', 'returned'] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/** What a department says of its measure: 완료 · 추진 중 · 검토 중 · 수용 곤란 · 해당 없음. */
export const MEASURE_STATUSES = [
  'done',
  'underway',
  'considering',
  'not-acceptable',
  'not-applicable',
] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];
