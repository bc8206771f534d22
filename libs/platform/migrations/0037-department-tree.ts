import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 소속: a department may stand under another, which then sees what it is asked. */
export class DepartmentTree1763800000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TREE);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const TREE = `
alter table departments add column parent_id uuid references departments check (parent_id <> id);
create index departments_parent on departments (parent_id) where parent_id is not null;

-- A department, all that it succeeds, and all that stands under any of them.
create function departments_under(department uuid) returns uuid[] language sql stable parallel safe as $$
  with recursive under as (
    select department as id
    union select d.id from departments d join under on d.successor_id = under.id or d.parent_id = under.id
  ) select array_agg(id) from under
$$;
`;
