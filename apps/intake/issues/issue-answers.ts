import {
  AUTHORITIES,
  CHANNELS,
  CONFIDENCES,
  DECISION_OUTCOMES,
  DIRECTIONS,
  GRADES,
  HORIZONS,
  MODES,
  OUTCOMES,
  PLACES,
  STAGES,
  STATES,
  TREATMENTS,
} from '#issues/vocabulary.js';
import { ISSUE_KIND_NAMES } from '#config/issue-kinds.js';
import { POSITIONS } from '#people/vocabulary.js';
import {
  Amount,
  Day,
  Flag,
  Free,
  Id,
  Instant,
  ListOf,
  Month,
  OneOf,
  Part,
  Text,
  Whole,
} from '#platform/fields.js';
import { ChildClosedAnswer, LinkedIssueAnswer } from './linked-answers.js';
import { RequestAnswer } from '../actions/request-answers.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

export class RiskAnswer {
  @Text({ max: LONG })
  text: string;

  @Text({ max: LONG, optional: true, ...nullable })
  footnote?: string | null;
}

export class IssueSignalAnswer {
  @Id()
  id: string;

  @OneOf(CHANNELS)
  channel: string;

  @Text({ max: LONG, ...nullable })
  kind: string | null;

  @Text({ max: LONG })
  title: string;

  @Text({ max: LONG, ...nullable })
  outlet: string | null;

  @Text({ max: LONG, ...nullable })
  url: string | null;

  @Day(nullable)
  publishedOn: string | null;

  @Whole({ min: 0, max: 1e9, ...nullable })
  count: number | null;

  @Day(nullable)
  periodFrom: string | null;

  @Day(nullable)
  periodTo: string | null;

  @Amount({ min: 0, max: 1e9, ...nullable })
  baseline: number | null;
}

export class AlternativeAnswer {
  @Id()
  id: string;

  @OneOf([...HORIZONS, 'none'], nullable)
  horizon: string | null;

  @Text({ max: LONG })
  text: string;

  @Text({ max: LONG, ...nullable })
  effect: string | null;

  @Text({ max: LONG, ...nullable })
  cost: string | null;

  @Text({ max: LONG, ...nullable })
  sideEffect: string | null;

  @Text({ max: LONG, ...nullable })
  precedent: string | null;

  @Flag()
  recommended: boolean;

  @Instant(nullable)
  chosenAt: string | null;

  @Text({ max: 200, ...nullable })
  chosenBy: string | null;

  @Text({ max: LONG, ...nullable })
  choiceReason: string | null;
}

export class ApprovalAnswer {
  @OneOf(POSITIONS)
  position: string;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 200, ...nullable })
  docNo: string | null;
}

export class LevelAnswer {
  @OneOf(GRADES, nullable)
  grade: string | null;

  @Amount({ min: 0, max: 100, ...nullable })
  score: number | null;
}

export class LevelsAnswer {
  @Part(() => LevelAnswer, { description: '최초 수준' })
  inherent: LevelAnswer;

  @Part(() => LevelAnswer, { description: '현재 수준' })
  current: LevelAnswer;

  @Part(() => LevelAnswer, { description: '목표 수준' })
  target: LevelAnswer;
}

export class AcceptanceAnswer {
  @Id()
  id: string;

  @Text({ max: LONG })
  reason: string;

  @OneOf(GRADES)
  grade: string;

  @Day()
  expiresOn: string;

  @Text({ max: 200 })
  acceptedBy: string;

  @Instant()
  acceptedAt: string;

  @OneOf(AUTHORITIES)
  authority: string;

  @Part(() => ApprovalAnswer, nullable)
  approval: ApprovalAnswer | null;
}

export class IssueAnswer {
  @Id()
  id: string;

  @Text({ max: 20, example: '2026-0001' })
  number: string;

  @Text({ max: LONG })
  title: string;

  @Text({ max: LONG })
  summary: string;

  @OneOf(CHANNELS)
  channel: string;

  @OneOf(STAGES)
  stage: string;

  @OneOf(STATES)
  state: string;

  @Whole({ min: 1, max: 1e9 })
  revision: number;

  @Whole({ min: 1, max: 1e9 })
  version: number;

  @OneOf(GRADES, nullable)
  grade: string | null;

  @OneOf(DIRECTIONS, nullable)
  direction: string | null;

  @Amount({ min: 0, max: 100, ...nullable })
  score: number | null;

  @Whole({ min: 1, max: 5, ...nullable })
  impact: number | null;

  @Whole({ min: 1, max: 5, ...nullable })
  likelihood: number | null;

  @Month(nullable)
  expectedMonth: string | null;

  @Text({ max: LONG, ...nullable })
  expectedReason: string | null;

  @Day(nullable)
  expectedOn: string | null;

  @Id(nullable)
  leadDepartmentId: string | null;

  @OneOf(['officer', 'rule'], nullable)
  leadBy: string | null;

  @Instant(nullable)
  dueAt: string | null;

  @Flag()
  confidential: boolean;

  @Flag({ description: '실행 중 재평가 결과의 검토가 필요함' })
  needsReview: boolean;

  @ListOf('text', { max: 1000, itemMax: LONG })
  notes: string[];

  @ListOf(() => RiskAnswer, { max: 1000 })
  risks: RiskAnswer[];

  @OneOf(TREATMENTS, nullable)
  treatment: string | null;

  @OneOf(MODES, nullable)
  mode: string | null;

  @Flag({ description: '현안회의 상정' })
  agenda: boolean;

