import { emit } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import { inForce } from '#people/departments.js';
import type { Principal } from '#people/principal.js';
import { appNow, type Tx } from '#platform/database.js';
import { wrongField } from '#platform/problem.js';
import { endCollecting } from './collect.js';
import { acknowledgementFor, dueFor } from './due-for.js';
import { changeRequest, holdRequest, requireReader } from './requests.js';
import { AWAITED_STATES } from './vocabulary.js';

export interface Transfer {
  departmentId: string;
  reason: string;
  dueAt?: Date | null;
}

const TRANSFERABLE = [...AWAITED_STATES, 'answered', 'refused'] as const;

/**
 * 소관 변경(재배부): another department answers. Its clock starts anew: it has the full time of the grade from today,
 * unless the officer sets another deadline. Who collected, or was collected from, does so no more: nobody decided that the
 * new department reads the others' answers. What was answered before stays on record with the office. A refused request may go back to the one who refused it (소관 확인).
 */
export async function transferRequest(
  tx: Tx,
  by: Principal,
  id: string,
  { departmentId, reason, dueAt }: Transfer,
  expected?: number | null,
): Promise<void> {
  const { request, issue } = await holdRequest(tx, by, id, TRANSFERABLE, expected);
  if (!(await inForce(tx, departmentId))) throw wrongField('departmentId', 'unknown');
  if (departmentId === request.departmentId && request.state !== 'refused')
    throw wrongField('departmentId', 'same');
  await requireReader(tx, issue, departmentId);
  const now = await appNow(tx);
  await changeRequest(tx, request, {
    departmentId,
    state: 'delivered',
    deliveredAt: now,
    acknowledgedAt: null,
    acknowledgedBy: null,
    assignBy: null,
    assignedAt: null,
    assignedBy: null,
    handlingUnit: null,
    handlerId: null,
    collectedBy: null,
    answeredAt: null,
    refusedAt: null,
    refusedBy: null,
    refusalReason: null,
    suggestedDepartmentId: null,
    dueAt: dueAt ?? dueFor(issue.grade, request.horizon, now),
    acknowledgeBy: acknowledgementFor(issue.grade, now),
  });
  await endCollecting(tx, by, request);
  const payload = { issueId: issue.id, requestId: id, departmentId, fromId: request.departmentId! };
  const changes = { departmentId: [request.departmentId, departmentId], reason: [null, reason] } as const;
  await emit(tx, issueSubject(issue.id), 'request.transferred', payload, { by, changes: changes as never });
}
