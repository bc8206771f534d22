import { DELIVERY_COLUMNS } from '#deliveries/export-deliveries.js';
import { EVENT_NAMES } from '#deliveries/event-catalogue.js';
import {
  CHANNELS,
  CONTACT_STATES,
  DELIVERY_FAULTS,
  DELIVERY_STATES,
  type ContactState,
} from '#deliveries/vocabulary.js';
import { Free, FromQuery, Id, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import { exporting } from '../http/export.js';
import { Cursor, Limit, listing, Sort } from '../http/listing.js';

const COUNT = { min: 0, max: 1e9 } as const;

const DELIVERY_SORTS = ['-createdAt', 'createdAt'] as const;

/** Which of them, in which order. */
class DeliverySelection {
  @Sort(DELIVERY_SORTS)
  sort?: (typeof DELIVERY_SORTS)[number];

  @OneOf(CHANNELS, { optional: true })
  channel?: string;

  @OneOf(DELIVERY_STATES, { optional: true })
  state?: string;

  @Id({ optional: true })
  webhookId?: string;

  @Id({ optional: true })
  issueId?: string;

  @Id({ optional: true, description: '받는 사람' })
  recipientId?: string;

  @OneOf(EVENT_NAMES, { optional: true })
  event?: string;
}

export class DeliveryListing extends DeliverySelection {
  @Limit()
  limit?: number;

  @Cursor()
  cursor?: string;
}

export class DeliveryExportQuery extends exporting(DeliverySelection, DELIVERY_COLUMNS) {}

export class DeliveryAnswer {
  @Id()
  id: string;

  @Text({ max: 60 })
  event: string;

  @OneOf(CHANNELS)
  channel: string;

  @Text({ max: 200, description: '사람 또는 웹훅의 이름' })
  recipient: string;

  @Id({ nullable: true })
  recipientId: string | null;

  @Id({ nullable: true })
  webhookId: string | null;

  @Id({ nullable: true })
  issueId: string | null;

  @OneOf(DELIVERY_STATES)
  state: string;

  @Whole({ min: 0, max: 1e6 })
  attempts: number;

  @OneOf(DELIVERY_FAULTS, { nullable: true })
  fault: string | null;

  @Whole({ min: 0, max: 999, nullable: true, description: '마지막 시도의 HTTP·SMTP 상태' })
  status: number | null;

  @Text({ max: 50_000, nullable: true })
  error: string | null;

  @Instant()
  createdAt: string;

  @Instant({ nullable: true })
  sentAt: string | null;

  @Instant({ nullable: true, description: '다음 시도' })
  dueAt: string | null;
}

class AttemptAnswer {
  @Whole({ min: 1, max: 1e6 })
  n: number;

  @Instant()
  at: string;

  @OneOf(DELIVERY_FAULTS, { nullable: true })
  fault: string | null;

  @Whole({ min: 0, max: 999, nullable: true, description: 'HTTP·SMTP 상태' })
  status: number | null;

  @Text({ max: 50_000, nullable: true })
  error: string | null;

  @Text({ max: 20_000, min: 0, nullable: true, description: '웹훅 답의 앞부분' })
  answer: string | null;

  @Whole({ ...COUNT, nullable: true, description: '걸린 시간(ms)' })
  durationMs: number | null;
}

export class DeliveryDetailAnswer extends DeliveryAnswer {
  @Text({
    max: 100_000,
    nullable: true,
    description: '웹훅으로 보내는 본문; 사람에게 보내는 글은 보이지 않음',
  })
  body: string | null;

  @ListOf(() => AttemptAnswer, { max: 1000, description: '시도 내역' })
  history: AttemptAnswer[];
}

export class FailuresFilter {
  @FromQuery()
  @Whole({ min: 1, max: 720, optional: true, description: '최근 몇 시간(기본 24)' })
  hours?: number;
}

class ChannelFigures {
  @OneOf(CHANNELS)
  channel: string;

  @Whole({ ...COUNT, description: '이 기간에 만든 발송 건' })
  written: number;

  @Whole(COUNT)
  sent: number;

  @Whole(COUNT)
  waiting: number;

  @Whole(COUNT)
  dead: number;
}

class FailureAnswer {
  @OneOf(CHANNELS)
  channel: string;

  @Text({ max: 300, description: '웹훅의 이름 또는 메일 도메인' })
  target: string;

  @Id({ nullable: true })
  webhookId: string | null;

  @OneOf(DELIVERY_FAULTS)
  fault: string;

  @Whole({ min: 0, max: 999, nullable: true })
  status: number | null;

  @Whole({ ...COUNT, description: '실패한 시도' })
  attempts: number;

  @Whole({ ...COUNT, description: '그 발송 건' })
  deliveries: number;

  @Whole({ ...COUNT, description: '그중 나중에 도착한 건' })
  arrived: number;

  @Whole({ ...COUNT, description: '그중 포기한 건' })
  dead: number;

  @Instant()
  lastAt: string;
}

class PausedAnswer {
  @Text({ max: 300 })
  target: string;

  @Id({ nullable: true })
  webhookId: string | null;

  @Whole({ ...COUNT, description: '연속 실패 횟수' })
  failures: number;

  @Instant()
  until: string;
}

export class FailuresAnswer {
  @Whole({ min: 1, max: 720 })
  hours: number;

  @ListOf(() => ChannelFigures, { max: 10 })
  channels: ChannelFigures[];

  @ListOf(() => FailureAnswer, { max: 100_000 })
  failures: FailureAnswer[];

  @ListOf(() => PausedAnswer, { max: 100_000, description: '실패가 이어져 잠시 보내지 않는 곳' })
  paused: PausedAnswer[];
}

export class ContactListing extends listing('no', '-no') {
  @OneOf(CONTACT_STATES, { optional: true })
  state?: ContactState;

  @Id({ optional: true })
  departmentId?: string;
}

class PersonContact {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 200 })
  email: string;

  @Instant({ nullable: true, description: '메일이 마지막으로 도착한 때' })
  lastSentAt: string | null;

  @Whole({ ...COUNT, description: '연속 반송' })
  bounces: number;

  @Instant({ nullable: true })
  bouncedAt: string | null;

  @Text({ max: 50_000, nullable: true })
  error: string | null;
}

export class ContactAnswer {
  @Id()
  departmentId: string;

  @Text({ max: 100 })
  departmentName: string;

  @OneOf(CONTACT_STATES)
  state: string;

  @Whole({ ...COUNT, description: '기한 안에 접수하지 않은 연속 요청' })
  missed: number;

  @Instant({ nullable: true })
  silentSince: string | null;

  @ListOf(() => PersonContact, { max: 1000 })
  people: PersonContact[];
}

class EventAnswer {
  @OneOf(EVENT_NAMES)
  name: string;

  @Whole({ min: 1, max: 1000 })
  version: number;

  @ListOf('text', { max: 50, description: '이 이벤트로 시작되는 내부 처리' })
  wakes: string[];

  @Free({ description: 'data의 JSON Schema' })
  schema: object;

  @Free({ description: 'data의 예' })
  example: object;
}

export class CatalogueAnswer {
  @ListOf(() => EventAnswer, { max: 1000 })
  items: EventAnswer[];
}
