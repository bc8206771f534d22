import { Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Writes } from '#events/write.js';
import { CHANNELS } from '#notifications/notices.js';
import { deliveries, inbox, markRead } from '#notifications/inbox.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Flag, FromQuery, Id, Instant, OneOf, Text, Whole } from '#platform/fields.js';
import { Caller, PathId } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';

const DELIVERY_STATES = ['pending', 'sending', 'sent', 'failed', 'dead', 'suppressed'] as const;

class InboxFilter extends listing('-createdAt', 'createdAt') {
  @FromQuery()
  @Flag({ optional: true })
  unread?: boolean;
}

class NoticeAnswer {
  @Id()
  id: string;

  @Text({ max: 60 })
  event: string;

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

class DeliveryFilter extends listing('-createdAt', 'createdAt') {
  @OneOf(DELIVERY_STATES, { optional: true })
  state?: string;
}

class DeliveryAnswer {
  @Id()
  id: string;

  @Text({ max: 60 })
  event: string;

  @OneOf(CHANNELS)
  channel: string;

  @Text({ max: 200 })
  recipient: string;

  @Id({ nullable: true })
  issueId: string | null;

  @OneOf(DELIVERY_STATES)
  state: string;

  @Whole({ min: 0, max: 1e6 })
  attempts: number;

  @Text({ max: 50_000, nullable: true })
  error: string | null;

  @Instant()
  createdAt: string;

  @Instant({ nullable: true })
  sentAt: string | null;

  @Instant({ nullable: true, description: '다음 시도' })
  dueAt: string | null;
}

@ApiTags('알림')
@Controller('api/v1')
export class NotificationsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get('inbox')
  @Endpoint({ summary: '알림함', lists: NoticeAnswer })
  inbox(@Caller() by: Principal, @Query() query: InboxFilter) {
    return readAs(this.source, by, (tx) => inbox(tx, by, query));
  }

  @Post('inbox/:id/reading')
  @Endpoint({ summary: '읽음', status: 204 })
  async read(@Caller() by: Principal, @PathId() id: string): Promise<void> {
    await this.writes.run((tx) => markRead(tx, by, id));
  }

  @Get('deliveries')
  @Endpoint({ summary: '발송 내역', lists: DeliveryAnswer })
  deliveries(@Caller() by: Principal, @Query() query: DeliveryFilter) {
    return readAs(this.source, by, (tx) => deliveries(tx, by, query));
  }
}
