import { Body, Controller, Get, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { addRequest, viewRequest } from '#actions/requests.js';
import { closeWithChildren } from '#issues/group-issues.js';
import { reopenIssue } from '#issues/merge-issues.js';
import { decide } from '#issues/decide.js';
import { assessments, decisions, timeline } from '#issues/issue-history.js';
import { issuesToExport } from '#issues/export-issues.js';
import { issueStatistics } from '#issues/issue-statistics.js';
import { viewIssue } from '#issues/issue-view.js';
import { NewIssueBody, NewRequestBody } from '#issues/new-issue-body.js';
import { listIssues, summarizeIssues } from '#issues/list-issues.js';
import { reviseIssue, type Revision } from '#issues/revise-issue.js';
import { similarTo } from '#issues/find-similar.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Writes } from '#events/write.js';
import type { Repeatable } from '#platform/idempotency.js';
import { RequestAnswer } from '../actions/request-answers.js';
import { Caller, IfMatch, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Commands, Reply } from '../http/answer.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports } from '../http/export.js';
import { TimelineEntryAnswer, TimelineFilter } from '../http/timeline.js';
import { languageOf } from '../http/language.js';
import * as history from './history-answers.js';
import * as answers from './issue-answers.js';
import { SimilarIssuesAnswer } from './similar-answers.js';
import { IssueStatisticsAnswer, IssueSummaryAnswer } from './statistics-answers.js';
import { IssueExportQuery, IssueFilter } from './issue-filter.js';
import * as bodies from './issue-bodies.js';
import { Registrar } from './registrar.js';

@ApiTags('이슈')
@Controller('api/v1/issues')
export class IssuesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Registrar) private readonly registrar: Registrar,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Post()
  @Endpoint({ summary: '이슈 등록', status: 201, returns: answers.IssueAnswer })
  create(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewIssueBody) {
    return this.registrar.register(by, repeat, body);
  }

  @Get()
  @Endpoint({ summary: '이슈 목록', lists: answers.IssueAnswer })
  list(@Caller() by: Principal, @Query() query: IssueFilter) {
    return readAs(this.source, by, (tx) => listIssues(tx, by, query));
  }

  @Get('summary')
  @Endpoint({ summary: '이슈 현황 건수', returns: IssueSummaryAnswer })
  summary(@Caller() by: Principal) {
    return readAs(this.source, by, (tx) => summarizeIssues(tx, by));
  }

  @Get('export')
  @Endpoint({ summary: '조회한 이슈 내려받기(CSV·XLSX)', produces: '*/*' })
  export(@Caller() by: Principal, @Query() query: IssueExportQuery, @Req() request: Authenticated) {
    const list = { name: 'issues', ...issuesToExport(by, query) };
    return this.exports.file(by, list, query, request);
  }

  @Get('statistics')
  @Endpoint({ summary: '이슈 통계', returns: IssueStatisticsAnswer })
  statistics(@Caller() by: Principal) {
    return readAs(this.source, by, (tx) => issueStatistics(tx, by));
  }

  @Get(':id')
  @Endpoint({ summary: '이슈 조회', returns: answers.IssueAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewIssue(tx, by, id));
  }

  @Patch(':id')
  @Endpoint({ summary: '이슈 수정', returns: answers.IssueAnswer })
  change(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number,
    @Body() body: bodies.IssueChangeBody,
  ) {
    return this.writes.run(async (tx) => {
      await reviseIssue(tx, by, id, body as Revision, version);
      return viewIssue(tx, by, id);
    });
  }

  @Get(':id/timeline')
  @Endpoint({ summary: '처리 경과', lists: TimelineEntryAnswer })
  timeline(@Caller() by: Principal, @PathId() id: string, @Query() query: TimelineFilter) {
    return readAs(this.source, by, (tx) => timeline(tx, by, id, query));
  }

  @Get(':id/assessments')
  @Endpoint({ summary: '평가 내역', returns: history.AssessmentsAnswer })
  assessments(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, async (tx) => ({ items: await assessments(tx, by, id) }));
  }

  @Get(':id/decisions')
  @Endpoint({ summary: '결정 내역', lists: history.DecisionAnswer })
  decisions(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, async (tx) => ({ items: await decisions(tx, by, id), nextCursor: null }));
  }

  @Get(':id/similar')
  @Endpoint({ summary: '유사 이슈', returns: SimilarIssuesAnswer })
  similar(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, async (tx) => ({ items: await similarTo(tx, by, id) }));
  }

  @Post(':id/decisions')
  @Endpoint({ summary: '중요도·대응방향 결정', status: 201, returns: answers.IssueAnswer })
  decide(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: bodies.DecisionBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await decide(tx, by, id, body, version);
      return new Reply(201, await viewIssue(tx, by, id));
    });
  }

  @Post(':id/requests')
  @Endpoint({ summary: '요청사항 추가', status: 201, returns: RequestAnswer })
  request(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: NewRequestBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      const requestId = await addRequest(tx, by, id, body, version);
      return new Reply(201, await viewRequest(tx, by, requestId));
    });
  }

  @Post(':id/closure')
  @Endpoint({ summary: '종결(하위 이슈 포함)', returns: answers.IssueClosedAnswer })
  close(
    @Caller() by: Principal,
    @Req() request: Authenticated,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: bodies.ClosureBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      const children = await closeWithChildren(tx, by, id, body, version);
      const closedChildren = children.map(({ problem, ...child }) => ({
        ...child,
        reason: problem?.text(languageOf(request)) ?? null,
      }));
      return new Reply(200, { ...(await viewIssue(tx, by, id)), closedChildren });
    });
  }

  @Post(':id/reopening')
  @Endpoint({ summary: '재개', returns: answers.IssueAnswer })
  reopen(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { reason }: bodies.ReopeningBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await reopenIssue(tx, by, id, reason, version);
      return new Reply(200, await viewIssue(tx, by, id));
    });
  }
}
