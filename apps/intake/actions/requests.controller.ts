import { Body, Controller, Get, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { requestsToExport } from '#actions/export-requests.js';
import { listRequests } from '#actions/list-requests.js';
import { amendRequest, draftLetter } from '#actions/amend-request.js';
import { collectRequests } from '#actions/collect.js';
import {
  acknowledgeRequest,
  assignRequest,
  refuseRequest,
  type Assignment,
} from '#actions/receive-request.js';
import { viewRequest } from '#actions/requests.js';
import { postResponse, reviewResponse, viewResponse } from '#actions/responses.js';
import { cancelRequest } from '#actions/cancel-request.js';
import { transferRequest } from '#actions/transfer-request.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import { wrongField } from '#platform/problem.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, IfMatchTag, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports } from '../http/export.js';
import { LetterAnswer, RequestAnswer, ResponseWithVersionsAnswer } from './request-answers.js';
import * as bodies from './request-bodies.js';

@ApiTags('요청·회신')
@Controller('api/v1')
export class RequestsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get('requests')
  @Endpoint({ summary: '요청사항 목록', lists: RequestAnswer })
  list(@Caller() by: Principal, @Query() query: bodies.RequestFilter) {
    return readAs(this.source, by, (tx) => listRequests(tx, by, query));
  }

  @Get('requests/export')
  @Endpoint({ summary: '조회한 요청사항 내려받기(CSV·XLSX)', produces: '*/*' })
  export(@Caller() by: Principal, @Query() query: bodies.RequestExportQuery, @Req() request: Authenticated) {
    const list = { name: 'requests', ...requestsToExport(by, query) };
    return this.exports.file(by, list, query, request);
  }

  @Get('requests/:id')
  @Endpoint({ summary: '요청사항 조회', returns: RequestAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewRequest(tx, by, id));
  }

  @Patch('requests/:id')
  @Endpoint({ summary: '시행문서번호·회신기한 수정', returns: RequestAnswer })
  amend(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: bodies.RequestChangeBody,
  ) {
    return this.change(by, id, null, (tx) => amendRequest(tx, by, id, body, version));
  }

  @Get('requests/:id/letter')
  @Endpoint({ summary: '공문 초안', returns: LetterAnswer })
  letter(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => draftLetter(tx, by, id));
  }

  @Post('requests/:id/acknowledgement')
  @Endpoint({ summary: '접수', returns: RequestAnswer })
  acknowledge(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body?: bodies.AcknowledgementBody,
  ) {
    return this.change(by, id, repeat, (tx) => acknowledgeRequest(tx, by, id, assignmentOf(body), version));
  }

  @Post('requests/:id/assignment')
  @Endpoint({ summary: '배부·재배부(소관 과)', returns: RequestAnswer })
  assign(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: bodies.AssignmentBody,
  ) {
    return this.change(by, id, repeat, (tx) => assignRequest(tx, by, id, body, version));
  }

  @Post('requests/:id/collection')
  @Endpoint({ summary: '총괄 회신 지정·해제', returns: RequestAnswer })
  collect(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: bodies.CollectionBody,
  ) {
    return this.change(by, id, repeat, (tx) =>
      collectRequests(tx, by, id, [...new Set(body.requestIds)], version),
    );
  }

  @Post('requests/:id/refusal')
  @Endpoint({ summary: '소관 조정 요청', returns: RequestAnswer })
  refuse(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: bodies.RefusalBody,
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
    @Body() body: bodies.TransferBody,
  ) {
    return this.change(by, id, repeat, (tx) => transferRequest(tx, by, id, body, version));
  }

  @Post('requests/:id/cancellation')
  @Endpoint({ summary: '요청 철회(사유)', returns: RequestAnswer })
  cancel(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { reason }: bodies.CancellationBody,
  ) {
    return this.change(by, id, repeat, (tx) => cancelRequest(tx, by, id, reason, version));
  }

  @Post('requests/:id/responses')
  @Endpoint({ summary: '회신', status: 201, returns: ResponseWithVersionsAnswer })
  respond(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: bodies.NewResponseBody,
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
    @Body() body: bodies.ReviewBody,
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

/** Receiving with a division named assigns it too. @throws Problem for a person without a division */
function assignmentOf(body: bodies.AcknowledgementBody | undefined): Assignment | null {
  if (body?.handlingUnit) return { handlingUnit: body.handlingUnit, handlerId: body.handlerId ?? null };
  if (body?.handlerId) throw wrongField('handlingUnit', 'required');
  return null;
}
