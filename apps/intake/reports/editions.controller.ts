import { Body, Controller, Get, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Writes } from '#events/write.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import { Flag, FromQuery } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Problem } from '#platform/problem.js';
import { editReport } from '#reports/edit-report.js';
import { holdReport, releaseReport } from '#reports/hold-report.js';
import { listRecipients, noteReading, resendReport } from '#reports/recipients.js';
import { readEdition, viewReport } from '#reports/report-view.js';
import { approveReport } from '#reports/request-report.js';
import { FORMATS, type Format } from '#reports/vocabulary.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports } from '../http/export.js';
import { OfMonth } from '../http/month.js';
import { sendPaper } from './send-paper.js';
import {
  HoldBody,
  OwnLinesBody,
  IssuingBody,
  RecipientsAnswer,
  ReportAnswer,
  ResendingBody,
} from './report-answers.js';

const NUMBER_PARAM = ApiParam({ name: 'number', schema: { type: 'integer', example: 1 } });

/** What could be none is as unknown as one that is not there. */
const OfNumber = (): ParameterDecorator =>
  Param('number', {
    transform(value: string) {
      if (!/^\d{1,6}$/.test(value)) throw new Problem('not-found');
      return Number(value);
    },
  });

class EditionQuery {
  @FromQuery()
  @Flag({ optional: true, description: '화면에서 보는 것(내려받기로 기록하지 않음)' })
  shown?: boolean;
}

/** One edition on its way: held or issued, then frozen, sent and read. */
@ApiTags('월간 리포트')
@Controller('api/v1/reports/:month')
export class EditionsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get('editions/:file')
  @ApiParam({
    name: 'file',
    description: `{차수}.{${Object.keys(FORMATS).join('|')}}`,
    schema: { type: 'string', example: '1.pdf' },
  })
  @Endpoint({ summary: '리포트 파일', produces: '*/*' })
  async edition(
    @Caller() by: Principal,
    @OfMonth() month: string,
    @Param('file') file: string,
    @Query() { shown = false }: EditionQuery,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [, number, format] = /^(\d{1,6})\.(\w+)$/.exec(file) ?? [];
    if (!number || !format || !(format in FORMATS)) throw new Problem('not-found');
    const { bytes, sha256 } = await readAs(this.source, by, (tx) =>
      readEdition(tx, month, Number(number), format as Format),
    );
    if (!shown) await this.exports.recordPaper(request, format as Format, { confidential: [] });
    await this.commands.run(null, async (tx) => {
      await noteReading(tx, by, month, Number(number));
      return new Reply(200, null);
    });
    void reply.header('etag', `"${sha256}"`).header('cache-control', 'private, no-cache');
    return sendPaper(reply, bytes, { name: `${month}-${number}`, format: format as Format });
  }

  @Patch()
  @Endpoint({ summary: '초안에 담당자 작성란 작성(총평·행정사항·문서번호)', returns: ReportAnswer })
  edit(
    @Caller() by: Principal,
    @IfMatch({ required: true }) expected: number | null,
    @OfMonth() month: string,
    @Body() lines: OwnLinesBody,
  ) {
    return this.writes.run(async (tx) => {
      await editReport(tx, by, month, lines, expected);
      return viewReport(tx, month);
    });
  }

  @Post('approval')
  @Endpoint({ summary: '확정', returns: ReportAnswer })
  approve(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) expected: number | null,
    @OfMonth() month: string,
    @Body() body?: IssuingBody,
  ) {
    const approval = body?.approval ?? null;
    return this.change(repeat, month, (tx) => approveReport(tx, by, month, { approval, expected }));
  }

  @Post('hold')
  @Endpoint({ summary: '초안 보류', returns: ReportAnswer })
  hold(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) expected: number | null,
    @OfMonth() month: string,
    @Body() { reason }: HoldBody,
  ) {
    return this.change(repeat, month, (tx) => holdReport(tx, by, month, { reason, expected }));
  }

  @Post('hold/release')
  @Endpoint({ summary: '보류 해제', returns: ReportAnswer })
  release(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) expected: number | null,
    @OfMonth() month: string,
    @Body() { reason }: HoldBody,
  ) {
    return this.change(repeat, month, (tx) => releaseReport(tx, by, month, { reason, expected }));
  }

  @Get('editions/:number/recipients')
  @NUMBER_PARAM
  @Endpoint({ summary: '배포처와 열람 여부', returns: RecipientsAnswer })
  async recipients(@Caller() by: Principal, @OfMonth() month: string, @OfNumber() number: number) {
    return { items: await readAs(this.source, by, (tx) => listRecipients(tx, month, number)) };
  }

  @Post('editions/:number/resending')
  @NUMBER_PARAM
  @Endpoint({ summary: '한 사람에게 다시 배포', returns: ReportAnswer })
  resend(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @OfMonth() month: string,
    @OfNumber() number: number,
    @Body() { userId }: ResendingBody,
  ) {
    return this.change(repeat, month, (tx) => resendReport(tx, by, { month, number }, userId));
  }

  private change(repeat: Repeatable | null, month: string, verb: (tx: Tx) => Promise<void>) {
    return this.commands.run(repeat, async (tx) => {
      await verb(tx);
      return new Reply(200, await viewReport(tx, month));
    });
  }
}
