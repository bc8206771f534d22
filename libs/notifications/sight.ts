import sql, { join, raw } from 'sql-template-tag';
import { type EventName } from '#events/events.js';
import { subjectId, type Subject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import { ROLES } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';

/** What audiences are resolved from. */
export interface Occasion {
  subject: Subject;
  name: EventName;
  eventId: string;
  payload: Record<string, unknown>;
}

/** The issue a notice is about. An alarm is about the system: who gets it reads no issues, and it tells of none. */
export const issueIdOf = ({ subject, name }: Pick<Occasion, 'subject' | 'name'>): string | null =>
  /^(issue|note):/.test(subject) && name !== 'step.parked' ? subjectId(subject) : null;

/** Columns of a principal of the users `u`. */
export const PRINCIPAL = `u.id, u.name, u.email, u.role, u.position, u.delegated_position as "delegatedPosition",
  u.department_id as "departmentId", u.language`;

/** Those of the people who may see the issue. */
export async function sighted(tx: Tx, people: Principal[], issueId: string): Promise<Principal[]> {
  const seeing = await sights(
    tx,
    people.map((person) => ({ person, issueId })),
  );
  return people.filter((_, n) => seeing[n]);
}

export interface Sight {
  person: Principal;
  issueId: string;
}

/** Whether each person may see that issue. */
export async function sights(tx: Tx, asked: Sight[]): Promise<boolean[]> {
  if (!asked.length) return [];
  const [id, departmentId] = [raw('x.person_id'), raw('x.department_id')];
  const byRole = ROLES.map((role) => sql`when ${role} then ${visible({ role, id, departmentId })}`);
  const query = sql`
    select x.n from unnest(${asked.map(({ person }) => person.id)}::uuid[], ${asked.map(({ person }) => person.role)}::text[],
      ${asked.map(({ person }) => person.departmentId)}::uuid[], ${asked.map(({ issueId }) => issueId)}::uuid[])
      with ordinality as x(person_id, role, department_id, issue_id, n)
    join issues i on i.id = x.issue_id where case x.role ${join(byRole, ' ')} end`;
  const rows: { n: number }[] = await tx.query(query.text, query.values);
  const seeing = new Set(rows.map(({ n }) => n));
  return asked.map((_, n) => seeing.has(n + 1));
}
