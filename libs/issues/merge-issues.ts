import sql from 'sql-template-tag';
import { emit, emitAll, type Changes } from '#events/emit.js';
import { issueSubject, signalSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { closeHeld, reopenHeld } from './close-issue.js';
import { changeIssue, holdIssue, require } from './hold-issue.js';
import { Issue } from './issue.entity.js';
import { newRevision } from './revise-issue.js';

/** What an assessment writes and no person does: how the issue stood that another was merged into. */
const STANDING = [
  'stage',
  'state',
  'grade',
  'direction',
  'score',
  'dueAt',
  'treatment',
  'needsReview',
] as const;
type Standing = Pick<Issue, (typeof STANDING)[number]>;

interface Merge {
  intoId: string;
  at: string;
  signals: string[];
  before: Standing;
  revision: number;
  voided: string[];
}

interface Moved {
  id: string;
  title: string;
}

/**
 * Closes a held issue as a duplicate of another held one. Its signals go over and count there, which is assessed again with them;
 * a confidential issue keeps its signals where somebody sees the other one only. What changed is kept, so that it can be undone.
 */
export async function mergeHeld(
  tx: Tx,
  by: Principal,
  issue: Issue,
  { intoId, lesson }: { intoId: string; lesson: string | null },
): Promise<void> {
  const into = await tx.findOneByOrFail(Issue, { id: intoId });
  const [{ shared }] = await tx.query(SEEN_BY_ALL, [issue.id, intoId]);
  const moved = shared ? await move(tx, by, { from: issue.id, to: intoId }) : [];
  const voided = moved.length ? await tx.query(STANDING_DECISIONS, [intoId]) : [];
  await tx.query(KEEP, [
    issue.id,
    intoId,
    moved.map(({ id }) => id),
    JSON.stringify(Object.fromEntries(STANDING.map((field) => [field, into[field]]))),
    moved.length ? into.revision + 1 : into.revision,
    voided.map(({ id }: { id: string }) => id),
  ]);
  await emit(tx, issueSubject(issue.id), 'issue.merged', { issueId: issue.id, intoId }, { by });
  await closeHeld(tx, by, issue, { outcome: 'duplicate', lesson, mergedInto: intoId });
  if (!shared) return;
  await emit(tx, issueSubject(intoId), 'issue.absorbed', { issueId: intoId, fromId: issue.id }, { by });
  if (moved.length) await newRevision(tx, into, by, gained(moved));
  else await changeIssue(tx, intoId);
}

/**
 * Takes a merge back: the issue stands again where it was, its signals come back, and the other one stands as before if nothing
 * was decided or changed on it since; else it is assessed again.
 * @throws Problem `merge.none`, `merge.target_closed`
 */
export async function unmergeIssue(
  tx: Tx,
  by: Principal,
  id: string,
  { reason = null, expected }: { reason?: string | null; expected?: number | null },
): Promise<void> {
  const target = await targetOf(tx, by, id);
  if (target) await lock(tx, issueSubject(id), issueSubject(target));
  const issue = await holdIssue(tx, by, id, expected);
  if (!target || issue.mergedInto !== target) throw new Problem('merge.none');
  const into = await tx.findOneByOrFail(Issue, { id: target });
  if (into.stage === 'closed') throw new Problem('merge.target_closed', { number: into.number });
  const [[merge]]: [Merge[]] = await tx.query(TAKE, [id]);
  await tx.query(RESTORE_DECISIONS, [id, target]);
  await emit(tx, issueSubject(id), 'issue.unmerged', { issueId: id, intoId: target }, { by });
  await reopenHeld(tx, by, issue, reason);
  // Merged before that was kept: there is nothing to bring back.
  if (!merge) return;
  const back = await move(tx, by, { from: target, to: id, only: merge.signals });
  const [{ shared }] = await tx.query(SEEN_BY_ALL, [id, target]);
  if (!shared) return;
  await emit(tx, issueSubject(target), 'issue.released', { issueId: target, fromId: id }, { by });
  if (!back.length) return changeIssue(tx, target);
  if (await isUntouched(tx, into, merge, back)) await standAsBefore(tx, by, { into, merge, back });
  else await newRevision(tx, into, by, lost(back));
}

/** Takes a closed issue up again; a merged one comes out of where it went. */
export async function reopenIssue(
  tx: Tx,
  by: Principal,
  id: string,
  reason: string,
  expected?: number | null,
): Promise<void> {
  if (await targetOf(tx, by, id)) return unmergeIssue(tx, by, id, { reason, expected });
  const issue = await holdIssue(tx, by, id, expected);
  require(issue, issue.stage === 'closed' && issue.closedFrom !== null);
  await reopenHeld(tx, by, issue, reason);
}

/** Where an issue went, as far as this person sees. */
async function targetOf(tx: Tx, by: Principal, id: string): Promise<string | null> {
  const query = sql`select t.id from issues i join issues t on t.id = i.merged_into
    where i.id = ${id} and ${visible(by)} and ${visible(by, 't')}`;
  const [row] = await tx.query(query.text, query.values);
  return row?.id ?? null;
}

async function move(
  tx: Tx,
  by: Principal,
  { from, to, only = null }: { from: string; to: string; only?: string[] | null },
): Promise<Moved[]> {
  const [moved]: [Moved[]] = await tx.query(MOVE, [from, to, only]);
  await emitAll(
    tx,
    moved.map(({ id }) => ({
      subject: signalSubject(id),
      name: 'signal.attached',
      payload: { signalId: id, issueId: to },
      by,
      changes: { issueId: [from, to] },
    })),
  );
  return moved;
}

const titles = (moved: Moved[]): string => moved.map(({ title }) => title).join(' / ');
const gained = (moved: Moved[]): Changes => ({ signals: [null, titles(moved)] });
const lost = (moved: Moved[]): Changes => ({ signals: [titles(moved), null] });

/** What it says is again what it said before the merge, and nobody has decided on it since. */
async function isUntouched(tx: Tx, into: Issue, merge: Merge, back: Moved[]): Promise<boolean> {
  const { stage, state } = merge.before;
  const settled = state === 'open' || state === 'review';
  if (!settled || into.stage !== stage || into.revision !== merge.revision) return false;
  if (back.length < merge.signals.length) return false;
  const [{ decided }] = await tx.query(DECIDED_SINCE, [into.id, merge.at]);
  return !decided;
}

/** A new revision with the assessments of the one before the merge: nobody has to look at, or decide on, the same again. */
async function standAsBefore(
  tx: Tx,
  by: Principal,
  { into, merge, back }: { into: Issue; merge: Merge; back: Moved[] },
): Promise<void> {
  const revision = into.revision + 1;
  const { dueAt, ...before } = merge.before;
  await changeIssue(tx, into.id, { ...before, dueAt: dueAt && new Date(dueAt), revision });
  await tx.query('update decisions set voided_at = null where id = any($1::uuid[])', [merge.voided]);
  await tx.query(RESTORE_ACCEPTANCE, [into.id, merge.at]);
  const copied: { stage: string }[] = await tx.query(COPY_ASSESSMENTS, [
    into.id,
    merge.revision - 1,
    revision,
  ]);
  const subject = issueSubject(into.id);
  await emit(tx, subject, 'issue.revised', { issueId: into.id, revision }, { by, changes: lost(back) });
  if (copied.some(({ stage }) => stage === 'analyze'))
    await emit(tx, subject, 'issue.analyzed', { issueId: into.id, revision }, { by });
}

// Whoever sees the issue merged into sees the merged one too: as far as both are public, or its readers are the other's.
const SEEN_BY_ALL = `
select not a.confidential or (b.confidential and not exists (
  select user_id from issue_readers where issue_id = b.id except select user_id from issue_readers where issue_id = a.id
)) as shared from issues a, issues b where a.id = $1 and b.id = $2`;

const STANDING_DECISIONS = `
select id from decisions where issue_id = $1 and stage in ('prioritize', 'act') and voided_at is null`;

const KEEP = `
insert into merges (issue_id, into_id, signals, before, revision, voided) values ($1, $2, $3, $4, $5, $6)`;

const TAKE = `
delete from merges where issue_id = $1
returning into_id as "intoId", at::text, signals, before, revision, voided`;

// What the merge made void stands again; the merge itself does not.
const RESTORE_DECISIONS = `
with merge as (
  select id, decided_at from decisions where issue_id = $1 and outcome = 'merge' and merge_into = $2 and voided_at is null
  order by decided_at desc limit 1
)
update decisions d set voided_at = case when d.id = merge.id then app_now() end from merge
where d.id = merge.id or (d.issue_id = $1 and d.voided_at = merge.decided_at)`;

const RESTORE_ACCEPTANCE = `
update acceptances set ended_at = null, ended_as = null, ended_by = null, end_reason = null
where issue_id = $1 and ended_at = $2::timestamptz and ended_as = 'voided'`;

const MOVE = `
update signals set issue_id = $2, version = version + 1
where issue_id = $1 and state = 'attached' and ($3::uuid[] is null or id = any($3)) returning id, title`;

const DECIDED_SINCE = `
select exists (select from decisions where issue_id = $1 and decided_at >= $2::timestamptz)
  or exists (select from acceptances where issue_id = $1 and accepted_at >= $2::timestamptz) as decided`;

const COPY_ASSESSMENTS = `
with copied as (
  insert into assessments (id, issue_id, revision, stage, policy_version, score, grade, factors, findings, at)
  select gen_random_uuid(), issue_id, $3, stage, policy_version, score, grade, factors, findings, app_now()
  from assessments where issue_id = $1 and revision = $2 and stage in ('analyze', 'prioritize')
  returning stage
)
select stage from copied`;
