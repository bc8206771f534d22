import { CHANNELS, type Channel } from '#issues/vocabulary.js';
import { Amount, Day, OneOf, rule, Text, Whole } from '#platform/fields.js';

export class InlineSignalBody {
  @OneOf(CHANNELS, { optional: true, nullable: true, description: '없으면 이슈의 채널' })
  channel?: Channel | null;

  @Text({ max: 60, optional: true, nullable: true })
  kind?: string | null;

  @Text({ line: true, max: 500 })
  title: string;

  @Text({ max: 100, optional: true, nullable: true })
  outlet?: string | null;

  @Text({ line: true, max: 40, optional: true, nullable: true, description: '게재면(예: A12면)' })
  placement?: string | null;

  @Text({ max: 2000, optional: true, nullable: true, pattern: /^https?:\/\/\S+$/ })
  url?: string | null;

  @Day({ optional: true, nullable: true })
  publishedOn?: string | null;

  @Whole({ min: 0, max: 100_000_000, optional: true, nullable: true })
  count?: number | null;

  @Day({ optional: true, nullable: true })
  periodFrom?: string | null;

  @Day({ optional: true, nullable: true })
  @rule(
    'period',
    (to, { periodFrom: from }: { periodFrom?: unknown }) =>
      typeof to !== 'string' || typeof from !== 'string' || to >= from,
  )
  periodTo?: string | null;

  @Amount({ min: 0, max: 100_000_000, optional: true, nullable: true })
  baseline?: number | null;

  @Text({ max: 50_000, optional: true, nullable: true })
  body?: string | null;

  @Text({ max: 200, optional: true, nullable: true })
  externalId?: string | null;
}

export class NewSignalBody extends InlineSignalBody {
  @OneOf(CHANNELS)
  declare channel: Channel;
}
