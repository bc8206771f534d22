import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { OneOf } from '#platform/fields.js';
import { briefOf } from '#reports/brief.js';
import { collectBrief } from '#reports/collect-brief.js';
import { RENDER } from '#reports/formats.js';
import { BRIEF_FORMATS, type BriefFormat } from '#reports/vocabulary.js';
import { Caller, PathId, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { ExportReason, Exports } from '../http/export.js';
import { sendPaper } from './send-paper.js';

class BriefQuery {
  @OneOf(BRIEF_FORMATS, { optional: true, description: '기본 html' })
  format?: BriefFormat;

  @ExportReason()
  reason?: string;
}

/** 현안보고: one issue on one page, the same day (practice.md 2.4). Of a confidential one the recorder keeps who took it. */
@ApiTags('이슈')
@Controller('api/v1/issues/:id/brief')
export class BriefsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get()
  @Endpoint({ summary: '현안보고(1쪽)', produces: '*/*' })
  async brief(
    @Caller() by: Principal,
    @PathId() id: string,
    @Query() { format = 'html', reason }: BriefQuery,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const brief = await readAs(this.source, by, (tx) => collectBrief(tx, by, id));
    const confidential = brief.confidential ? [id] : [];
    await this.exports.recordPaper(request, format, { confidential, ...(reason && { reason }) });
    const bytes = await RENDER[format](briefOf(brief));
    return sendPaper(reply, bytes, { name: `brief-${brief.issue.number}-${brief.on}`, format });
  }
}
