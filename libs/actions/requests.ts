import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { emit, type Changes } from '#events/emit.js';
import { issueSubject } from '#events/events.js';
import { changeIssue, holdIssue, require } from '#issues/hold-issue.js';
import type { Issue } from '#issues/issue.entity.js';
import { requestJson } from '#issues/issue-view.js';
import type { Horizon } from '#issues/vocabulary.js';
import { Department } from '#people/department.entity.js';
import type { Principal } from '#people/principal.js';
import { visible, visibleRequests } from '#people/visible.js';
import { appNow, type Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { ActionRequest } from './action-request.entity.js';
import { dueFor } from './due-for.js';
import { REQUEST_LABELS, type RequestState } from './vocabulary.js';

export interface NewRequest {
  text: string;
  horizon?: Horizon | null;
  departmentId?: string | null;
  dueAt?: Date | null;
  docNo?: string | null;
}

export interface RequestView {
  id: string;
  version: number;
  [field: string]: unknown;
}

/** Adds a request; where departments are at work already it is delivered at once. */
export async function addRequest(
  tx: Tx,
  by: Principal,
  issueId: string,
  input: NewRequest,
  expected?: number | null,
): Promise<string> {
  const issue = await holdIssue(tx, by, issueId, expected);
  require(issue, issue.stage !== 'closed');
  const departmentId = input.departmentId ?? null;
  if (departmentId && !(await tx.existsBy(Department, { id: departmentId })))
    throw wrongField('departmentId', 'unknown');
  const atWork = issue.stage === 'act' && (issue.state === 'open' || issue.state === 'done');
  const target = departmentId ?? (atWork ? await confirmedLead(tx, issue) : null);
  if (target) await requireReader(tx, issue, target);
  const id = uuidv7();
  const [{ place }] = await tx.query(
    'select coalesce(max(place) + 1, 0) as place from requests where issue_id = $1',
    [issueId],
  );
  await tx.insert(ActionRequest, {
    id,
    issueId,
    place,
    departmentId,
    horizon: input.horizon ?? null,
    text: input.text,
    state: 'planned',
    dueAt: input.dueAt ?? null,
    docNo: input.docNo ?? null,
    requestedBy: by.id,
  });
  await changeIssue(tx, issueId);
  await emit(tx, issueSubject(issueId), 'request.added', { issueId, requestId: id, departmentId }, { by });
  if (atWork) await deliver(tx, by, issue, id, target);
  return id;
}

/** Whom a request without an addressee goes to: nobody where the office keeps the issue, never one only the machine thought of. */
async function confirmedLead(tx: Tx, issue: Issue): Promise<string | null> {
  if (issue.direction === 'self') return null;
  const [decided] = await tx.query(
    `select 1 from decisions where issue_id = $1 and outcome in ('confirm', 'override') and voided_at is null
     and stage in ('prioritize', 'act') limit 1`,
    [issue.id],
  );
  if (!issue.leadDepartmentId || (issue.leadBy !== 'officer' && !decided))
    throw wrongField('departmentId', 'required');
  return issue.leadDepartmentId;
}

/** Sends a planned request, its deadline by the issue's grade where nobody set one; without a department it is the office's own task. */
async function deliver(
  tx: Tx,
  by: Principal,
  issue: Issue,
  id: string,
  departmentId: string | null,
): Promise<void> {
  const request = await tx.findOneByOrFail(ActionRequest, { id });
  const now = await appNow(tx);
  await tx.update(ActionRequest, id, {
    departmentId,
    state: 'delivered',
    deliveredAt: now,
    dueAt: request.dueAt ?? (departmentId ? dueFor(issue.grade, request.horizon, now) : null),
  });
  await changeIssue(tx, issue.id, { state: 'open' });
  if (!departmentId) return;
  await emit(
    tx,
    issueSubject(issue.id),
    'request.delivered',
    { issueId: issue.id, requestId: id, departmentId },
    { by },
  );
}

/** A confidential issue is asked about only where somebody is named on it. */
async function requireReader(tx: Tx, issue: Issue, departmentId: string): Promise<void> {
  if (!issue.confidential) return;
  const [reader] = await tx.query(
    'select 1 from issue_readers r join users u on u.id = r.user_id where r.issue_id = $1 and u.department_id = $2 and u.active limit 1',
    [issue.id, departmentId],
  );
  if (!reader) throw new Problem('issue.confidential_request');
}

/**
 * Locks the issue behind a request and reads both as they are now.
 * @throws Problem `not-found` where this person may not see the request, `request.illegal_transition` in another state
 */
export async function holdRequest(
  tx: Tx,
  by: Principal,
  id: string,
  states: readonly RequestState[],
  expected?: number | null,
): Promise<{ request: ActionRequest; issue: Issue }> {
  const seen = await viewRequest(tx, by, id);
  const issue = await holdIssue(tx, by, seen.issueId as string);
  const request = await tx.findOneByOrFail(ActionRequest, { id });
  if (expected != null && expected !== request.version) {
    throw new Problem('precondition.failed', {}, { current: await viewRequest(tx, by, id) });
  }
  if (issue.stage === 'closed' || !states.includes(request.state)) {
    throw new Problem('request.illegal_transition', {
      state: REQUEST_LABELS[request.state],
    });
  }
  return { request, issue };
}

/** 접수: the department has it. */
export async function acknowledgeRequest(
  tx: Tx,
  by: Principal,
  id: string,
  handlingUnit: string | null,
  expected?: number | null,
): Promise<void> {
  const { request, issue } = await holdRequest(tx, by, id, ['delivered'], expected);
  await changeRequest(tx, request, {
    state: 'acknowledged',
    acknowledgedAt: await appNow(tx),
    acknowledgedBy: by.id,
    ...(handlingUnit && { handlingUnit }),
  });
  await announce(tx, by, issue, request, 'request.acknowledged');
}

/** 소관 조정 요청: not ours, for this reason, perhaps theirs. */
export async function refuseRequest(
  tx: Tx,
  by: Principal,
  id: string,
  { reason, suggestedDepartmentId }: { reason: string; suggestedDepartmentId?: string | null },
  expected?: number | null,
): Promise<void> {
  const { request, issue } = await holdRequest(tx, by, id, ['delivered', 'acknowledged'], expected);
  if (suggestedDepartmentId && !(await tx.existsBy(Department, { id: suggestedDepartmentId }))) {
    throw wrongField('suggestedDepartmentId', 'unknown');
  }
  await changeRequest(tx, request, {
    state: 'refused',
    refusedAt: await appNow(tx),
    refusedBy: by.id,
    refusalReason: reason,
    suggestedDepartmentId: suggestedDepartmentId ?? null,
  });
  await announce(tx, by, issue, request, 'request.refused', { reason: [null, reason] });
}

/**
 * 소관 변경(재배부): another department answers. Its clock starts anew: it has the full time of the grade from today,
 * unless the officer sets another deadline.
 */
export async function transferRequest(
  tx: Tx,
  by: Principal,
  id: string,
  { departmentId, reason, dueAt }: { departmentId: string; reason: string; dueAt?: Date | null },
  expected?: number | null,
): Promise<void> {
  const { request, issue } = await holdRequest(
    tx,
    by,
    id,
    ['delivered', 'acknowledged', 'refused'],
    expected,
  );
  if (!(await tx.existsBy(Department, { id: departmentId }))) throw wrongField('departmentId', 'unknown');
  if (departmentId === request.departmentId) throw wrongField('departmentId', 'same');
  await requireReader(tx, issue, departmentId);
  const now = await appNow(tx);
  await changeRequest(tx, request, {
    departmentId,
    state: 'delivered',
    deliveredAt: now,
    acknowledgedAt: null,
    acknowledgedBy: null,
    handlingUnit: null,
    refusedAt: null,
    refusedBy: null,
    refusalReason: null,
    suggestedDepartmentId: null,
    dueAt: dueAt ?? dueFor(issue.grade, request.horizon, now),
  });
  const payload = { issueId: issue.id, requestId: id, departmentId, fromId: request.departmentId! };
  const changes = { departmentId: [request.departmentId, departmentId], reason: [null, reason] } as const;
  await emit(tx, issueSubject(issue.id), 'request.transferred', payload, { by, changes: changes as never });
}

export async function changeRequest(
  tx: Tx,
  request: ActionRequest,
  change: Partial<ActionRequest>,
): Promise<void> {
  await tx.update(ActionRequest, request.id, change);
  await changeIssue(tx, request.issueId);
}

async function announce(
  tx: Tx,
  by: Principal,
  issue: Issue,
  request: ActionRequest,
  name: 'request.acknowledged' | 'request.refused',
  changes?: Changes,
): Promise<void> {
  const payload = { issueId: issue.id, requestId: request.id, departmentId: request.departmentId! };
  await emit(tx, issueSubject(issue.id), name, payload, { by, ...(changes && { changes }) });
}

/** @throws Problem `not-found` for an unknown request and for one this reader may not see, alike. */
export async function viewRequest(tx: Tx, principal: Principal, id: string): Promise<RequestView> {
  const query = sql`select ${requestJson()} as view from requests q join issues i on i.id = q.issue_id
    where q.id = ${id} and ${visible(principal)} and ${visibleRequests(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}
