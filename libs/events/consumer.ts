import { WorkerHost } from '@nestjs/bullmq';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { Tx } from '#platform/database.js';
import { Batch } from '#platform/batch.js';
import { failpoint } from '#platform/failpoint.js';
import { groupBy } from '#platform/group-by.js';
import { log } from '#platform/logging.js';
import { emit } from './emit.js';
import type { EventName, QueueName } from './events.js';
import type { Subject } from './subjects.js';
import { lock, lockFree } from './lock.js';
import { isAway, type Writes } from './write.js';

/** After so many failures a hint is parked and waits for a person: *retry* or *skip*. */
export const MAX_ATTEMPTS = 5;

/** A subject with all its undone hints of one queue, in the order of its events. */
export interface Work {
  subject: Subject;
  hints: { eventId: string; name: EventName; payload: Record<string, unknown>; seq: number }[];
}

/**
 * A worker whose jobs are hints. However often and however late a subject is hinted at, its undone hints take effect
 * once: they are read and deleted under the subject's lock, in the transaction of their effect.
 */
export abstract class HintConsumer extends WorkerHost implements BeforeApplicationShutdown {
  protected abstract readonly queue: QueueName;
  private readonly batch: Batch<Subject, void>;

  constructor(
    protected readonly writes: Writes,
    options = { max: 256, parallel: 1 },
  ) {
    super();
    this.batch = new Batch((subjects) => this.handle(subjects), options);
  }

  /** The effect of all this work, as one part of the given transaction. */
  protected abstract consume(tx: Tx, work: Work[]): Promise<void>;

  /** Slow work that needs no lock, done before the transaction; what it finds may be overtaken by then. */
  protected async prepare(_subjects: Subject[]): Promise<void> {}

  /** What must be held before any subject is: whoever else takes it first, too, never waits for us in a ring. */
  protected async enter(_tx: Tx): Promise<void> {}

  /** What else parking means, e.g. that an issue shows it. */
  protected async park(_tx: Tx, _subject: Subject): Promise<void> {}

  /** Nest closes the database's pool before BullMQ's workers: what is under way ends while there is still one. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }

  async process(job: Job<{ subject: Subject }>): Promise<void> {
    // What fails is in the hints with its error: for the queue every job is done.
    await this.batch.add(job.data.subject);
  }

  /** Many in one transaction on their first attempt; what failed before runs alone. */
  private async handle(subjects: Subject[]): Promise<void[]> {
    const attempts = await this.countAttempts([...new Set(subjects)]);
    const withAttempts = (fits: (n: number) => boolean): Subject[] =>
      [...attempts].filter(([, n]) => fits(n)).map(([subject]) => subject);
    const list = withAttempts((n) => n === 1);
    const alone = withAttempts((n) => n > 1 && n <= MAX_ATTEMPTS);
    const spent = withAttempts((n) => n > MAX_ATTEMPTS);
    const error = list.length ? await this.attempt(list) : null;
    if (error && list.length > 1 && !isAway(error)) alone.unshift(...list);
    else if (error) await this.failed(list, error);
    for (const subject of alone) {
      const failure = await this.attempt([subject]);
      if (failure) await this.failed([subject], failure);
    }
    // It never came back to say what failed: it took its process with it each time.
    if (spent.length) await this.failed(spent, new Error(ENDED));
    return subjects.map(() => undefined);
  }

  /** Written before the attempt, in a transaction of its own: a step that kills its process counts too. */
  private async countAttempts(subjects: Subject[]): Promise<Map<Subject, number>> {
    const rows: { subject: Subject; attempts: number }[] = await this.writes.source.query(COUNT, [
      this.queue,
      subjects,
    ]);
    return new Map(rows.map(({ subject, attempts }) => [subject, attempts]));
  }

  private async attempt(subjects: Subject[]): Promise<Error | null> {
    try {
      await this.prepare(subjects);
      const busy = await this.writes.run((tx) => this.step(tx, subjects));
      if (busy.length) await this.writes.source.query(GIVE_BACK, [this.queue, busy]);
      return null;
    } catch (error) {
      return error as Error;
    }
  }

