import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { SENDING } from '#config/sending.js';
import { EVENT_NAMES } from '#deliveries/event-catalogue.js';
import { DELIVERY_FAULTS, DISABLED_REASONS, WEBHOOK_STATES } from '#deliveries/vocabulary.js';
import type { EventName } from '#events/events.js';
import { Flag, Id, Instant, ListOf, OneOf, rule, Text, Whole } from '#platform/fields.js';
import { listing } from '../http/listing.js';

const NAME = { line: true, max: 100 } as const;
const ADDRESS = { max: 2000, pattern: /^https?:\/\/\S+$/, description: '이벤트를 받을 주소' } as const;

/** Null: every event. */
const EventFilter = (optional = false): PropertyDecorator =>
  applyDecorators(
    ListOf('text', {
      max: 500,
      itemMax: 60,
      optional,
      nullable: true,
      description: '받을 이벤트 이름; null이면 모든 이벤트',
    }),
    Transform(({ value }) => (Array.isArray(value) ? [...new Set(value)] : value)),
    rule('empty', (list) => !Array.isArray(list) || list.length > 0),
    rule(
      'event_names',
      (list) => !Array.isArray(list) || list.every((name) => EVENT_NAMES.includes(name as EventName)),
    ),
  );

export class NewWebhookBody {
  @Text(NAME)
  name: string;

  @Text(ADDRESS)
  url: string;

  @EventFilter(true)
  events?: EventName[] | null;

  @Flag({ optional: true })
  active?: boolean;
}

export class WebhookChangeBody {
  @Text({ ...NAME, optional: true })
  name?: string;

  @Text({ ...ADDRESS, optional: true })
  url?: string;

  @EventFilter(true)
  events?: EventName[] | null;

  @Flag({ optional: true })
  active?: boolean;
}

export class RotationBody {
  @Whole({
    min: 0,
    max: 168,
    optional: true,
    description: `이전 키를 함께 쓰는 시간(기본 ${SENDING.webhook.rotationHours}시간)`,
  })
  hours?: number;
}

export class WebhookAnswer {
  @Id()
  id: string;

  @Text({ max: 100 })
  name: string;

  @Text({ max: 10_000 })
  url: string;

  @ListOf('text', { max: 500, nullable: true, description: 'null이면 모든 이벤트' })
  events: string[] | null;

  @Flag()
  active: boolean;

  @OneOf(WEBHOOK_STATES)
  state: string;

  @Whole({ min: 0, max: 1e9, description: '연속 실패 횟수' })
  failures: number;

  @Instant({ nullable: true })
  failingSince: string | null;

  @Instant({ nullable: true, description: '이때까지 보내지 않고 기다림' })
  pausedUntil: string | null;

  @Instant({ nullable: true })
  disabledAt: string | null;

  @OneOf(DISABLED_REASONS, { nullable: true })
  disabledReason: string | null;

  @Instant({ nullable: true, description: '이때까지 이전 키로도 서명함' })
  rotatingUntil: string | null;

  @Id()
  createdBy: string;

  @Text({ max: 100 })
  createdByName: string;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

export class WebhookSecretAnswer extends WebhookAnswer {
  @Text({
    max: 200,
    nullable: true,
    description: '서명 키. 이 답에서 한 번만 보여 주며, 같은 Idempotency-Key의 반복 요청에는 null',
  })
  secret: string | null;
}

export class WebhookTestAnswer {
  @Flag({ description: '2xx로 답함' })
  ok: boolean;

  @Whole({ min: 100, max: 999, nullable: true, description: 'HTTP 상태; 답을 받지 못하면 null' })
  status: number | null;

  @Whole({ min: 0, max: 1e6, description: '걸린 시간(ms)' })
  durationMs: number;

  @OneOf(DELIVERY_FAULTS, { nullable: true })
  fault: string | null;

  @Text({ max: 20_000, min: 0, nullable: true, description: '답의 앞부분' })
  answer: string | null;
}

export class WebhookListing extends listing('name', '-name') {}
