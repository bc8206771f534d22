import { Body, Controller, Delete, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { acceptIssue, revokeAcceptance } from '#issues/accept-issue.js';
import { chooseAlternative, unchooseAlternative } from '#issues/alternatives.js';
import { scores } from '#issues/issue-history.js';
import { viewIssue } from '#issues/issue-view.js';
import { placeIssue, queue } from '#issues/queue.js';
import { queueTable } from '#issues/queue-table.js';
import { setFactors } from '#issues/set-factors.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports, leaving } from '../http/export.js';
import { languageOf } from '../http/language.js';
import { Limit } from '../http/listing.js';
import { IssueAnswer } from './issue-answers.js';
import { AcceptanceBody, ChoiceBody, FactorsBody, PlaceBody, RevocationBody } from './issue-bodies.js';
import { QueueItemAnswer, ScoresAnswer } from './weighing-answers.js';

class QueueFilter {
  @Limit()
  limit?: number;
}

class QueueExportQuery extends leaving(Object) {}

const USUAL_LENGTH = 50;

/** What weighs an issue and what is made of it: factors, place in the queue, acceptance, the alternative taken. */
@ApiTags('중요도·대응')
@Controller('api/v1')
export class WeighingController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get('queue')
  @Endpoint({ summary: '검토 순서(순위와 그 근거)', lists: QueueItemAnswer })
  queue(@Caller() by: Principal, @Query() { limit = USUAL_LENGTH }: QueueFilter) {
    return readAs(this.source, by, async (tx) => ({ items: await queue(tx, by, limit), nextCursor: null }));
  }

  @Get('queue/export')
  @Endpoint({ summary: '검토 순서 내려받기(CSV·XLSX)', produces: '*/*' })
  async export(@Caller() by: Principal, @Query() query: QueueExportQuery, @Req() request: Authenticated) {
    const { lang = languageOf(request) } = query;
    const table = await readAs(this.source, by, (tx) => queueTable(tx, by, lang));
    return this.exports.table({ name: 'queue', ...table }, query, request);
  }

  @Get('issues/:id/scores')
  @Endpoint({ summary: '점수 변동 내역', returns: ScoresAnswer })
  scores(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, async (tx) => ({ items: await scores(tx, by, id) }));
  }

  @Post('issues/:id/factors')
  @Endpoint({ summary: '평가항목 확정·조정', status: 201, returns: IssueAnswer })
  factors(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: FactorsBody,
  ) {
    return this.change(by, id, repeat, 201, (tx) => setFactors(tx, by, id, body, version));
  }

  @Post('issues/:id/place')
  @Endpoint({ summary: '검토 순서 조정', returns: IssueAnswer })
  place(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: PlaceBody,
  ) {
    return this.change(by, id, repeat, 200, (tx) => placeIssue(tx, by, id, body, version));
  }

  @Post('issues/:id/acceptance')
  @Endpoint({ summary: '리스크 감수(수용)', status: 201, returns: IssueAnswer })
  accept(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: AcceptanceBody,
  ) {
    return this.change(by, id, repeat, 201, (tx) => acceptIssue(tx, by, id, body, version));
  }

  @Post('issues/:id/acceptance/revocation')
  @Endpoint({ summary: '리스크 감수 철회', returns: IssueAnswer })
  revoke(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { reason }: RevocationBody,
  ) {
    return this.change(by, id, repeat, 200, (tx) => revokeAcceptance(tx, by, id, reason, version));
  }

  @Post('issues/:id/choice')
  @Endpoint({ summary: '대안 채택', status: 201, returns: IssueAnswer })
  choose(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: ChoiceBody,
  ) {
    return this.change(by, id, repeat, 201, (tx) => chooseAlternative(tx, by, id, body, version));
  }

  @Delete('issues/:id/choice')
  @Endpoint({ summary: '대안 채택 취소', returns: IssueAnswer })
  unchoose(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ) {
    return this.change(by, id, null, 200, (tx) => unchooseAlternative(tx, by, id, version));
  }

  private change(
    by: Principal,
    id: string,
    repeat: Repeatable | null,
    status: number,
    work: (tx: Tx) => Promise<void>,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await work(tx);
      return new Reply(status, await viewIssue(tx, by, id));
    });
  }
}
