import { Body, Controller, Delete, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { appointDeputy, deputyCandidates, endDeputy, listDeputies, viewDeputy } from '#people/deputies.js';
import { actsFor } from '#people/acts-for.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { DEPUTY_KINDS, POSITIONS, ROLES, type DeputyKind } from '#people/vocabulary.js';
import { Day, Flag, FromQuery, Id, Instant, OneOf, Part, Text, Whole } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';

const nullable = { nullable: true } as const;

class DeputyPerson {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;

  @OneOf(POSITIONS)
  position: string;
}

class DeputyAnswer {
  @Id()
  id: string;

  @Id()
  absentId: string;

  @Part(() => DeputyPerson, { description: '자리를 비우는 사람' })
  absent: DeputyPerson;

  @Id()
  deputyId: string;

  @Part(() => DeputyPerson, { description: '대신하는 사람' })
  deputy: DeputyPerson;

  @Id(nullable)
  departmentId: string | null;

  @Text({ max: 100, ...nullable })
  departmentName: string | null;

  @OneOf(DEPUTY_KINDS, { description: 'once 대결 · period 직무대리' })
  kind: string;

  @Day()
  from: string;

  @Day()
  to: string;

  @Text({ max: 500, ...nullable })
  note: string | null;

  @Text({ max: 200 })
  createdByName: string;

  @Instant()
  createdAt: string;

  @Instant(nullable)
  endedAt: string | null;

  @OneOf(['coming', 'standing', 'ended'])
  state: string;

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

class NewDeputyBody {
  @Id({ optional: true, nullable: true, description: '자리를 비우는 사람; 없으면 본인' })
  absentId?: string | null;

  @Id()
  deputyId: string;

  @OneOf(DEPUTY_KINDS)
  kind: DeputyKind;

  @Day()
  from: string;

  @Day()
  to: string;

  @Text({ max: 500, optional: true, nullable: true })
  note?: string | null;
}

class DeputyCandidateAnswer {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;

  @OneOf(ROLES)
  role: string;

  @OneOf(POSITIONS)
  position: string;

  @Id(nullable)
  departmentId: string | null;

  @Text({ max: 100, ...nullable })
  departmentName: string | null;
}

class ActAnswer {
  @Id()
  id: string;

  @Text({ max: 60 })
  name: string;

  @Text({ max: 200 })
  actor: string;

  @Id(nullable)
  issueId: string | null;

  @Text({ max: 20, ...nullable })
  issueNumber: string | null;

  @Text({ max: 300, ...nullable })
  issueTitle: string | null;

  @Instant()
  at: string;
}

class DeputyFilter extends listing('-from', 'from') {
  @FromQuery()
  @Flag({ optional: true, description: '진행 중이거나 예정된 것' })
  current?: boolean;
}

@ApiTags('부서·사용자')
@Controller('api/v1')
export class DeputiesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get('deputies/candidates')
  @Endpoint({ summary: '대신할 수 있는 사람', lists: DeputyCandidateAnswer })
  candidates(@Caller() by: Principal) {
    return readAs(this.source, by, async (tx) => ({
      items: await deputyCandidates(tx, by),
      nextCursor: null,
    }));
  }

  @Get('deputies')
  @Endpoint({ summary: '대결·직무대리 목록', lists: DeputyAnswer })
  list(@Caller() by: Principal, @Query() query: DeputyFilter) {
    return readAs(this.source, by, (tx) => listDeputies(tx, by, query));
  }

  @Post('deputies')
  @Endpoint({ summary: '대결·직무대리 지정', status: 201, returns: DeputyAnswer })
  appoint(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewDeputyBody) {
    return this.commands.run(repeat, async (tx) => {
      const id = await appointDeputy(tx, by, body);
      return new Reply(201, await viewDeputy(tx, by, id));
    });
  }

  @Delete('deputies/:id')
  @Endpoint({ summary: '대결·직무대리 해제', returns: DeputyAnswer })
  end(@Caller() by: Principal, @PathId() id: string, @IfMatch({ required: true }) version: number | null) {
    return this.commands.run(null, async (tx) => {
      await endDeputy(tx, by, id, version);
      return new Reply(200, await viewDeputy(tx, by, id));
    });
  }

  @Get('deputies/:id/acts')
  @Endpoint({ summary: '대신 처리한 일(사후보고)', lists: ActAnswer })
  acts(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, async (tx) => ({ items: await actsFor(tx, by, id), nextCursor: null }));
  }
}
