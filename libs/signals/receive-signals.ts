import { v7 as uuidv7 } from 'uuid';
import { emit, emitAll, type Actor, type Fact } from '#events/emit.js';
import { signalSubject } from '#events/subjects.js';
import type { NewSignal } from '#issues/new-issue.js';
import type { Channel } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { addDays, seoulDay } from '#platform/calendar.js';
import { appNow, type Tx } from '#platform/database.js';
import { wrongField } from '#platform/problem.js';

export interface Arrival {
  by: Actor;
  signal: NewSignal & { channel: Channel };
}

export interface Received {
  id: string;
  created: boolean;
}

/** Takes signals in together. A repeat of the same source's `externalId`, also within the list, is the signal that is there already. */
export async function receiveSignals(tx: Tx, arrivals: Arrival[]): Promise<Received[]> {
  if (!arrivals.length) return [];
  const list = arrivals.map((arrival) => ({ ...arrival, id: uuidv7() }));
  const inserted: { id: string }[] = await tx.query(INSERT, [JSON.stringify(list.map(row))]);
  const fresh = new Set(inserted.map(({ id }) => id));
  const known = await find(
    tx,
    list.filter(({ id }) => !fresh.has(id)),
  );
  await emitAll(
    tx,
    list
      .filter(({ id }) => fresh.has(id))
      .map(({ id, by }): Fact => ({
        subject: signalSubject(id),
        name: 'signal.received',
        payload: { signalId: id },
        by,
      })),
  );
  return list.map((one) =>
    fresh.has(one.id) ? { id: one.id, created: true } : { id: known.get(sourceOf(one))!, created: false },
  );
}

/** Takes one in from a person; what a department sends is a report, and the office hears of it. */
export async function receiveSignal(tx: Tx, by: Principal, signal: Arrival['signal']): Promise<Received> {
  // Tomorrow's paper is there this evening.
  const latest = addDays(seoulDay(await appNow(tx)), 1);
  if (signal.publishedOn && signal.publishedOn > latest) throw wrongField('publishedOn', 'to_come');
  const [received] = await receiveSignals(tx, [{ by, signal }]);
  const { id, created } = received!;
  if (created && by.role === 'department') {
    const payload = { signalId: id, departmentId: by.departmentId! };
    await emit(tx, signalSubject(id), 'signal.reported', payload, { by });
  }
  return received!;
}

const sourceOf = ({ by, signal }: Arrival): string => `${by.id} ${signal.externalId}`;

async function find(tx: Tx, list: Arrival[]): Promise<Map<string, string>> {
  if (!list.length) return new Map();
  const sent = list.map(({ by, signal }) => ({ by: by.id, external_id: signal.externalId }));
  const rows: { id: string; source: string }[] = await tx.query(KNOWN, [JSON.stringify(sent)]);
  return new Map(rows.map(({ id, source }) => [source, id]));
}

const row = ({ id, by, signal }: Arrival & { id: string }): object => ({
  id,
  created_by: by.id,
  channel: signal.channel,
  kind: signal.kind,
  title: signal.title,
  outlet: signal.outlet,
  placement: signal.placement,
  url: signal.url,
  published_on: signal.publishedOn,
  count: signal.count,
  period_from: signal.periodFrom,
  period_to: signal.periodTo,
  baseline: signal.baseline,
  body: signal.body,
  external_id: signal.externalId,
});

// In one order, so that two lists with the same sources never wait for each other in a ring.
const INSERT = `
insert into signals (id, created_by, channel, kind, title, outlet, placement, url, published_on, count, period_from, period_to,
  baseline, body, external_id)
select id, created_by, channel, kind, title, outlet, placement, url, published_on, count, period_from, period_to,
  baseline, body, external_id
from jsonb_to_recordset($1::jsonb) as x(id uuid, created_by uuid, channel text, kind text, title text, outlet text,
  placement text, url text, published_on date, count int, period_from date, period_to date, baseline numeric, body text, external_id text)
order by created_by, external_id, id
on conflict (created_by, external_id) where external_id is not null do nothing
returning id`;

const KNOWN = `
select s.id, concat_ws(' ', s.created_by, s.external_id) as source from signals s
join jsonb_to_recordset($1::jsonb) as x(by uuid, external_id text) on x.by = s.created_by and x.external_id = s.external_id`;
