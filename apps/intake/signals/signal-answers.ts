import { CHANNELS } from '#issues/vocabulary.js';
import { Amount, Day, Id, Instant, ListOf, Month, OneOf, Part, Text, Whole } from '#platform/fields.js';
import { SIGNAL_STATES } from '#signals/vocabulary.js';
import { IssueSignalAnswer } from '../issues/issue-answers.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

export class LikelyIssueAnswer {
  @Id()
  id: string;

  @Text({ max: 20 })
  number: string;

  @Text({ max: LONG })
  title: string;

  @Amount({ min: 0, max: 1 })
  score: number;
}

export class SignalQuestionAnswer {
  @Id()
  id: string;

  @Text({ max: LONG })
  text: string;

  @Instant()
  askedAt: string;

  @Text({ max: LONG, ...nullable })
  answer: string | null;

  @Instant(nullable)
  answeredAt: string | null;
}

export class ForecastAnswer {
  @Month({ description: '조회한 달' })
  month: string;

  @Id()
  departmentId: string;

  @Text({ max: LONG, description: '주요내용' })
  text: string;

  @Month()
  expectedMonth: string;

  @Day(nullable)
  expectedOn: string | null;

  @Text({ max: LONG, ...nullable, description: '간략대안' })
  alternative: string | null;
}

export class SignalAnswer extends IssueSignalAnswer {
  @Text({ max: 40, ...nullable, description: '게재면' })
  placement: string | null;

  @Text({ max: LONG, ...nullable })
  body: string | null;

  @Text({ max: 200, ...nullable })
  externalId: string | null;

  @OneOf(SIGNAL_STATES)
  state: string;

  @Id(nullable)
  issueId: string | null;

  @Id({ ...nullable, description: '같은 보도 묶음' })
  clusterId: string | null;

  @Part(() => LikelyIssueAnswer, { ...nullable, description: '관련된 것으로 보이는 이슈' })
  likelyIssue: LikelyIssueAnswer | null;

  @Text({ max: 4000, ...nullable })
  dismissalReason: string | null;

  @Instant({ ...nullable, description: '붙이거나 제외하거나 관찰로 둔 때' })
  settledAt: string | null;

  @Id({ ...nullable, description: '제보한 실·국' })
  reportedBy: string | null;

  @ListOf(() => SignalQuestionAnswer, { max: 1000, description: '제보 실·국에 보완을 요청한 내용과 회신' })
  questions: SignalQuestionAnswer[];

  @Part(() => ForecastAnswer, { ...nullable, description: '수요조회로 회신한 예상' })
  forecast: ForecastAnswer | null;

  @Id()
  createdBy: string;

  @Instant()
  createdAt: string;

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

export class ClusterAnswer {
  @Id({ description: '묶이지 않은 동향은 그 동향의 식별자' })
  id: string;

  @Text({ max: LONG, description: '처음 접수한 동향의 제목' })
  title: string;

  @OneOf(CHANNELS)
  channel: string;

  @Whole({ min: 1, max: 1e9 })
  count: number;

  @ListOf('text', { max: 1000, itemMax: 100 })
  outlets: string[];

  @Day(nullable)
  firstOn: string | null;

  @Day(nullable)
  lastOn: string | null;

  @Part(() => LikelyIssueAnswer, { ...nullable, description: '관련된 것으로 보이는 이슈' })
  likelyIssue: LikelyIssueAnswer | null;

  @ListOf(() => SignalAnswer, { max: 100, description: '접수한 순서' })
  signals: SignalAnswer[];

  @Instant({ description: '마지막 동향을 접수한 때' })
  receivedAt: string;

  @Whole({ min: 0, max: 1e9, description: '묶음이나 그 동향이 바뀌면 달라진다' })
  version: number;
}
