import sql, { raw } from 'sql-template-tag';
import type { Mandate } from '#people/department.entity.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import type { ReorganisationKind, ReorganisationState } from './vocabulary.js';

/** A department that others become: one that is there, or a new one by its name. */
export interface Target {
  departmentId: string | null;
  name: string;
  /** Of a new one; what it takes over from those before it where left out. */
  mandate?: Mandate[] | null;
  leadEligible?: boolean | null;
}

/** Issues and people that do not go with the rest, by the place of the target. */
export interface IssueMove {
  issueId: string;
  target: number;
}
export interface PersonMove {
  userId: string;
  target?: number | null;
  /** A department that has nothing to do with it. */
  departmentId?: string | null;
}

export interface Plan {
  kind: ReorganisationKind;
  effectiveOn: string;
  reason: string;
  fromIds: string[];
  /** The first one is the successor. */
  targets: Target[];
  issues: IssueMove[];
  people: PersonMove[];
}

export interface ReorganisationView extends Omit<Plan, 'issues' | 'people'> {
  id: string;
  state: ReorganisationState;
  from: { id: string; name: string }[];
  issues: IssueMove[];
  people: PersonMove[];
  plannedBy: string;
  plannedAt: string;
  undoneBy: string | null;
  undoneAt: string | null;
  tookEffectAt: string | null;
  version: number;
}

/** All of them, what is to come first: there are few. */
export async function listReorganisations(tx: Tx, by: Principal): Promise<ReorganisationView[]> {
  const query = sql`${view(by)} order by r.took_effect_at is null and r.undone_at is null desc, r.effective_on desc, r.planned_at desc`;
  const rows: { view: ReorganisationView }[] = await tx.query(query.text, query.values);
  return rows.map(({ view: one }) => one);
}

/** @throws Problem `not-found` */
export async function viewReorganisation(tx: Tx, by: Principal, id: string): Promise<ReorganisationView> {
  const query = sql`${view(by)} where r.id = ${id}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

const NAME = (column: string) => raw(`(select u.name from users u where u.id = ${column})`);

// An issue that somebody may not see is in nobody's exceptions.
const view = (by: Principal) => sql`
select json_build_object('id', r.id, 'kind', r.kind, 'effectiveOn', r.effective_on, 'reason', r.reason,
  'state', case when r.undone_at is not null then 'undone' when r.took_effect_at is not null then 'in-effect'
    when r.blocked_at is not null then 'blocked' else 'planned' end,
  'fromIds', r.from_ids,
  'from', (select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name) order by d.no), '[]')
    from departments d where d.id = any(r.from_ids)),
  'targets', r.targets,
  'issues', (select coalesce(json_agg(x), '[]') from jsonb_array_elements(r.issues) x
    join issues i on i.id = (x->>'issueId')::uuid where ${by.role === 'admin' ? sql`not i.confidential` : visible(by)}),
  'people', r.people,
  'plannedBy', ${NAME('r.planned_by')}, 'plannedAt', r.planned_at, 'undoneBy', ${NAME('r.undone_by')}, 'undoneAt', r.undone_at,
  'tookEffectAt', r.took_effect_at, 'version', r.version) as view
from reorganisations r`;
