import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { QUEUES, type QueueName } from '#events/events.js';
import type { Hint } from '#events/emit.js';
import { Publisher } from '#events/publish.js';
import { Env } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';
import { failpoint } from '#platform/failpoint.js';
import { FEED_CHANNEL } from '#events/feed.js';

const FEED_INTERVAL_MS = 200;
/** With so many jobs waiting a queue is busy, not forgetful: what is undone is most likely in it. */
const BUSY = 500;

/**
 * Publishes every hint that nobody has handled in time: its committer died before publishing, the queue was away, Redis
 * came back empty, a worker was killed. Any number of relays may run; each hint is taken by one of them.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly timers: Ticker[] = [];

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Publisher) private readonly publisher: Publisher,
  ) {}

  onApplicationBootstrap(): void {
    this.timers.push(
      every(this.env.RELAY_INTERVAL_MS, 'relay', () => this.publishDue()),
      every(FEED_INTERVAL_MS, 'feed', () => this.extendFeed()),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.timers.map((timer) => timer.stop()));
  }

  async publishDue(): Promise<void> {
    const queues: QueueName[] = await this.source
      .query('select distinct queue from hints where parked_at is null and look_at <= clock_timestamp()')
      .then((rows: { queue: QueueName }[]) =>
        rows.map(({ queue }) => queue).filter((queue) => QUEUES.includes(queue)),
      );
    await Promise.all(queues.map((queue) => this.publishQueue(queue)));
  }

  private async publishQueue(queue: QueueName): Promise<void> {
    const waiting = await this.waiting(queue);
    const [hints]: [Hint[]] = await this.source.query(CLAIM, [queue, waiting < BUSY ? 0 : 60]);
    failpoint('relay.beforePublish');
    const failed = await this.publisher.publish(hints);
    failpoint('relay.afterPublish');
    if (failed.size) await this.source.query(GIVE_BACK, [hints.map(({ id }) => id)]);
  }

  private async waiting(queue: QueueName): Promise<number> {
    const unknown = new Promise<number>((resolve) => setTimeout(resolve, 500, 0).unref());
    return Promise.race([this.publisher.queues[queue].getWaitingCount().catch(() => 0), unknown]);
  }

  /** Gives events their place in the live stream: in commit order, and in order within each subject. */
  async extendFeed(): Promise<void> {
    await this.source.transaction(async (tx) => {
      const [{ mine }] = await tx.query(`select pg_try_advisory_xact_lock(hashtext('feed')) as mine`);
      if (!mine) return;
      const rows = await tx.query(EXTEND);
      if (rows.length) await tx.query(`select pg_notify($1, '')`, [FEED_CHANNEL]);
    });
  }
}

// Claimed first and published then: dying in between costs one more look, never a hint.
const CLAIM = `
update hints h set published = published + 1,
  look_at = clock_timestamp() + interval '5 seconds' * least(power(2, published), 3)
from (
  select id from hints
  where queue = $1 and parked_at is null and look_at <= clock_timestamp() - $2 * interval '1 second'
  order by id limit 1000 for update skip locked
) due
where h.id = due.id
returning h.id, h.queue, h.subject`;

// The queue was away, however long: nobody has looked, and the first look after its return must not be minutes off.
const GIVE_BACK = `
update hints set published = greatest(published - 1, 0), look_at = clock_timestamp() + interval '1 second'
where id = any($1) and parked_at is null`;

const EXTEND = `
with moved as (
  delete from feed_pending where id in (select id from feed_pending order by id limit 1000) returning id, event_id
), told as (
  select m.id, m.event_id, about.secret from moved m cross join lateral (
    select (coalesce(i.confidential, false) or e.payload ? 'internal')::int as secret from events e left join issues i
      on i.id = case when e.subject like 'issue:%' then substr(e.subject, 7) else e.payload->>'issueId' end::uuid
    where e.id = m.event_id
    -- One by one by their keys: the planner takes these few for many, and would read all events.
    offset 0) about
), told_to_seal as (
  insert into unsealed (source, row_id) select 'event', event_id from moved order by id
), placed as (
  select id, event_id, secret, sum(1 - secret) over (order by id) as whole from told
), last as (
  select trunc(coalesce(max(position), 0)) as whole, coalesce(max(position), 0) % 1 as part from feed
)
insert into feed (position, event_id)
select l.whole + p.whole + case when p.whole = 0 then l.part else 0 end
    + 0.000001 * sum(p.secret) over (partition by p.whole order by p.id), p.event_id
from placed p, last l
returning position`;
