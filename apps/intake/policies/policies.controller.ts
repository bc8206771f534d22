import { Body, Controller, Delete, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Writes } from '#events/write.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Repeatable } from '#platform/idempotency.js';
import { dryRun } from '#policies/dry-run.js';
import {
  activatePolicy,
  draftPolicy,
  dropPolicy,
  listPolicies,
  revisePolicy,
  viewPolicy,
} from '#policies/policies.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Problem } from '#platform/problem.js';
import { POLICY_VERSION } from '#policies/terms.js';
import {
  ActivationBody,
  DryRunAnswer,
  NewPolicyBody,
  PolicyAnswer,
  PolicyChangeBody,
} from './policy-bodies.js';

const VERSION = ApiParam({ name: 'version', schema: { type: 'string', maxLength: 40 } });

/** The version in the path; what could be none is as unknown as one that is not there. */
const Version = (): ParameterDecorator =>
  Param('version', {
    transform(value: string) {
      if (!POLICY_VERSION.test(value)) throw new Problem('not-found');
      return value;
    },
  });

/** 평가기준: what weighs how much, as versions with a day of effect. */
@ApiTags('평가기준')
@Controller('api/v1/policies')
export class PoliciesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get()
  @Endpoint({ summary: '평가기준 목록', lists: PolicyAnswer })
  list(@Caller() by: Principal) {
    return readAs(this.source, by, async (tx) => ({ items: await listPolicies(tx), nextCursor: null }));
  }

  @Post()
  @Endpoint({ summary: '평가기준 작성', status: 201, returns: PolicyAnswer })
  draft(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewPolicyBody) {
    return this.commands.run(repeat, async (tx) => {
      await draftPolicy(tx, by, body);
      return new Reply(201, await viewPolicy(tx, body.version));
    });
  }

  @Get(':version')
  @VERSION
  @Endpoint({ summary: '평가기준 조회', returns: PolicyAnswer })
  read(@Caller() by: Principal, @Version() version: string) {
    return readAs(this.source, by, (tx) => viewPolicy(tx, version));
  }

  @Patch(':version')
  @VERSION
  @Endpoint({ summary: '작성 중인 평가기준 수정', returns: PolicyAnswer })
  revise(
    @Caller() by: Principal,
    @Version() version: string,
    @IfMatch({ required: true }) expected: number,
    @Body() body: PolicyChangeBody,
  ) {
    return this.writes.run(async (tx) => {
      await revisePolicy(tx, by, version, body, expected);
      return viewPolicy(tx, version);
    });
  }

  @Delete(':version')
  @VERSION
  @Endpoint({ summary: '작성 중인 평가기준 삭제', status: 204 })
  drop(@Caller() by: Principal, @Version() version: string, @IfMatch({ required: true }) expected: number) {
    return this.writes.run((tx) => dropPolicy(tx, by, version, expected));
  }

  @Post(':version/dry-run')
  @VERSION
  @Endpoint({ summary: '시행 전 확인: 중요도가 달라지는 진행 중 이슈', returns: DryRunAnswer })
  dryRun(@Caller() by: Principal, @Version() version: string) {
    return readAs(this.source, by, (tx) => dryRun(tx, by, version));
  }

  @Post(':version/activation')
  @VERSION
  @Endpoint({ summary: '평가기준 시행', returns: PolicyAnswer })
  activate(
    @Caller() by: Principal,
    @Version() version: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) expected: number | null,
    @Body() { effectiveFrom = null, approval = null }: ActivationBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await activatePolicy(tx, by, version, { effectiveFrom, approval }, expected);
      return new Reply(200, await viewPolicy(tx, version));
    });
  }
}
