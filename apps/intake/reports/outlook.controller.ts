import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { calendar } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import type { Repeatable } from '#platform/idempotency.js';
import { outlookResults } from '#reports/outlook-results.js';
import { viewOutlook } from '#reports/outlook-view.js';
import { resultsDueOn } from '#reports/rules/schedule.js';
import { tally, tallyByChannel } from '#reports/rules/tally.js';
import { settleOutlook } from '#reports/settle-outlook.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { OfMonth } from '../http/month.js';
import { OutlookAnswer, OutlookResultsAnswer, SettlementsBody } from './outlook-answers.js';

/** 익월 전망: what a month is expected to bring, and what became of it. */
@ApiTags('익월 전망')
@Controller('api/v1/outlook')
export class OutlookController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

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
