import { In } from 'typeorm';
import sql from 'sql-template-tag';
import { emitAll, type Changes, type Fact } from '#events/emit.js';
import { signalSubject } from '#events/subjects.js';
import { holdIssue, require } from '#issues/hold-issue.js';
import { newRevision } from '#issues/revise-issue.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import { appNow, type Tx } from '#platform/database.js';
import { hold, illegal, lastSettled, type Target } from './hold-signals.js';
import { Signal } from './signal.entity.js';
import { FREE_STATES } from './vocabulary.js';

/** Attaches signals to an issue, which is assessed again with them. A merged issue passes them on to where it went. */
export async function attachSignals(tx: Tx, by: Principal, target: Target, issueId: string): Promise<void> {
  const into = await mergedInto(tx, by, issueId);
  const issue = await holdIssue(tx, by, into);
  require(issue, issue.stage !== 'closed');
  const signals = await hold(tx, target, FREE_STATES);
  await set(tx, signals, { state: 'attached', issueId: into, settledAt: await appNow(tx) });
  await announce(tx, by, signals, 'signal.attached', into);
  await newRevision(tx, issue, by, { signals: [null, titlesOf(signals)] });
}

/** Where an issue went, at the end of however many merges, as far as this person sees. */
async function mergedInto(tx: Tx, by: Principal, issueId: string): Promise<string> {
  const query = sql`
    with recursive went(id, into_id, step) as (
      select i.id, i.merged_into, 0 from issues i where i.id = ${issueId} and ${visible(by)}
      union all
      select i.id, i.merged_into, went.step + 1 from issues i join went on i.id = went.into_id
      where went.step < 50 and ${visible(by)}
    )
    select id from went order by step desc limit 1`;
  const [last] = await tx.query(query.text, query.values);
  return last?.id ?? issueId;
}

/** Takes signals off their issue again; of a cluster those that were attached last. */
export async function detachSignals(tx: Tx, by: Principal, target: Target): Promise<void> {
  const seen = await tx.find(Signal, { where: { id: In(target.ids) }, order: { id: 'asc' } });
  const attached = seen.filter(({ state }) => state === 'attached');
  if (!attached.length) throw illegal(seen[0]!.state);
  const issueId = lastSettled(attached)[0]!.issueId!;
  const issue = await holdIssue(tx, by, issueId);
  require(issue, issue.stage !== 'closed');
  const signals = lastSettled(await hold(tx, target, ['attached'])).filter((one) => one.issueId === issueId);
  // Somebody else moved them while the issue was waited for.
  if (!signals.length) throw illegal('attached');
  await set(tx, signals, { issueId: null, settledAt: null });
  await setBack(tx, signals);
  await announce(tx, by, signals, 'signal.detached', issueId);
  await newRevision(tx, issue, by, { signals: [titlesOf(signals), null] });
}

export async function dismissSignals(tx: Tx, by: Principal, target: Target, reason: string): Promise<void> {
  const signals = await hold(tx, target, FREE_STATES);
  await set(tx, signals, { state: 'dismissed', dismissalReason: reason, settledAt: await appNow(tx) });
  await announce(tx, by, signals, 'signal.dismissed', { dismissalReason: [null, reason] });
}

/** Takes a dismissal back: the signals wait to be looked at again. */
export async function restoreSignals(tx: Tx, by: Principal, target: Target): Promise<void> {
  const signals = lastSettled(await hold(tx, target, ['dismissed']));
  const changes: Changes = { dismissalReason: [signals[0]!.dismissalReason, null] };
  await set(tx, signals, { dismissalReason: null, settledAt: null });
  await setBack(tx, signals);
  await announce(tx, by, signals, 'signal.restored', changes);
}

/** 관찰: nothing to do yet, but not to be forgotten. */
export async function observeSignals(tx: Tx, by: Principal, target: Target): Promise<void> {
  const signals = await hold(tx, target, ['new', 'clustered']);
  await set(tx, signals, { state: 'observed', settledAt: await appNow(tx) });
  await announce(tx, by, signals, 'signal.observed');
}

export async function unobserveSignals(tx: Tx, by: Principal, target: Target): Promise<void> {
  const signals = lastSettled(await hold(tx, target, ['observed']));
  await set(tx, signals, { settledAt: null });
  await setBack(tx, signals);
  await announce(tx, by, signals, 'signal.unobserved');
}

/** One title is a title; several are a list. */
const titlesOf = (signals: Signal[]): string | string[] => {
  const titles = signals.map(({ title }) => title);
  return titles.length === 1 ? titles[0]! : titles;
};

async function set(tx: Tx, signals: Signal[], change: Partial<Signal>): Promise<void> {
  const update = tx.createQueryBuilder().update(Signal);
  // What is taken back has its state by whether it is in a cluster, see `setBack`.
  const state = change.state ?? ('new' as const);
  await update
    .set({ ...change, state, version: () => 'version + 1' })
    .where({ id: In(signals.map(({ id }) => id)) })
    .execute();
}

/** Taken back they are where they were: alone, or in their cluster. */
async function setBack(tx: Tx, signals: Signal[]): Promise<void> {
  await tx.query(`update signals set state = 'clustered' where id = any($1) and cluster_id is not null`, [
    signals.map(({ id }) => id),
  ]);
}

type Settled =
  | 'signal.attached'
  | 'signal.detached'
  | 'signal.dismissed'
  | 'signal.restored'
  | 'signal.observed'
  | 'signal.unobserved';

/** The same happened to each of them. */
async function announce(
  tx: Tx,
  by: Principal,
  signals: Signal[],
  name: Settled,
  more: string | Changes = {},
): Promise<void> {
  const [issue, changes] = typeof more === 'string' ? [{ issueId: more }, {}] : [{}, more];
  const facts = signals.map(({ id }) => ({
    subject: signalSubject(id),
    name,
    payload: { signalId: id, ...issue },
    by,
    ...(Object.keys(changes).length && { changes }),
  }));
  await emitAll(tx, facts as Fact[]);
}
