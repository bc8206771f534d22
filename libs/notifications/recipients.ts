import sql, { join } from 'sql-template-tag';
import { SUPERIORS } from '#actions/superiors.js';
import { subjectId, type EventName, type Subject } from '#events/events.js';
import type { Principal } from '#people/principal.js';
import { deputiesOf } from '#people/deputies.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import type { Audience } from './notices.js';

/** What audiences are resolved from. */
export interface Occasion {
  subject: Subject;
  name: EventName;
  eventId: string;
  payload: Record<string, unknown>;
}

/** Somebody to be told; `issueId` is what they must still see when the notice is sent, if anything. */
export interface Recipient {
  person: Principal;
  issueId: string | null;
}

/** The issue a notice is about. An alarm is about the system: who gets it reads no issues, and it tells of none. */
export const issueIdOf = ({ subject, name }: Pick<Occasion, 'subject' | 'name'>): string | null =>
  subject.startsWith('issue:') && name !== 'step.parked' ? subjectId(subject) : null;

/**
 * The people meant, as they are now: active, and with the right to see what the notice is about. Whoever caused the
 * event is not told of it.
 */
export async function recipients(
  tx: Tx,
  audiences: readonly Audience[],
  occasion: Occasion,
): Promise<Recipient[]> {
  const found = new Map<string, Principal>();
  for (const audience of audiences) {
    const [text, values] = WHO[audience](occasion);
    const people: Principal[] = await tx.query(
      `select ${PERSON} from users u
       where u.active and ${text} and u.id is distinct from (select actor_id from events where id = $${values.length + 1})`,
      [...values, occasion.eventId],
    );
    for (const person of people) found.set(person.id, person);
  }
  for (const person of await standIns(tx, [...found.keys()], occasion)) found.set(person.id, person);
  const people = [...found.values()];
  const issueId = issueIdOf(occasion);
  if (!issueId) return people.map((person) => ({ person, issueId: null }));
  const seeing = await sighted(tx, people, issueId);
  const told = seeing.map((person) => ({ person, issueId }));
  if (!audiences.includes('former-department') || !(await isPublic(tx, issueId))) return told;
  // Whose request it was hears that it is gone, though the issue is now out of their sight.
  return [
    ...told,
    ...people.filter((one) => !seeing.includes(one)).map((person) => ({ person, issueId: null })),
  ];
}

/** Who stands today for somebody who is told hears it, too. */
async function standIns(tx: Tx, ids: string[], { eventId }: Occasion): Promise<Principal[]> {
  return tx.query(
    `select ${PERSON} from users u where u.active and u.id = any($1::uuid[])
       and u.id is distinct from (select actor_id from events where id = $2)`,
    [await deputiesOf(tx, ids), eventId],
  );
}

async function isPublic(tx: Tx, issueId: string): Promise<boolean> {
  const [issue] = await tx.query('select 1 from issues where id = $1 and not confidential', [issueId]);
  return Boolean(issue);
}

/** Those of the people who may see the issue. */
export async function sighted(tx: Tx, people: Principal[], issueId: string): Promise<Principal[]> {
  if (!people.length) return [];
  const checks = people.map(
    (person) => sql`select ${person.id} as id from issues i where i.id = ${issueId} and ${visible(person)}`,
  );
  const query = join(checks, ' union all ');
  const rows: { id: string }[] = await tx.query(query.text, query.values);
  const ids = new Set(rows.map(({ id }) => id));
  return people.filter(({ id }) => ids.has(id));
}

const PERSON = `u.id, u.name, u.email, u.role, u.position, u.delegated_position as "delegatedPosition",
  u.department_id as "departmentId", u.language`;

const byRole = (role: string) => (): [string, unknown[]] => ['u.role = $1', [role]];

const WHO: Record<Audience, (occasion: Occasion) => [string, unknown[]]> = {
  superior: ({ payload }) => [
    SUPERIORS('$1', '$2'),
    [payload.departmentId ?? null, payload.position ?? null],
  ],
  'lead-department': (about) => [
    `u.role = 'department' and u.department_id = (select lead_department_id from issues where id = $1)`,
    [issueIdOf(about)],
  ],
  absent: ({ payload }) => [
    'u.id = (select absent_id from deputies where id = $1)',
    [payload.deputyId ?? null],
  ],
  deputy: ({ payload }) => [
    'u.id = (select deputy_id from deputies where id = $1)',
    [payload.deputyId ?? null],
  ],
  officers: byRole('officer'),
  managers: byRole('manager'),
  admins: byRole('admin'),
  department: ({ payload }) => [
    `u.role = 'department' and u.department_id = $1`,
    [payload.departmentId || null],
  ],
  'former-department': ({ payload }) => [
    `u.role = 'department' and u.department_id = $1`,
    [payload.fromId || null],
  ],
  'request-handler': ({ payload }) => [
    'u.id = (select handler_id from requests where id = $1)',
    [payload.requestId],
  ],
  // Who sends one answer for all hears of each that comes in.
  'collecting-department': ({ payload }) => [
    `u.role = 'department' and u.department_id = (select lead.department_id from requests q
       join requests lead on lead.id = q.collected_by where q.id = $1)`,
    [payload.requestId],
  ],
  asker: ({ payload, ...about }) => [
    `u.id = (select coalesce(q.requested_by, (select d.decided_by from decisions d where d.issue_id = q.issue_id
       order by d.decided_at desc limit 1), i.created_by) from requests q join issues i on i.id = q.issue_id
     where q.id = $1 and q.issue_id = $2)`,
    [payload.requestId, issueIdOf(about)],
  ],
  // An issue that they must not know of changes nothing for them.
  reporter: ({ subject, payload }) => [
    `u.role = 'department' and u.id = (select created_by from signals where id = $1)
      and not exists (select 1 from issues i where i.id = $2 and i.confidential)`,
    [subjectId(subject), payload.issueId ?? null],
  ],
  questioner: ({ subject }) => [
    `u.id = (select asked_by from signal_questions where signal_id = $1 and answer is not null
      order by answered_at desc limit 1)`,
    [subjectId(subject)],
  ],
  'officers-at-large': (about) => [`u.role = 'officer' and $1::uuid is null`, [issueIdOf(about)]],
  handler: (about) => ['u.id = (select created_by from issues where id = $1)', [issueIdOf(about)]],
  closer: ({ subject }) => [
    `u.id = (select actor_id from events where subject = $1 and name = 'issue.closed' order by seq desc limit 1)`,
    [subject],
  ],
  importer: ({ subject }) => ['u.id = (select created_by from imports where id = $1)', [subjectId(subject)]],
  decider: ({ payload }) => ['u.id = (select decided_by from decisions where id = $1)', [payload.decisionId]],
};
