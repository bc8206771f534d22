import { ApiProperty } from '@nestjs/swagger';
import { Amount, Day, Id, ListOf, OneOf, Part, Text, Whole } from '#platform/fields.js';
import { SimilarIssueAnswer } from '../issues/similar-answers.js';
import { LikelyIssueAnswer, SignalAnswer } from './signal-answers.js';
import { BATCH } from './signal-bodies.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

class ScrapErrorAnswer {
  @Text({ max: 100 })
  path: string;

  @Text({ max: 500 })
  message: string;
}

export class ScrapRowAnswer {
  @Text({ min: 0, max: LONG })
  title: string;

  @Text({ max: LONG, ...nullable })
  outlet: string | null;

  @Text({ max: 100, ...nullable, description: '게재면' })
  placement: string | null;

  @Text({ max: 60, ...nullable })
  kind: string | null;

  @Day(nullable)
  publishedOn: string | null;

  @Text({ max: LONG, ...nullable })
  url: string | null;

  @Text({ max: LONG, ...nullable, description: '목록의 소제목' })
  section: string | null;

  @ListOf(() => ScrapErrorAnswer, { max: 20, description: '이대로는 저장할 수 없는 사유' })
  errors: ScrapErrorAnswer[];

  @ListOf('text', { max: 10, description: '목록에 없는 항목' })
  missing: string[];

  @Id({ ...nullable, description: '이미 접수한 동향' })
  knownId: string | null;

  @Whole({ min: 0, max: 1e6, ...nullable, description: '이 목록의 몇 번째 행과 같은지' })
  repeats: number | null;
}

export class ScrapGroupAnswer {
  @ApiProperty({ type: 'array', items: { type: 'integer', minimum: 0 }, description: '행의 자리(0부터)' })
  rows: number[];

  @Id({ ...nullable, description: '같은 내용의 접수한 동향 또는 묶음' })
  clusterId: string | null;

  @Part(() => LikelyIssueAnswer, nullable)
  likelyIssue: LikelyIssueAnswer | null;
}

export class ScrapAnswer {
  @ListOf(() => ScrapRowAnswer, { max: BATCH })
  rows: ScrapRowAnswer[];

  @ListOf(() => ScrapGroupAnswer, { max: BATCH, description: '같은 내용을 다룬 행' })
  groups: ScrapGroupAnswer[];

  @Whole({ min: 0, max: 1e6, description: `${BATCH}행을 넘어 읽지 않은 행` })
  omitted: number;
}

class SimilarClusterAnswer {
  @Id({ description: '묶이지 않은 동향은 그 동향의 식별자' })
  id: string;

  @Text({ max: LONG })
  title: string;

  @Whole({ min: 1, max: 1e6 })
  count: number;

  @ListOf('text', { max: 1000 })
  outlets: string[];
}

class CandidateAnswer {
  @OneOf(['issue', 'cluster', 'signal'])
  type: string;

  @Amount({ min: 0, max: 1 })
  score: number;

  @ListOf('text', { max: 100, itemMax: 200, description: '함께 나오는 말' })
  shared: string[];

  @Part(() => SimilarIssueAnswer, nullable)
  issue: SimilarIssueAnswer | null;

  @Part(() => SimilarClusterAnswer, nullable)
  cluster: SimilarClusterAnswer | null;
}

export class CandidatesAnswer {
  @ListOf(() => CandidateAnswer, { max: 20 })
  items: CandidateAnswer[];
}

class BatchRowAnswer {
  @OneOf(['created', 'known'])
  result: string;

  @Part(() => SignalAnswer)
  signal: SignalAnswer;
}

export class BatchAnswer {
  @ListOf(() => BatchRowAnswer, { max: BATCH, description: '보낸 순서' })
  items: BatchRowAnswer[];

  @Whole({ min: 0, max: BATCH })
  created: number;
}
