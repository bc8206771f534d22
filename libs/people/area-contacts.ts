import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import type { IssueKindName } from '#config/issue-kinds.js';
import { emit } from '#events/emit.js';
import { areaContactSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { inForce, succeeds } from './departments.js';
import type { Principal } from './principal.js';

/** An area of work by the kind of an issue, the district it concerns, or both. */
export interface NewAreaContact {
  kind?: IssueKindName | null;
  district?: string | null;
  userId: string;
}

/**
 * Who in a department is told first of what kind of issue, with what was before, and who there may be.
 * @throws Problem `not-found` for an unknown department
 */
export async function areaContacts(tx: Tx, departmentId: string): Promise<object> {
  const query = sql`
    select json_build_object(
      'items', coalesce((select json_agg(${ITEM} order by c.ended_at desc nulls first, c.since desc, c.id) from ${FROM}
        where c.department_id = any(departments_of(d.id))), '[]'),
      'people', coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name, 'position', u.position) order by u.name, u.id)
        from users u where u.department_id = d.id and u.active and u.role = 'department'), '[]')) as view
    from departments d where d.id = ${departmentId}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

export async function areaContact(tx: Tx, id: string): Promise<{ version: number }> {
  const query = sql`select ${ITEM} as item from ${FROM} where c.id = ${id}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.item;
}

/** Sets somebody of the department for an area, beside whoever is there. @throws Problem for an area without kind and district, for whoever is no one of the department, and where it stands already */
export async function addAreaContact(
  tx: Tx,
  by: Principal,
  departmentId: string,
  { kind = null, district = null, userId }: NewAreaContact,
): Promise<string> {
  await requireOwn(tx, by, departmentId);
  if (!(await inForce(tx, departmentId))) throw new Problem('not-found');
  if (!kind && !district) throw wrongField('kind', 'required');
  const [person] = await tx.query(
    `select 1 from users where id = $1 and department_id = $2 and active and role = 'department'`,
    [userId, departmentId],
  );
  if (!person) throw wrongField('userId', 'unknown');
  const id = uuidv7();
  const [added] = await tx.query(ADD, [id, departmentId, kind, district, userId, by.id]);
  if (!added) throw wrongField('userId', 'twice');
  await emit(
    tx,
    areaContactSubject(id),
    'area-contact.added',
    { departmentId, userId },
    { by, changes: { area: [null, { kind, district }] } },
  );
  return id;
}

/** It stays in the history. */
export async function endAreaContact(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<void> {
  const [row] = await tx.query(
    'select department_id as "departmentId", user_id as "userId", ended_at as "endedAt", version from area_contacts where id = $1 for update',
    [id],
  );
  if (!row) throw new Problem('not-found');
  await requireOwn(tx, by, row.departmentId);
  if (expected !== null && expected !== row.version)
    throw new Problem('precondition.failed', {}, { current: await areaContact(tx, id) });
  if (row.endedAt) return;
  await tx.query(
    'update area_contacts set ended_at = app_now(), ended_by = $2, version = version + 1 where id = $1',
    [id, by.id],
  );
  const { departmentId, userId } = row;
  await emit(tx, areaContactSubject(id), 'area-contact.ended', { departmentId, userId }, { by });
}

/** A department arranges its own work, and what it took over; the office and administrators that of all. */
async function requireOwn(tx: Tx, by: Principal, departmentId: string): Promise<void> {
  if (by.role === 'department' && !(await succeeds(tx, by.departmentId, departmentId)))
    throw new Problem('forbidden');
}

const FROM = sql`area_contacts c join users p on p.id = c.user_id join users s on s.id = c.set_by left join users e on e.id = c.ended_by`;
const ITEM = sql`json_build_object('id', c.id, 'departmentId', c.department_id, 'kind', c.kind, 'district', c.district,
  'userId', c.user_id, 'userName', p.name, 'position', p.position, 'active', p.active and p.department_id = department_now(c.department_id),
  'since', c.since, 'setByName', s.name, 'endedAt', c.ended_at, 'endedByName', e.name, 'version', c.version)`;

const ADD = `
insert into area_contacts (id, department_id, kind, district, user_id, set_by) values ($1, $2, $3, $4, $5, $6)
on conflict do nothing returning id`;
