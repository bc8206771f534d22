import { v7 as uuidv7 } from 'uuid';
import { emit, emitAll, type Fact } from '#events/emit.js';
import { deputySubject, reorganisationSubject, roundSubject, userSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Tx } from '#platform/database.js';
import { roundEnded } from '#rounds/standing.js';
import { leftAlone, movedForAll } from './open-work.js';
import type { Plan } from './reorganisation.js';

/** Reorganisations whose day has come. */
export async function reorganisationsDue(tx: Tx): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(`${DUE} order by effective_on, planned_at`);
  return rows.map(({ id }) => id);
}

interface Due extends Plan {
  id: string;
  by: string;
  blocked: boolean;
}

/**
 * Departments are from now on what was planned: people and what a department keeps for itself go along at once. Work of issues
 * follows, issue by issue (`moveWork`). Where work has come in that nobody would succeed to it waits, and says so once.
 */
export async function takeEffect(tx: Tx, id: string): Promise<void> {
  await lock(tx, reorganisationSubject(id));
  await tx.query(`select pg_advisory_xact_lock(hashtext('reorganisations'))`);
  const [due]: Due[] = await tx.query(`${DUE} and id = $1`, [id]);
  if (!due) return;
  const by = { id: due.by };
  const payload = { reorganisationId: id };
  if (leftAlone(await movedForAll(tx, due)).length) return due.blocked ? undefined : block(tx, due);
  const targetIds = await found(tx, due);
  await tx.query(
    `update reorganisations set took_effect_at = app_now(), blocked_at = null, version = version + 1,
       targets = (select coalesce(jsonb_agg(t || jsonb_build_object('departmentId', ($2::text[])[n]) order by n), '[]')
         from jsonb_array_elements(targets) with ordinality x(t, n))
     where id = $1`,
    [id, targetIds],
  );
  await emit(tx, reorganisationSubject(id), 'reorganisation.took-effect', payload, {
    by,
    changes: { reason: [null, due.reason] },
  });
  const people = await movePeople(tx, due, targetIds);
  const rounds = await moveOwn(tx, due, targetIds);
  await emitAll(tx, [
    ...people.map(({ userId, fromId, toId }): Fact => ({
      subject: userSubject(userId),
      name: 'user.changed',
      payload: { userId },
      by,
      changes: { departmentId: [fromId, toId] },
    })),
    ...(
      await endDeputies(
        tx,
        people.map(({ userId }) => userId),
      )
    ).map((deputyId): Fact => ({
      subject: deputySubject(deputyId),
      name: 'deputy.ended',
      payload: { deputyId },
      by,
    })),
    ...rounds.map(({ month, departmentId }): Fact => ({
      subject: roundSubject(month),
      name: 'round.asked',
      payload: { month, departmentId },
      by,
    })),
  ]);
}

async function block(tx: Tx, { id, by }: Due): Promise<void> {
  await tx.query('update reorganisations set blocked_at = app_now(), version = version + 1 where id = $1', [
    id,
  ]);
  const subject = reorganisationSubject(id);
  await emit(tx, subject, 'reorganisation.blocked', { reorganisationId: id }, { by: { id: by } });
}

/** Ends the old departments and begins the new ones. @returns who the targets are, in their order */
async function found(tx: Tx, { fromIds, effectiveOn, targets }: Due): Promise<string[]> {
  const ids = targets.map(({ departmentId }) => departmentId ?? uuidv7());
  await tx.query(`update departments set valid_to = $2, version = version + 1 where id = any($1)`, [
    fromIds,
    effectiveOn,
  ]);
  for (const [n, target] of targets.entries()) {
    const own = [ids[n], fromIds, n === 0];
    if (target.departmentId) await tx.query(ABSORB, own);
    else
      await tx.query(FOUND, [
        ...own,
        target.name,
        effectiveOn,
        target.mandate ? JSON.stringify(target.mandate) : null,
        target.leadEligible ?? null,
      ]);
  }
  await tx.query('update departments set successor_id = $2 where id = any($1)', [fromIds, ids[0] ?? null]);
  return ids;
}

/** People go with their department, but those of whom the plan says otherwise. */
async function movePeople(
  tx: Tx,
  { id, fromIds, people }: Due,
  targetIds: string[],
): Promise<{ userId: string; fromId: string; toId: string | null }[]> {
  const elsewhere = people.map(({ userId, target, departmentId }) => ({
    userId,
    to: departmentId ?? targetIds[target ?? 0] ?? null,
  }));
  return tx.query(PEOPLE, [id, fromIds, JSON.stringify(elsewhere), targetIds[0] ?? null]);
}

