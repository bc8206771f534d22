import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { listParked, retryParked, skipParked } from '#events/parked.js';
import { handToOfficer, resumeParked } from '#issues/parked-issue.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Instant, Text, Whole } from '#platform/fields.js';
import { Problem } from '#platform/problem.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';

class ParkedAnswer {
  @Text({ max: 80 })
  id: string;

  @Text({ max: 40 })
  queue: string;

  @Text({ max: 60 })
  event: string;

  @Whole({ min: 1, max: 1e9 })
  seq: number;

  @Whole({ min: 0, max: 1000 })
  attempts: number;

  @Text({ max: 5000, nullable: true })
  error: string | null;

  @Instant()
  parkedAt: string;

  @Instant()
  occurredAt: string;
}

class SkipBody {
  @Text({ max: 4000 })
  reason: string;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[a-z]{1,20}$/;

const known = (id: string): string => {
  if (!ID.test(id)) throw new Problem('not-found');
  return id;
};

class ParkedListing extends listing('parkedAt', '-parkedAt') {}

@ApiTags('운영')
@Controller('api/v1/parked')
export class ParkedController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get()
  @Endpoint({ summary: '처리 보류 건', lists: ParkedAnswer })
  list(@Caller() by: Principal, @Query() query: ParkedListing) {
    return readAs(this.source, by, (tx) => listParked(tx, query));
  }

  @Post(':id/retry')
  @Endpoint({ summary: '재처리', status: 204 })
  retry(@Caller() by: Principal, @Param('id') id: string, @Repeat() repeat: Repeatable | null) {
    return this.done(repeat, async (tx) => {
      await resumeParked(tx, await retryParked(tx, by, known(id)));
    });
  }

  @Post(':id/skip')
  @Endpoint({ summary: '건너뜀(사유)', status: 204 })
  skip(
    @Caller() by: Principal,
    @Param('id') id: string,
    @Repeat() repeat: Repeatable | null,
    @Body() { reason }: SkipBody,
  ) {
    return this.done(repeat, async (tx) => {
      await handToOfficer(tx, await skipParked(tx, by, known(id), reason));
    });
  }

  private done(repeat: Repeatable | null, work: (tx: Tx) => Promise<void>) {
    return this.commands.run(repeat, async (tx) => {
      await work(tx);
      return new Reply(204, null);
    });
  }
}
