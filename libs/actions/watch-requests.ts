import { v7 as uuidv7 } from 'uuid';
import { DEADLINES } from '#config/deadlines.js';
import { REMINDERS } from '#config/reminders.js';
import { emitAll, type Fact } from '#events/emit.js';
import { issueSubject, type Subject } from '#events/subjects.js';
import { lockFree } from '#events/lock.js';
import { POSITIONS, type Position } from '#people/vocabulary.js';
import { addDays, atSeoul, CalendarOutOfRange, seoulDay } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { longDay } from '#platform/day-in-words.js';
import { log } from '#platform/logging.js';
import { OFFICE_CALENDAR } from './due-for.js';
import { MAY_KNOW, SUPERIORS } from './superiors.js';
import { isOfficeAwaited } from './vocabulary.js';
import { escalationText } from './rules/escalation-text.js';
import {
  ringing,
  workingDaysLate,
  type Clocked,
  type Escalation,
  type Reminder,
  type Ringing,
} from './rules/reminders.js';

const POLICIES = { deadlines: DEADLINES, reminders: REMINDERS, calendar: OFFICE_CALENDAR };

interface Watched extends Clocked {
  id: string;
  issueId: string;
  departmentId: string;
  number: string;
  title: string;
  department: string;
  handlingUnit: string | null;
  text: string;
  reminded: { of: string; deadline: string }[];
  before: { position: Position; on: string }[];
  /** Positions over the department that somebody holds who may know of the issue. */
  held: Position[];
  saidUntil: Date;
  now: Date;
}

/** Issues with a request about which there may be something to say now. */
export async function issuesToWatch(tx: Tx, limit: number): Promise<string[]> {
  const rows: { issueId: string }[] = await tx.query(
    `select issue_id as "issueId" from requests where look_at <= app_now() group by 1 order by min(look_at), 1 limit $1`,
    [limit],
  );
  return rows.map(({ issueId }) => issueId);
}

/**
 * Says what has fallen due of these issues' requests: reminds their departments, or the office of what they sent back, takes the next step up the line, takes back what
 * was prepared for a superior and is not needed any more. What was said is noted in the same transaction, under the issue's lock:
 * however many look, it is said once. Issues that somebody else holds are left for the next look.
 */
export async function watchRequests(tx: Tx, issueIds: string[]): Promise<void> {
  const free = await lockFree(tx, issueIds.map(issueSubject));
  const watched: Watched[] = await tx.query(WATCHED, [[...free].map(idOf)]);
  if (!watched.length) return;
  const rung = watched.map((request) => ({ request, ...heard(request) }));
  const prepared = rung.flatMap(({ request, escalations }) =>
    escalations.map((one) => prepare(request, one)),
  );
  const fresh: { id: string }[] = await tx.query(PREPARE, [JSON.stringify(prepared.map(({ row }) => row))]);
  const told = new Set(fresh.map(({ id }) => id));
  const [withdrawn]: [Withdrawn[]] = await tx.query(WITHDRAW, [watched.map(({ id }) => id)]);
  await tx.query(NOTE, [
    watched.map(({ id }) => id),
    rung.map(({ next }) => next?.toISOString() ?? null),
    rung.map(({ request }) => request.now.toISOString()),
  ]);
  await emitAll(tx, [
    ...rung.flatMap(({ request, reminders }) => reminders.map((one) => reminded(request, one))),
    ...prepared.filter(({ row }) => told.has(row.id)).map(({ fact }) => fact),
    ...withdrawn.map((one) => takenBack(one)),
  ]);
}

/** What cannot be looked at now, whatever is wrong with it, keeps nobody else waiting. */
export const postpone = (tx: Tx, issueId: string): Promise<unknown> =>
  tx.query(
    `update requests set look_at = app_now() + interval '10 minutes' where issue_id = $1 and look_at <= app_now()`,
    [issueId],
  );

const idOf = (subject: Subject): string => subject.slice('issue:'.length);

/** Nothing may keep the others waiting: a deadline beyond the known holidays is looked at again tomorrow. */
function heard(request: Watched): Ringing {
  try {
    return ringing(request, request.saidUntil, request.now, POLICIES);
  } catch (error) {
    if (!(error instanceof CalendarOutOfRange)) throw error;
    log.warn({ requestId: request.id, error: error.message }, 'a deadline beyond the known holidays');
    return {
      reminders: [],
      escalations: [],
      next: atSeoul(addDays(seoulDay(request.now), 1), REMINDERS.sayAt),
    };
  }
}

function reminded(request: Watched, { of, moment, deadline, late }: Reminder): Fact {
  const subject = issueSubject(request.issueId);
  const about = { issueId: request.issueId, requestId: request.id };
  const when = { late, deadline: deadline.toISOString(), moment: moment.toISOString() };
  return isOfficeAwaited(of)
    ? { subject, name: 'office.reminded', payload: { ...about, of, ...when } }
    : {
        subject,
        name: 'request.reminded',
        payload: { ...about, departmentId: request.departmentId, of, ...when },
      };
}

