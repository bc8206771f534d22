import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way of a request within a department, one answer for several departments, and lessons that were used again. */
export class RequestsOnTheirWay1763800000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REQUESTS);
    await runner.query(LESSONS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const REQUESTS = `
alter table requests
  add column handler_id uuid references users,
  add column assign_by timestamptz,
  add column assigned_at timestamptz,
  add column assigned_by uuid references users,
  add column related_body text,
  -- The request of the department that collects this one's answer into one of all (총괄 회신).
  add column collected_by uuid references requests,
  add constraint never_collects_itself check (collected_by <> id);
update requests set assigned_at = acknowledged_at, assigned_by = acknowledged_by where handling_unit is not null;
create index requests_collected on requests (collected_by) where collected_by is not null;
create index requests_handler on requests (handler_id) where handler_id is not null;

alter table responses
  -- What a collected answer took in: [{requestId, responseId}], without responseId where nothing had come.
  add column consolidates jsonb,
  add column missing_reason text,
  -- Against the rank that the grade asked for when it came.
  add column confirmation text check (confirmation in ('enough', 'below', 'missing', 'unclear'));
`;

const LESSONS = `
create table lesson_uses (
  issue_id uuid not null references issues,
  source_id uuid not null references issues,
  note text,
  used_by uuid not null references users,
  used_at timestamptz not null default app_now(),
  primary key (issue_id, source_id),
  check (issue_id <> source_id)
);
create index lesson_uses_source on lesson_uses (source_id);
`;
