import sql, { join } from 'sql-template-tag';
import type { Place } from '#files/attach-files.js';
import type { Principal } from '#people/principal.js';
import { visible, visibleRequests } from '#people/visible.js';
import type { Tx } from '#platform/database.js';

/** Who may be spoken to by name. */
export interface Reader {
  id: string;
  name: string;
  role: string;
  position: string;
  departmentId: string | null;
  departmentName: string | null;
}

const MOST = 10;
/** So many are looked at for each that may be shown: confidential issues have few readers. */
const LOOKED_AT = 500;

const PEOPLE = sql`select u.id, u.name, u.role, u.position, u.department_id as "departmentId", d.name as "departmentName"
  from users u left join departments d on d.id = u.department_id where u.active`;

/** The office, and of the departments the one whose conversation it is; nobody else is ever told of. */
const mayBeSpokenTo = ({ internal, departmentId }: Place) =>
  internal || !departmentId
    ? sql`u.role in ('officer', 'manager', 'auditor')`
    : sql`(u.role in ('officer', 'manager', 'auditor') or u.role = 'department' and u.department_id = ${departmentId})`;

/** Those of the people by these ids who may read what is said there. */
export async function readersOf(tx: Tx, place: Place, ids: string[]): Promise<Reader[]> {
  if (!ids.length) return [];
  const query = sql`${PEOPLE} and u.id = any(${ids}) and ${mayBeSpokenTo(place)}`;
  return sighted(tx, place, await tx.query(query.text, query.values));
}

/** Who may be spoken to there, by a part of the name, its initials, or the department's. */
export async function suggestReaders(tx: Tx, by: Principal, place: Place, q: string): Promise<Reader[]> {
  const found = sql`(strpos(lower(u.name), lower(${q})) > 0 or strpos(hangul_initials(u.name), ${q}) > 0
    or strpos(coalesce(d.name, ''), ${q}) > 0)`;
  const query = sql`${PEOPLE} and ${mayBeSpokenTo(place)} and u.id <> ${by.id} and ${q === '' ? sql`true` : found}
    order by strpos(lower(u.name), lower(${q})) <> 1, u.name, u.id limit ${LOOKED_AT}`;
  return (await sighted(tx, place, await tx.query(query.text, query.values))).slice(0, MOST);
}

async function sighted(tx: Tx, { issueId, requestId }: Place, people: Reader[]): Promise<Reader[]> {
  if (!people.length) return [];
  const checks = people.map((person) => {
    const principal = person as Pick<Principal, 'id' | 'role' | 'departmentId'>;
    return sql`select ${person.id} as id from issues i left join requests q on q.id = ${requestId}
      where i.id = ${issueId} and ${visible(principal)} and ${visibleRequests(principal)}`;
  });
  const query = join(checks, ' union all ');
  const rows: { id: string }[] = await tx.query(query.text, query.values);
  const ids = new Set(rows.map(({ id }) => id));
  return people.filter(({ id }) => ids.has(id));
}
