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
export const REQUEST_LABELS = {
  planned: '발송 전',
  delivered: '발송',
  acknowledged: '접수',
  refused: '소관 조정 요청',
  answered: '회신',
  accepted: '이행 확인',
  returned: '보완 요청',
  cancelled: '요청 철회',
} as const satisfies Record<RequestState, string>;

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
