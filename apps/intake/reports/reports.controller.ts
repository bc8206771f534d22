import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { MONTH } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Problem } from '#platform/problem.js';
import { listReports, viewReport, type ReportView } from '#reports/report-view.js';
import { requestReport } from '#reports/request-report.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';
import { ReportAnswer, ReportBody } from './report-answers.js';

/** Compiling takes about a second; whoever asked for it waits that long, but never for a pipeline that is away. */
const PATIENCE_MS = 8000;
const LOOK_MS = 100;

class ReportListing extends listing('-month', 'month') {}

@ApiTags('월간 리포트')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post()
  @Endpoint({
    summary: '리포트 작성(초안 재작성 또는 정정본)',
    status: 201,
    also: 200,
    returns: ReportAnswer,
  })
  async create(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() { month }: ReportBody) {
    const before = await this.report(by, month);
    let asked = false;
    const { status, body } = await this.commands.run<unknown>(repeat, async (tx) => {
      const created = await requestReport(tx, by, month);
      asked = true;
      return new Reply(created ? 201 : 200, null);
    });
    // A repeat asked for nothing new: it gets the answer of the first, or what there is until that has one.
    if (!asked) return new Reply(status, body ?? (await this.report(by, month)));
    const answer = { status, body: await this.compiled(by, month, before) };
    await this.commands.settle(repeat, answer);
    return new Reply(answer.status, answer.body);
  }

  @Get()
  @Endpoint({ summary: '리포트 목록', lists: ReportAnswer })
  list(@Caller() by: Principal, @Query() query: ReportListing) {
    return readAs(this.source, by, (tx) => listReports(tx, query));
  }

  @Get(':month')
  @ApiParam({ name: 'month', schema: { type: 'string', example: '2026-12' } })
  @Endpoint({ summary: '리포트 조회', returns: ReportAnswer })
  async read(@Caller() by: Principal, @Param('month') month: string) {
    const report = await this.report(by, month);
    if (!report) throw new Problem('not-found');
    return report;
  }

  private report(by: Principal, month: string): Promise<ReportView | null> {
    if (!MONTH.test(month)) return Promise.resolve(null);
    return readAs(this.source, by, (tx) => viewReport(tx, month)).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'not-found') return null;
      throw error;
    });
  }

  /** The report once the pipeline has compiled what was asked for, or as it stands when that takes too long. */
  private async compiled(by: Principal, month: string, before: ReportView | null): Promise<ReportView> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const report = (await this.report(by, month))!;
      const newest = report.editions.at(-1);
      if ((newest && newest.compiledAt !== before?.editions.at(-1)?.compiledAt) || Date.now() > end)
        return report;
      await sleep(LOOK_MS);
    }
  }
}
