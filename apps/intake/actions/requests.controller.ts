import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { listRequests } from '#actions/list-requests.js';
import { acknowledgeRequest, refuseRequest, transferRequest, viewRequest } from '#actions/requests.js';
import { postResponse, reviewResponse, viewResponse } from '#actions/responses.js';
import {
  MEASURE_STATUSES,
  REQUEST_STATES,
  type MeasureStatus,
  type RequestState,
} from '#actions/vocabulary.js';
import { HORIZONS, type Horizon } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import { Deadline, Flag, FromQuery, Id, OneOf, Part, Text, Whole } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, IfMatchTag, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';
import { ConfirmedBy, RequestAnswer, ResponseWithVersionsAnswer } from './request-answers.js';

class AcknowledgementBody {
  @Text({ max: 100, optional: true, nullable: true, description: '소관 과' })
  handlingUnit?: string | null;
}

class RefusalBody {
  @Text({ max: 4000 })
  reason: string;

  @Id({ optional: true, nullable: true })
  suggestedDepartmentId?: string | null;
}

class TransferBody {
  @Id()
  departmentId: string;

  @Text({ max: 4000 })
  reason: string;

  @Deadline({ optional: true, nullable: true })
  dueAt?: Date | null;
}

class NewResponseBody {
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
}

class ReviewBody {
  @OneOf(['accept', 'return'])
  outcome: 'accept' | 'return';

  @Text({ max: 4000, optional: true, nullable: true, description: '보완 요청에는 필수' })
  comment?: string | null;
}

class RequestFilter extends listing('-createdAt', 'createdAt', 'dueAt', '-dueAt') {
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

  @FromQuery()
  @Flag({ optional: true })
  overdue?: boolean;
}

@ApiTags('요청·회신')
@Controller('api/v1')
export class RequestsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get('requests')
  @Endpoint({ summary: '요청사항 목록', lists: RequestAnswer })
  list(@Caller() by: Principal, @Query() query: RequestFilter) {
    return readAs(this.source, by, (tx) => listRequests(tx, by, query));
  }

  @Get('requests/:id')
  @Endpoint({ summary: '요청사항 조회', returns: RequestAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewRequest(tx, by, id));
  }

  @Post('requests/:id/acknowledgement')
  @Endpoint({ summary: '접수', returns: RequestAnswer })
  acknowledge(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body?: AcknowledgementBody,
  ) {
    return this.change(by, id, repeat, (tx) =>
      acknowledgeRequest(tx, by, id, body?.handlingUnit ?? null, version),
    );
  }

  @Post('requests/:id/refusal')
  @Endpoint({ summary: '소관 조정 요청', returns: RequestAnswer })
  refuse(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: RefusalBody,
  ) {
    return this.change(by, id, repeat, (tx) => refuseRequest(tx, by, id, body, version));
  }

  @Post('requests/:id/transfer')
  @Endpoint({ summary: '소관 변경(재배부)', returns: RequestAnswer })
  transfer(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: TransferBody,
  ) {
    return this.change(by, id, repeat, (tx) => transferRequest(tx, by, id, body, version));
  }

  @Post('requests/:id/responses')
  @Endpoint({ summary: '회신', status: 201, returns: ResponseWithVersionsAnswer })
  respond(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: NewResponseBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      const responseId = await postResponse(tx, by, id, body, version);
      return new Reply(201, await viewResponse(tx, by, responseId));
    });
  }

  @Get('responses/:id')
  @Endpoint({ summary: '회신 조회(모든 판)', returns: ResponseWithVersionsAnswer })
  response(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewResponse(tx, by, id));
  }

  @Post('responses/:id/review')
  @Endpoint({ summary: '이행 확인·보완 요청', returns: ResponseWithVersionsAnswer })
  review(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatchTag() tag: string | null,
    @Body() body: ReviewBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await reviewResponse(tx, by, id, body, tag);
      return new Reply(200, await viewResponse(tx, by, id));
    });
  }

  private change(by: Principal, id: string, repeat: Repeatable | null, work: (tx: Tx) => Promise<void>) {
    return this.commands.run(repeat, async (tx) => {
      await work(tx);
      return new Reply(200, await viewRequest(tx, by, id));
    });
  }
}
