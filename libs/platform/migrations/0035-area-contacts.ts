import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who in a department is told first of issues of a kind, or in a district; with what was before. */
export class AreaContacts1763800000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONTACTS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const CONTACTS = `
create table area_contacts (
  id uuid primary key,
  department_id uuid not null references departments,
  kind text check (length(kind) between 1 and 60),
  district text check (length(district) between 1 and 20),
  user_id uuid not null references users,
  since timestamptz not null default app_now(),
  set_by uuid not null references users,
  ended_at timestamptz,
  ended_by uuid references users,
  version int not null default 1,
  constraint of_some_area check (num_nonnulls(kind, district) > 0),
  constraint ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
create unique index area_contacts_once on area_contacts (department_id, coalesce(kind, ''), coalesce(district, ''), user_id)
  where ended_at is null;

-- The people of a department whose area fits an issue best: its kind before its district, both before either. Nobody for a
-- confidential one, which has those who are named; nobody where none of them is there any more.
create function contacts_of(issue uuid, department uuid) returns setof uuid language sql stable as $$
  select c.user_id from area_contacts c
    join users u on u.id = c.user_id and u.active and u.role = 'department' and u.department_id = c.department_id
    join issues i on i.id = issue and not i.confidential
  where c.department_id = department and c.ended_at is null
    and (c.kind is null or c.kind = i.kind) and (c.district is null or c.district = any (i.districts))
  order by 2 * (c.kind is not null)::int + (c.district is not null)::int desc fetch first 1 row with ties
$$;
`;
