import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import { signalSubject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { wrongField } from '#platform/problem.js';
import { holdClusters } from './gather.js';
import { hold, illegal, oneSignal } from './hold-signals.js';
import { Signal } from './signal.entity.js';
import { visibleSignals } from './signal-view.js';
import { FREE_STATES } from './vocabulary.js';

/** Puts a signal by hand with another that tells the same story. */
export async function putTogether(
  tx: Tx,
  by: Principal,
  id: string,
  withId: string,
  expected: number | null,
): Promise<void> {
  if (withId === id) throw wrongField('signalId', 'same');
  await holdClusters(tx);
  const target = await oneSignal(tx, by, id, expected);
  const [held] = await hold(tx, target, FREE_STATES);
  if (!(await seen(tx, by, withId))) throw wrongField('signalId', 'unknown');
  const other = await oneSignal(tx, by, withId, null);
  const [beside] = await hold(tx, other, FREE_STATES);
  const clusterId = beside!.clusterId ?? uuidv7();
  if (!beside!.clusterId) await tx.query('insert into clusters (id) values ($1)', [clusterId]);
  for (const signal of [held!, beside!]) await move(tx, by, signal, clusterId);
}

async function seen(tx: Tx, by: Principal, id: string): Promise<boolean> {
  const query = sql`select 1 from signals s where s.id = ${id} and ${visibleSignals(by)}`;
  return (await tx.query(query.text, query.values)).length > 0;
}

async function move(
  tx: Tx,
  by: Principal,
  { id, clusterId: from, state }: Signal,
  clusterId: string,
): Promise<void> {
  if (from === clusterId) return;
  await tx.update(Signal, id, { clusterId, apart: false, ...(state === 'new' && { state: 'clustered' }) });
  await emit(tx, signalSubject(id), 'signal.clustered', { signalId: id, clusterId }, { by });
}

/** Takes a signal out of its cluster for good: the machine does not put it back. */
export async function takeOut(tx: Tx, by: Principal, id: string, expected: number | null): Promise<void> {
  await holdClusters(tx);
  const [signal] = await hold(tx, await oneSignal(tx, by, id, expected), FREE_STATES);
  const { clusterId, state } = signal!;
  if (!clusterId) throw illegal(state);
  await tx.update(Signal, id, {
    clusterId: null,
    apart: true,
    ...(state === 'clustered' && { state: 'new' }),
  });
  await emit(tx, signalSubject(id), 'signal.separated', { signalId: id, clusterId }, { by });
}