/** What a department has for itself: who follows it, its templates, what it is asked for the month, what issues of it go elsewhere. */
async function moveOwn(
  tx: Tx,
  { fromIds, issues }: Due,
  targetIds: string[],
): Promise<{ month: string; departmentId: string }[]> {
  const main = targetIds[0] ?? null;
  await tx.query(
    `insert into department_moves (from_id, issue_id, to_id)
     select f, (x->>'issueId')::uuid, ($3::uuid[])[(x->>'target')::int + 1] from jsonb_array_elements($2::jsonb) x, unnest($1::uuid[]) f
     on conflict do nothing`,
    [fromIds, JSON.stringify(issues), targetIds],
  );
  await tx.query('delete from silent_departments where department_id = any($1)', [fromIds]);
  await tx.query(FOLLOWS, [fromIds, main]);
  await tx.query('delete from follows where department_id = any($1)', [fromIds]);
  if (main) await tx.query(TEMPLATES, [fromIds, main]);
  const asked: { month: string; departmentId: string }[] = await tx.query(ASKED, [fromIds, targetIds]);
  await tx.query(NOT_ASKED, [fromIds]);
  return asked;
}

/** Nobody stands for somebody of another department. */
async function endDeputies(tx: Tx, people: string[]): Promise<string[]> {
  const [rows]: [{ id: string }[]] = await tx.query(
    `update deputies d set ended_at = app_now(), version = d.version + 1 from users a, users b
     where a.id = d.absent_id and b.id = d.deputy_id and a.department_id is distinct from b.department_id
       and d.ended_at is null and d.to_on >= seoul_today() and (a.id = any($1) or b.id = any($1)) returning d.id`,
    [people],
  );
  return rows.map(({ id }) => id);
}

const DUE = `
select id, kind, effective_on as "effectiveOn", reason, from_ids as "fromIds", targets, issues, people, planned_by as by,
  blocked_at is not null as blocked
from reorganisations where undone_at is null and took_effect_at is null and effective_on <= seoul_today()`;

// The first one takes the place of those before it on every list, and what they answered for where nothing else was said.
const FOUND = `
with before as (
  select min(no) as no, (array_agg(parent_id order by no))[1] as parent_id, bool_or(lead_eligible) as lead_eligible, bool_and(own_work_only) as own_work_only,
    (select coalesce(jsonb_agg(m order by d.no, n), '[]') from departments d, jsonb_array_elements(d.mandate) with ordinality x(m, n)
      where d.id = any($2::uuid[])) as mandate
  from departments where id = any($2::uuid[])
)
insert into departments (id, no, name, valid_from, parent_id, lead_eligible, own_work_only, mandate)
select $1, case when $3 and b.no is not null then b.no else (select coalesce(max(no), 0) + 1 from departments) end, $4, $5, b.parent_id,
  coalesce($7, b.lead_eligible, true), coalesce(b.own_work_only, false),
  coalesce($6::jsonb, case when $3 then b.mandate end, '[]')
from before b`;

const ABSORB = `
update departments t set version = t.version + 1, mandate = t.mandate || case when $3 then (
    select coalesce(jsonb_agg(m order by d.no, n), '[]') from departments d, jsonb_array_elements(d.mandate) with ordinality x(m, n)
    where d.id = any($2::uuid[])) else '[]' end
where t.id = $1`;

const PEOPLE = `
with elsewhere as (
  select (x->>'userId')::uuid as id, (x->>'to')::uuid as "to" from jsonb_array_elements($3::jsonb) x
), going as (
  select u.id, u.department_id as "from", case when x.id is null then $4::uuid else x."to" end as "to"
  from users u left join elsewhere x on x.id = u.id where u.department_id = any($2::uuid[]) and u.active
), kept as (
  insert into moved_people (reorganisation_id, user_id, from_id, to_id) select $1, id, "from", "to" from going
), gone as (
  update users u set department_id = g."to", version = u.version + 1 from going g where u.id = g.id
)
select id as "userId", "from" as "fromId", "to" as "toId" from going`;

const FOLLOWS = `
insert into follows (id, user_id, department_id)
select gen_random_uuid(), user_id, $2::uuid from (select distinct user_id from follows where department_id = any($1)) f
where $2::uuid is not null
on conflict do nothing`;

// Two that are merged may have had templates of one name.
const TEMPLATES = `
update answer_templates t set department_id = $2, version = t.version + 1, updated_at = app_now(),
  name = case when exists (select 1 from answer_templates o where o.name = t.name and o.id <> t.id
      and (o.department_id = $2 or o.department_id = any($1)))
    then left(t.name, 80) || ' (' || left(d.name, 17) || ')' else t.name end
from departments d where d.id = t.department_id and t.department_id = any($1)`;

const OPEN_ROUND = `exists (select 1 from rounds r where r.month = rd.month and not ${roundEnded.text})
  and not exists (select 1 from round_answers a where a.month = rd.month and a.department_id = rd.department_id)`;

const ASKED = `
insert into round_departments (month, department_id, reminded_at)
select rd.month, t, max(rd.reminded_at) from round_departments rd, unnest($2::uuid[]) t
where rd.department_id = any($1) and ${OPEN_ROUND} group by rd.month, t
on conflict (month, department_id) do nothing returning month, department_id as "departmentId"`;

const NOT_ASKED = `delete from round_departments rd where rd.department_id = any($1) and ${OPEN_ROUND}`;
