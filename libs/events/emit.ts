import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform/database.js';
import type { EventName, Events, QueueName } from './events.js';
import type { Subject } from './subjects.js';
import { FLOW } from './flow.js';

/** Who acts; absent where the system itself does. */
export interface Actor {
  id: string;
  /** A deputy acts for somebody else. */
  onBehalfOf?: string | null;
}

/** Old and new value of each field changed. Kept for the audit, never published. */
export type Changes = Record<string, [before: unknown, after: unknown]>;

export type Fact = {
  [N in EventName]: { subject: Subject; name: N; payload: Events[N]; by?: Actor; changes?: Changes };
}[EventName];

/** A hint committed together with its event, to be published by whoever committed it. */
export interface Hint {
  id: number;
  queue: QueueName;
  subject: Subject;
}

const fresh = new WeakMap<Tx, Hint[]>();

/** What this transaction emitted and has not published yet. */
export const hintsOf = (tx: Tx): Hint[] => fresh.get(tx) ?? [];

/** Announces a fact in the caller's transaction: it becomes true and known together, or not at all. */
export async function emit<N extends EventName>(
  tx: Tx,
  subject: Subject,
  name: N,
  payload: Events[N],
  more: { by?: Actor; changes?: Changes } = {},
): Promise<void> {
  await emitAll(tx, [{ subject, name, payload, ...more } as Fact]);
}

/** Announces many facts at once. Locks their subjects until the transaction ends, and numbers the facts of each. */
export async function emitAll(tx: Tx, facts: Fact[]): Promise<void> {
  if (!facts.length) return;
  const last = await raiseNumbers(tx, facts);
  const events = facts
    .toReversed()
    .map((fact) => {
      const seq = last.get(fact.subject)!;
      last.set(fact.subject, seq - 1);
      return {
        id: uuidv7(),
        seq,
        subject: fact.subject,
        name: fact.name,
        payload: fact.payload,
        actor_id: fact.by?.id ?? null,
        on_behalf_of: fact.by?.onBehalfOf ?? null,
        changes: fact.changes ?? null,
      };
    })
    .toReversed();
  const hints = events.flatMap(({ id, subject, seq, name }) =>
    FLOW[name].map((queue) => ({ event_id: id, queue, subject, seq })),
  );
  const rows: Hint[] = await tx.query(WRITE, [JSON.stringify(events), JSON.stringify(hints)]);
  fresh.set(tx, [...hintsOf(tx), ...rows]);
}

/** Last number of each subject after making room for its new facts. */
async function raiseNumbers(tx: Tx, facts: Fact[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { subject } of facts) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  const ordered = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows: { id: string; last_seq: number }[] = await tx.query(RAISE, [
    ordered.map(([id]) => id),
    ordered.map(([, count]) => count),
  ]);
  return new Map(rows.map(({ id, last_seq }) => [id, last_seq]));
}

// In one order everywhere, so that two writers of the same subjects never wait for each other in a ring.
const RAISE = `
insert into subjects as s (id, last_seq)
select id, count from unnest($1::text[], $2::int[]) as x(id, count) order by id
on conflict (id) do update set last_seq = s.last_seq + excluded.last_seq
returning id, last_seq`;

const WRITE = `
with e as (
  insert into events (id, subject, seq, name, payload, actor_id, on_behalf_of, changes, at)
  select id, subject, seq, name, payload, actor_id, on_behalf_of, changes, (select app_now())
  from jsonb_to_recordset($1::jsonb) as x(id uuid, subject text, seq int, name text, payload jsonb,
    actor_id uuid, on_behalf_of uuid, changes jsonb)
), f as (
  insert into feed_pending (event_id)
  select (x.value->>'id')::uuid from jsonb_array_elements($1::jsonb) with ordinality as x(value, place) order by place
)
insert into hints (event_id, queue, subject, seq)
select event_id, queue, subject, seq
from jsonb_to_recordset($2::jsonb) as x(event_id uuid, queue text, subject text, seq int)
returning id, queue, subject`;
