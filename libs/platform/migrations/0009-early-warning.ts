import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of early warning with their versions, and what they rang for. */
export class EarlyWarning1763800000009 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(RULES);
    await run.query(WARNINGS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const RULES = `
create table warning_rules (
  id uuid primary key,
  version int not null default 1,
  active boolean not null,
  rule jsonb not null,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now()
);
-- Each as it was; a warning keeps the version that rang.
create table warning_rule_versions (
  rule_id uuid not null references warning_rules,
  version int not null,
  active boolean not null,
  rule jsonb not null,
  -- null: it came with the installation.
  changed_by uuid references users,
  at timestamptz not null default app_now(),
  primary key (rule_id, version)
);
create trigger warning_rule_versions_insert_only before update or delete on warning_rule_versions
  for each row execute function refuse_change();
`;

const WARNINGS = `
create table warnings (
  id uuid primary key,
  rule_id uuid not null,
  rule_version int not null,
  level text not null check (level in ('watch', 'alert')),
  issue_id uuid references issues,
  cluster_id uuid references clusters,
  readings jsonb not null,
  raised_on date not null,
  -- The same rule does not ring again for the same matter before that day.
  stands_until date not null,
  raised_at timestamptz not null default app_now(),
  foreign key (rule_id, rule_version) references warning_rule_versions (rule_id, version),
  constraint one_firing_a_day unique nulls not distinct (rule_id, issue_id, cluster_id, raised_on),
  constraint about_one_thing check (issue_id is null or cluster_id is null),
  constraint stands_for_a_while check (stands_until >= raised_on)
);
create index warnings_issue on warnings (issue_id, raised_at desc) where issue_id is not null;
create index warnings_recent on warnings (raised_at desc, id desc);

-- When all rules were last looked at over everything: by one process at a time, at least once a day.
create table warning_round (
  only_row boolean primary key default true check (only_row),
  looked_at timestamptz not null
);
insert into warning_round (looked_at) values ('-infinity');
create index signals_published on signals (coalesce(published_on, period_to));
`;
