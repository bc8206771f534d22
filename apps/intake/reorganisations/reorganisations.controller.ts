import { Body, Controller, Delete, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Repeatable } from '#platform/idempotency.js';
import {
  planReorganisation,
  tryReorganisation,
  undoReorganisation,
} from '#reorganisations/plan-reorganisation.js';
import { listReorganisations, viewReorganisation } from '#reorganisations/reorganisation.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { MovedListAnswer, NewReorganisationBody, ReorganisationAnswer } from './reorganisation-bodies.js';

/** 조직개편: entered before its day, tried first, taken back until then. */
@ApiTags('부서·사용자')
@Controller('api/v1/reorganisations')
export class ReorganisationsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get()
  @Endpoint({ summary: '조직개편 목록', lists: ReorganisationAnswer })
  list(@Caller() by: Principal) {
    return readAs(this.source, by, async (tx) => ({
      items: await listReorganisations(tx, by),
      nextCursor: null,
    }));
  }

  @Post('dry-run')
  @Endpoint({ summary: '시행 전 확인: 옮겨 갈 업무와 사람', returns: MovedListAnswer })
  dryRun(@Caller() by: Principal, @Body() body: NewReorganisationBody) {
    return readAs(this.source, by, (tx) => tryReorganisation(tx, by, body));
  }

  @Post()
  @Endpoint({ summary: '조직개편 등록', status: 201, returns: ReorganisationAnswer })
  plan(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewReorganisationBody) {
    return this.commands.run(repeat, async (tx) => {
      const id = await planReorganisation(tx, by, body);
      return new Reply(201, await viewReorganisation(tx, by, id));
    });
  }

  @Get(':id')
  @Endpoint({ summary: '조직개편 조회', returns: ReorganisationAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewReorganisation(tx, by, id));
  }

  @Delete(':id')
  @Endpoint({ summary: '조직개편 취소(시행일 전)', returns: ReorganisationAnswer })
  undo(@Caller() by: Principal, @PathId() id: string, @IfMatch({ required: true }) version: number | null) {
    return this.commands.run(null, async (tx) => {
      await undoReorganisation(tx, by, id, version);
      return new Reply(200, await viewReorganisation(tx, by, id));
    });
  }
}
