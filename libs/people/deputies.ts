import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import { deputySubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem, requireVersion, wrongField } from '#platform/problem.js';
import type { Principal } from './principal.js';
import type { DeputyKind } from './vocabulary.js';

export interface NewDeputy {
  /** Oneself where left out; for somebody else an administrator or officer acts. */
  absentId?: string | null;
  deputyId: string;
  kind: DeputyKind;
  from: string;
  to: string;
  note?: string | null;
}

export interface DeputyView {
  id: string;
  version: number;
  [field: string]: unknown;
}

const mayFor = ({ role }: Principal): boolean => role === 'admin' || role === 'officer';

/**
 * 대결·직무대리: while it stands, the deputy hears what the absent one hears and may act in their name. Nobody stands for two ends of a
 * chain, and nobody has two deputies on one day.
 * @throws Problem `forbidden`, `deputy.unfit`, `deputy.overlap`, `deputy.chain`, or what field is wrong
 */
export async function appointDeputy(tx: Tx, by: Principal, input: NewDeputy): Promise<string> {
  const { deputyId, kind, from, to, note } = input;
  const absentId = input.absentId ?? by.id;
  if (absentId !== by.id && !mayFor(by)) throw new Problem('forbidden');
  if (absentId === deputyId) throw wrongField('deputyId', 'same');
  if (to < from) throw wrongField('to', 'period');
  const [{ today }] = await tx.query('select seoul_today() as today');
  if (to < today) throw wrongField('to', 'future');
  // Appointments are rare: one at a time, so that none slips between the check and the row.
  await tx.query(`select pg_advisory_xact_lock(hashtext('deputies'))`);
  await requireFit(tx, absentId, deputyId);
  await requireFree(tx, { absentId, deputyId, from, to });
  const id = uuidv7();
  await tx.query(
    `insert into deputies (id, absent_id, deputy_id, kind, from_on, to_on, note, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, absentId, deputyId, kind, from, to, note ?? null, by.id],
  );
  const changes = { deputy: [null, deputyId], for: [null, absentId], from: [null, from], to: [null, to] };
  await emit(tx, deputySubject(id), 'deputy.appointed', { deputyId: id }, { by, changes: changes as never });
  return id;
}

async function requireFit(tx: Tx, absentId: string, deputyId: string): Promise<void> {
  const people: { id: string; role: string; department: string | null }[] = await tx.query(
    'select id, role, department_id as department from users where id = any($1) and active',
    [[absentId, deputyId]],
  );
  const absent = people.find(({ id }) => id === absentId);
  const deputy = people.find(({ id }) => id === deputyId);
  if (!absent) throw wrongField('absentId', 'unknown');
  if (!deputy) throw wrongField('deputyId', 'unknown');
  if (absent.role !== deputy.role || absent.department !== deputy.department)
    throw new Problem('deputy.unfit');
}

async function requireFree(
  tx: Tx,
  {
    absentId,
    deputyId,
    from,
    to,
  }: Required<Pick<NewDeputy, 'deputyId' | 'from' | 'to'>> & { absentId: string },
): Promise<void> {
  const [other]: { absentId: string; name: string }[] = await tx.query(
    `select d.absent_id as "absentId", a.name || ' → ' || b.name as name
     from deputies d join users a on a.id = d.absent_id join users b on b.id = d.deputy_id
     where d.ended_at is null and daterange(d.from_on, d.to_on, '[]') && daterange($3, $4, '[]')
       and (d.absent_id in ($1, $2) or d.deputy_id = $1) order by d.absent_id <> $1 limit 1`,
    [absentId, deputyId, from, to],
  );
  if (!other) return;
  throw new Problem(other.absentId === absentId ? 'deputy.overlap' : 'deputy.chain', { name: other.name });
}

/** Ends a deputy before the time: who is back, or who appointed. @throws Problem `deputy.over` where it has ended */
export async function endDeputy(tx: Tx, by: Principal, id: string, expected: number | null): Promise<void> {
  const seen = await viewDeputy(tx, by, id);
  await tx.query('select 1 from deputies where id = $1 for update', [id]);
  const current = await viewDeputy(tx, by, id);
  if (seen.absentId !== by.id && !mayFor(by)) throw new Problem('forbidden');
  requireVersion(current, expected);
  if (current.state === 'ended') throw new Problem('deputy.over');
  await tx.query(
    'update deputies set ended_at = app_now(), ended_by = $2, version = version + 1 where id = $1',
    [id, by.id],
  );
  await emit(tx, deputySubject(id), 'deputy.ended', { deputyId: id }, { by });
}

export interface DeputyQuery extends PageRequest {
  /** Stands today, or will. */
  current?: boolean;
}

const person = (alias: string): string =>
  `(select json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'position', ${alias}.position))`;
const JSON_OF = `json_build_object('id', d.id, 'absentId', d.absent_id, 'absent', ${person('a')},
  'deputyId', d.deputy_id, 'deputy', ${person('b')}, 'departmentId', a.department_id,
  'departmentName', (select x.name from departments x where x.id = a.department_id), 'kind', d.kind,
  'from', d.from_on, 'to', d.to_on, 'note', d.note, 'createdByName', (select u.name from users u where u.id = d.created_by),
  'createdAt', d.created_at, 'endedAt', d.ended_at,
  'state', case when d.ended_at is not null or d.to_on < seoul_today() then 'ended'
    when d.from_on > seoul_today() then 'coming' else 'standing' end,
  'version', d.version)`;
const json = sql([JSON_OF]);
const FROM = sql`deputies d join users a on a.id = d.absent_id join users b on b.id = d.deputy_id`;
const seenBy = (principal: Principal) =>
  mayFor(principal) || principal.role === 'auditor'
    ? sql`true`
    : sql`(${principal.id} in (d.absent_id, d.deputy_id)
        or (a.department_id is not null and a.department_id = ${principal.departmentId}))`;

/** An officer or administrator sees all, everybody else those of the own department and the own ones. */
export function listDeputies(tx: Tx, principal: Principal, query: DeputyQuery): Promise<Page<DeputyView>> {
  const ended = sql`(d.ended_at is not null or d.to_on < seoul_today())`;
  return readPage(
    tx,
    {
      json,
      from: FROM,
      where: [
        seenBy(principal),
        ...(query.current === undefined ? [] : [query.current ? sql`not ${ended}` : ended]),
      ],
      id: 'd.id',
      orders: bothWays('from', 'd.from_on::timestamptz', 'timestamptz'),
      defaultSort: '-from',
    },
    query,
  );
}

/** @throws Problem `not-found` for an unknown one and for one this person may not see, alike */
export async function viewDeputy(tx: Tx, principal: Principal, id: string): Promise<DeputyView> {
  const query = sql`select ${json} as view from ${FROM} where d.id = ${id} and ${seenBy(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

/** Whom one may choose from: those of the same role and department, an officer or administrator among all. */
export async function deputyCandidates(tx: Tx, principal: Principal): Promise<object[]> {
  const rows: { item: object }[] = await tx.query(
    `select json_build_object('id', u.id, 'name', u.name, 'role', u.role, 'position', u.position,
       'departmentId', u.department_id, 'departmentName', d.name) as item
     from users u left join departments d on d.id = u.department_id
     where u.active and ($1 or (u.role = $2 and u.department_id is not distinct from $3))
     order by d.no nulls first, u.name, u.id limit 2000`,
    [mayFor(principal), principal.role, principal.departmentId],
  );
  return rows.map(({ item }) => item);
}

/** Who stands today for any of these people. */
export async function deputiesOf(tx: Tx, ids: string[]): Promise<string[]> {
  if (!ids.length) return [];
  const rows: { id: string }[] = await tx.query(
    'select distinct deputy_id as id from standing_deputies where absent_id = any($1::uuid[])',
    [ids],
  );
  return rows.map(({ id }) => id);
}

/**
 * The person as deputy of another: with the position that is represented, and everything done on record as in that name.
 * @throws Problem `deputy.none` unless this person stands for the other today
 */
export function actingFor(principal: Principal, absentId: string): Principal {
  const absent = principal.standsFor?.find(({ id }) => id === absentId);
  if (!absent) throw new Problem('deputy.none');
  const { position, delegatedPosition } = absent;
  return { ...principal, onBehalfOf: absent.id, position, delegatedPosition };
}
