import { Body, Controller, Delete, Get, Inject, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Writes } from '#events/write.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { changeView, listViews, removeView, saveView } from '#people/views.js';
import { VIEW_PAGES, type ViewPage } from '#people/vocabulary.js';
import { Flag, Id, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';

const QUERY = { min: 0, max: 2000, description: '화면의 조회 조건(쿼리 문자열)' } as const;
const COLUMNS = { max: 30, itemMax: 60 } as const;

class NewViewBody {
  @OneOf(VIEW_PAGES)
  page: ViewPage;

  @Text({ line: true, max: 100 })
  name: string;

  @Text(QUERY)
  query: string;

  @ListOf('text', { ...COLUMNS, optional: true })
  columns?: string[];

  @Flag({ optional: true, description: '같은 역할(실·국은 같은 부서)의 사람과 함께 사용' })
  shared?: boolean;
}

class ViewChangeBody {
  @Text({ line: true, max: 100, optional: true })
  name?: string;

  @Text({ ...QUERY, optional: true })
  query?: string;

  @ListOf('text', { ...COLUMNS, optional: true })
  columns?: string[];

  @Flag({ optional: true })
  shared?: boolean;
}

class ViewAnswer {
  @Id()
  id: string;

  @OneOf(VIEW_PAGES)
  page: string;

  @Text({ max: 100 })
  name: string;

  @Text(QUERY)
  query: string;

  @ListOf('text', COLUMNS)
  columns: string[];

  @Flag()
  shared: boolean;

  @Flag({ description: '내가 저장한 보기' })
  mine: boolean;

  @Text({ max: 200 })
  ownerName: string;

  @Whole({ min: 1, max: 1e9 })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

class ViewListing extends listing('name', '-name') {
  @OneOf(VIEW_PAGES, { optional: true })
  page?: ViewPage;
}

@ApiTags('저장한 보기')
@Controller('api/v1/views')
export class ViewsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get()
  @Endpoint({ summary: '저장한 보기 목록', lists: ViewAnswer })
  list(@Caller() by: Principal, @Query() query: ViewListing) {
    return readAs(this.source, by, (tx) => listViews(tx, by, query));
  }

  @Post()
  @Endpoint({ summary: '보기 저장', status: 201, returns: ViewAnswer })
  save(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewViewBody) {
    return this.commands.run(repeat, async (tx) => new Reply(201, await saveView(tx, by, body)));
  }

  @Patch(':id')
  @Endpoint({ summary: '저장한 보기 수정', returns: ViewAnswer })
  change(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: ViewChangeBody,
  ) {
    return this.writes.run((tx) => changeView(tx, by, id, body, version));
  }

  @Delete(':id')
  @Endpoint({ summary: '저장한 보기 삭제', status: 204 })
  async remove(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ): Promise<void> {
    await this.writes.run((tx) => removeView(tx, by, id, version));
  }
}
