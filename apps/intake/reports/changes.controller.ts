import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { GRADES, OUTCOMES } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Day, Free, ListOf, Month, OneOf, Text } from '#platform/fields.js';
import { changeReport, changeTable } from '#reports/change-report.js';
import { ISSUE_CHANGES } from '#reports/vocabulary.js';
import { Caller, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports, leaving } from '../http/export.js';
import { languageOf } from '../http/language.js';
import { NamedIssue } from '../issues/linked-answers.js';

const nullable = { nullable: true } as const;

class SpanQuery {
  @Day({ description: '시작일(그날부터)' })
  from: string;

  @Day({ description: '종료일(그날까지)' })
  to: string;
}

class SpanExportQuery extends leaving(SpanQuery) {}

class ChangedIssueAnswer extends NamedIssue {
  @ListOf('text', { max: ISSUE_CHANGES.length, description: ISSUE_CHANGES.join(', ') })
  changes: string[];

  @OneOf(GRADES, { nullable: true, description: '시작일이 되었을 때의 중요도' })
  gradeFrom: string | null;

  @OneOf(GRADES, { nullable: true, description: '종료일이 지났을 때의 중요도' })
  gradeTo: string | null;

  @Text({ max: 200, ...nullable })
  leadDepartment: string | null;

  @Month(nullable)
  expectedMonth: string | null;

  @OneOf(OUTCOMES, nullable)
  outcome: string | null;
}

class ChangeReportAnswer {
  @Day()
  from: string;

  @Day()
  to: string;

  @Free({ description: `건수: ${ISSUE_CHANGES.join(', ')}` })
  counts: Record<string, number>;

  @ListOf(() => ChangedIssueAnswer, { max: 1_000_000 })
  items: ChangedIssueAnswer[];
}

/** 기간별 변동: what became of the issues between two dates, for each reader of those that they may see. */
@ApiTags('월간 리포트')
@Controller('api/v1/reports/changes')
export class ChangesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get()
  @Endpoint({ summary: '기간별 변동(신규·상향·하향·재개·종결)', returns: ChangeReportAnswer })
  changes(@Caller() by: Principal, @Query() span: SpanQuery) {
    return readAs(this.source, by, (tx) => changeReport(tx, by, span));
  }

  @Get('export')
  @Endpoint({ summary: '기간별 변동 내려받기(CSV·XLSX)', produces: '*/*' })
  async export(@Caller() by: Principal, @Query() query: SpanExportQuery, @Req() request: Authenticated) {
    const { from, to, lang = languageOf(request) } = query;
    const report = await readAs(this.source, by, (tx) => changeReport(tx, by, { from, to }));
    const about = report.items.map(({ issueId }) => issueId);
    const table = { name: `changes-${from}-${to}`, ...changeTable(report, lang), about };
    return this.exports.table(table, query, request);
  }
}
