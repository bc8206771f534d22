import { Body, Controller, Delete, Get, Inject, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { SENDING } from '#config/sending.js';
import { testWebhook } from '#deliveries/test-webhook.js';
import {
  addWebhook,
  changeWebhook,
  listWebhooks,
  removeWebhook,
  rotateSecret,
  viewWebhook,
  type WithSecret,
} from '#deliveries/webhooks.js';
import { Writes } from '#events/write.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import { Env } from '#platform/env.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Outbound } from '#platform/outbound.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import {
  NewWebhookBody,
  RotationBody,
  WebhookAnswer,
  WebhookChangeBody,
  WebhookListing,
  WebhookSecretAnswer,
  WebhookTestAnswer,
} from './webhook-bodies.js';

@ApiTags('웹훅')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Outbound) private readonly outbound: Outbound,
  ) {}

  @Get()
  @Endpoint({ summary: '웹훅 목록', lists: WebhookAnswer })
  list(@Caller() by: Principal, @Query() query: WebhookListing) {
    return readAs(this.source, by, (tx) => listWebhooks(tx, query));
  }

  @Post()
  @Endpoint({ summary: '웹훅 등록', status: 201, returns: WebhookSecretAnswer })
  add(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewWebhookBody) {
    const webhook = {
      name: body.name,
      url: body.url,
      events: body.events ?? null,
      active: body.active ?? true,
    };
    return this.shownOnce(repeat, 201, (tx) => addWebhook(tx, by, this.outbound, webhook));
  }

  @Get(':id')
  @Endpoint({ summary: '웹훅 조회', returns: WebhookAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewWebhook(tx, id));
  }

  @Patch(':id')
  @Endpoint({ summary: '웹훅 수정', returns: WebhookAnswer })
  change(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: WebhookChangeBody,
  ) {
    return this.writes.run((tx) => changeWebhook(tx, by, this.outbound, id, body, version));
  }

  @Delete(':id')
  @Endpoint({ summary: '웹훅 삭제', status: 204 })
  async remove(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ): Promise<void> {
    await this.writes.run((tx) => removeWebhook(tx, by, id, version));
  }

  @Post(':id/rotation')
  @Endpoint({ summary: '서명 키 교체', returns: WebhookSecretAnswer })
  rotate(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: false }) version: number | null,
    @Repeat() repeat: Repeatable | null,
    @Body() { hours = SENDING.webhook.rotationHours }: RotationBody,
  ) {
    return this.shownOnce(repeat, 200, (tx) => rotateSecret(tx, by, id, hours, version));
  }

  @Post(':id/test')
  @Endpoint({ summary: '시험 호출', returns: WebhookTestAnswer })
  test(@PathId() id: string) {
    return testWebhook(this.source, this.outbound, id, this.env.PUBLIC_URL);
  }

  /** The secret is told to whoever asked first, and kept with no answer that is given again. */
  private async shownOnce(
    repeat: Repeatable | null,
    status: number,
    work: (tx: Tx) => Promise<WithSecret>,
  ): Promise<Reply> {
    let shown: string | null = null;
    const reply = await this.commands.run(repeat, async (tx) => {
      const { secret, ...webhook } = await work(tx);
      shown = secret;
      return new Reply(status, webhook);
    });
    return new Reply(reply.status, { ...reply.body, secret: shown });
  }
}
