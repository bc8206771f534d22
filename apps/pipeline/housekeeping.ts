import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FEED_DAYS } from '#events/feed.js';
import { every, type Ticker } from '#platform/every.js';

const INTERVAL_MS = 600_000;

/** What may be forgotten: answers to repeats after a day, sessions that ended, places of the live stream after a week, rows of imports after a month. */
const FORGET = [
  `delete from idempotency_keys where at < app_now() - interval '24 hours'`,
  `delete from sessions where expires_at < app_now() or seen_at < app_now() - idle`,
  `delete from sign_in_limits where failed_at < app_now() - interval '1 day'`,
  // The last whole place stays: the next is counted from it. What a webhook was not told of yet stays, too.
  `delete from feed where position < (
    select max(position) from feed where position % 1 = 0 and at < clock_timestamp() - interval '${FEED_DAYS} days')
    and position <= coalesce((select min(position) from webhooks where active), 'infinity')`,
  `delete from import_rows r using imports i where i.id = r.import_id and i.ended_at < app_now() - interval '30 days'`,
];

@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = every(INTERVAL_MS, 'housekeeping', async () => {
      for (const statement of FORGET) await this.source.query(statement);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
  }
}
