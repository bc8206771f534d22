import { OUTCOMES, STAGES } from '#issues/vocabulary.js';
import { RESPONSE_STATES } from '#actions/vocabulary.js';
import { Amount, Flag, Id, Instant, ListOf, OneOf, Part, Text } from '#platform/fields.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

export class LastAnswer {
  @Text({ max: LONG })
  text: string;

  @OneOf(RESPONSE_STATES)
  state: string;

  @Id(nullable)
  departmentId: string | null;

  @Text({ max: LONG, ...nullable })
  department: string | null;

  @Instant()
  at: string;
}

export class SimilarIssueAnswer {
  @Id()
  id: string;

  @Text({ max: 20 })
  number: string;

  @Text({ max: LONG })
  title: string;

  @OneOf(STAGES)
  stage: string;

  @OneOf(OUTCOMES, nullable)
  outcome: string | null;

  @Text({ max: LONG, ...nullable })
  lesson: string | null;

  @Id(nullable)
  leadDepartmentId: string | null;

  @Text({ max: LONG, ...nullable })
  leadDepartment: string | null;

  @Id(nullable)
  mergedInto: string | null;

  @Part(() => LastAnswer, { ...nullable, description: '마지막 회신(300자까지)' })
  lastAnswer: LastAnswer | null;

  @Amount({ min: 0, max: 1 })
  score: number;

  @Flag()
  duplicate: boolean;

  @ListOf('text', { max: 100, itemMax: 200, description: '함께 나오는 말' })
  shared: string[];
}

export class SimilarIssuesAnswer {
  @ListOf(() => SimilarIssueAnswer, { max: 200 })
  items: SimilarIssueAnswer[];
}

export class SimilarityAnswer {
  @Amount({ min: 0, max: 1 })
  score: number;

  @Flag()
  duplicate: boolean;
}
