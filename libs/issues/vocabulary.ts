import type { Labels } from '#platform/labels.js';

/** The order is the pipeline: an issue only ever moves one step to the right. */
export const STAGES = ['identify', 'analyze', 'prioritize', 'act', 'closed'] as const;
export type Stage = (typeof STAGES)[number];
export const STAGE_LABELS = {
  identify: { ko: '1단계 인지·발굴', en: '1 Identify' },
  analyze: { ko: '2단계 중요도 분석·검토', en: '2 Analyze' },
  prioritize: { ko: '3단계 중요도·대응방향 설정', en: '3 Prioritize' },
  act: { ko: '4단계 실행·환류', en: '4 Act' },
  closed: { ko: '종결', en: 'Closed' },
} as const satisfies Labels<Stage>;

/** Where an issue stands within its stage. */
export const STATES = ['processing', 'review', 'open', 'parked', 'done'] as const;
export type State = (typeof STATES)[number];
export const STATE_LABELS = {
  processing: { ko: '자동 분석 중', en: 'Being assessed' },
  review: { ko: '검토 대기', en: 'Waits for review' },
  open: { ko: '부서 대응 중', en: 'Departments at work' },
  parked: { ko: '처리 오류', en: 'Failed step' },
  done: { ko: '완료', en: 'Done' },
} as const satisfies Labels<State>;

/** Weight of an issue (중요도), heaviest first. */
export const GRADES = ['critical', 'high', 'moderate', 'low'] as const;
export type Grade = (typeof GRADES)[number];
export const GRADE_LABELS = {
  critical: { ko: '매우 높음', en: 'Critical' },
  high: { ko: '높음', en: 'High' },
  moderate: { ko: '보통', en: 'Moderate' },
  low: { ko: '낮음', en: 'Low' },
} as const satisfies Labels<Grade>;

