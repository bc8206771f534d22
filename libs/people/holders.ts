/** The people `u` who hold a position in the office itself or over all departments, as a condition. */
export const HOLDERS = (position: string): string => `(u.active and u.position = ${position}
  and u.role in ('officer', 'manager') and (u.department_id is null
    or u.department_id in (select desk.department_id from users desk where desk.active and desk.role = 'officer')))`;
