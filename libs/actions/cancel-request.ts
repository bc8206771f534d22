import { emit } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { endCollecting } from './collect.js';
import { changeRequest, holdRequest } from './requests.js';
import { settleIssue } from './responses.js';

/**
 * 요청 철회: what was asked of a department is not needed, or not theirs to answer and nobody else's. The department hears of it,
 * its reminders end, and it does not come back when the issue is closed and opened again.
 */
export async function cancelRequest(
  tx: Tx,
  by: Principal,
  id: string,
  reason: string,
  expected?: number | null,
): Promise<void> {
  const sent = ['delivered', 'acknowledged', 'returned', 'refused'] as const;
  const { request, issue } = await holdRequest(tx, by, id, sent, expected);
  await changeRequest(tx, request, { state: 'cancelled', collectedBy: null });
  await endCollecting(tx, by, request);
  if (request.departmentId) {
    const payload = { issueId: issue.id, requestId: id, departmentId: request.departmentId };
    const changes = { state: [request.state, 'cancelled'], reason: [null, reason] } as const;
    await emit(tx, issueSubject(issue.id), 'request.cancelled', payload, { by, changes: changes as never });
  }
  await settleIssue(tx, issue.id);
}
