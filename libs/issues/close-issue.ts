import { acknowledgementFor, assignBy, dueFor, officeBy } from '#actions/due-for.js';
import { MAY_KNOW } from '#actions/superiors.js';
import { AWAITED_STATES } from '#actions/vocabulary.js';
import { ROUTING } from '#config/routing.js';
import { emit, emitAll, type Changes } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import { appNow, type Tx } from '#platform/database.js';
import { HOLDERS } from '#people/holders.js';
import type { Principal } from '#people/principal.js';
import { authorize, type Approval } from './authorize.js';
import { dropFollowUp, planFollowUp } from './plan-follow-up.js';
import { changeIssue, holdIssue, require } from './hold-issue.js';
import type { Issue } from './issue.entity.js';
import { besides } from './rules/authority.js';
import type { Horizon, Outcome } from './vocabulary.js';

export interface Closure {
  outcome: Outcome;
  lesson: string | null;
  mergedInto?: string;
  approval?: Approval | null;
  /** When it is asked whether it happened again; null: never; left out: by grade and outcome. */
  followUpOn?: string | null;
}

/** Closes an issue with what became of it and what was learned. Requests still open are withdrawn. */
export async function closeIssue(
  tx: Tx,
  by: Principal,
  id: string,
  closure: Closure,
  expected?: number | null,
): Promise<void> {
  const issue = await holdIssue(tx, by, id, expected);
  require(issue, issue.stage !== 'closed');
  const act = { act: 'close', grade: issue.grade, createdBy: issue.createdBy } as const;
  const { authority, actor } = authorize(by, act, closure.approval);
  await closeHeld(tx, actor, issue, closure, authority === 'recorded' ? closure.approval! : null);
}

/** The same for an issue whose lock the caller holds. */
export async function closeHeld(
  tx: Tx,
  by: Principal,
  issue: Issue,
  closure: Closure,
  approval: Approval | null = null,
): Promise<void> {
  const subject = issueSubject(issue.id);
  await changeIssue(tx, issue.id, {
    stage: 'closed',
    state: 'done',
    outcome: closure.outcome,
    lesson: closure.lesson,
    closedAt: await appNow(tx),
    closedBy: by.id,
    closedFrom: { stage: issue.stage, state: issue.state, needsReview: issue.needsReview },
    mergedInto: closure.mergedInto ?? null,
    needsReview: false,
  });
  // What could not be done is not to be done any more.
  await tx.query(`delete from hints where subject = $1 and parked_at is not null and queue <> 'notify'`, [
    subject,
  ]);
  await planFollowUp(tx, issue, closure.outcome, closure.followUpOn);
  const withdrawn: { id: string; department_id: string }[] = await tx.query(WITHDRAW, [issue.id]);
  await emitAll(
    tx,
    withdrawn.map(({ id, department_id }) => ({
      subject,
      name: 'request.cancelled',
      payload: { issueId: issue.id, requestId: id, departmentId: department_id },
      by,
    })),
  );
  const changes: Changes | undefined = approval ? { approval: [null, approval] } : undefined;
  await emit(tx, subject, 'issue.closed', { issueId: issue.id, outcome: closure.outcome }, { by, changes });
  await reportUp(tx, by, issue, closure.outcome);
}

/** 사후 보고, where somebody holds the position it goes to. A crisis has its own, and what is merged is not at its end. */
async function reportUp(tx: Tx, by: Principal, { id, grade }: Issue, outcome: Outcome): Promise<void> {
  const { reportTo: position } = besides('close', grade, ROUTING);
  if (!position || outcome === 'crisis' || outcome === 'duplicate') return;
  const [holder] = await tx.query(
    `select 1 from users u join issues i on i.id = $2 where ${HOLDERS('$1')} and u.id <> $3 and ${MAY_KNOW} limit 1`,
    [position, id, by.id],
  );
  if (holder) await emit(tx, issueSubject(id), 'issue.closing-reported', { issueId: id, position }, { by });
}

