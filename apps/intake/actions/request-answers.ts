import { CONFIRMATIONS, MEASURE_STATUSES, REQUEST_STATES, RESPONSE_STATES } from '#actions/vocabulary.js';
import { GRADES, HORIZONS, STAGES } from '#issues/vocabulary.js';
import { POSITIONS } from '#people/vocabulary.js';
import { FILES } from '#config/files.js';
import { Flag, Id, Instant, ListOf, OneOf, Part, Text, Whole } from '#platform/fields.js';
import { AttachmentAnswer } from '../files/file-answers.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

export class ConfirmedBy {
  @Text({ max: 60, description: '직위' })
  position: string;

  @Text({ max: 60 })
  name: string;
}

export class CollectedResponse {
  @Id()
  requestId: string;

  @Id({ ...nullable, description: 'null: 미회신' })
  responseId: string | null;

  @Text({ max: 100 })
  departmentName: string;
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

  @OneOf(CONFIRMATIONS, { ...nullable, description: '확인자 직위 점검' })
  confirmation: string | null;

  @ListOf(() => CollectedResponse, { max: 100, ...nullable, description: '총괄 회신에 담은 협조 회신' })
  consolidates: CollectedResponse[] | null;

  @Text({ max: LONG, ...nullable, description: '미회신 부서를 뺀 사유' })
  missingReason: string | null;

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

  @ListOf(() => AttachmentAnswer, { max: FILES.most, description: '증빙 자료' })
  evidence: AttachmentAnswer[];
}

export class ResponseWithVersionsAnswer extends ResponseAnswer {
  @ListOf(() => ResponseAnswer, { max: 10_000 })
  versions: ResponseAnswer[];
}

export class LetterAnswer {
  @Text({ max: 100, description: '수신' })
  to: string;

  @Text({ max: LONG })
  title: string;

  @Text({ max: 1_000_000 })
  body: string;

  @OneOf(POSITIONS, { ...nullable, description: '발송 명의(이 직위)' })
  sender: string | null;

  @Flag({ description: '유선 통지 병행' })
  call: boolean;
}

export class CollectedRequest {
  @Id()
  requestId: string;

  @Id()
  departmentId: string;

  @Text({ max: 100 })
  departmentName: string;

  @OneOf(REQUEST_STATES)
  state: string;
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

  @OneOf(STAGES)
  issueStage: string;

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

  @Instant({ ...nullable, description: '접수기한' })
  acknowledgeBy: string | null;

  @Flag({ description: '접수기한이 지났으나 접수하지 않음' })
  acknowledgementOverdue: boolean;

  @Text({ max: LONG, ...nullable })
  docNo: string | null;

  @Text({ max: LONG, ...nullable })
  handlingUnit: string | null;

  @Text({ max: LONG, ...nullable, description: '관련 투자·출연기관, 자치구' })
  relatedBody: string | null;

  @Text({ max: 200, ...nullable })
  requestedByName: string | null;

  @Instant(nullable)
  deliveredAt: string | null;

  @Instant(nullable)
  acknowledgedAt: string | null;

  @Text({ max: 200, ...nullable })
  acknowledgedByName: string | null;

  @Instant({ ...nullable, description: '배부 기한' })
  assignBy: string | null;

  @Instant({ ...nullable, description: '배부(소관 수용)' })
  assignedAt: string | null;

  @Text({ max: 200, ...nullable })
  assignedByName: string | null;

  @Id({ ...nullable, description: '담당자' })
  handlerId: string | null;

  @Text({ max: 200, ...nullable })
  handlerName: string | null;

  @Instant(nullable)
  answeredAt: string | null;

  @Id({ ...nullable, description: '이 요청의 회신을 모으는 총괄 요청' })
  collectedBy: string | null;

  @ListOf(() => CollectedRequest, { max: 100, description: '이 요청이 총괄하는 협조 요청' })
  collects: CollectedRequest[];

  @Instant(nullable)
  refusedAt: string | null;

  @Text({ max: 200, ...nullable })
  refusedByName: string | null;

  @Text({ max: LONG, ...nullable })
  refusalReason: string | null;

  @Id(nullable)
  suggestedDepartmentId: string | null;

  @Instant({ ...nullable, description: '소관 조정 요청·회신의 처리기한(평가담당관)' })
  officeBy: string | null;

  @Whole({ min: 1, max: 1e9 })
  version: number;

  @Part(() => ResponseAnswer, { ...nullable, description: '가장 새로운 회신' })
  response: ResponseAnswer | null;
}
