import { Body, Controller, Delete, Get, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { FEED_POLICY } from '#config/feeds.js';
import { Writes } from '#events/write.js';
import { CHANNELS, type Channel } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Flag, FromQuery, Id, Instant, OneOf, Text, Whole } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Outbound } from '#platform/outbound.js';
import {
  addFeed,
  askForPoll,
  changeFeed,
  listFeeds,
  removeFeed,
  viewFeed,
  type FeedView,
} from '#signals/feeds.js';
import { faultText } from '#signals/feed-fault.js';
import { FEED_STATES, type FeedState } from '#signals/vocabulary.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { languageOf } from '../http/language.js';
import { listing } from '../http/listing.js';

const NAME = { line: true, max: 100 } as const;
const ADDRESS = { max: 2000, pattern: /^https?:\/\/\S+$/, description: 'RSS·Atom 주소' } as const;
const INTERVAL = {
  min: FEED_POLICY.shortestIntervalMinutes,
  max: FEED_POLICY.longestIntervalMinutes,
  description: `수집 간격(분, 기본 ${FEED_POLICY.usualIntervalMinutes})`,
} as const;

class NewFeedBody {
  @Text(NAME)
  name: string;

  @Text(ADDRESS)
  url: string;

  @OneOf(CHANNELS, { optional: true, description: '기본 press' })
  channel?: Channel;

  @Whole({ ...INTERVAL, optional: true })
  intervalMinutes?: number;

  @Flag({ optional: true })
  active?: boolean;
}

class FeedChangeBody {
  @Text({ ...NAME, optional: true })
  name?: string;

  @Text({ ...ADDRESS, optional: true })
  url?: string;

  @OneOf(CHANNELS, { optional: true })
  channel?: Channel;

  @Whole({ ...INTERVAL, optional: true })
  intervalMinutes?: number;

  @Flag({ optional: true })
  active?: boolean;
}

class FeedAnswer {
  @Id()
  id: string;

  @Text({ max: 100 })
  name: string;

  @Text({ max: 10_000 })
  url: string;

  @OneOf(CHANNELS)
  channel: string;

  @Whole(INTERVAL)
  intervalMinutes: number;

  @Flag({ description: '수집함' })
  active: boolean;

  @OneOf(FEED_STATES)
  state: string;

  @Whole({ min: 0, max: 1e9, description: '연속 실패 횟수' })
  failures: number;

  @Text({ max: 60, nullable: true, description: '마지막 오류' })
  fault: string | null;

  @Text({ max: 1000, nullable: true, description: '마지막 오류의 설명' })
  faultText: string | null;

  @Text({ max: 10_000, nullable: true, description: '서버가 알려 온 새 주소' })
  movedTo: string | null;

  @Instant({ nullable: true })
  polledAt: string | null;

  @Instant({ nullable: true, description: '새 기사가 들어온 때' })
  changedAt: string | null;

  @Instant({ nullable: true })
  nextPollAt: string | null;

  @Flag({ description: '지금 수집을 요청하여 기다리는 중' })
  asked: boolean;

  @Whole({ min: 0, max: 1e9, description: '지금까지 접수한 동향' })
  received: number;

  @Id()
  createdBy: string;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

class FeedFilter extends listing('name', '-name', 'polledAt', '-polledAt') {
  @OneOf(FEED_STATES, { optional: true })
  state?: FeedState;

  @FromQuery()
  @Flag({ optional: true })
  active?: boolean;
}

/** With what went wrong in the reader's language. */
const shown = ({ faultDetail, ...feed }: FeedView, request: FastifyRequest) => ({
  ...feed,
  faultText: faultText({ fault: feed.fault, faultDetail }, languageOf(request)),
});

@ApiTags('언론 피드')
@Controller('api/v1/feeds')
export class FeedsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Outbound) private readonly outbound: Outbound,
  ) {}

  @Get()
  @Endpoint({ summary: '언론 피드 목록', lists: FeedAnswer })
  list(@Caller() by: Principal, @Query() query: FeedFilter, @Req() request: FastifyRequest) {
    return readAs(this.source, by, async (tx) => {
      const { items, nextCursor } = await listFeeds(tx, query);
      return { items: items.map((feed) => shown(feed, request)), nextCursor };
    });
  }

  @Post()
  @Endpoint({ summary: '언론 피드 등록', status: 201, returns: FeedAnswer })
  add(
    @Caller() by: Principal,
    @Repeat() repeat: Repeatable | null,
    @Body() body: NewFeedBody,
    @Req() request: FastifyRequest,
  ) {
    const { channel = 'press', intervalMinutes = FEED_POLICY.usualIntervalMinutes, active = true } = body;
    const feed = { name: body.name, url: body.url, channel, intervalMinutes, active };
    return this.commands.run(
      repeat,
      async (tx) => new Reply(201, shown(await addFeed(tx, by, this.outbound, feed), request)),
    );
  }

  @Get(':id')
  @Endpoint({ summary: '언론 피드 조회', returns: FeedAnswer })
  read(@Caller() by: Principal, @PathId() id: string, @Req() request: FastifyRequest) {
    return readAs(this.source, by, async (tx) => shown(await viewFeed(tx, id), request));
  }

  @Patch(':id')
  @Endpoint({ summary: '언론 피드 수정', returns: FeedAnswer })
  change(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: FeedChangeBody,
    @Req() request: FastifyRequest,
  ) {
    return this.writes.run(async (tx) =>
      shown(await changeFeed(tx, by, this.outbound, id, body, version), request),
    );
  }

  @Delete(':id')
  @Endpoint({ summary: '언론 피드 삭제', status: 204 })
  async remove(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ): Promise<void> {
    await this.writes.run((tx) => removeFeed(tx, by, id, version));
  }

  @Post(':id/poll')
  @Endpoint({ summary: '지금 수집', status: 202, returns: FeedAnswer })
  poll(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @Req() request: FastifyRequest,
  ) {
    return this.commands.run(
      repeat,
      async (tx) => new Reply(202, shown(await askForPoll(tx, by, id), request)),
    );
  }
}