  /** @returns the subjects that somebody else holds at the moment. */
  private async step(tx: Tx, subjects: Subject[]): Promise<Subject[]> {
    await this.enter(tx);
    let free = await lockFree(tx, subjects);
    for (let wait = 5; free.size === 0 && wait <= 80; wait *= 2) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      free = await lockFree(tx, subjects);
    }
    const rows: (Work['hints'][number] & { subject: Subject; id: number })[] = await tx.query(UNDONE, [
      this.queue,
      [...free],
    ]);
    const work = [...groupBy(rows, ({ subject }) => subject)].map(([subject, hints]) => ({ subject, hints }));
    if (work.length) await this.consume(tx, work);
    failpoint(`${this.queue}.beforeDone`);
    await tx.query('delete from hints where id = any($1)', [rows.map(({ id }) => id)]);
    return subjects.filter((subject) => !free.has(subject));
  }

  private async failed(subjects: Subject[], error: Error): Promise<void> {
    log.warn(
      { queue: this.queue, subjects: subjects.length, error: error.message, stack: error.stack },
      'step failed',
    );
    if (isAway(error)) {
      await this.writes.source.query(GIVE_BACK, [this.queue, subjects]).catch(() => undefined);
      return;
    }
    await this.writes.run(async (tx) => {
      await lock(tx, ...subjects);
      const [rows] = await tx.query(FAIL, [this.queue, subjects, error.message.slice(0, 2000), MAX_ATTEMPTS]);
      for (const { id, subject, parked_at } of rows as {
        id: number;
        subject: Subject;
        parked_at: Date | null;
      }[]) {
        if (!parked_at) continue;
        log.error({ queue: this.queue, subject, hint: id }, 'step parked after its last attempt');
        // The alarm about a notice that failed must not wait behind that notice.
        const about = this.queue === 'notify' ? 'system:notify' : subject;
        await emit(tx, about, 'step.parked', { hintId: id, queue: this.queue });
        await this.park(tx, subject);
      }
    });
  }
}

// Attempts of a subject are those of its first undone hint: the one that stands in the way. A parked one blocks it.
// Losing the count in a crash of the database costs one more attempt, so nobody waits for the disk here.
const COUNT = `
with quick as materialized (select set_config('synchronous_commit', 'off', true)), head as (
  select distinct on (subject) id, subject, parked_at from hints
  where queue = $1 and subject = any($2) order by subject, seq
), counted as (
  update hints h set attempts = h.attempts + 1, look_at = clock_timestamp() + interval '10 seconds'
  from head where h.id = head.id and head.parked_at is null returning h.subject, h.attempts
)
select subject, attempts from counted, quick`;

const UNDONE = `
select h.id, h.subject, h.seq, h.event_id as "eventId", e.name, e.payload
from hints h join events e on e.id = h.event_id
where h.queue = $1 and h.subject = any($2) and not exists
  (select 1 from hints p where p.queue = h.queue and p.subject = h.subject and p.parked_at is not null)
order by h.subject, h.seq`;

/** Of a step that never said what was wrong; where it did, that is what is known. */
const ENDED = 'The process ended during every attempt.';

const GIVE_BACK = `
update hints set attempts = greatest(attempts - 1, 0), look_at = clock_timestamp() + interval '200 milliseconds'
where queue = $1 and subject = any($2) and parked_at is null`;

const FAIL = `
with head as (
  select distinct on (subject) id from hints where queue = $1 and subject = any($2) order by subject, seq
)
update hints h set error = case when $3 = '${ENDED}' then coalesce(h.error, $3) else $3 end,
  parked_at = case when h.attempts >= $4 then clock_timestamp() end,
  look_at = clock_timestamp() + least(power(2, h.attempts), 60) * interval '500 milliseconds' * (0.5 + random() / 2)
from head where h.id = head.id
returning h.id, h.subject, h.parked_at`;
