import { Body, Controller, Delete, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Writes } from '#events/write.js';
import { countInbox, inbox, mark, markAll } from '#notifications/inbox.js';
import { NOTICE_KINDS, type NoticeKind } from '#notifications/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Flag, Free, FromQuery, Id, Instant, OneOf, Text, Whole } from '#platform/fields.js';
import { Caller, PathId } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';

class InboxFilter extends listing('-createdAt', 'createdAt') {
  @FromQuery()
  @Flag({ optional: true, description: 'true: 읽지 않은 것, false: 읽은 것' })
  unread?: boolean;

  @OneOf(NOTICE_KINDS, { optional: true, description: '알림 종류' })
  kind?: NoticeKind;
}

class NoticeAnswer {
  @Id()
  id: string;

  @Text({ max: 60 })
  event: string;

  @OneOf(NOTICE_KINDS)
  kind: NoticeKind;

  @Id({ nullable: true })
  issueId: string | null;

  @Text({ max: 50_000 })
  title: string;

  @Text({ max: 50_000, min: 0 })
  body: string;

  @Text({ max: 2000, nullable: true })
  link: string | null;

  @Instant()
  createdAt: string;

  @Instant({ nullable: true })
  readAt: string | null;
}

class InboxCountAnswer {
  @Whole({ min: 0, max: 1e9 })
  unread: number;

  @Free({ description: '알림 종류별 읽지 않은 건수' })
  byKind: object;

  @Id({ nullable: true, description: '가장 최근 알림' })
  newestId: string | null;
}

class MarkingBody {
  @OneOf(NOTICE_KINDS, { optional: true, description: '이 종류만' })
  kind?: NoticeKind;

  @Id({ optional: true, description: '이 알림까지: 그 뒤에 온 것은 읽지 않은 채로 둡니다.' })
  upTo?: string;
}

class MarkedAnswer {
  @Whole({ min: 0, max: 1e9, description: '읽음으로 바꾼 건수' })
  read: number;
}

@ApiTags('알림')
@Controller('api/v1/inbox')
export class InboxController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get()
  @Endpoint({ summary: '알림함', lists: NoticeAnswer })
  inbox(@Caller() by: Principal, @Query() query: InboxFilter) {
    return readAs(this.source, by, (tx) => inbox(tx, by, query));
  }

  @Get('count')
  @Endpoint({ summary: '읽지 않은 알림 건수', returns: InboxCountAnswer })
  count(@Caller() by: Principal) {
    return readAs(this.source, by, (tx) => countInbox(tx, by));
  }

  @Post('reading')
  @Endpoint({ summary: '모두 읽음', returns: MarkedAnswer })
  async readAll(@Caller() by: Principal, @Body() body: MarkingBody): Promise<MarkedAnswer> {
    return { read: await this.writes.run((tx) => markAll(tx, by, body)) };
  }

  @Post(':id/reading')
  @Endpoint({ summary: '읽음', status: 204 })
  async read(@Caller() by: Principal, @PathId() id: string): Promise<void> {
    await this.writes.run((tx) => mark(tx, by, id, true));
  }

  @Delete(':id/reading')
  @Endpoint({ summary: '읽지 않음으로', status: 204 })
  async unread(@Caller() by: Principal, @PathId() id: string): Promise<void> {
    await this.writes.run((tx) => mark(tx, by, id, false));
  }
}