const BY_ITSELF = POSITIONS.indexOf(REMINDERS.escalation.byItselfTo);

function prepare(request: Watched, { of, step, to, moment, deadline }: Escalation) {
  const id = uuidv7();
  // Where nobody would hear of it the officer is to know, and to find another way.
  const byItself = POSITIONS.indexOf(to) <= BY_ITSELF && request.held.includes(to);
  const late = workingDaysLate(deadline, moment, OFFICE_CALENDAR);
  // Of this deadline: being asked to confirm receipt was another matter.
  const times = request.reminded.filter(
    (one) => one.of === of && Date.parse(one.deadline) === deadline.getTime(),
  ).length;
  const row = {
    id,
    issue_id: request.issueId,
    request_id: request.id,
    department_id: request.departmentId,
    about: of,
    deadline,
    step,
    position: to,
    state: byItself ? 'automatic' : 'prepared',
    text: escalationText({ ...request, reminded: times, about: of, deadline, late }, longDay),
  };
  const fact = {
    subject: issueSubject(request.issueId),
    name: byItself ? 'request.escalated' : 'escalation.prepared',
    payload: {
      issueId: request.issueId,
      requestId: request.id,
      ...(byItself && { departmentId: request.departmentId }),
      escalationId: id,
      position: to,
      of,
      late,
      moment: moment.toISOString(),
    },
  } as Fact;
  return { row, fact };
}

interface Withdrawn {
  id: string;
  issueId: string;
  requestId: string;
  position: Position;
}

const takenBack = ({ id, issueId, requestId, position }: Withdrawn): Fact => ({
  subject: issueSubject(issueId),
  name: 'escalation.withdrawn',
  payload: { issueId, requestId, escalationId: id, position },
});

const WATCHED = `
select q.id, q.issue_id as "issueId", q.department_id as "departmentId", d.name as department, i.number, i.title, i.grade,
  q.horizon, q.state, q.handling_unit as "handlingUnit", q.text, q.delivered_at as "deliveredAt",
  q.acknowledge_by as "acknowledgeBy", case when q.assigned_at is null then q.assign_by end as "assignBy",
  q.due_at as "dueAt", case when i.stage <> 'closed' then q.office_by end as "officeBy", q.said_until as "saidUntil", app_now() as now,
  i.stage <> 'closed' and q.state in ('answered', 'accepted') and coalesce((select p.status in ('underway', 'considering')
    from responses p where p.request_id = q.id order by p.version desc limit 1), false) as underway,
  (select coalesce(json_agg(json_build_object('of', e.payload->>'of', 'deadline', e.payload->>'deadline')), '[]')
    from events e where e.subject = 'issue:' || i.id and e.name = 'request.reminded'
    and e.payload->>'requestId' = q.id::text and e.payload->>'departmentId' = any(departments_of(q.department_id)::text[])) as reminded,
  (select coalesce(json_agg(json_build_object('position', x.position,
      'on', (coalesce(x.settled_at, x.created_at) at time zone 'Asia/Seoul')::date) order by x.step), '[]')
    from escalations x where x.request_id = q.id and x.department_id = any(departments_of(q.department_id))
      and x.state in ('automatic', 'released')) as before,
  (select coalesce(json_agg(json_build_object('of', x.about, 'to', x.position, 'deadline', x.deadline)), '[]')
    from escalations x where x.request_id = q.id and x.department_id = any(departments_of(q.department_id))) as told,
  (select coalesce(json_agg(distinct u.position), '[]') from users u where ${SUPERIORS('q.department_id', 'u.position')}
    and ${MAY_KNOW}) as held
from requests q join issues i on i.id = q.issue_id join departments d on d.id = q.department_id
where q.issue_id = any($1::uuid[]) and q.look_at <= app_now() order by q.issue_id, q.place`;

const PREPARE = `
insert into escalations (id, issue_id, request_id, department_id, about, deadline, step, position, state, text)
select * from jsonb_to_recordset($1::jsonb) as x(id uuid, issue_id uuid, request_id uuid, department_id uuid, about text,
  deadline timestamptz, step int, position text, state text, text text)
on conflict on constraint each_superior_once do nothing returning id`;

// Not needed once the request is answered, refused, withdrawn, somebody else's, or due at another time.
const WITHDRAW = `
update escalations x set state = 'withdrawn', settled_at = app_now(), version = x.version + 1
from requests q where q.id = x.request_id and x.request_id = any($1::uuid[]) and x.state = 'prepared' and not (
  q.department_id = x.department_id and case x.about
    when 'acknowledgement' then q.state = 'delivered' and q.acknowledge_by = x.deadline
    else q.state in ('delivered', 'acknowledged', 'returned') and q.due_at = x.deadline end)
returning x.id, x.issue_id as "issueId", x.request_id as "requestId", x.position`;

// A clock that steps back says nothing twice.
const NOTE = `
update requests q set look_at = x.next, said_until = greatest(q.said_until, x.now)
from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as x(id, next, now) where q.id = x.id`;
