import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Free, Instant, ListOf, Month, MONTH, OneOf, Whole } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Problem } from '#platform/problem.js';
import { listReports, readEdition, viewReport, type ReportView } from '#reports/report-view.js';
import { approveReport, requestReport } from '#reports/request-report.js';
import { EDITION_STATES, FORMATS, type Format } from '#reports/vocabulary.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';

class ReportBody {
  @Month({ description: '예상 월' })
  month: string;
}

class EditionAnswer {
  @Whole({ min: 1, max: 1e6 })
  number: number;

  @OneOf(EDITION_STATES)
  state: string;

  @Instant({ nullable: true, description: '확정한 때' })
  issuedAt: string | null;

  @Instant({ nullable: true })
  sentAt: string | null;

  @Instant()
  compiledAt: string;

  @Free({ description: '형식별 SHA-256' })
  checksums: Record<string, string>;
}

class ReportAnswer {
  @Month()
  month: string;

  @OneOf(EDITION_STATES, { nullable: true, description: '없으면 작성 중' })
  state: string | null;

  @Whole({ min: 1, max: 1e9 })
  version: number;

  @Instant()
  requestedAt: string;

  @ListOf(() => EditionAnswer, { max: 10_000 })
  editions: EditionAnswer[];
}

/** Compiling takes about a second; whoever asked for it waits that long, but never for a pipeline that is away. */
const PATIENCE_MS = 8000;
const LOOK_MS = 100;

/** What a browser shows; the others are files to be kept. */
const SHOWN = ['pdf', 'html', 'txt'];

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
    summary: '리포트 작성(초안 재작성 또는 다음 판)',
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

  @Get(':month/editions/:file')
  @ApiParam({ name: 'month', schema: { type: 'string', example: '2026-12' } })
  @ApiParam({
    name: 'file',
    description: `{판}.{${Object.keys(FORMATS).join('|')}}`,
    schema: { type: 'string', example: '1.pdf' },
  })
  @Endpoint({ summary: '리포트 파일', produces: '*/*' })
  async edition(
    @Caller() by: Principal,
    @Param('month') month: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [, number, format] = /^(\d{1,6})\.(\w+)$/.exec(file) ?? [];
    if (!MONTH.test(month) || !number || !format || !(format in FORMATS)) throw new Problem('not-found');
    const { bytes, sha256 } = await readAs(this.source, by, (tx) =>
      readEdition(tx, month, Number(number), format as Format),
    );
    void reply
      .header('content-type', FORMATS[format as Format])
      .header('etag', `"${sha256}"`)
      .header('cache-control', 'private, no-cache')
      // Its own styles and pictures only; whatever a text of an issue may try stays text.
      .header('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'; img-src data:`)
      .header(
        'content-disposition',
        `${SHOWN.includes(format) ? 'inline' : 'attachment'}; filename="haechi-${month}-${number}.${format}"`,
      );
    return reply.send(bytes);
  }

  @Post(':month/approval')
  @ApiParam({ name: 'month', schema: { type: 'string', example: '2026-12' } })
  @Endpoint({ summary: '확정', returns: ReportAnswer })
  approve(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Param('month') month: string,
  ) {
    if (!MONTH.test(month)) throw new Problem('not-found');
    return this.commands.run(repeat, async (tx) => {
      await approveReport(tx, by, month, version);
      return new Reply(200, await viewReport(tx, month));
    });
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
