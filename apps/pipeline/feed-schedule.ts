import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { feedSubject } from '#events/subjects.js';
import { Publisher } from '#events/publish.js';
import { Env } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';

/** Hints at every feed that is due, and again at those still due half a minute later. Any number of processes may look. */
@Injectable()
export class FeedSchedule implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Publisher) private readonly publisher: Publisher,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = every(this.env.RELAY_INTERVAL_MS, 'feeds', () => this.hintAtDue());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
  }

  private async hintAtDue(): Promise<void> {
    const [due]: [{ id: string }[]] = await this.source.query(DUE);
    if (!due.length) return;
    await this.publisher.publish(
      due.map(({ id }) => ({ id: 0, queue: 'poll' as const, subject: feedSubject(id) })),
    );
  }
}

const DUE = `
update feeds f set look_at = clock_timestamp() + interval '30 seconds'
from (select id from feeds where active and next_poll_at <= app_now() and look_at <= clock_timestamp()
  order by next_poll_at limit 100 for update skip locked) due
where f.id = due.id returning f.id`;
