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

/** Whether who confirmed an answer has the rank that the grade asks for. */
export const CONFIRMATIONS = ['enough', 'below', 'missing', 'unclear'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];
export const CONFIRMATION_LABELS = {
  enough: { ko: '확인자 적정', en: 'Confirmed' },
  below: { ko: '확인자 직위 미달', en: 'Confirmed too low' },
  missing: { ko: '확인자 없음', en: 'Not confirmed' },
  unclear: { ko: '확인자 직위 불명', en: 'Position unclear' },
} as const satisfies Labels<Confirmation>;

/** What waits for somebody (내 업무), the department's first. */
export const WORK_KINDS = [
  'acknowledge',
  'assign',
  'answer',
  'complete',
  'collect',
  'progress',
  'foresee',
  'decide',
  'review',
  'settle',
  'gather',
  'look-again',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];
export const WORK_LABELS = {
  acknowledge: { ko: '접수', en: 'To receive' },
  assign: { ko: '배부', en: 'To assign' },
  answer: { ko: '회신', en: 'To answer' },
  complete: { ko: '보완', en: 'To complete' },
  collect: { ko: '총괄 회신', en: 'To answer for all' },
  progress: { ko: '이행점검', en: 'To tell how it comes along' },
  foresee: { ko: '수요조회 회신', en: 'What do you expect?' },
  decide: { ko: '검토·결정', en: 'To decide' },
  review: { ko: '회신 검토', en: 'To review' },
  settle: { ko: '소관 조정', en: 'To settle' },
  gather: { ko: '수요조회 취합', en: 'To gather' },
  'look-again': { ko: '재검토', en: 'To look at again' },
} as const satisfies Labels<WorkKind>;

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

/** What a department may be late with: 접수, 배부, 회신, and the quarterly word on a long-term measure (이행점검). */
export const AWAITED = ['acknowledgement', 'assignment', 'answer', 'progress'] as const;
export type Awaited = (typeof AWAITED)[number];
export const AWAITED_LABELS = {
  acknowledgement: { ko: '접수', en: 'Receipt' },
  assignment: { ko: '배부', en: 'Assignment' },
  answer: { ko: '회신', en: 'Answer' },
  progress: { ko: '분기 이행점검', en: 'Quarterly check' },
} as const satisfies Labels<Awaited>;

/** What the office may be late with: whose a refused request is, and judging an answer. */
export const OFFICE_AWAITED = ['settlement', 'review'] as const;
export type OfficeAwaited = (typeof OFFICE_AWAITED)[number];
export const isOfficeAwaited = (of: string): of is OfficeAwaited =>
  (OFFICE_AWAITED as readonly string[]).includes(of);

/** A word up the line (상향 보고): what goes to a superior above the division waits for an officer's release. */
export const ESCALATION_STATES = ['prepared', 'released', 'dismissed', 'withdrawn', 'automatic'] as const;
export type EscalationState = (typeof ESCALATION_STATES)[number];
export const ESCALATION_LABELS = {
  prepared: { ko: '보고 준비', en: 'Prepared' },
  released: { ko: '보고함', en: 'Released' },
  dismissed: { ko: '보고하지 않음', en: 'Dismissed' },
  withdrawn: { ko: '회신 등으로 거둠', en: 'Withdrawn' },
  automatic: { ko: '자동 보고', en: 'Automatic' },
} as const satisfies Labels<EscalationState>;
