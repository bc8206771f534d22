import { DIRECTIONS, GRADES, OUTCOMES, STAGES, STATES } from '#issues/vocabulary.js';
import { Flag, Id, Instant, OneOf, Text } from '#platform/fields.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

/** An issue as something else names it. */
export class NamedIssue {
  @Id()
  issueId: string;

  @Text({ max: 20 })
  number: string;

  @Text({ max: LONG })
  title: string;
}

/** A closed issue whose lesson was used. */
export class LessonUsedAnswer extends NamedIssue {
  @Text({ max: LONG, ...nullable })
  lesson: string | null;

  @Text({ max: LONG, ...nullable, description: '어떻게 활용했는지' })
  note: string | null;

  @Text({ max: 200 })
  usedBy: string;

  @Instant()
  usedAt: string;
}

/** An issue that belongs to another. */
export class LinkedIssueAnswer {
  @Id()
  id: string;

  @Text({ max: 20 })
  number: string;

  @Text({ max: LONG })
  title: string;

  @OneOf(STAGES)
  stage: string;

  @OneOf(STATES)
  state: string;

  @OneOf(GRADES, nullable)
  grade: string | null;

  @OneOf(DIRECTIONS, nullable)
  direction: string | null;

  @OneOf(OUTCOMES, nullable)
  outcome: string | null;
}

export class ChildClosedAnswer {
  @Id()
  id: string;

  @Flag()
  closed: boolean;

  @Text({ max: LONG, ...nullable, description: '종결하지 못한 사유' })
  reason: string | null;
}
