import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 수요조회: every department is asked once a month what it expects of the next, and each of its answers is kept. */
export class Rounds1763800000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROUNDS);
    await runner.query(ANSWERS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const ROUNDS = `
create table rounds (
  month month primary key,
  opened_at timestamptz not null default app_now(),
  -- Null: by the schedule.
  opened_by uuid references users,
  due_at timestamptz not null,
  -- When whoever has not answered is reminded; null once that is done, or where no time is left for it.
  remind_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references users,
  version int not null default 1,
  constraint closed_by_somebody check ((closed_at is null) = (closed_by is null))
);

create table round_departments (
  id uuid primary key default gen_random_uuid(),
  month month not null references rounds,
  department_id uuid not null references departments,
  reminded_at timestamptz,
  version int not null default 1,
  unique (month, department_id)
);
create index round_departments_department on round_departments (department_id, month);
`;

const ANSWERS = `
-- Every version of an answer; what it expects are signals, reported like any other.
create table round_answers (
  id uuid primary key,
  month month not null,
  department_id uuid not null,
  version int not null check (version > 0),
  kind text not null check (kind in ('none', 'issues')),
  signal_ids uuid[] not null default '{}',
  -- On what was expected already: [{issueId, stands, text}].
  remarks jsonb not null default '[]',
  note text,
  confirmed_position text,
  confirmed_name text,
  answered_by uuid not null references users,
  answered_at timestamptz not null default app_now(),
  -- After the deadline of the round.
  late boolean not null,
  unique (month, department_id, version),
  foreign key (month, department_id) references round_departments (month, department_id),
  constraint none_or_some check ((kind = 'none') = (cardinality(signal_ids) = 0)),
  constraint confirmed_by_somebody check ((confirmed_position is null) = (confirmed_name is null))
);
create trigger round_answers_insert_only before update or delete on round_answers
  for each row execute function refuse_change();

-- What a signal that came with an answer says besides its title.
create table round_items (
  signal_id uuid primary key references signals,
  month month not null,
  department_id uuid not null,
  text text not null,
  expected_month month not null,
  expected_on date,
  alternative text,
  foreign key (month, department_id) references round_departments (month, department_id)
);
`;
