import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import { reorganisationSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { Problem, requireVersion, wrongField } from '#platform/problem.js';
import { leftAlone, movedBy, type Moved } from './open-work.js';
import { viewReorganisation, type Plan, type Target } from './reorganisation.js';

/** What somebody enters: of a target that is there its id is enough. */
export type NewPlan = Omit<Plan, 'targets'> & {
  targets: (Omit<Target, 'departmentId' | 'name'> & { departmentId?: string | null; name?: string | null })[];
};

/** What a plan would move if it took effect today; nothing is written. @throws what {@link planReorganisation} does, but for work left alone */
export async function tryReorganisation(
  tx: Tx,
  by: Principal,
  input: NewPlan,
): Promise<{ items: Moved[]; leftAlone: number }> {
  const plan = await sound(tx, by, input);
  const items = await movedBy(tx, by, plan);
  return { items, leftAlone: leftAlone(items).length };
}

/**
 * Enters what happens to departments on a day.
 * @throws Problem `invalid`, `reorganisation.planned_already`, or `reorganisation.open_work` with what nobody would succeed to
 */
export async function planReorganisation(tx: Tx, by: Principal, input: NewPlan): Promise<string> {
  // Rare, and one at a time: no two plans for one department slip past each other.
  await tx.query(`select pg_advisory_xact_lock(hashtext('reorganisations'))`);
  const plan = await sound(tx, by, input);
  requireHeirs(leftAlone(await movedBy(tx, by, plan)), await namesOf(tx, plan.fromIds));
  const id = uuidv7();
  await tx.query(
    `insert into reorganisations (id, kind, effective_on, reason, from_ids, targets, issues, people, planned_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      plan.kind,
      plan.effectiveOn,
      plan.reason,
      plan.fromIds,
      JSON.stringify(plan.targets),
      JSON.stringify(plan.issues),
      JSON.stringify(plan.people),
      by.id,
    ],
  );
  const changes = { effectiveOn: [null, plan.effectiveOn], reason: [null, plan.reason] } as const;
  await emit(
    tx,
    reorganisationSubject(id),
    'reorganisation.planned',
    { reorganisationId: id },
    { by, changes: changes as never },
  );
  return id;
}

/** Takes a plan back before its day. @throws Problem `reorganisation.over` afterwards */
export async function undoReorganisation(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<void> {
  await lock(tx, reorganisationSubject(id));
  const current = await viewReorganisation(tx, by, id);
  requireVersion(current, expected);
  if (current.state === 'in-effect' || current.state === 'undone') throw new Problem('reorganisation.over');
  await tx.query(
    'update reorganisations set undone_by = $2, undone_at = app_now(), version = version + 1 where id = $1',
    [id, by.id],
  );
  await emit(tx, reorganisationSubject(id), 'reorganisation.undone', { reorganisationId: id }, { by });
}

/** @throws Problem `reorganisation.open_work` naming what would be left to nobody */
function requireHeirs(left: Moved[], names: string): void {
  if (!left.length) return;
  const told = left.slice(0, 10).map(({ name, title }) => (title ? `${name} ${title}` : name));
  throw new Problem('reorganisation.open_work', {
    names,
    count: left.length,
    list: told.join(', ') + (left.length > told.length ? ' …' : ''),
  });
}

async function namesOf(tx: Tx, ids: string[]): Promise<string> {
  const [{ names }] = await tx.query(
    `select coalesce(string_agg(name, '·' order by no), '') as names from departments where id = any($1)`,
    [ids],
  );
  return names;
}

interface Known {
  id: string;
  name: string;
  validFrom: string;
  today: string;
}

/** The plan with every name in it. @throws Problem naming the field that is wrong */
async function sound(tx: Tx, by: Principal, input: NewPlan): Promise<Plan> {
  const { kind, effectiveOn, fromIds } = input;
  const [{ today }] = await tx.query('select seoul_today() as today');
  if (effectiveOn < today) throw wrongField('effectiveOn', 'in_force');
  const known: Known[] = await tx.query(
    `select id, name, valid_from as "validFrom" from departments where valid_to is null`,
  );
  const byId = new Map(known.map((one) => [one.id, one]));
  if (new Set(fromIds).size < fromIds.length) throw wrongField('fromIds', 'twice');
  for (const id of fromIds) {
    const from = byId.get(id);
    if (!from) throw wrongField('fromIds', 'unknown');
    if (from.validFrom >= effectiveOn) throw wrongField('effectiveOn', 'department_younger');
  }
  const wrongCount = COUNTS[kind](fromIds.length, input.targets);
  if (wrongCount) throw wrongField(wrongCount, 'reorganisation_kind');
  const targets = input.targets.map((target, n) => named(target, n, { known, byId, fromIds, kind }));
  if (new Set(targets.map(({ name }) => name)).size < targets.length) throw wrongField('targets', 'twice');
  await requireFree(tx, fromIds, targets);
  await checkExceptions(tx, by, input, targets.length);
  return { ...input, targets };
}

/** What each kind takes, and the field that is wrong where it is something else. */
const COUNTS: Record<Plan['kind'], (from: number, targets: NewPlan['targets']) => string | null> = {
  created: (from, targets) => (from !== 0 ? 'fromIds' : targets.length === 1 ? null : 'targets'),
  renamed: (from, targets) =>
    from !== 1 ? 'fromIds' : targets.length === 1 && !targets[0]!.departmentId ? null : 'targets',
  // One that goes into another that stays is merged as well.
  merged: (from, targets) =>
    targets.length !== 1 ? 'targets' : from >= (targets[0]!.departmentId ? 1 : 2) ? null : 'fromIds',
  split: (from, targets) => (from !== 1 ? 'fromIds' : targets.length >= 2 ? null : 'targets'),
  abolished: (from, targets) =>
    from !== 1
      ? 'fromIds'
      : targets.length <= 1 && targets.every((one) => one.departmentId)
        ? null
        : 'targets',
};

function named(
  { departmentId = null, name = null, mandate = null, leadEligible = null }: NewPlan['targets'][number],
  n: number,
  {
    known,
    byId,
    fromIds,
    kind,
  }: { known: Known[]; byId: Map<string, Known>; fromIds: string[]; kind: string },
): Target {
  if (departmentId) {
    const there = byId.get(departmentId);
    if (!there || fromIds.includes(departmentId)) throw wrongField(`targets.${n}.departmentId`, 'unknown');
    return { departmentId, name: there.name };
  }
  if (!name) throw wrongField(`targets.${n}.name`, 'required');
  // A part may go on under the old name; whoever is only renamed has another one.
  const taken = known.some((one) => one.name === name && (kind === 'renamed' || !fromIds.includes(one.id)));
  if (taken) throw wrongField(`targets.${n}.name`, 'department_taken');
  return { departmentId: null, name, mandate, leadEligible };
}

/** No department is part of two plans that are to come: which of them came first would decide what becomes of it. */
async function requireFree(tx: Tx, fromIds: string[], targets: Target[]): Promise<void> {
  const there = targets.flatMap(({ departmentId }) => departmentId ?? []);
  const fresh = targets.flatMap(({ departmentId, name }) => (departmentId ? [] : [name]));
  const [other]: { name: string; on: string }[] = await tx.query(
    `select coalesce(d.name, t->>'name') as name, to_char(r.effective_on, 'YYYY. FMMM. FMDD.') as on
     from reorganisations r left join lateral jsonb_array_elements(r.targets) t on true
       left join departments d on d.id = any($1::uuid[] || $2::uuid[]) and (d.id = any(r.from_ids)
         or d.id = any($1) and d.id = (t->>'departmentId')::uuid)
     where r.undone_at is null and r.took_effect_at is null
       and (d.id is not null or t->>'departmentId' is null and t->>'name' = any($3)) limit 1`,
    [fromIds, there, fresh],
  );
  if (other) throw new Problem('reorganisation.planned_already', { name: other.name, on: other.on });
}

async function checkExceptions(
  tx: Tx,
  by: Principal,
  { fromIds, issues, people }: NewPlan,
  targets: number,
): Promise<void> {
  const beyond = (target: number | null | undefined) => target != null && target >= targets;
  if (issues.some(({ target }) => beyond(target))) throw wrongField('issues', 'unknown');
  if (people.some(({ target, departmentId }) => beyond(target) || (target == null) === !departmentId))
    throw wrongField('people', 'unknown');
  const ids = [...new Set(issues.map(({ issueId }) => issueId))];
  // An administrator reads no issues, and sends none elsewhere but by the number that the dry run told.
  const seen = by.role === 'admin' ? sql`not i.confidential` : visible(by);
  const query = sql`select
    (select count(*) from issues i where i.id = any(${ids}) and ${seen}) as issues,
    (select count(*) from users u where u.id = any(${people.map(({ userId }) => userId)}) and u.department_id = any(${fromIds})) as people,
    (select count(distinct d.id) from departments d where d.id = any(${people.flatMap(({ departmentId }) => departmentId ?? [])})
      and d.valid_to is null and d.id <> all(${fromIds})) as departments`;
  const [found] = await tx.query(query.text, query.values);
  if (ids.length < issues.length || found.issues < ids.length) throw wrongField('issues', 'unknown');
  const departments = new Set(people.flatMap(({ departmentId }) => departmentId ?? []));
  if (found.people < people.length || found.departments < departments.size)
    throw wrongField('people', 'unknown');
}
