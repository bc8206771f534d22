import { AlternativeBody, RiskBody, Risks } from '#issues/new-issue-body.js';
import {
  DECISION_OUTCOMES,
  DIRECTIONS,
  GRADES,
  OUTCOMES,
  STAGES,
  type DecisionOutcome,
  type Direction,
  type Grade,
  type Outcome,
  type Stage,
} from '#issues/vocabulary.js';
import { Deadline, Id, ListOf, Month, OneOf, Text, Whole } from '#platform/fields.js';

export class IssueChangeBody {
  @Text({ line: true, max: 300, optional: true })
  title?: string;

  @Text({ max: 10_000, optional: true })
  summary?: string;

  @ListOf('text', { max: 50, optional: true })
  notes?: string[];

  @Risks()
  risks?: RiskBody[];

  @Month({ optional: true, nullable: true })
  expectedMonth?: string | null;

  @Whole({ min: 1, max: 5, optional: true, nullable: true })
  impact?: number | null;

  @Whole({ min: 1, max: 5, optional: true, nullable: true })
  likelihood?: number | null;

  @Id({ optional: true, nullable: true })
  leadDepartmentId?: string | null;

  @ListOf(() => AlternativeBody, { max: 10, optional: true })
  alternatives?: AlternativeBody[];

  @ListOf('id', { max: 200, optional: true })
  readers?: string[];
}

export class DecisionBody {
  @OneOf(STAGES)
  stage: Stage;

  @OneOf(DECISION_OUTCOMES)
  outcome: DecisionOutcome;

  @Text({ max: 4000, optional: true, nullable: true, description: '조정(override)에는 필수' })
  reason?: string | null;

  @Whole({ min: 1, max: 1_000_000, optional: true, nullable: true, description: '결정자가 본 내용의 차수' })
  revision?: number | null;

  @OneOf(GRADES, { optional: true, nullable: true })
  grade?: Grade | null;

  @OneOf(DIRECTIONS, { optional: true, nullable: true })
  direction?: Direction | null;

  @Id({ optional: true, nullable: true })
  leadDepartmentId?: string | null;

  @Deadline({ optional: true, nullable: true })
  dueAt?: Date | null;

  @Id({ optional: true, nullable: true })
  mergeInto?: string | null;
}

export class ClosureBody {
  @OneOf(OUTCOMES)
  outcome: Outcome;

  @Text({ max: 10_000, description: '환류(교훈)' })
  lesson: string;
}

export class ReopeningBody {
  @Text({ max: 4000 })
  reason: string;
}

export class SimilarBody {
  @Text({ max: 10_000, description: '등록 전 확인할 제목·주요내용' })
  text: string;
}

export class SimilarityBody {
  @Text({ max: 20_000 })
  a: string;

  @Text({ max: 20_000 })
  b: string;
}
