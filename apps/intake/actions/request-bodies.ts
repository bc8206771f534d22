import { REQUEST_COLUMNS } from '#actions/export-requests.js';
import {
  MEASURE_STATUSES,
  REQUEST_STATES,
  type MeasureStatus,
  type RequestState,
} from '#actions/vocabulary.js';
import { FILES } from '#config/files.js';
import { HORIZONS, type Horizon } from '#issues/vocabulary.js';
import { Deadline, Flag, FromQuery, Id, ListOf, OneOf, Part, Text, Whole } from '#platform/fields.js';
import { EvidenceBody } from '../files/file-answers.js';
import { exporting } from '../http/export.js';
import { Cursor, Limit, Sort } from '../http/listing.js';
import { ConfirmedBy } from './request-answers.js';

export class AcknowledgementBody {
  @Text({ max: 100, optional: true, nullable: true, description: '소관 과(적으면 배부까지)' })
  handlingUnit?: string | null;

  @Id({ optional: true, nullable: true, description: '담당자' })
  handlerId?: string | null;
}

export class AssignmentBody {
  @Text({ max: 100, description: '소관 과' })
  handlingUnit: string;

  @Id({ optional: true, nullable: true, description: '담당자(같은 부서)' })
  handlerId?: string | null;
}

export class RequestChangeBody {
  @Text({ max: 100, optional: true, nullable: true, description: '시행문서번호' })
  docNo?: string | null;

  @Text({ max: 100, optional: true, nullable: true, description: '관련 투자·출연기관, 자치구' })
  relatedBody?: string | null;

  @Deadline({ optional: true, description: '회신기한; 사유 필수' })
  dueAt?: Date;

  @Text({ max: 4000, optional: true, nullable: true, description: '회신기한을 바꾸는 사유' })
  reason?: string | null;
}

export class CollectionBody {
  @ListOf('id', { max: 100, description: '회신을 모을 협조 요청; 비우면 총괄 해제' })
  requestIds: string[];
}

export class RefusalBody {
  @Text({ max: 4000 })
  reason: string;

  @Id({ optional: true, nullable: true })
  suggestedDepartmentId?: string | null;
}

export class CancellationBody {
  @Text({ max: 4000 })
  reason: string;
}

export class TransferBody {
  @Id()
  departmentId: string;

  @Text({ max: 4000 })
  reason: string;

  @Deadline({ optional: true, nullable: true })
  dueAt?: Date | null;
}

export class NewResponseBody {
  @Text({ max: 20_000 })
  text: string;

  @OneOf(MEASURE_STATUSES, { optional: true, nullable: true })
  status?: MeasureStatus | null;

  @Whole({ min: 0, max: 100, optional: true, nullable: true, description: '진도율(%)' })
  progress?: number | null;

  @Text({ max: 100, optional: true, nullable: true, description: '소관 과' })
  handlingUnit?: string | null;

  @Part(() => ConfirmedBy, { optional: true, nullable: true })
  confirmedBy?: ConfirmedBy | null;

  @Text({ max: 100, optional: true, nullable: true, description: '회신문서번호' })
  docNo?: string | null;

  @Text({ max: 1000, optional: true, nullable: true, description: '총괄 회신에서 미회신 부서를 빼는 사유' })
  missingReason?: string | null;

  @ListOf(() => EvidenceBody, { max: FILES.most, optional: true, description: '증빙 자료' })
  evidence?: EvidenceBody[];
}

export class ReviewBody {
  @OneOf(['accept', 'return'])
  outcome: 'accept' | 'return';

  @Text({ max: 4000, optional: true, nullable: true, description: '보완 요청에는 필수' })
  comment?: string | null;
}

const SORTS = ['-createdAt', 'createdAt', 'dueAt', '-dueAt'] as const;

/** Which requests, and in which order. */
class RequestSelection {
  @Sort(SORTS)
  sort?: (typeof SORTS)[number];

  @OneOf(REQUEST_STATES, { optional: true })
  state?: RequestState;

  @FromQuery()
  @Flag({ optional: true, description: '이행 확인·철회 전' })
  open?: boolean;

  @Id({ optional: true })
  departmentId?: string;

  @Id({ optional: true })
  issueId?: string;

  @OneOf(HORIZONS, { optional: true })
  horizon?: Horizon;

  @Id({ optional: true, description: '담당자' })
  handlerId?: string;

  @Id({ optional: true, description: '이 요청이 총괄하는 협조 요청' })
  collectedBy?: string;

  @FromQuery()
  @Flag({ optional: true })
  overdue?: boolean;
}

export class RequestFilter extends RequestSelection {
  @Limit()
  limit?: number;

  @Cursor()
  cursor?: string;
}

export class RequestExportQuery extends exporting(RequestSelection, REQUEST_COLUMNS) {}
