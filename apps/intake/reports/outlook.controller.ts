import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { calendar } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Problem } from '#platform/problem.js';
import { outlookResults, outlookResultsOfYear } from '#reports/outlook-results.js';
import { viewOutlook } from '#reports/outlook-view.js';
import { resultsDueOn } from '#reports/rules/schedule.js';
import { tally, tallyByChannel } from '#reports/rules/tally.js';
import { resultsTable } from '#reports/results-table.js';
import { settleOutlook } from '#reports/settle-outlook.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports, leaving } from '../http/export.js';
import { languageOf } from '../http/language.js';
import { OfMonth } from '../http/month.js';
import {
  OutlookAnswer,
  OutlookResultsAnswer,
  OutlookYearAnswer,
  SettlementsBody,
} from './outlook-answers.js';

class ResultsExportQuery extends leaving(Object) {}

const YEAR = /^(19|20|21)\d{2}$/;

/** 익월 전망: what a month is expected to bring, and what became of it. */
@ApiTags('익월 전망')
@Controller('api/v1/outlook')
export class OutlookController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get('years/:year')
  @Endpoint({ summary: '한 해의 예상과 결과, 적중도(발굴 경로별·월별)', returns: OutlookYearAnswer })
  @ApiParam({ name: 'year', schema: { type: 'integer', example: 2026 } })
  async year(@Caller() by: Principal, @Param('year') year: string) {
    if (!YEAR.test(year)) throw new Problem('not-found');
    const months = await readAs(this.source, by, (tx) => outlookResultsOfYear(tx, Number(year)));
    const entries = months.flatMap((one) => one.entries);
    const unforeseen = months.flatMap((one) => one.unforeseen);
    return {
      year: Number(year),
      counts: tally(entries, unforeseen),
      byChannel: tallyByChannel(entries, unforeseen),
      byMonth: months.map((one) => ({ month: one.month, ...tally(one.entries, one.unforeseen) })),
    };
  }

  @Get(':month')
  @Endpoint({ summary: '예상 이슈(확정본, 없으면 오늘 기준)', returns: OutlookAnswer })
  read(@Caller() by: Principal, @OfMonth() month: string) {
    return readAs(this.source, by, (tx) => viewOutlook(tx, month));
  }

  @Get(':month/results')
  @Endpoint({ summary: '예상 이슈의 결과와 미예측 이슈', returns: OutlookResultsAnswer })
  results(@Caller() by: Principal, @OfMonth() month: string) {
    return readAs(this.source, by, (tx) => answer(tx, month));
  }

  @Get(':month/results/export')
  @Endpoint({ summary: '예상 이슈의 결과 내려받기(CSV·XLSX)', produces: '*/*' })
  async export(
    @Caller() by: Principal,
    @OfMonth() month: string,
    @Query() query: ResultsExportQuery,
    @Req() request: Authenticated,
  ) {
    const { lang = languageOf(request) } = query;
    const results = await readAs(this.source, by, (tx) => outlookResults(tx, month));
    return this.exports.table({ name: `outlook-${month}`, ...resultsTable(results, lang) }, query, request);
  }

  @Post(':month/results')
  @Endpoint({ summary: '예상 이슈의 결과 확인', returns: OutlookResultsAnswer })
  settle(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @OfMonth() month: string,
    @Body() { entries }: SettlementsBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await settleOutlook(tx, by, month, entries);
      return new Reply(200, await answer(tx, month));
    });
  }
}

async function answer(tx: Tx, month: string): Promise<object> {
  const results = await outlookResults(tx, month);
  const { entries, unforeseen } = results;
  return {
    ...results,
    dueOn: resultsDueOn(month, REPORT_SCHEDULE, calendar(HOLIDAYS)),
    counts: tally(entries, unforeseen),
    byChannel: tallyByChannel(entries, unforeseen),
  };
}
