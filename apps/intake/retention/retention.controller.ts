import { Body, Controller, Get, Inject, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Flag, Id, Instant, ListOf, OneOf, rule, Text, Whole } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { carryOut, retentionDue, scheduleRetention, viewRetention } from '#retention/retention.js';
import { CARRIED_OUT, RETENTION_ACTIONS, RETENTION_RULES, type CarriedOut } from '#retention/vocabulary.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';

const nullable = { nullable: true } as const;

class RuleAnswer {
  @OneOf(RETENTION_RULES)
  name: string;

  @Whole({ min: 1, max: 1200 })
  months: number;

  @OneOf(RETENTION_ACTIONS)
  action: string;

  @Text({ max: 500, description: '근거' })
  source: string;

  @Flag({ description: '사람이나 일정이 집행하는 것' })
  carriedOut: boolean;
}

class CountAnswer {
  @OneOf(CARRIED_OUT)
  rule: string;

  @Whole({ min: 0, max: 1e9 })
  count: number;
}

class RunAnswer {
  @Id()
  id: string;

  @Instant()
  at: string;

  @Text({ max: 200, ...nullable, description: '없으면 일정에 따라 자동으로' })
  by: string | null;

  @Text({ max: 2000, ...nullable })
  reason: string | null;

  @ListOf(() => CountAnswer, { max: 20 })
  counts: CountAnswer[];
}

class RetentionAnswer {
  @ListOf(() => RuleAnswer, { max: 20 })
  rules: RuleAnswer[];

  @Flag({ description: '매일 한 번 자동으로 집행' })
  scheduled: boolean;

  @ListOf(() => RunAnswer, { max: 50 })
  runs: RunAnswer[];

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

class ExampleAnswer {
  @Id()
  id: string;

  @Text({ min: 0, max: 1000 })
  what: string;

  @Instant()
  at: string;
}

class DueAnswer {
  @OneOf(CARRIED_OUT)
  rule: string;

  @Whole({ min: 0, max: 1e9 })
  count: number;

  @ListOf(() => ExampleAnswer, { max: 10 })
  examples: ExampleAnswer[];
}

class DueListAnswer {
  @ListOf(() => DueAnswer, { max: 20 })
  items: DueAnswer[];
}

class RunBody {
  @ListOf('text', { max: CARRIED_OUT.length, description: `집행할 규칙: ${CARRIED_OUT.join(', ')}` })
  @rule(
    'retention_rules',
    (list) =>
      Array.isArray(list) &&
      list.length > 0 &&
      list.every((one) => (CARRIED_OUT as readonly unknown[]).includes(one)),
  )
  rules: CarriedOut[];

  @Text({ max: 2000 })
  reason: string;
}

class ScheduleBody {
  @Flag()
  scheduled: boolean;

  @Text({ max: 2000 })
  reason: string;
}

/** 보존·파기: what of people is kept how long, what is due, and carrying it out. */
@ApiTags('보존·파기')
@Controller('api/v1/retention')
export class RetentionController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get()
  @Endpoint({ summary: '보존기간과 집행 내역', returns: RetentionAnswer })
  view(@Caller() by: Principal) {
    return readAs(this.source, by, (tx) => viewRetention(tx));
  }

  @Get('dry-run')
  @Endpoint({ summary: '미리 확인: 보존기간이 지난 것', returns: DueListAnswer })
  dryRun(@Caller() by: Principal) {
    return readAs(this.source, by, async (tx) => ({ items: await retentionDue(tx) }));
  }

  @Post('runs')
  @Endpoint({ summary: '파기·가명 처리 집행', status: 201, returns: RetentionAnswer })
  run(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() { rules, reason }: RunBody) {
    return this.commands.run(repeat, async (tx) => {
      await carryOut(tx, by, [...new Set(rules)], reason);
      return new Reply(201, await viewRetention(tx));
    });
  }

  @Put('schedule')
  @Endpoint({ summary: '자동 집행 켜기·끄기', returns: RetentionAnswer })
  schedule(
    @Caller() by: Principal,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: ScheduleBody,
  ) {
    return this.commands.run(null, async (tx) => {
      await scheduleRetention(tx, by, body, version);
      return new Reply(200, await viewRetention(tx));
    });
  }
}
