import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of signals or issues that are taken in row by row. */
export class Imports1763800000007 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(IMPORTS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const IMPORTS = `
create table imports (
  id uuid primary key,
  kind text not null check (kind in ('signals', 'issues')),
  dry_run boolean not null,
  file_name text not null check (length(file_name) between 1 and 200),
  file_size int not null check (file_size > 0),
  format jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  -- What is wrong with the file as a whole: a code and its parameters.
  problem jsonb,
  -- The headings as they stand in the file; with the rows they are what can be mended and sent again.
  headings jsonb not null default '[]',
  -- Rows in all, once the file is read; those before and with \`taken_to\` are done.
  total int check (total >= 0),
  taken_to int not null default 0,
  done int not null default 0,
  created int not null default 0,
  known int not null default 0,
  failed int not null default 0,
  created_by uuid not null references users,
  created_at timestamptz not null default app_now(),
  ended_at timestamptz,
  version int not null default 1,
  constraint failed_with_problem check ((state = 'failed') = (problem is not null)),
  constraint ended_has_its_time check ((state in ('done', 'failed', 'cancelled')) = (ended_at is not null)),
  constraint running_is_read check (state not in ('running', 'done') or total is not null),
  constraint rows_add_up check (done = created + known + failed and (total is null or done <= total))
);
create index imports_recent on imports (created_at desc, id desc);

-- The file, until its rows are staged.
create table import_parts (
  import_id uuid not null references imports on delete cascade,
  n int not null,
  bytes bytea not null,
  primary key (import_id, n)
);
alter table import_parts alter column bytes set storage external;

create table import_rows (
  import_id uuid not null references imports on delete cascade,
  no int not null,
  -- Null once nobody needs them: what failed stays, to be mended.
  cells jsonb,
  -- What makes the row the same as another: its own id, or all that it says.
  key text not null,
  result text check (result in ('created', 'known', 'failed')),
  errors jsonb,
  primary key (import_id, no),
  constraint failed_says_why check ((result = 'failed') = (errors is not null)),
  constraint waiting_has_cells check (result is not null or cells is not null)
) with (fillfactor = 80);
create index import_rows_key on import_rows (import_id, key);
create index import_rows_failed on import_rows (import_id, no) where errors is not null;

-- What came in by a row, for whoever brings the same row again.
create table import_keys (
  kind text not null,
  key text not null,
  created_by uuid not null references users,
  target_id uuid not null,
  primary key (kind, key, created_by)
);
`;
