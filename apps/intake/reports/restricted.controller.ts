import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { AccessLog } from '#audit/access-log.js';
import { GRADES } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Id, ListOf, OneOf, Text } from '#platform/fields.js';
import { Problem } from '#platform/problem.js';
import { collectRestricted } from '#reports/collect-restricted.js';
import { RENDER } from '#reports/formats.js';
import { restrictedOf } from '#reports/restricted.js';
import { BRIEF_FORMATS, type BriefFormat } from '#reports/vocabulary.js';
import { Caller, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { OfMonth } from '../http/month.js';
import { ExportReason, Exports } from '../http/export.js';
import { askedFor, detailOf } from '../http/recorder.js';
import { sendPaper } from './send-paper.js';

class RestrictedQuery {
  @OneOf(BRIEF_FORMATS, { optional: true, description: '기본 html' })
  format?: BriefFormat;

  @ExportReason()
  reason?: string;
}

class RestrictedIssueAnswer {
  @Id()
  id: string;

  @Text({ max: 40 })
  number: string;

  @Text({ max: 2000 })
  title: string;

  @OneOf(GRADES)
  grade: string;
}

class RestrictedAnswer {
  @ListOf(() => RestrictedIssueAnswer, { max: 100_000, description: '열람자로 지정된 이슈가 없으면 빈 목록' })
  items: RestrictedIssueAnswer[];
}

/** 열람 제한 별책: of confidential issues, for each of those who are named its own; the report itself holds none of them. */
@ApiTags('월간 리포트')
@Controller('api/v1/reports/:month/restricted')
export class RestrictedController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(AccessLog) private readonly log: AccessLog,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get()
  @Endpoint({ summary: '열람 제한 별책에 실린 이슈', returns: RestrictedAnswer })
  async issues(@Caller() by: Principal, @OfMonth() month: string) {
    const { issues } = await this.collect(by, month);
    return { items: issues.map(({ id, number, title, grade }) => ({ id, number, title, grade })) };
  }

  @Get('paper')
  @Endpoint({ summary: '열람 제한 별책', produces: '*/*' })
  async paper(
    @Caller() by: Principal,
    @OfMonth() month: string,
    @Query() { format = 'html', reason }: RestrictedQuery,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const document = await this.collect(by, month);
    if (!document.issues.length) throw new Problem('not-found');
    const issueIds = document.issues.map(({ id }) => id);
    await this.exports.recordPaper(request, format, { confidential: issueIds, ...(reason && { reason }) });
    // Its bytes name no issue in a way that the recorder finds by itself.
    if (format === 'html')
      await this.log.add({ ...askedFor(request), kind: 'read', issueIds, detail: detailOf(request) });
    const bytes = await RENDER[format](restrictedOf(document));
    return sendPaper(reply, bytes, { name: `restricted-${month}-${document.on}`, format });
  }

  private collect(by: Principal, month: string) {
    return readAs(this.source, by, (tx) => collectRestricted(tx, by, month));
  }
}
