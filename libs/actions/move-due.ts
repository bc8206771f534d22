import { In } from 'typeorm';
import { emitAll, type Changes, type Fact } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import type { Issue } from '#issues/issue.entity.js';
import { atLeast } from '#issues/rules/grade.js';
import type { Grade } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { ActionRequest } from './action-request.entity.js';
import { acknowledgementFor, assignBy, dueFor } from './due-for.js';
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
  await move(tx, by, issue, () => ({ dueAt }), reason);
}

/**
 * Another grade has another deadline: of a heavier one from now on, never later than it was; of a lighter one as if it had been that from
 * the beginning. Days that people set stay. @returns when the first of the requests is due now; null where none is
 */
export async function moveToGrade(
  tx: Tx,
  by: Principal,
  issue: Pick<Issue, 'id' | 'grade' | 'dueAt'>,
  { grade, now, reason }: { grade: Grade; now: Date; reason: string | null },
): Promise<Date | null> {
  const heavier = !issue.grade || !atLeast(issue.grade, grade);
  const from = (began: Date | null): Date => (heavier ? now : began!);
  const sooner = (before: Date | null, after: Date | null): Date | null =>
    heavier && before && after && before < after ? before : after;
  const dues = await move(
    tx,
    by,
    issue,
    (request) => {
      const { horizon, deliveredAt, acknowledgedAt } = request;
      return {
        dueAt: sooner(request.dueAt, dueFor(grade, horizon, from(deliveredAt))),
        ...(request.state === 'delivered' && {
          acknowledgeBy: sooner(request.acknowledgeBy, acknowledgementFor(grade, from(deliveredAt))),
        }),
        ...(request.state === 'acknowledged' &&
          !request.assignedAt && {
            assignBy: sooner(request.assignBy, assignBy(grade, from(acknowledgedAt))),
          }),
      };
    },
    reason,
  );
  const times = dues.flatMap((due) => due?.getTime() ?? []);
  return times.length ? new Date(Math.min(...times)) : null;
}

/** By when something is awaited; what is not named stays. */
type Clocks = Pick<ActionRequest, 'dueAt'> & Partial<Pick<ActionRequest, 'acknowledgeBy' | 'assignBy'>>;

/** @returns when each request is due afterwards that an answer is awaited to, but for those that wait for money */
async function move(
  tx: Tx,
  by: Principal,
  issue: Pick<Issue, 'id' | 'grade' | 'dueAt'>,
  clocksOf: (request: ActionRequest) => Clocks,
  reason: string | null,
): Promise<(Date | null)[]> {
  const awaited = (
    await tx.findBy(ActionRequest, { issueId: issue.id, state: In([...AWAITED_STATES]) })
  ).filter(({ horizon }) => horizon !== 'long');
  const dues = awaited.map((request) => {
    const { dueAt, ...others } = clocksOf(request);
    return { request, dueAt: hasOwnDay(request, issue) ? request.dueAt : dueAt, others };
  });
  for (const { request, dueAt, others } of dues)
    await tx.update(ActionRequest, request.id, { dueAt, ...others });
  const moved = dues.filter(({ request, dueAt }) => !isSame(request.dueAt, dueAt));
  const subject = issueSubject(issue.id);
  await emitAll(
    tx,
    moved.map(({ request: { id: requestId, departmentId, dueAt: before }, dueAt }): Fact => {
      const about = { issueId: issue.id, requestId };
      const more = { by, changes: { dueAt: [before, dueAt], reason: [null, reason] } satisfies Changes };
      return departmentId
        ? { subject, name: 'request.due-moved', payload: { ...about, departmentId }, ...more }
        : { subject, name: 'request.amended', payload: { ...about, departmentId }, ...more };
    }),
  );
  return dues.map(({ dueAt }) => dueAt);
}

const isSame = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

function hasOwnDay(
  { dueAt, horizon, deliveredAt }: ActionRequest,
  issue: Pick<Issue, 'grade' | 'dueAt'>,
): boolean {
  if (!dueAt || isSame(dueAt, issue.dueAt)) return false;
  return !isSame(dueAt, dueFor(issue.grade, horizon, deliveredAt!));
}