/** Takes a held, closed issue up again where it was closed; its history stays. */
export async function reopenHeld(tx: Tx, by: Principal, issue: Issue, reason: string | null): Promise<void> {
  await changeIssue(tx, issue.id, {
    ...issue.closedFrom!,
    // Reopening hints at every stage: one that had failed has its tries again.
    ...(issue.closedFrom!.state === 'parked' && { state: 'processing' }),
    outcome: null,
    lesson: null,
    closedAt: null,
    closedBy: null,
    closedFrom: null,
    mergedInto: null,
    handedOverTo: null,
  });
  await dropFollowUp(tx, issue.id);
  await resumeRequests(tx, by, issue);
  const changes: Changes = {
    outcome: [issue.outcome, null],
    lesson: [issue.lesson, null],
    ...(reason && { reason: [null, reason] as [null, string] }),
  };
  await emit(tx, issueSubject(issue.id), 'issue.reopened', { issueId: issue.id }, { by, changes });
}

// Remembers the state in which a request was withdrawn, so that reopening can resume it.
const WITHDRAW = `
with open as (
  update requests set state = 'cancelled', withdrawn_from = state, version = version + 1
  where issue_id = $1 and state in ('planned', 'delivered', 'acknowledged', 'returned', 'refused')
  returning id, department_id, withdrawn_from
)
select id, department_id from open where department_id is not null and withdrawn_from <> 'planned'`;

const RESUME = `
with resumed as (
  update requests set state = withdrawn_from, withdrawn_from = null, version = version + 1
  where issue_id = $1 and state = 'cancelled' and withdrawn_from is not null
  returning id, department_id, horizon, state, due_at, acknowledge_by, assign_by, assigned_at
)
select id, department_id as "departmentId", horizon, state, due_at < app_now() as late,
  state = 'delivered' and acknowledge_by < app_now() as unconfirmed,
  state = 'acknowledged' and assigned_at is null and assign_by < app_now() as unassigned
from resumed`;

const RENEW = `
update requests set due_at = coalesce($2, due_at), acknowledge_by = coalesce($3, acknowledge_by),
  assign_by = coalesce($4, assign_by)
where id = $1`;

// What waited for the office when the issue was closed waits again.
const RENEW_OFFICE = `
update requests set office_by = case state when 'refused' then $2::timestamptz else $3::timestamptz end
where issue_id = $1 and state in ('answered', 'refused') and department_id is not null`;

const AWAITED: ReadonlySet<string> = new Set(AWAITED_STATES);

interface Resumed {
  id: string;
  departmentId: string | null;
  horizon: Horizon | null;
  state: string;
  late: boolean | null;
  unconfirmed: boolean | null;
  unassigned: boolean | null;
}

/** What was withdrawn is asked again, of who was told that it was withdrawn; a deadline that went by meanwhile begins anew. */
async function resumeRequests(tx: Tx, by: Principal, issue: Issue): Promise<void> {
  const now = await appNow(tx);
  const resumed: Resumed[] = await tx.query(RESUME, [issue.id]);
  const asked = resumed.filter(({ departmentId, state }) => departmentId && AWAITED.has(state));
  for (const { id, horizon, late, unconfirmed, unassigned } of asked)
    await tx.query(RENEW, [
      id,
      late ? dueFor(issue.grade, horizon, now) : null,
      late || unconfirmed ? acknowledgementFor(issue.grade, now) : null,
      unassigned ? assignBy(issue.grade, now) : null,
    ]);
  await tx.query(RENEW_OFFICE, [issue.id, officeBy('settlement', now), officeBy('review', now)]);
  await emitAll(
    tx,
    asked.map(({ id, departmentId }) => ({
      subject: issueSubject(issue.id),
      name: 'request.resumed',
      payload: { issueId: issue.id, requestId: id, departmentId: departmentId! },
      by,
    })),
  );
}
