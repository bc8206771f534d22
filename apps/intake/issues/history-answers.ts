import { AUTHORITIES, DECISION_OUTCOMES, DIRECTIONS, GRADES, STAGES } from '#issues/vocabulary.js';
import { Amount, Free, Id, Instant, ListOf, OneOf, Part, Text, Whole } from '#platform/fields.js';
import { ApprovalAnswer } from './judgement-answers.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

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

  @Text({ max: 200, nullable: true, description: '대결: 이 사람을 대신하여' })
  onBehalfOf: string | null;

  @Instant()
  decidedAt: string;

  @Instant({ ...nullable, description: '이후 내용 변경으로 효력을 잃은 때' })
  voidedAt: string | null;

  @OneOf(AUTHORITIES)
  authority: string;

  @Part(() => ApprovalAnswer, nullable)
  approval: ApprovalAnswer | null;
}
