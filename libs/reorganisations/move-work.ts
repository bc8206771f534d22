import { emitAll, type Fact } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import { changeIssue } from '#issues/hold-issue.js';
import type { Tx } from '#platform/database.js';
import { OPEN_REQUEST } from './open-work.js';

/**
 * Open issues with work that is with a department that is gone, and has become another: after a reorganisation all of them, later one
 * that was reopened or that somebody was just writing.
 */
export async function workLeftBehind(tx: Tx, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(`${BEHIND} order by id limit $1`, [limit]);
  return rows.map(({ id }) => id);
}

interface Request {
  id: string;
  fromId: string;
  toId: string;
  reason: string | null;
}

/**
 * Moves the open requests and the lead of an issue to what has become of their department. Nothing is asked anew: state, clocks and
 * what was answered stay, and what was said with the old department is the new one's conversation.
 */
export async function moveWork(tx: Tx, issueId: string): Promise<void> {
  await lock(tx, issueSubject(issueId));
  const requests: Request[] = await tx.query(REQUESTS, [issueId]);
  const [lead]: Omit<Request, 'id'>[] = await tx.query(LEAD, [issueId]);
  if (!requests.length && !lead) return;
  const moves = JSON.stringify(requests);
  await tx.query(MOVE, [moves]);
  await tx.query(TALK, [moves]);
  await tx.query(UP_THE_LINE, [moves]);
  await changeIssue(tx, issueId, lead ? { leadDepartmentId: lead.toId } : {});
  const subject = issueSubject(issueId);
  await emitAll(tx, [
    ...requests.map(({ id, fromId, toId, reason }): Fact => ({
      subject,
      name: 'request.inherited',
      payload: { issueId, requestId: id, departmentId: toId, fromId },
      changes: { departmentId: [fromId, toId], reason: [null, reason] },
    })),
    ...(lead
      ? [
          {
            subject,
            name: 'issue.lead-inherited',
            payload: { issueId, departmentId: lead.toId, fromId: lead.fromId },
            changes: { leadDepartmentId: [lead.fromId, lead.toId], reason: [null, lead.reason] },
          } satisfies Fact,
        ]
      : []),
  ]);
}

/** Of a department `d` that is gone: where the issue `i` goes that somebody sent elsewhere, else where all of it goes. */
const HEIR = `department_now(coalesce((select m.to_id from department_moves m where m.from_id = d.id and m.issue_id = i.id), d.successor_id))`;
const REASON = `(select r.reason from reorganisations r where d.id = any(r.from_ids) and r.took_effect_at is not null limit 1)`;
const GONE = `d.valid_to <= seoul_today() and d.successor_id is not null`;

const BEHIND = `
select id from (
  select i.id from departments d join requests q on q.department_id = d.id join issues i on i.id = q.issue_id
  where ${GONE} and ${OPEN_REQUEST} and ${HEIR} is not null
  union
  select i.id from departments d join issues i on i.lead_department_id = d.id
  where ${GONE} and i.stage <> 'closed' and ${HEIR} is not null
) x`;

const REQUESTS = `
select q.id, d.id as "fromId", ${HEIR} as "toId", ${REASON} as reason
from requests q join issues i on i.id = q.issue_id join departments d on d.id = q.department_id
where i.id = $1 and ${GONE} and ${OPEN_REQUEST} and ${HEIR} is not null order by q.place`;

const LEAD = `
select d.id as "fromId", ${HEIR} as "toId", ${REASON} as reason from issues i join departments d on d.id = i.lead_department_id
where i.id = $1 and ${GONE} and i.stage <> 'closed' and ${HEIR} is not null`;

const MOVES = `jsonb_to_recordset($1::jsonb) as x(id uuid, "fromId" uuid, "toId" uuid)`;

const MOVE = `
update requests q set department_id = x."toId", suggested_department_id = department_now(q.suggested_department_id),
  version = q.version + 1
from ${MOVES} where q.id = x.id`;

const TALK = `
update comments c set department_id = x."toId" from ${MOVES} where c.request_id = x.id and c.department_id = x."fromId"`;

// What waits to go up the line is the new department's delay.
const UP_THE_LINE = `
update escalations e set department_id = x."toId", version = e.version + 1 from ${MOVES}
where e.request_id = x.id and e.department_id = x."fromId" and e.state = 'prepared'`;
