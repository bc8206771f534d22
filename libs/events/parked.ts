import sql from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem } from '#platform/problem.js';
import { emit, type Actor } from './emit.js';
import type { QueueName } from './events.js';
import type { Subject } from './subjects.js';
import { lock } from './lock.js';

/** Steps that failed for the last time, oldest first, each with its error. */
export function listParked(tx: Tx, page: PageRequest): Promise<Page<object>> {
  return readPage(
    tx,
    {
      json: sql`json_build_object('id', h.event_id || '.' || h.queue, 'queue', h.queue, 'event', e.name, 'seq', h.seq,
        'attempts', h.attempts, 'error', h.error, 'parkedAt', h.parked_at, 'occurredAt', e.at)`,
      from: sql`hints h join events e on e.id = h.event_id`,
      where: [sql`h.parked_at is not null`],
      id: 'h.event_id',
      orders: bothWays('parkedAt', 'h.parked_at', 'timestamptz'),
      defaultSort: 'parkedAt',
    },
    page,
  );
}

export interface Parked {
  id: number;
  subject: Subject;
  queue: QueueName;
}

/** Takes up a parked step again, with all its attempts. */
export async function retryParked(tx: Tx, by: Actor, id: string): Promise<Parked> {
  const step = await holdParked(tx, id);
  await tx.query(
    'update hints set parked_at = null, attempts = 0, error = null, look_at = clock_timestamp() where id = $1',
    [step.id],
  );
  await emit(tx, step.subject, 'step.retried', { hintId: step.id, queue: step.queue }, { by });
  return step;
}

/** Gives a parked step up, for a reason that stays on record; what follows it goes on. */
export async function skipParked(tx: Tx, by: Actor, id: string, reason: string): Promise<Parked> {
  const step = await holdParked(tx, id);
  await tx.query('delete from hints where id = $1', [step.id]);
  await tx.query('update hints set look_at = clock_timestamp() where queue = $1 and subject = $2', [
    step.queue,
    step.subject,
  ]);
  const changes = { reason: [null, reason] } as const;
  await emit(
    tx,
    step.subject,
    'step.skipped',
    { hintId: step.id, queue: step.queue },
    { by, changes: changes as never },
  );
  return step;
}

/** @throws Problem `parked.moved_on` when it was retried or skipped meanwhile */
async function holdParked(tx: Tx, id: string): Promise<Parked> {
  const [eventId, queue] = id.split('.');
  const find =
    'select id, subject, queue from hints where event_id = $1 and queue = $2 and parked_at is not null';
  const [seen]: Parked[] = await tx.query(find, [eventId, queue]);
  if (!seen) throw new Problem('parked.moved_on');
  await lock(tx, seen.subject);
  const [step]: Parked[] = await tx.query(find, [eventId, queue]);
  if (!step) throw new Problem('parked.moved_on');
  return step;
}
