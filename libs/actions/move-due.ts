import { In } from 'typeorm';
import { emitAll, type Changes, type Fact } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import type { Issue } from '#issues/issue.entity.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { ActionRequest } from './action-request.entity.js';
import { dueFor } from './due-for.js';
import { AWAITED_STATES } from './vocabulary.js';

/**
 * The deadline of an issue that departments are at work on moves for those who had it, or the one of its grade; they hear of it.
 * Who was given a day of its own keeps that, and so does what waits for money.
 */
export async function moveDue(
  tx: Tx,
  by: Principal,
  issue: Pick<Issue, 'id' | 'grade' | 'dueAt'>,
  dueAt: Date,
  reason: string | null,
): Promise<void> {
  const awaited = await tx.findBy(ActionRequest, { issueId: issue.id, state: In([...AWAITED_STATES]) });
  const moved = awaited.filter(
    (one) => one.horizon !== 'long' && !isSame(one.dueAt, dueAt) && !hasOwnDay(one, issue),
  );
  for (const { id } of moved) await tx.update(ActionRequest, id, { dueAt });
  const subject = issueSubject(issue.id);
  await emitAll(
    tx,
    moved.map(({ id: requestId, departmentId, dueAt: before }): Fact => {
      const about = { issueId: issue.id, requestId };
      const more = { by, changes: { dueAt: [before, dueAt], reason: [null, reason] } satisfies Changes };
      return departmentId
        ? { subject, name: 'request.due-moved', payload: { ...about, departmentId }, ...more }
        : { subject, name: 'request.amended', payload: { ...about, departmentId }, ...more };
    }),
  );
}

const isSame = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

function hasOwnDay(
  { dueAt, horizon, deliveredAt }: ActionRequest,
  issue: Pick<Issue, 'grade' | 'dueAt'>,
): boolean {
  if (!dueAt || isSame(dueAt, issue.dueAt)) return false;
  return !isSame(dueAt, dueFor(issue.grade, horizon, deliveredAt!));
}
