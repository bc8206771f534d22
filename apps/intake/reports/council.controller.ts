import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { CHANNELS } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Flag, Id, ListOf, Month, OneOf, Text } from '#platform/fields.js';
import { collectCouncil, offerCases } from '#reports/collect-council.js';
import { councilOf } from '#reports/council.js';
import { RENDER } from '#reports/formats.js';
import { FORMATS, type Format } from '#reports/vocabulary.js';
import { Caller, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports } from '../http/export.js';
import { sendPaper } from './send-paper.js';

/** Told in full; what the council wants to know of more is a list. */
const MOST_CASES = 40;

class CouncilQuery {
  @Month({ description: '첫 달' })
  from: string;

  @Month({ description: '마지막 달' })
  to: string;
}

class CouncilPaperQuery extends CouncilQuery {
  @OneOf(Object.keys(FORMATS), { optional: true, description: '기본 html' })
  format?: Format;

  @ListOf('id', {
    max: MOST_CASES,
    optional: true,
    description: '사례로 실을 이슈(쉼표로 구분, 이 순서대로). 없으면 중요도가 높은 4건',
  })
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  issues?: string[];
}

class OfferedCaseAnswer {
  @Id()
  id: string;

  @Text({ max: 40 })
  number: string;

  @Text({ max: 2000 })
  title: string;

  @OneOf(CHANNELS)
  channel: string;

  @Text({ max: 200, nullable: true })
  leadDepartment: string | null;

  @Flag({ description: '고르지 않았을 때 싣는 사례' })
  chosen: boolean;
}

class OfferedCasesAnswer {
  @ListOf(() => OfferedCaseAnswer, { max: 1_000_000 })
  items: OfferedCaseAnswer[];
}

/** 의회 제출용 운영현황: never of confidential issues, without weight and notes of the office (practice.md 0.3). */
@ApiTags('월간 리포트')
@Controller('api/v1/reports/council')
export class CouncilController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get()
  @Endpoint({ summary: '의회 제출용 운영현황에 실을 수 있는 이슈', returns: OfferedCasesAnswer })
  async offered(@Caller() by: Principal, @Query() period: CouncilQuery) {
    return { items: await readAs(this.source, by, (tx) => offerCases(tx, by, period)) };
  }

  @Get('paper')
  @Endpoint({ summary: '의회 제출용 운영현황', produces: '*/*' })
  async paper(
    @Caller() by: Principal,
    @Query() { from, to, issues, format = 'html' }: CouncilPaperQuery,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const doc = await readAs(this.source, by, (tx) =>
      collectCouncil(tx, by, { from, to, issues: issues ?? null }),
    );
    await this.exports.recordPaper(request, format, { confidential: [] });
    const bytes = await RENDER[format](councilOf(doc));
    return sendPaper(reply, bytes, { name: `council-${from}-${to}`, format });
  }
}
