import sql, { raw, type Sql } from 'sql-template-tag';
import type { Principal } from './principal.js';

/** Who looks. In a query about many people these are columns of it; without an id it is nobody who is named anywhere. */
export type Viewer = Pick<Principal, 'role'> & { id: string | Sql | null; departmentId: string | Sql | null };

/**
 * The one rule about who sees which issue, as a condition on the issue under the given alias. Every query, count,
 * search, report and message goes through it.
 *
 * - A confidential issue exists only for those named on it.
 * - A department sees the issues behind the requests that it, or one under it, has received.
 * - Officers, managers and auditors see all others.
 */
export function visible(principal: Viewer, alias = 'i'): Sql {
  const i = raw(alias);
  const named = sql`exists (select 1 from issue_readers named where named.issue_id = ${i}.id and named.user_id = ${principal.id})`;
  return sql`(case when ${i}.confidential then ${named} else ${byRole(principal, i)} end)`;
}

/**
 * A department with those it succeeds, whose records came to it, and those that stand under it; a subquery, so that it is told once a
 * query and not once a row.
 */
export const scopeOf = (departmentId: string | Sql | null): Sql =>
  sql`(select departments_under(${departmentId}))::uuid[]`;

function byRole({ role, departmentId }: Viewer, i: Sql): Sql {
  switch (role) {
    case 'officer':
    case 'manager':
    case 'auditor':
      return sql`true`;
    case 'department':
      return sql`exists (select 1 from requests asked where asked.issue_id = ${i}.id
        and asked.department_id = any(${scopeOf(departmentId)}) and asked.delivered_at is not null)`;
    case 'admin':
      return sql`false`;
  }
}

/** Requests a person sees of an issue that is visible: a department those that were sent to it or under it, the others all. */
export function visibleRequests(
  { role, departmentId }: Pick<Principal, 'role' | 'departmentId'>,
  alias = 'q',
): Sql {
  if (role !== 'department') return sql`true`;
  return sql`(${raw(alias)}.department_id = any(${scopeOf(departmentId)}) and ${raw(alias)}.delivered_at is not null)`;
}

/** Requests a person may read: of a department also those whose answers it collects for one answer of all (총괄 회신). */
export function readableRequests(principal: Pick<Principal, 'role' | 'departmentId'>): Sql {
  if (principal.role !== 'department') return sql`true`;
  return sql`(${visibleRequests(principal)} or exists (select 1 from requests lead where lead.id = q.collected_by
    and q.delivered_at is not null and ${visibleRequests(principal, 'lead')}))`;
}

/** Answers `p` to a request `q` that a person reads: a department none of those that another gave before the request came to it. */
export const visibleAnswers = ({ role }: Pick<Principal, 'role'>): Sql =>
  role === 'department' ? GIVEN_BY_WHO_IS_ASKED : sql`true`;

/** Whether the answer `p` came from the department that the request `q` is with now. */
export const GIVEN_BY_WHO_IS_ASKED = sql`p.posted_at >= q.delivered_at`;

/**
 * Comments a person sees of an issue that is visible: a department what was said between it and the office about a request
 * that is still its own, never an internal note; the office all. A comment is `c`, its request, if any, `q`.
 */
export function visibleComments(principal: Pick<Principal, 'role' | 'departmentId'>): Sql {
  if (principal.role !== 'department') return sql`true`;
  return sql`(not c.internal and c.department_id = any(${scopeOf(principal.departmentId)}) and ${visibleRequests(principal)})`;
}
