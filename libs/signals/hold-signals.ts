import { In } from 'typeorm';
import { signalSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { clusterMembers, viewCluster } from './clusters.js';
import { Signal } from './signal.entity.js';
import { viewSignal } from './signal-view.js';
import { SIGNAL_LABELS, type SignalState } from './vocabulary.js';

/** What a person acts on: one signal, or all of a cluster; `view` is what they see of it. */
export interface Target {
  ids: string[];
  view: () => Promise<{ version: number }>;
  /** The version they saw. */
  expected: number | null;
}

/** @throws Problem `not-found` where there is none or none to be seen */
export async function oneSignal(tx: Tx, by: Principal, id: string, expected: number | null): Promise<Target> {
  await viewSignal(tx, by, id);
  return { ids: [id], view: () => viewSignal(tx, by, id), expected };
}

/** @throws Problem `not-found` where there is none or none to be seen */
export async function wholeCluster(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<Target> {
  return { ids: await clusterMembers(tx, by, id), view: () => viewCluster(tx, by, id), expected };
}

/**
 * Locks what is acted on. @returns those of it that stand where they are needed, at least one
 * @throws Problem `precondition.failed` with what is there now, `signal.illegal_transition` where none stands there
 */
export async function hold(tx: Tx, target: Target, states: readonly SignalState[]): Promise<Signal[]> {
  await lock(tx, ...target.ids.map(signalSubject));
  const signals = await tx.find(Signal, { where: { id: In(target.ids) }, order: { id: 'asc' } });
  if (target.expected !== null) {
    const current = await target.view();
    if (current.version !== target.expected) throw new Problem('precondition.failed', {}, { current });
  }
  const fitting = signals.filter(({ state }) => states.includes(state));
  if (!fitting.length) throw illegal(signals[0]!.state);
  return fitting;
}

/** Of what was done, what was done last: taken back together as it was done together. */
export function lastSettled(signals: Signal[]): Signal[] {
  const last = Math.max(...signals.map(at));
  return signals.filter((one) => at(one) === last);
}

const at = ({ settledAt }: Signal): number => settledAt?.getTime() ?? 0;

export const illegal = (state: SignalState): Problem =>
  new Problem('signal.illegal_transition', { state: SIGNAL_LABELS[state] });
