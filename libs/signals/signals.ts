import sql, { type Sql } from 'sql-template-tag';
import { emit, type Changes } from '#events/emit.js';
import { signalSubject } from '#events/events.js';
import { lock } from '#events/lock.js';
import { holdIssue, require } from '#issues/hold-issue.js';
import { newRevision } from '#issues/revise-issue.js';
import { SIGNAL_LABELS, type SignalState } from './vocabulary.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { Signal } from './signal.entity.js';

export interface SignalView {
  id: string;
  version: number;
  [field: string]: unknown;
}

/** Attaches a signal to an issue, which is assessed again with it. A merged issue passes it on to where it went. */
export async function attachSignal(
  tx: Tx,
  by: Principal,
  id: string,
  issueId: string,
  expected: number | null,
): Promise<void> {
  const target = await mergedInto(tx, by, issueId);
  const issue = await holdIssue(tx, by, target);
  require(issue, issue.stage !== 'closed');
  const signal = await holdSignal(tx, by, id, ['new', 'clustered'], expected);
  await tx.update(Signal, id, { state: 'attached', issueId: target });
  await emit(tx, signalSubject(id), 'signal.attached', { signalId: id, issueId: target }, { by });
  await newRevision(tx, issue, by, { signals: [null, signal.title] });
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

/** Takes a signal off its issue again. */
export async function detachSignal(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<void> {
  const { issueId, state } = await viewSignal(tx, by, id);
  if (!issueId) throw illegal(state as SignalState);
  const issue = await holdIssue(tx, by, issueId as string);
  require(issue, issue.stage !== 'closed');
  const { title } = await holdSignal(tx, by, id, ['attached'], expected);
  await tx.update(Signal, id, { state: 'new', issueId: null });
  await emit(tx, signalSubject(id), 'signal.detached', { signalId: id, issueId: issue.id }, { by });
  await newRevision(tx, issue, by, { signals: [title, null] });
}

export async function dismissSignal(
  tx: Tx,
  by: Principal,
  id: string,
  reason: string,
  expected: number | null,
): Promise<void> {
  await holdSignal(tx, by, id, ['new', 'clustered'], expected);
  await tx.update(Signal, id, { state: 'dismissed', dismissalReason: reason });
  const changes: Changes = { dismissalReason: [null, reason] };
  await emit(tx, signalSubject(id), 'signal.dismissed', { signalId: id }, { by, changes });
}

/** Takes a dismissal back: the signal waits to be looked at again. */
export async function restoreSignal(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<void> {
  const { dismissalReason } = await holdSignal(tx, by, id, ['dismissed'], expected);
  await tx.update(Signal, id, { state: 'new', dismissalReason: null });
  const changes: Changes = { dismissalReason: [dismissalReason, null] };
  await emit(tx, signalSubject(id), 'signal.restored', { signalId: id }, { by, changes });
}

async function holdSignal(
  tx: Tx,
  by: Principal,
  id: string,
  states: Signal['state'][],
  expected: number | null,
): Promise<Signal> {
  await viewSignal(tx, by, id);
  await lock(tx, signalSubject(id));
  const signal = await tx.findOneByOrFail(Signal, { id });
  if (expected !== null && expected !== signal.version) {
    throw new Problem('precondition.failed', {}, { current: await viewSignal(tx, by, id) });
  }
  if (!states.includes(signal.state)) throw illegal(signal.state);
  return signal;
}

/** A signal on an issue is seen by those who see the issue; a free one by all who work with signals. */
export const visibleSignals = (principal: Principal): Sql =>
  sql`(s.issue_id is null or exists (select 1 from issues i where i.id = s.issue_id and ${visible(principal)}))`;

export const signalJson = sql`json_build_object('id', s.id, 'channel', s.channel, 'kind', s.kind, 'title', s.title,
  'outlet', s.outlet, 'url', s.url, 'publishedOn', s.published_on, 'count', s.count, 'periodFrom', s.period_from,
  'periodTo', s.period_to, 'baseline', s.baseline, 'body', s.body, 'externalId', s.external_id, 'state', s.state,
  'issueId', s.issue_id, 'dismissalReason', s.dismissal_reason, 'createdBy', s.created_by, 'createdAt', s.created_at,
  'version', s.version)`;

/** @throws Problem `not-found` for an unknown signal and for one this reader may not see, alike. */
export async function viewSignal(tx: Tx, principal: Principal, id: string): Promise<SignalView> {
  const query = sql`select ${signalJson} as view from signals s where s.id = ${id} and ${visibleSignals(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

const illegal = (state: SignalState): Problem =>
  new Problem('signal.illegal_transition', { state: SIGNAL_LABELS[state] });
