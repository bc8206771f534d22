import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { bulkIssues, type BulkIssueAct } from '#actions/bulk-issues.js';
import { bulkRequests, type BulkAct, type BulkResult } from '#actions/bulk-requests.js';
import { LEAST, measures } from '#actions/measures.js';
import { work } from '#actions/work.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { addDays } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { languageOf } from '../http/language.js';
import * as shapes from './work-shapes.js';

const YEAR = 365;

/** What waits for somebody, many things at once, and how long they took. */
@ApiTags('요청·회신')
@Controller('api/v1')
export class WorkController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get('work')
  @Endpoint({ summary: '내 업무', lists: shapes.WorkAnswer })
  work(@Caller() by: Principal, @Query() query: shapes.WorkFilter) {
    return readAs(this.source, by, (tx) => work(tx, by, query));
  }

  @Get('requests/statistics')
  @Endpoint({ summary: '부서별 접수·회신·이행 확인 소요시간', returns: shapes.MeasuresAnswer })
  statistics(@Caller() by: Principal, @Query() { from, to }: shapes.MeasuresFilter) {
    return readAs(this.source, by, async (tx) => {
      const until = to ?? (await seoulToday(tx));
      const since = from ?? addDays(until, -YEAR);
      if (since > until) throw wrongField('to', 'period');
      const items = await measures(tx, by, { from: since, to: until });
      return { from: since, to: until, least: LEAST, definition: shapes.DEFINITION, items };
    });
  }

  @Post('requests/bulk')
  @Endpoint({ summary: '요청사항 일괄 처리(접수·배부·소관 변경)', returns: shapes.BulkAnswer })
  requests(
    @Caller() by: Principal,
    @Req() request: FastifyRequest,
    @Repeat() repeat: Repeatable | null,
    @Body() body: shapes.BulkRequestsBody,
  ) {
    const what = requestAct(by, body);
    return this.commands.run(repeat, async (tx) => {
      const results = await bulkRequests(tx, by, [...new Set(body.requestIds)], what);
      return new Reply(200, { items: results.map((one) => row(one, request)) });
    });
  }

  @Post('issues/bulk')
  @Endpoint({ summary: '이슈 일괄 처리(주관부서 지정·요청사항 추가)', returns: shapes.BulkAnswer })
  issues(
    @Caller() by: Principal,
    @Req() request: FastifyRequest,
    @Repeat() repeat: Repeatable | null,
    @Body() body: shapes.BulkIssuesBody,
  ) {
    const what = issueAct(body);
    return this.commands.run(repeat, async (tx) => {
      const results = await bulkIssues(tx, by, [...new Set(body.issueIds)], what);
      return new Reply(200, { items: results.map((one) => row(one, request)) });
    });
  }
}

const seoulToday = async (tx: Tx): Promise<string> =>
  (await tx.query('select seoul_today()::text as today'))[0].today;

const row = ({ id, problem }: BulkResult, request: FastifyRequest) => ({
  id,
  done: !problem,
  reason: problem?.text(languageOf(request)) ?? null,
});

/** @throws Problem for what this role does not do at all, and for what the act lacks */
function requestAct(by: Principal, body: shapes.BulkRequestsBody): BulkAct {
  const { act, handlingUnit, handlerId, departmentId, reason, dueAt } = body;
  if ((act === 'transfer') !== (by.role === 'officer')) throw new Problem('forbidden');
  if (act === 'transfer') {
    if (!departmentId) throw wrongField('departmentId', 'required');
    if (!reason) throw wrongField('reason', 'required');
    return { act, transfer: { departmentId, reason, dueAt: dueAt ?? null } };
  }
  const assignment = handlingUnit ? { handlingUnit, handlerId: handlerId ?? null } : null;
  if (act === 'acknowledge' && !(handlerId && !handlingUnit)) return { act, assignment };
  if (!assignment) throw wrongField('handlingUnit', 'required');
  return { act: 'assign', assignment };
}

function issueAct({ act, leadDepartmentId, request }: shapes.BulkIssuesBody): BulkIssueAct {
  if (act === 'set-lead') {
    if (leadDepartmentId === undefined) throw wrongField('leadDepartmentId', 'required');
    return { act, leadDepartmentId };
  }
  if (!request) throw wrongField('request', 'required');
  return { act, request };
}