  @OneOf(CONFIDENCES, nullable)
  confidence: string | null;

  @OneOf(GRADES, nullable)
  targetGrade: string | null;

  @Part(() => LevelsAnswer, nullable)
  levels: LevelsAnswer | null;

  @Flag({ description: '허용 수준 초과' })
  aboveAppetite: boolean;

  @OneOf(PLACES, nullable)
  placed: string | null;

  @Text({ max: LONG, ...nullable })
  placedReason: string | null;

  @ListOf('text', { max: 100, description: '자료 점검 결과(코드)' })
  quality: string[];

  @Part(() => AcceptanceAnswer, nullable)
  acceptance: AcceptanceAnswer | null;

  @OneOf(OUTCOMES, nullable)
  outcome: string | null;

  @Text({ max: LONG, ...nullable })
  lesson: string | null;

  @Id(nullable)
  mergedInto: string | null;

  @ListOf(() => LinkedIssueAnswer, { max: 10_000, description: '이 이슈에 병합된 이슈' })
  mergedFrom: LinkedIssueAnswer[];

  @Id({ ...nullable, description: '상위 이슈' })
  parentId: string | null;

  @ListOf(() => LinkedIssueAnswer, { max: 10_000, description: '하위 이슈' })
  children: LinkedIssueAnswer[];

  @Id({ ...nullable, description: '사후관리의 바탕이 된 위기' })
  followUpOf: string | null;

  @ListOf(() => LinkedIssueAnswer, { max: 10_000, description: '위기의 사후관리 이슈' })
  followUps: LinkedIssueAnswer[];

  @Id({ ...nullable, description: '위기를 인계받은 부서' })
  handedOverTo: string | null;

  @ListOf('text', { max: 25 })
  districts: string[];

  @OneOf(ISSUE_KIND_NAMES, nullable)
  kind: string | null;

  @Free({ description: '이슈 유형별 항목' })
  fields: Record<string, unknown>;

  @Instant(nullable)
  closedAt: string | null;

  @Id(nullable)
  createdBy: string | null;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;

  @ListOf(() => IssueSignalAnswer, { max: 10_000 })
  signals: IssueSignalAnswer[];

  @ListOf(() => AlternativeAnswer, { max: 1000 })
  alternatives: AlternativeAnswer[];

  @ListOf(() => RequestAnswer, { max: 10_000 })
  requests: RequestAnswer[];

  @ListOf('id', { max: 10_000 })
  readers: string[];
}

/** A closed issue, and what became of the issues under it that were to close too. */
export class IssueClosedAnswer extends IssueAnswer {
  @ListOf(() => ChildClosedAnswer, { max: 200 })
  closedChildren: ChildClosedAnswer[];
}

export class FactorAnswer {
  @Text({ max: 40 })
  name: string;

  @Whole({ min: 1, max: 5 })
  value: number;

  @Amount({ min: 0, max: 100 })
  weight: number;

  @Amount({ min: 0, max: 100 })
  contribution: number;

  @ListOf('text', { max: 1000, itemMax: LONG })
  evidence: string[];

  @Whole({ min: 1, max: 5, optional: true, ...nullable, description: '담당자 확인을 요청하는 단계' })
  proposed?: number | null;
}

export class AssessmentAnswer {
  @OneOf(STAGES)
  stage: string;

  @Whole({ min: 1, max: 1e9 })
  revision: number;

  @Text({ max: 60 })
  policyVersion: string;

  @Amount({ min: 0, max: 100, ...nullable })
  score: number | null;

  @OneOf(GRADES, nullable)
  grade: string | null;

  @ListOf(() => FactorAnswer, { max: 100 })
  factors: FactorAnswer[];

  @Free({ description: '단계별 판단 근거' })
  findings: object;

  @Instant()
  at: string;
}

export class AssessmentsAnswer {
  @ListOf(() => AssessmentAnswer, { max: 10_000 })
  items: AssessmentAnswer[];
}

export class TimelineEntryAnswer {
  @Id()
  id: string;

  @Whole({ min: 1, max: 1e9 })
  seq: number;

  @Text({ max: 60 })
  name: string;

  @Free()
  payload: object;

  @Text({ max: 200, ...nullable, description: '처리자; 없으면 시스템' })
  actor: string | null;

  @Free({ ...nullable, description: '바뀐 항목: [이전, 이후]' })
  changes: object | null;

  @Instant()
  at: string;
}

export class DecisionAnswer {
  @Id()
  id: string;

  @OneOf(STAGES)
  stage: string;

  @Whole({ min: 1, max: 1e9 })
  revision: number;

  @OneOf(DECISION_OUTCOMES)
  outcome: string;

  @Text({ max: LONG, ...nullable })
  reason: string | null;

  @OneOf(GRADES, nullable)
  grade: string | null;

  @OneOf(DIRECTIONS, nullable)
  direction: string | null;

  @Id(nullable)
  leadDepartmentId: string | null;

  @Instant(nullable)
  dueAt: string | null;

  @Id(nullable)
  mergeInto: string | null;

  @Id({ ...nullable, description: '위기 인계 부서' })
  handOverTo: string | null;

  @Text({ max: 200 })
  decidedBy: string;

  @Instant()
  decidedAt: string;

  @Instant({ ...nullable, description: '이후 내용 변경으로 효력을 잃은 때' })
  voidedAt: string | null;

  @OneOf(AUTHORITIES)
  authority: string;

  @Part(() => ApprovalAnswer, nullable)
  approval: ApprovalAnswer | null;
}
