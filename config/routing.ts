import type { Position } from '#people/vocabulary.js';
import type { Direction, FactorName, Grade, Level, Quality, Requirable } from '#issues/vocabulary.js';
import type { Label } from './channels.js';
import type { DepartmentName } from './departments.js';

/** A unit asked to support (협조) as soon as a factor reaches a level, or the text speaks of its subject. */
export interface SupportRule {
  factor?: FactorName;
  atLeast?: Level;
  words?: readonly string[];
  department: DepartmentName;
  reason: string;
}

/** Lowest position that may do it; null: the act does not occur at this grade. */
export type ByGrade = Readonly<Record<Grade, Position | null>>;

export interface DecisionRule {
  label: Label;
  position: ByGrade;
  /** Consulted before, or told afterwards. */
  consult?: Readonly<Partial<Record<Grade, Position>>>;
  reportTo?: Readonly<Partial<Record<Grade, Position>>>;
}

export interface RoutingPolicy {
  /** Who should answer, proposed from the grade. */
  direction: Readonly<Record<Grade, Direction>>;
  /** True: a person decides; false: the proposal takes effect by itself. */
  decision: Readonly<Record<Grade, boolean>>;
  /** What a person's decision at the grade cannot do without; what else an issue lacks stays a finding (자료 점검). */
  required: Readonly<Record<Grade, readonly Requirable[]>>;
  /** What is shown beside a decision at the grade where the issue lacks it; of all findings (자료 점검) the ones that a decision should not go without. */
  reminds: Readonly<Record<Grade, readonly Quality[]>>;
  /** The heaviest grade proposed for levels that nobody has confirmed; the reasons tell what would follow if they were. */
  unconfirmedUpTo: Grade;
  /** So many points below the threshold of a grade a lighter proposal asks first, where nobody has judged any level. */
  margins: Readonly<Partial<Record<Grade, number>>>;
  /** From this grade on, 현안회의 상정 (chaired by a vice mayor) is proposed. */
  agendaFrom: Grade;
  support: readonly SupportRule[];
  decides: Readonly<Record<string, DecisionRule>>;
  /** Putting scores, thresholds and tolerance of all issues into force (평가기준 시행). */
  policies: Position;
  /** Confirming the monthly report. */
  report: Position;
  /** The grade at which a request is also made by telephone. */
  callAt: Grade;
  /** One who registered an issue may not alone confirm these. */
  fourEyes: readonly Grade[];
}

/** Nothing is sent to nobody: a lead department where a department is to answer and the request names none. */
const WHO_ACTS = ['grade', 'direction', 'leadDepartmentId'] as const;

/** When it is expected, and what may happen then. */
const FORESEEN = ['no-expected-month', 'month-passed', 'no-risks'] as const;

/**
 * Who answers and who decides. The table of positions is judgement of practice after the usual 사무전결처리규칙 (the city's own table
 * was not found): the first thing an office should compare with its rules.
 */
export const ROUTING = {
  direction: { critical: 'department', high: 'department', moderate: 'department', low: 'self' },
  decision: { critical: true, high: true, moderate: false, low: false },
  // An office that decides on 높음 only with 예상 시기, 대안 or 대응유형 adds them to its row.
  required: { critical: WHO_ACTS, high: WHO_ACTS, moderate: WHO_ACTS, low: WHO_ACTS },
  // A finding, not a refusal: by the published API a decision stands on title, summary and channel, and two alternatives would be ceremony.
  reminds: { critical: FORESEEN, high: FORESEEN, moderate: [], low: [] },
  // One false 매우 높음 costs a year of trust: rather ask than claim.
  unconfirmedUpTo: 'high',
  // From 보통 on a department answers: a word more or less in the text should not decide that.
  margins: { moderate: 5 },
  agendaFrom: 'critical',
  support: [
    { factor: 'press', atLeast: 4, department: '대변인', reason: '언론 확산도 4단계 이상: 언론대응 협조' },
    {
      factor: 'council',
      atLeast: 4,
      department: '정무부시장실',
      reason: '의회·정치 쟁점도 4단계 이상: 의회 협의',
    },
    {
      factor: 'legalAudit',
      atLeast: 4,
      department: '기획조정실',
      reason: '법적·감사 책임 4단계 이상: 법무 검토',
    },
    { factor: 'budget', atLeast: 4, department: '기획조정실', reason: '재정 부담 4단계 이상: 예산 협의' },
    {
      words: ['^인파', '밀집', '압사', '재난', '붕괴', '침수', '함몰', '지반침하', '싱크홀', '폭설', '^제설'],
      department: '안전총괄실',
      reason: '인파·재난 사안: 안전 협조',
    },
  ],
  decides: {
    // 중요도·대응방향 확정
    confirm: {
      label: { ko: '중요도·대응방향 확정', en: 'Deciding on grade and direction' },
      position: { critical: 'office-head', high: 'division-head', moderate: 'team-leader', low: 'staff' },
      consult: { high: 'bureau-head' },
    },
    // 하향: the position that confirmed.
    lower: {
      label: { ko: '중요도 하향', en: 'Lowering the grade' },
      position: { critical: 'office-head', high: 'division-head', moderate: 'team-leader', low: 'staff' },
    },
    // 실·국에 요청 발송: in whose name; critical with a telephone call.
    send: {
      label: { ko: '실·국에 요청 발송', en: 'Sending requests' },
      position: { critical: 'office-head', high: 'division-head', moderate: 'division-head', low: null },
    },
    // 회신의 부서 내 확인자
    answer: {
      label: { ko: '회신 확인(부서)', en: 'Confirming a response' },
      position: { critical: 'bureau-head', high: 'division-head', moderate: 'division-head', low: null },
    },
    // 위기 전환: anyone, at once, reported afterwards; delaying it is worse.
    crisis: {
      label: { ko: '위기 전환', en: 'Handing over as crisis' },
      position: { critical: 'staff', high: 'staff', moderate: 'staff', low: 'staff' },
      reportTo: {
        critical: 'office-head',
        high: 'office-head',
        moderate: 'division-head',
        low: 'division-head',
      },
    },
    // 리스크 감수(수용)
    accept: {
      label: { ko: '리스크 감수(수용)', en: 'Accepting the risk' },
      position: {
        critical: 'vice-mayor',
        high: 'office-head',
        moderate: 'division-head',
        low: 'team-leader',
      },
    },
    // 종결
    close: {
      label: { ko: '종결', en: 'Closing' },
      position: { critical: 'division-head', high: 'division-head', moderate: 'team-leader', low: 'staff' },
      reportTo: { critical: 'office-head' },
    },
  },
  policies: 'division-head',
  report: 'office-head',
  callAt: 'critical',
  fourEyes: ['critical'],
} as const satisfies RoutingPolicy;

/** An act reserved to positions by grade. */
export type ReservedAct = keyof typeof ROUTING.decides;
