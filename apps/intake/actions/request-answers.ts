import { MEASURE_STATUSES, REQUEST_STATES, RESPONSE_STATES } from '#actions/vocabulary.js';
import { GRADES, HORIZONS } from '#issues/vocabulary.js';
import { Id, Instant, ListOf, OneOf, Part, Text, Whole } from '#platform/fields.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

export class ConfirmedBy {
  @Text({ max: 60, description: '직위' })
  position: string;

  @Text({ max: 60 })
  name: string;
}

export class ResponseAnswer {
  @Id()
  id: string;

  @Id()
  requestId: string;

  @Whole({ min: 1, max: 1e6 })
  version: number;

  @Text({ max: LONG })
  text: string;

  @OneOf(MEASURE_STATUSES, nullable)
  status: string | null;

  @OneOf(RESPONSE_STATES)
  state: string;

  @Whole({ min: 0, max: 100, ...nullable })
  progress: number | null;

  @Text({ max: LONG, ...nullable })
  handlingUnit: string | null;

  @Part(() => ConfirmedBy, nullable)
  confirmedBy: ConfirmedBy | null;

  @Text({ max: LONG, ...nullable })
  docNo: string | null;

  @Id()
  postedBy: string;

  @Text({ max: 200 })
  postedByName: string;

  @Instant()
  postedAt: string;

  @Id(nullable)
  reviewedBy: string | null;

  @Text({ max: 200, ...nullable })
  reviewedByName: string | null;

  @Instant(nullable)
  reviewedAt: string | null;

  @Text({ max: LONG, ...nullable })
  comment: string | null;
}

export class ResponseWithVersionsAnswer extends ResponseAnswer {
  @ListOf(() => ResponseAnswer, { max: 10_000 })
  versions: ResponseAnswer[];
}

export class RequestAnswer {
  @Id()
  id: string;

  @Id()
  issueId: string;

  @Text({ max: 20 })
  issueNumber: string;

  @Text({ max: LONG })
  issueTitle: string;

  @OneOf(GRADES, nullable)
  issueGrade: string | null;

  @Id({ ...nullable, description: 'null: 평가담당관 자체관리' })
  departmentId: string | null;

  @Text({ max: 100, ...nullable })
  departmentName: string | null;

  @OneOf(HORIZONS, nullable)
  horizon: string | null;

  @Text({ max: LONG })
  text: string;

  @OneOf(REQUEST_STATES)
  state: string;

  @Instant(nullable)
  dueAt: string | null;

  @Text({ max: LONG, ...nullable })
  docNo: string | null;

  @Text({ max: LONG, ...nullable })
  handlingUnit: string | null;

  @Instant(nullable)
  deliveredAt: string | null;

  @Instant(nullable)
  acknowledgedAt: string | null;

  @Instant(nullable)
  answeredAt: string | null;

  @Instant(nullable)
  refusedAt: string | null;

  @Text({ max: LONG, ...nullable })
  refusalReason: string | null;

  @Id(nullable)
  suggestedDepartmentId: string | null;

  @Whole({ min: 1, max: 1e9 })
  version: number;

  @Part(() => ResponseAnswer, { ...nullable, description: '가장 새로운 회신' })
  response: ResponseAnswer | null;
}
