import { REQUEST_STATES } from '#actions/vocabulary.js';
import { CHANNELS, DIRECTIONS, GRADES, HORIZONS, OUTCOMES } from '#issues/vocabulary.js';
import { Amount, Day, Flag, Id, Instant, ListOf, Month, OneOf, Part, Text, Whole } from '#platform/fields.js';
import { BASES, EVIDENCE, REASON_KINDS, RESULTS, SURPRISES } from '#reports/vocabulary.js';

class ReasonAnswer {
  @OneOf(REASON_KINDS)
  kind: string;

  @Text({ min: 0, max: 2000 })
  text: string;
}

class EvidenceAnswer {
  @OneOf(EVIDENCE)
  of: string;

  @Amount({ min: -100, max: 100, description: '확률에 더한 값(로그 오즈)' })
  change: number;
}

class BriefAlternative {
  @OneOf([...HORIZONS, 'none'], { nullable: true })
  horizon: string | null;

  @Text({ min: 0, max: 2000 })
  text: string;

  @Text({ max: 2000, nullable: true })
  effect: string | null;

  @Text({ max: 2000, nullable: true })
  cost: string | null;

  @Text({ max: 2000, nullable: true })
  sideEffect: string | null;

  @Flag()
  recommended: boolean;
}

class AnswerStanding {
  @OneOf(REQUEST_STATES, { nullable: true, description: '가장 늦은 요청의 상태' })
  state: string | null;

  @Whole({ min: 0, max: 1e6 })
  asked: number;

  @Whole({ min: 0, max: 1e6 })
  answered: number;
}

const PROBABILITY = { min: 0, max: 1, nullable: true, description: '무조치 시 그 달에 쟁점화될 확률' };

class OutlookItemAnswer {
  @Whole({ min: 1, max: 1e6 })
  rank: number;

  @Id()
  issueId: string;

  @Text({ max: 20 })
  number: string;

  @Text({ max: 300 })
  title: string;

  @OneOf(CHANNELS)
  channel: string;

  @OneOf(GRADES)
  grade: string;

  @OneOf(['up', 'down', 'same', 'new'], { description: '전월 보고 대비' })
  trend: string;

  @OneOf(DIRECTIONS)
  direction: string;

  @Month()
  expectedMonth: string;

  @Day({ nullable: true })
  expectedOn: string | null;

  @ListOf(() => ReasonAnswer, { max: 20, description: '첫째가 대표 사유' })
  reasons: ReasonAnswer[];

  @Amount(PROBABILITY)
  probability: number | null;

  @Amount({ min: 0, max: 1, nullable: true, description: '대표 사유의 기준 확률' })
  base: number | null;

  @ListOf(() => EvidenceAnswer, { max: 20 })
  evidence: EvidenceAnswer[];

  @Amount({ min: -100, max: 100, description: '과거 적중에 따른 보정(로그 오즈)' })
  correction: number;

  @Text({ max: 100, nullable: true, description: '주관부서' })
  leadDepartment: string | null;

  @ListOf('text', { max: 1000, description: '협조부서' })
  supportingDepartments: string[];

  @Part(() => AnswerStanding)
  answer: AnswerStanding;

  @ListOf(() => BriefAlternative, { max: 3 })
  alternatives: BriefAlternative[];
}

export class OutlookAnswer {
  @Month()
  month: string;

  @Whole({ min: 1, max: 1e6, nullable: true, description: '확정본의 차수. 없으면 오늘 기준 전망' })
  edition: number | null;

  @Day()
  asOf: string;

  @ListOf(() => OutlookItemAnswer, { max: 100_000 })
  items: OutlookItemAnswer[];
}

class BrierAnswer {
  @Amount({ min: 0, max: 1, description: '0이 완전 적중. 예방은 제외' })
  score: number;

  @Whole({ min: 1, max: 1e9 })
  count: number;
}

class TallyAnswer {
  @Whole({ min: 0, max: 1e9 })
  total: number;

  @Whole({ min: 0, max: 1e9 })
  occurred: number;

  @Whole({ min: 0, max: 1e9 })
  prevented: number;

