import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import { changeIssue, holdIssue, require } from '#issues/hold-issue.js';
import type { Issue } from '#issues/issue.entity.js';
import { requestJson } from '#issues/issue-view.js';
import type { Horizon } from '#issues/vocabulary.js';
import { inForce } from '#people/departments.js';
import type { Principal } from '#people/principal.js';
import { readableRequests, visible } from '#people/visible.js';
import { appNow, type Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { ActionRequest } from './action-request.entity.js';
import { acknowledgementFor, dueFor } from './due-for.js';
import { REQUEST_LABELS, type RequestState } from './vocabulary.js';

export interface NewRequest {
  text: string;
  horizon?: Horizon | null;
  departmentId?: string | null;
  dueAt?: Date | null;
  docNo?: string | null;
  /** 투자·출연기관 or 자치구 that it concerns: never asked itself, but through the department. */
  relatedBody?: string | null;
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
  if (departmentId && !(await inForce(tx, departmentId))) throw wrongField('departmentId', 'unknown');
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
    relatedBody: input.relatedBody ?? null,
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
    acknowledgeBy: departmentId ? acknowledgementFor(issue.grade, now) : null,
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
export async function requireReader(tx: Tx, issue: Issue, departmentId: string): Promise<void> {
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
  // A department that collects the answers of others reads their requests and does nothing in their name.
  if (by.role === 'department' && seen.departmentId !== by.departmentId) throw new Problem('forbidden');
  return held(tx, by, seen, states, expected);
}

/** The same for who judges an answer: the office, and who collects it for an answer of all, which may ask for more. */
export async function holdForReview(
  tx: Tx,
  by: Principal,
  id: string,
  outcome: 'accept' | 'return',
): Promise<{ request: ActionRequest; issue: Issue }> {
  const seen = await viewRequest(tx, by, id);
  const collects = seen.departmentId !== by.departmentId && outcome === 'return';
  if (by.role === 'department' && !collects) throw new Problem('forbidden');
  return held(tx, by, seen, ['answered']);
}

async function held(
  tx: Tx,
  by: Principal,
  seen: RequestView,
  states: readonly RequestState[],
  expected?: number | null,
): Promise<{ request: ActionRequest; issue: Issue }> {
  const { id } = seen;
  const issue = await holdIssue(tx, by, seen.issueId as string);
  const request = await tx.findOneByOrFail(ActionRequest, { id });
  if (expected != null && expected !== request.version) {
    throw new Problem('precondition.failed', {}, { current: await viewRequest(tx, by, id) });
  }
  if (issue.stage === 'closed' || !states.includes(request.state)) {
    throw illegal(request);
  }
  return { request, issue };
}

export const illegal = ({ state }: ActionRequest): Problem =>
  new Problem('request.illegal_transition', { state: REQUEST_LABELS[state] });

export async function changeRequest(
  tx: Tx,
  request: ActionRequest,
  change: Partial<ActionRequest>,
): Promise<void> {
  await tx.update(ActionRequest, request.id, change);
  await changeIssue(tx, request.issueId);
}

/** @throws Problem `not-found` for an unknown request and for one this reader may not see, alike. */
export async function viewRequest(tx: Tx, principal: Principal, id: string): Promise<RequestView> {
  const query = sql`select ${requestJson()} as view from requests q join issues i on i.id = q.issue_id
    where q.id = ${id} and ${visible(principal)} and ${readableRequests(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}
