import { GRADES, RANK_REASONS } from '#issues/vocabulary.js';
import { Amount, Free, Instant, ListOf, OneOf, Part, Text, Whole } from '#platform/fields.js';
import { IssueAnswer } from './issue-answers.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

export class ScoreAnswer {
  @Whole({ min: 1, max: 1e9 })
  revision: number;

  @Instant()
  at: string;

  @Amount({ min: 0, max: 100, ...nullable })
  score: number | null;

  @OneOf(GRADES, nullable)
  grade: string | null;

  @Text({ max: 60 })
  policyVersion: string;

  @Text({ max: 200, ...nullable, description: '바꾼 사람; 없으면 시스템' })
  by: string | null;

  @Text({ max: LONG, ...nullable })
  reason: string | null;

  @Free({ ...nullable, description: '바뀐 항목: [이전, 이후]' })
  changes: object | null;
}

export class ScoresAnswer {
  @ListOf(() => ScoreAnswer, { max: 10_000 })
  items: ScoreAnswer[];
}

export class RankPartAnswer {
  @OneOf(RANK_REASONS)
  reason: string;

  @Whole({ min: 0, max: 100_000 })
  points: number;
}

export class QueueItemAnswer {
  @Whole({ min: 1, max: 1e9 })
  rank: number;

  @Whole({ min: 0, max: 1e9 })
  points: number;

  @ListOf(() => RankPartAnswer, { max: 20 })
  parts: RankPartAnswer[];

  @Part(() => IssueAnswer)
  issue: IssueAnswer;
}
