/**
 * The people `u` who hold a position over a department, as a condition: those of the department itself; from the head of a bureau
 * up, where it has none, those who hold it over all.
 */
export const SUPERIORS = (
  department: string,
  position: string,
): string => `(u.active and u.position = ${position}
  and u.role in ('department', 'manager') and (u.department_id = ${department}
    or (u.role = 'manager' and u.department_id is null and u.position in ('bureau-head', 'office-head', 'vice-mayor', 'mayor')
      and not exists (select 1 from users own where own.active and own.position = u.position and own.department_id = ${department}))))`;

/** Whether the issue `i` is one that the person `u` may be told of. */
export const MAY_KNOW = `(not i.confidential or exists (
  select 1 from issue_readers named where named.issue_id = i.id and named.user_id = u.id))`;