  @Whole({ min: 0, max: 1e9 })
  eased: number;

  @Whole({ min: 0, max: 1e9 })
  'did-not-occur': number;

  @Whole({ min: 0, max: 1e9, description: '진행 중' })
  open: number;

  @Whole({ min: 0, max: 1e9, description: '담당자가 확인한 건' })
  confirmed: number;

  @Whole({ min: 0, max: 1e9, description: '미예측' })
  unforeseen: number;

  @Part(() => BrierAnswer, { nullable: true })
  brier: BrierAnswer | null;
}

class ChannelTally extends TallyAnswer {
  @OneOf(CHANNELS)
  channel: string;
}

class MonthTally extends TallyAnswer {
  @Month()
  month: string;
}

export class OutlookYearAnswer {
  @Whole({ min: 1900, max: 2199 })
  year: number;

  @Part(() => TallyAnswer)
  counts: TallyAnswer;

  @ListOf(() => ChannelTally, { max: 10 })
  byChannel: ChannelTally[];

  @ListOf(() => MonthTally, { max: 12, description: '리포트가 확정된 달' })
  byMonth: MonthTally[];
}

class SettledAnswer {
  @Id()
  issueId: string;

  @Text({ max: 20 })
  number: string;

  @Text({ max: 300 })
  title: string;

  @OneOf(CHANNELS)
  channel: string;

  @OneOf(OUTCOMES, { nullable: true })
  outcome: string | null;

  @Whole({ min: 0, max: 1e9, description: '그 달의 동향' })
  signals: number;

  @Whole({ min: 0, max: 1e9, description: '전달의 동향' })
  before: number;

  @Text({ max: 2000, nullable: true })
  reason: string | null;

  @Text({ max: 200, nullable: true })
  decidedBy: string | null;

  @Instant({ nullable: true })
  decidedAt: string | null;
}

class ResultAnswer extends SettledAnswer {
  @Whole({ min: 1, max: 1e6 })
  rank: number;

  @OneOf(GRADES)
  grade: string;

  @OneOf(REASON_KINDS, { nullable: true })
  reasonKind: string | null;

  @Amount(PROBABILITY)
  probability: number | null;

  @OneOf(RESULTS, { nullable: true, description: '규칙의 제안' })
  proposed: string | null;

  @OneOf(BASES, { description: '제안의 근거' })
  basis: string;

  @OneOf(RESULTS, { nullable: true, description: '담당자의 확인' })
  result: string | null;
}

class UnforeseenAnswer extends SettledAnswer {
  @OneOf(GRADES, { nullable: true })
  grade: string | null;

  @Flag({ description: '규칙이 찾음. 아니면 담당자가 추가' })
  byRule: boolean;

  @OneOf(SURPRISES, { nullable: true, description: '담당자의 확인. 없으면 미예측으로 셈' })
  result: string | null;
}

export class OutlookResultsAnswer {
  @Month()
  month: string;

  @Whole({ min: 1, max: 1e6, nullable: true })
  edition: number | null;

  @Flag({ description: '그 달이 지남' })
  over: boolean;

  @Day({ description: '결과를 정리할 날' })
  dueOn: string;

  @Part(() => TallyAnswer)
  counts: TallyAnswer;

  @ListOf(() => ChannelTally, { max: 10 })
  byChannel: ChannelTally[];

  @ListOf(() => ResultAnswer, { max: 100_000 })
  entries: ResultAnswer[];

  @ListOf(() => UnforeseenAnswer, { max: 100_000 })
  unforeseen: UnforeseenAnswer[];
}

class SettlementBody {
  @Id()
  issueId: string;

  @OneOf([...RESULTS, ...SURPRISES], { description: '예상한 이슈는 결과, 그 밖에는 미예측 여부' })
  result: (typeof RESULTS)[number] | (typeof SURPRISES)[number];

  @Text({ max: 2000, optional: true, nullable: true, description: '제안과 다르면 필수' })
  reason?: string | null;
}

export class SettlementsBody {
  @ListOf(() => SettlementBody, { max: 500 })
  entries: SettlementBody[];
}
