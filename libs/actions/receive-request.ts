import { emit, type Changes } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import type { Issue } from '#issues/issue.entity.js';
import { inForce } from '#people/departments.js';
import type { Principal } from '#people/principal.js';
import { User } from '#people/user.entity.js';
import { appNow, type Tx } from '#platform/database.js';
import { wrongField } from '#platform/problem.js';
import type { ActionRequest } from './action-request.entity.js';
import { assignBy, officeBy } from './due-for.js';
import { changeRequest, holdRequest } from './requests.js';
import { MAY_KNOW } from './superiors.js';
import { AWAITED_STATES } from './vocabulary.js';

/** Who within the department answers: the division (소관 과), and perhaps a person of it. */
export interface Assignment {
  handlingUnit: string;
  handlerId?: string | null;
}

/** 접수: the department has it; with a division it is assigned in the same breath. */
export async function acknowledgeRequest(
  tx: Tx,
  by: Principal,
  id: string,
  assignment: Assignment | null,
  expected?: number | null,
): Promise<void> {
  const { request, issue } = await holdRequest(tx, by, id, ['delivered'], expected);
  await acknowledge(tx, by, issue, request);
  if (assignment) await assign(tx, by, issue, request, assignment);
}

/**
 * 배부: the division that answers takes it as its own. Another division of the same department (재배부) may follow; the deadline
 * of the answer stays, since the department is the one that was asked.
 */
export async function assignRequest(
  tx: Tx,
  by: Principal,
  id: string,
  assignment: Assignment,
  expected?: number | null,
): Promise<void> {
  const { request, issue } = await holdRequest(tx, by, id, AWAITED_STATES, expected);
  if (request.state === 'delivered') await acknowledge(tx, by, issue, request);
  await assign(tx, by, issue, request, assignment);
}

async function acknowledge(tx: Tx, by: Principal, issue: Issue, request: ActionRequest): Promise<void> {
  const now = await appNow(tx);
  await changeRequest(tx, request, {
    state: 'acknowledged',
    acknowledgedAt: now,
    acknowledgedBy: by.id,
    assignBy: assignBy(issue.grade, now),
  });
  await announce(tx, by, issue, request, 'request.acknowledged');
}

async function assign(
  tx: Tx,
  by: Principal,
  issue: Issue,
  request: ActionRequest,
  { handlingUnit, handlerId = null }: Assignment,
): Promise<void> {
  const colleague = { id: handlerId!, departmentId: request.departmentId!, active: true };
  if (handlerId && !(await tx.existsBy(User, colleague))) throw wrongField('handlerId', 'unknown');
  // Whoever may not know of it cannot work on it.
  if (handlerId && !(await mayKnow(tx, handlerId, issue.id))) throw wrongField('handlerId', 'unknown');
  await changeRequest(tx, request, {
    handlingUnit,
    handlerId,
    assignedAt: await appNow(tx),
    assignedBy: by.id,
  });
  const changes: Changes = { handlingUnit: [request.handlingUnit, handlingUnit] };
  await announce(tx, by, issue, request, 'request.assigned', changes);
}

async function mayKnow(tx: Tx, userId: string, issueId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from issues i join users u on u.id = $1 where i.id = $2 and ${MAY_KNOW}`,
    [userId, issueId],
  );
  return rows.length > 0;
}

/** 소관 조정 요청: not ours, for this reason, perhaps theirs. */
export async function refuseRequest(
  tx: Tx,
  by: Principal,
  id: string,
  { reason, suggestedDepartmentId }: { reason: string; suggestedDepartmentId?: string | null },
  expected?: number | null,
): Promise<void> {
  const { request, issue } = await holdRequest(tx, by, id, AWAITED_STATES, expected);
  if (suggestedDepartmentId && !(await inForce(tx, suggestedDepartmentId))) {
    throw wrongField('suggestedDepartmentId', 'unknown');
  }
  const now = await appNow(tx);
  await changeRequest(tx, request, {
    state: 'refused',
    officeBy: officeBy('settlement', now),
    refusedAt: now,
    refusedBy: by.id,
    refusalReason: reason,
    suggestedDepartmentId: suggestedDepartmentId ?? null,
  });
  await announce(tx, by, issue, request, 'request.refused', { reason: [null, reason] });
}

async function announce(
  tx: Tx,
  by: Principal,
  issue: Issue,
  request: ActionRequest,
  name: 'request.acknowledged' | 'request.assigned' | 'request.refused',
  changes?: Changes,
): Promise<void> {
  const payload = { issueId: issue.id, requestId: request.id, departmentId: request.departmentId! };
  await emit(tx, issueSubject(issue.id), name, payload, { by, ...(changes && { changes }) });
}
