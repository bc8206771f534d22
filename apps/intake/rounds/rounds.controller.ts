import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import type { Repeatable } from '#platform/idempotency.js';
import { answerRound } from '#rounds/answer-round.js';
import { closeRound } from '#rounds/close-round.js';
import { openByHand } from '#rounds/open-round.js';
import { remindRound } from '#rounds/remind-round.js';
import { roundTable } from '#rounds/round-table.js';
import { listRounds, viewRound } from '#rounds/round-view.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports } from '../http/export.js';
import { languageOf } from '../http/language.js';
import { OfMonth } from '../http/month.js';
import * as shapes from './round-shapes.js';

/** 수요조회: what departments expect of a month. */
@ApiTags('수요조회')
@Controller('api/v1/rounds')
export class RoundsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get()
  @Endpoint({ summary: '수요조회 목록', lists: shapes.RoundSummaryAnswer })
  list(@Caller() by: Principal, @Query() query: shapes.RoundListing) {
    return readAs(this.source, by, (tx) => listRounds(tx, by, query));
  }

  @Get(':month')
  @Endpoint({ summary: '수요조회와 부서별 회신(실·국은 자기 것)', returns: shapes.RoundDetailAnswer })
  read(@Caller() by: Principal, @OfMonth() month: string) {
    return readAs(this.source, by, (tx) => viewRound(tx, by, month));
  }

  @Get(':month/export')
  @Endpoint({ summary: '수요조회 취합 내려받기(CSV·XLSX)', produces: '*/*' })
  async export(
    @Caller() by: Principal,
    @OfMonth() month: string,
    @Query() query: shapes.RoundExportQuery,
    @Req() request: Authenticated,
  ) {
    const { departments } = await readAs(this.source, by, (tx) => viewRound(tx, by, month));
    const items = departments.flatMap(({ answers: [newest] }) => newest?.items ?? []);
    const about = items.flatMap(({ issueId }) => issueId ?? []);
    const table = roundTable(departments, query.lang ?? languageOf(request));
    return this.exports.table({ name: `round-${month}`, ...table, about }, query, request);
  }

  @Post(':month')
  @Endpoint({ summary: '수요조회 시작', status: 201, returns: shapes.RoundDetailAnswer })
  open(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @OfMonth() month: string,
    @Body() { dueAt }: shapes.RoundOpeningBody,
  ) {
    return this.change(by, month, repeat, (tx) => openByHand(tx, by, month, dueAt ?? null), 201);
  }

  @Post(':month/answer')
  @Endpoint({ summary: '해당 없음 또는 예상 이슈 회신', returns: shapes.RoundDetailAnswer })
  answer(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @OfMonth() month: string,
    @Body() body: shapes.RoundAnswerBody,
  ) {
    return this.change(by, month, repeat, (tx) => answerRound(tx, by, month, body, version));
  }

  @Post(':month/reminders')
  @Endpoint({ summary: '회신하지 않은 부서에 회신 요청', returns: shapes.RoundDetailAnswer })
  remind(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @OfMonth() month: string,
  ) {
    return this.change(by, month, repeat, (tx) => remindRound(tx, by, month, version));
  }

  @Post(':month/closure')
  @Endpoint({ summary: '수요조회 마감', returns: shapes.RoundDetailAnswer })
  close(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @OfMonth() month: string,
  ) {
    return this.change(by, month, repeat, (tx) => closeRound(tx, by, month, version));
  }

  private change(
    by: Principal,
    month: string,
    repeat: Repeatable | null,
    work: (tx: Tx) => Promise<void>,
    status = 200,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await work(tx);
      return new Reply(status, await viewRound(tx, by, month));
    });
  }
}
