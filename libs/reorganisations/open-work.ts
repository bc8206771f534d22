import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { roundEnded } from '#rounds/standing.js';
import type { Plan } from './reorganisation.js';
import type { MovedKind } from './vocabulary.js';

/** One thing that a reorganisation moves. Of an issue the title is null to administrators, who read none. */
export interface Moved {
  kind: MovedKind;
  id: string;
  issueId: string | null;
  /** Of an issue its number, else who or what it is. */
  name: string;
  title: string | null;
  fromId: string;
  /** Null where nobody would have it. */
  to: string | null;
}

/** A request `q` of the issue `i` that somebody still has to do something about; an accepted measure that is not done is one. */
export const OPEN_REQUEST = `(i.stage <> 'closed' and (q.state not in ('accepted', 'cancelled') or q.state = 'accepted' and coalesce((
  select p.status in ('underway', 'considering') from responses p where p.request_id = q.id order by p.version desc limit 1), false)))`;

/** What a plan would move, of what this person may know; who plans for all is told of public issues by number. */
export async function movedBy(tx: Tx, by: Principal, plan: Plan): Promise<Moved[]> {
  const seen = by.role === 'admin' ? sql`not i.confidential` : visible(by);
  return moved(tx, plan, seen, by.role !== 'admin');
}

/** Of what everybody in the office may know: what is confidential keeps nothing from happening, and so tells nobody of itself. */
export const movedForAll = (tx: Tx, plan: Plan): Promise<Moved[]> =>
  moved(tx, plan, sql`not i.confidential`, true);

async function moved(tx: Tx, plan: Plan, seen: Sql, titled: boolean): Promise<Moved[]> {
  if (!plan.fromIds.length) return [];
  const query = what(plan.fromIds, seen, titled);
  const rows: Omit<Moved, 'to'>[] = await tx.query(query.text, query.values);
  const [main] = plan.targets;
  const issues = new Map(
    plan.issues.map(({ issueId, target }) => [issueId, plan.targets[target]?.name ?? null]),
  );
  const elsewhere = plan.people.flatMap(({ departmentId }) => departmentId ?? []);
  const named: { id: string; name: string }[] = await tx.query(
    'select id, name from departments where id = any($1)',
    [elsewhere],
  );
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const people = new Map(
    plan.people.map(({ userId, target, departmentId }) => [
      userId,
      departmentId ? (names.get(departmentId) ?? null) : (plan.targets[target ?? 0]?.name ?? null),
    ]),
  );
  return rows.map((row) => {
    const other =
      row.kind === 'person' ? people.get(row.id) : row.issueId ? issues.get(row.issueId) : undefined;
    return { ...row, to: other ?? main?.name ?? null };
  });
}

/** What cannot be left to nobody: work of open issues and people whose account needs a department. */
export const leftAlone = (all: readonly Moved[]): Moved[] =>
  all.filter(({ kind, to }) => to === null && (kind === 'request' || kind === 'lead' || kind === 'person'));

const what = (fromIds: string[], seen: Sql, titled: boolean): Sql => sql`
select x.kind, x.id, x."issueId", x.name, x.title, x."fromId" from (
  select 'request' as kind, q.id, q.issue_id as "issueId", i.number as name, case when ${titled} then q.text end as title,
    q.department_id as "fromId", 1 as place
  from requests q join issues i on i.id = q.issue_id where q.department_id = any(${fromIds}) and ${sql([OPEN_REQUEST])} and ${seen}
  union all
  select 'lead', i.id, i.id, i.number, case when ${titled} then i.title end, i.lead_department_id, 2
  from issues i where i.lead_department_id = any(${fromIds}) and i.stage <> 'closed' and ${seen}
  union all
  select 'person', u.id, null, u.name, u.position, u.department_id, 3 from users u where u.department_id = any(${fromIds}) and u.active
  union all
  select 'follow', f.department_id, null, count(*)::text, null, f.department_id, 4
  from follows f where f.department_id = any(${fromIds}) group by f.department_id
  union all
  select 'round', rd.id, null, rd.month, null, rd.department_id, 5 from round_departments rd join rounds r on r.month = rd.month
  where rd.department_id = any(${fromIds}) and not ${roundEnded} and not exists (
    select 1 from round_answers a where a.month = rd.month and a.department_id = rd.department_id)
  union all
  select 'template', t.id, null, t.name, null, t.department_id, 6 from answer_templates t where t.department_id = any(${fromIds})
) x join departments d on d.id = x."fromId" order by x.place, d.no, x.name, x.id`;
