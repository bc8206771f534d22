import { Body, Controller, Delete, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { DISTRICTS } from '#config/districts.js';
import { ISSUE_KIND_NAMES, type IssueKindName } from '#config/issue-kinds.js';
import { addAreaContact, areaContact, areaContacts, endAreaContact } from '#people/area-contacts.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { POSITIONS } from '#people/vocabulary.js';
import { Flag, Id, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';

const nullable = { nullable: true } as const;

class NewAreaContactBody {
  @OneOf(ISSUE_KIND_NAMES, { optional: true, ...nullable, description: '이슈 유형. 없으면 모든 유형' })
  kind?: IssueKindName | null;

  @OneOf(DISTRICTS, { optional: true, ...nullable, description: '자치구. 없으면 모든 곳' })
  district?: string | null;

  @Id({ description: '그 부서의 사람' })
  userId: string;
}

class AreaContactAnswer {
  @Id()
  id: string;

  @Id()
  departmentId: string;

  @Text({ max: 60, ...nullable })
  kind: string | null;

  @Text({ max: 20, ...nullable })
  district: string | null;

  @Id()
  userId: string;

  @Text({ max: 200 })
  userName: string;

  @OneOf(POSITIONS)
  position: string;

  @Flag({ description: '지금도 그 부서에 있음' })
  active: boolean;

  @Instant()
  since: string;

  @Text({ max: 200 })
  setByName: string;

  @Instant(nullable)
  endedAt: string | null;

  @Text({ max: 200, ...nullable })
  endedByName: string | null;

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

class AreaPersonAnswer {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;

  @OneOf(POSITIONS)
  position: string;
}

class AreaContactsAnswer {
  @ListOf(() => AreaContactAnswer, { max: 10_000, description: '지금의 것이 먼저, 다음은 지난 것' })
  items: AreaContactAnswer[];

  @ListOf(() => AreaPersonAnswer, { max: 10_000, description: '정할 수 있는 사람' })
  people: AreaPersonAnswer[];
}

@ApiTags('부서·사용자')
@Controller('api/v1')
export class AreaContactsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get('departments/:id/area-contacts')
  @Endpoint({ summary: '부서의 분야별 담당자와 그 이력', returns: AreaContactsAnswer })
  list(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => areaContacts(tx, id));
  }

  @Post('departments/:id/area-contacts')
  @Endpoint({ summary: '분야별 담당자 지정', status: 201, returns: AreaContactAnswer })
  add(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @Body() body: NewAreaContactBody,
  ) {
    return this.commands.run(
      repeat,
      async (tx) => new Reply(201, await areaContact(tx, await addAreaContact(tx, by, id, body))),
    );
  }

  @Delete('area-contacts/:id')
  @Endpoint({ summary: '분야별 담당자 해제', returns: AreaContactAnswer })
  end(@Caller() by: Principal, @PathId() id: string, @IfMatch({ required: true }) version: number | null) {
    return this.commands.run(null, async (tx) => {
      await endAreaContact(tx, by, id, version);
      return new Reply(200, await areaContact(tx, id));
    });
  }
}
