import { Body, Controller, Get, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Writes } from '#events/write.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Id, OneOf } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { dryRun } from '#warnings/dry-run.js';
import { WARNING_COLUMNS, warningsToExport } from '#warnings/export-warnings.js';
import { WARNING_LEVELS, type WarningLevel } from '#warnings/vocabulary.js';
import { addRule, changed, changeRule, checkRule, listRules, viewRule } from '#warnings/warning-rules.js';
import { listWarnings } from '#warnings/warnings.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { exporting, Exports } from '../http/export.js';
import { Cursor, Limit, listing, Sort } from '../http/listing.js';
import { ListedWarningAnswer } from './warning-answers.js';
import {
  WarningDryRunAnswer,
  WarningDryRunBody,
  NewWarningRuleBody,
  WarningRuleAnswer,
  WarningRuleChangeBody,
} from './warning-bodies.js';

class RuleListing extends listing('createdAt', '-createdAt') {}

const WARNING_SORTS = ['-raisedAt', 'raisedAt'] as const;

/** Which of them, in which order. */
class WarningSelection {
  @Sort(WARNING_SORTS)
  sort?: (typeof WARNING_SORTS)[number];

  @Id({ optional: true })
  ruleId?: string;

  @OneOf(WARNING_LEVELS, { optional: true })
  level?: WarningLevel;
}

class WarningFilter extends WarningSelection {
  @Limit()
  limit?: number;

  @Cursor()
  cursor?: string;
}

class WarningExportQuery extends exporting(WarningSelection, WARNING_COLUMNS) {}

@ApiTags('조기 알림')
@Controller('api/v1')
export class WarningsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get('early-warning-rules')
  @Endpoint({ summary: '조기 알림 규칙 목록', lists: WarningRuleAnswer })
  list(@Caller() by: Principal, @Query() query: RuleListing) {
    return readAs(this.source, by, (tx) => listRules(tx, by, query));
  }

  @Post('early-warning-rules')
  @Endpoint({ summary: '조기 알림 규칙 등록', status: 201, returns: WarningRuleAnswer })
  add(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewWarningRuleBody) {
    const { active = true, words = [], ...rule } = body;
    return this.commands.run(
      repeat,
      async (tx) => new Reply(201, await addRule(tx, by, { ...rule, words, active })),
    );
  }

  @Get('early-warning-rules/:id')
  @Endpoint({ summary: '조기 알림 규칙 조회', returns: WarningRuleAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewRule(tx, by, id));
  }

  @Patch('early-warning-rules/:id')
  @Endpoint({ summary: '조기 알림 규칙 수정(새 판)', returns: WarningRuleAnswer })
  change(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: WarningRuleChangeBody,
  ) {
    return this.writes.run((tx) => changeRule(tx, by, id, body, version));
  }

  @Post('early-warning-rules/:id/dry-run')
  @Endpoint({ summary: '지난 기간에 적용해 보기', returns: WarningDryRunAnswer })
  dryRun(@Caller() by: Principal, @PathId() id: string, @Body() body: WarningDryRunBody) {
    const { from, to, active: _, ...parts } = body;
    return readAs(this.source, by, async (tx) => {
      const rule = changed(await viewRule(tx, by, id), parts);
      checkRule(rule);
      return dryRun(tx, by, rule, { from, to });
    });
  }

  @Get('warnings')
  @Endpoint({ summary: '예의주시·조기 알림 목록', lists: ListedWarningAnswer })
  warnings(@Caller() by: Principal, @Query() query: WarningFilter) {
    return readAs(this.source, by, (tx) => listWarnings(tx, by, query));
  }

  @Get('warnings/export')
  @Endpoint({ summary: '예의주시·조기 알림 내려받기(CSV·XLSX)', produces: '*/*' })
  export(@Caller() by: Principal, @Query() query: WarningExportQuery, @Req() request: Authenticated) {
    return this.exports.file(by, { name: 'warnings', ...warningsToExport(by, query) }, query, request);
  }
}
