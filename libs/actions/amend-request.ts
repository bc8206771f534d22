import sql from 'sql-template-tag';
import { ROUTING } from '#config/routing.js';
import { emit, type Changes } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import type { Grade, Horizon } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Position } from '#people/vocabulary.js';
import { seoulDay, seoulTime } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { changeRequest, holdRequest } from './requests.js';
import { letterOf } from './rules/letter.js';
import { REQUEST_STATES } from './vocabulary.js';

export interface RequestChange {
  docNo?: string | null;
  relatedBody?: string | null;
  dueAt?: Date;
  /** Why the deadline moves. */
  reason?: string | null;
}

const LIVING = REQUEST_STATES.filter((state) => state !== 'accepted' && state !== 'cancelled');

/** Writes the number of the letter it went out with, or moves its deadline for a reason; the department hears of the latter. */
export async function amendRequest(
  tx: Tx,
  by: Principal,
  id: string,
  { docNo, relatedBody, dueAt, reason }: RequestChange,
  expected: number | null,
): Promise<void> {
  const { request, issue } = await holdRequest(tx, by, id, LIVING, expected);
  const moved = dueAt !== undefined && dueAt.getTime() !== request.dueAt?.getTime();
  if (moved && !reason) throw wrongField('reason', 'required');
  const change = {
    ...(docNo !== undefined && docNo !== request.docNo && { docNo }),
    ...(relatedBody !== undefined && relatedBody !== request.relatedBody && { relatedBody }),
    ...(moved && { dueAt }),
  };
  if (!Object.keys(change).length) return;
  await changeRequest(tx, request, change);
  const changes: Changes = Object.fromEntries(
    Object.entries(change).map(([field, value]) => [
      field,
      [request[field as keyof typeof change] ?? null, value],
    ]),
  );
  if (moved) changes.reason = [null, reason];
  const { departmentId } = request;
  const about = { issueId: issue.id, requestId: id };
  // Whom nothing was delivered to has heard of no deadline yet.
  if (moved && request.deliveredAt && departmentId)
    await emit(tx, issueSubject(issue.id), 'request.due-moved', { ...about, departmentId }, { by, changes });
  else await emit(tx, issueSubject(issue.id), 'request.amended', { ...about, departmentId }, { by, changes });
}

export interface Letter {
  to: string;
  title: string;
  body: string;
  /** In whose name it goes out; null where the grade asks for no letter. */
  sender: Position | null;
  /** The grade asks for a telephone call beside it. */
  call: boolean;
}

interface Facts {
  department: string;
  title: string;
  summary: string;
  grade: Grade | null;
  risks: { text: string }[];
  requests: { text: string; horizon: Horizon | null; relatedBody: string | null }[];
  due: string | null;
}

/** 공문 초안 of all that the department of this request is asked in its issue. @throws Problem for a task of the office */
export async function draftLetter(tx: Tx, principal: Principal, id: string): Promise<Letter> {
  const query = sql`
    select d.name as department, i.title, i.summary, i.grade, i.risks,
      (select json_agg(json_build_object('text', o.text, 'horizon', o.horizon, 'relatedBody', o.related_body) order by o.place)
        from requests o where o.issue_id = i.id and o.department_id = q.department_id and o.state <> 'cancelled') as requests,
      (select min(o.due_at) from requests o where o.issue_id = i.id and o.department_id = q.department_id
        and o.state <> 'cancelled') as due
    from requests q join issues i on i.id = q.issue_id left join departments d on d.id = q.department_id
    where q.id = ${id} and ${visible(principal)}`;
  const [facts]: Facts[] = await tx.query(query.text, query.values);
  if (!facts) throw new Problem('not-found');
  if (!facts.department) throw new Problem('request.no_letter');
  const { grade, risks, due, ...rest } = facts;
  const at = due && new Date(due);
  const letter = letterOf({
    ...rest,
    risks: risks.map(({ text }) => text),
    due: at ? { day: seoulDay(at), time: seoulTime(at) } : null,
  });
  const sender = grade && ROUTING.decides.send.position[grade];
  return { ...letter, sender: sender ?? null, call: grade === ROUTING.callAt };
}
