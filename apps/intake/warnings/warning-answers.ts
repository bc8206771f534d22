import { CHANNELS } from '#issues/vocabulary.js';
import { Amount, Day, Flag, Id, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import { BASELINES, MEASURES, WARNING_LEVELS } from '#warnings/vocabulary.js';

export class ReadingAnswer {
  @OneOf(CHANNELS, { nullable: true })
  channel: string | null;

  @Text({ max: 60, nullable: true })
  kind: string | null;

  @OneOf(MEASURES)
  measure: string;

  @OneOf(BASELINES)
  against: string;

  @Day()
  from: string;

  @Day()
  to: string;

  @Amount({ min: 0, max: 1e15 })
  value: number;

  @Amount({ min: 0, max: 1e15, nullable: true, description: '평소 값; 비교할 자료가 없으면 null' })
  usual: number | null;

  @Amount({ min: 0, max: 1e15, nullable: true, description: '이 값 이상이면 해당' })
  threshold: number | null;

  @Flag()
  met: boolean;

  @ListOf('id', { max: 100 })
  signalIds: string[];
}

export class WarningAnswer {
  @Id()
  id: string;

  @Id()
  ruleId: string;

  @Whole({ min: 1, max: 1e9 })
  ruleVersion: number;

  @Text({ max: 200 })
  name: string;

  @Whole({ min: 1, max: 100, description: '만족해야 하는 조건의 수' })
  need: number;

  @OneOf(WARNING_LEVELS)
  level: string;

  @Id({ nullable: true })
  issueId: string | null;

  @Id({ nullable: true })
  clusterId: string | null;

  @ListOf(() => ReadingAnswer, { max: 100 })
  readings: ReadingAnswer[];

  @Day()
  raisedOn: string;

  @Instant()
  raisedAt: string;

  @Flag({ description: '아직 유효함' })
  standing: boolean;
}

export class ListedWarningAnswer extends WarningAnswer {
  @Text({ max: 20, nullable: true })
  issueNumber: string | null;

  @Text({ max: 50_000, nullable: true })
  title: string | null;
}