/** Who answers (대응방향): our office itself, or departments. */
export const DIRECTIONS = ['self', 'department'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const DIRECTION_LABELS = {
  self: { ko: '자체관리(평가담당관)', en: 'Office' },
  department: { ko: '실·국 대응', en: 'Departments' },
} as const satisfies Labels<Direction>;

/** What is done about a risk. Accepting it (감수) takes an approval of its own, with an end. */
export const TREATMENTS = ['avoid', 'reduce', 'transfer', 'accept'] as const;
export type Treatment = (typeof TREATMENTS)[number];
export const TREATMENT_LABELS = {
  avoid: { ko: '회피', en: 'Avoid' },
  reduce: { ko: '저감', en: 'Reduce' },
  transfer: { ko: '분담', en: 'Transfer' },
  accept: { ko: '수용(감수)', en: 'Accept' },
} as const satisfies Labels<Treatment>;

/** Before it happens, or afterwards. */
export const MODES = ['prevent', 'follow-up'] as const;
export type Mode = (typeof MODES)[number];
export const MODE_LABELS = {
  prevent: { ko: '사전예방', en: 'Prevention' },
  'follow-up': { ko: '사후관리', en: 'Follow-up' },
} as const satisfies Labels<Mode>;

/** How sure the assessor is (판단 확신도). */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
export const CONFIDENCE_LABELS = {
  low: { ko: '낮음', en: 'Low' },
  medium: { ko: '보통', en: 'Medium' },
  high: { ko: '높음', en: 'High' },
} as const satisfies Labels<Confidence>;

/** Out of its turn in the queue. */
export const PLACES = ['first', 'last'] as const;
export type Place = (typeof PLACES)[number];
export const PLACE_LABELS = {
  first: { ko: '맨 앞', en: 'First' },
  last: { ko: '맨 뒤', en: 'Last' },
} as const satisfies Labels<Place>;

/** What puts an issue where it stands in the queue. */
export const RANK_REASONS = ['grade', 'score', 'overdue', 'due', 'expected', 'waits', 'appetite'] as const;
export type RankReason = (typeof RANK_REASONS)[number];
export const RANK_LABELS = {
  grade: { ko: '중요도', en: 'Grade' },
  score: { ko: '점수', en: 'Score' },
  overdue: { ko: '기한 경과', en: 'Overdue' },
  due: { ko: '기한 임박', en: 'Due soon' },
  expected: { ko: '예상 시기', en: 'Expected soon' },
  waits: { ko: '결정 대기', en: 'Waits for a decision' },
  appetite: { ko: '허용 수준 초과', en: 'Above tolerance' },
} as const satisfies Labels<RankReason>;

/** By which right somebody decided: the own position, one delegated (전결 위임), or recorded what a superior approved. */
export const AUTHORITIES = ['own', 'delegated', 'recorded'] as const;
export type Authority = (typeof AUTHORITIES)[number];
export const AUTHORITY_LABELS = {
  own: { ko: '전결', en: 'Own position' },
  delegated: { ko: '위임 전결', en: 'Delegated' },
  recorded: { ko: '결재 결과 입력', en: 'Recorded approval' },
} as const satisfies Labels<Authority>;

/** What the policy may ask for before a person decides on an issue. */
export const REQUIRABLE = [
  'grade',
  'direction',
  'leadDepartmentId',
  'expectedMonth',
  'risks',
  'alternatives',
  'treatment',
  'mode',
  'confidence',
  'targetGrade',
] as const;
export type Requirable = (typeof REQUIRABLE)[number];
export const REQUIRABLE_LABELS = {
  grade: { ko: '중요도', en: 'grade' },
  direction: { ko: '대응방향', en: 'direction' },
  leadDepartmentId: { ko: '주관부서', en: 'lead department' },
  expectedMonth: { ko: '예상 시기', en: 'expected month' },
  risks: { ko: '예상되는 리스크', en: 'expected risks' },
  alternatives: { ko: '대안 2건(현행 유지 포함)', en: 'two alternatives' },
  treatment: { ko: '대응유형', en: 'treatment' },
  mode: { ko: '대응시점', en: 'mode' },
  confidence: { ko: '판단 확신도', en: 'confidence' },
  targetGrade: { ko: '목표 수준', en: 'target level' },
} as const satisfies Labels<Requirable>;

/** What an issue lacks (자료 점검). */
export const QUALITY = [
  'no-lead',
  'no-expected-month',
  'month-passed',
  'no-risks',
  'few-alternatives',
  'no-score',
  'no-treatment',
  'no-target',
  'target-above-current',
  'no-signals',
] as const;
export type Quality = (typeof QUALITY)[number];
export const QUALITY_LABELS = {
  'no-lead': { ko: '주관부서 없음', en: 'No lead department' },
  'no-expected-month': { ko: '예상 시기 없음', en: 'No expected month' },
  'month-passed': { ko: '예상 시기 지남', en: 'Expected month has passed' },
  'no-risks': { ko: '리스크 내용 없음', en: 'No risks described' },
  'few-alternatives': { ko: '대안 2건 미만', en: 'Fewer than two alternatives' },
  'no-score': { ko: '점수 없음', en: 'No score' },
  'no-treatment': { ko: '대응유형 미정', en: 'No treatment' },
  'no-target': { ko: '목표 수준 미정', en: 'No target level' },
  'target-above-current': { ko: '목표 수준이 현재보다 높음', en: 'Target above the current level' },
  'no-signals': { ko: '관련 동향 없음', en: 'No signals' },
} as const satisfies Labels<Quality>;

/** Where criticism comes from; `own` is what the office finds itself (자체 발굴). */
export const CHANNELS = ['politics', 'press', 'audit', 'complaint', 'own'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_LABELS = {
  politics: { ko: '의회·정치', en: 'Politics' },
  press: { ko: '언론', en: 'Press' },
  audit: { ko: '감사', en: 'Audit' },
  complaint: { ko: '민원', en: 'Complaints' },
  own: { ko: '자체 발굴', en: 'Own findings' },
} as const satisfies Labels<Channel>;

/** Short term (단기), long term (장기); a request may carry neither. */
export const HORIZONS = ['short', 'long'] as const;
export type Horizon = (typeof HORIZONS)[number];
export const HORIZON_LABELS = {
  short: { ko: '단기', en: 'Short term' },
  long: { ko: '장기', en: 'Long term' },
} as const satisfies Labels<Horizon>;

/** What an officer may decide on an issue under review. */
export const DECISION_OUTCOMES = ['confirm', 'override', 'reject', 'merge', 'crisis'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];
export const DECISION_LABELS = {
  confirm: { ko: '확정', en: 'Confirm' },
  override: { ko: '조정(사유 필수)', en: 'Override (with reason)' },
  reject: { ko: '리스크 제외', en: 'Not a risk' },
  merge: { ko: '병합', en: 'Merge' },
  crisis: { ko: '위기 전환(재난부서 인계)', en: 'Hand over as crisis' },
} as const satisfies Labels<DecisionOutcome>;

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
/** Outcomes that a person closes with; a crisis and a duplicate follow from a decision, which says where they went. */
export const CLOSING_OUTCOMES = OUTCOMES.filter(
  (outcome): outcome is Exclude<Outcome, 'crisis' | 'duplicate'> =>
    outcome !== 'crisis' && outcome !== 'duplicate',
);
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_LABELS = {
  prevented: { ko: '예방(조치 후 미발생)', en: 'Prevented by measures' },
  eased: { ko: '완화', en: 'Eased' },
  occurred: { ko: '현실화', en: 'Occurred' },
  spread: { ko: '확산', en: 'Spread' },
  'did-not-occur': { ko: '미발생(조치 없이)', en: 'Did not occur' },
  'not-a-risk': { ko: '해당 없음(리스크 제외)', en: 'Not a risk' },
  'not-ours': { ko: '소관 외(국가·자치구 사무)', en: 'Not ours' },
  ended: { ko: '사업 종료', en: 'Project ended' },
  'long-term': { ko: '장기과제 전환', en: 'Long-term task' },
  crisis: { ko: '위기 전환', en: 'Became a crisis' },
  duplicate: { ko: '병합', en: 'Merged' },
} as const satisfies Labels<Outcome>;

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

/** What a periodic review (정기 점검) concludes: as it is, something to change, or ready to be closed. */
export const REVIEW_OUTCOMES = ['keep', 'change', 'close-proposed'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];
export const REVIEW_LABELS = {
  keep: { ko: '계속 관리', en: 'Carry on' },
  change: { ko: '대응 조정 필요', en: 'Needs a change' },
  'close-proposed': { ko: '종결 검토', en: 'Ready to be closed' },
} as const satisfies Labels<ReviewOutcome>;

/** Whether it happened again some weeks after closing. */
export const RECURRED = ['yes', 'no', 'unclear'] as const;
export type Recurred = (typeof RECURRED)[number];
export const RECURRED_LABELS = {
  yes: { ko: '재발(재개)', en: 'Yes: taken up again' },
  no: { ko: '재발 없음', en: 'No' },
  unclear: { ko: '불분명(다시 확인)', en: 'Unclear: asked again' },
} as const satisfies Labels<Recurred>;
