import 'reflect-metadata';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import type { Principal } from '#people/principal.js';
import { readEnv } from '#platform/env.js';
import type { Repeatable } from '#platform/idempotency.js';
import { live } from '#platform/process.js';
import { ACCESS } from '../../apps/intake/http/access.js';
import { Caller, Repeat } from '../../apps/intake/http/caller.js';
import { startIntake } from '../../apps/intake/intake.js';
import { NewIssueBody } from '#issues/new-issue-body.js';

export const NOOP = '/api/v1/bench/noop';

/** All that a creation goes through before it does anything: sign-in, rights, validation of the same body, the key. */
@Controller('api/v1/bench')
class NoopController {
  @Post('noop')
  @HttpCode(201)
  create(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewIssueBody): object {
    return { by: by.id, key: repeat?.key, title: body.title };
  }
}

@Module({ controllers: [NoopController] })
class NoopModule {}

ACCESS[`POST ${NOOP}`] = ['officer'];
process.env.HAECHI_APP = 'intake';
void live(() => startIntake(readEnv(), [NoopModule]));
