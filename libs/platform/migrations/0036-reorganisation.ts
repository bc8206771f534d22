import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walled, withIssue } from './0033-second-wall.js';

/**
 * 조직개편: what a day makes of departments is entered before it, and what was said of the old ones stays theirs. 보존·파기: what of
 * people is kept no longer than its rule says, and what was done about it is on record.
 */
export class Reorganisation1763800000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINEAGE);
    await runner.query(REORGANISATIONS);
    await runner.query(walled('department_moves', withIssue('department_moves')));
    await runner.query(RETENTION);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const LINEAGE = `
-- Who takes another's place on a list takes its number, too.
alter table departments drop constraint departments_no_key;
create unique index departments_no on departments (no) where valid_to is null;
create index departments_successor on departments (successor_id) where successor_id is not null;

-- A department and all that it succeeds.
create function departments_of(department uuid) returns uuid[] language sql stable parallel safe as $$
  with recursive of as (
    select department as id union select d.id from departments d join of on d.successor_id = of.id
  ) select array_agg(id) from of
$$;
-- What has become of a department; null where nothing has.
create function department_now(department uuid) returns uuid language sql stable parallel safe as $$
  with recursive now as (
    select id, valid_to, successor_id from departments where id = department
    union select d.id, d.valid_to, d.successor_id from departments d join now on d.id = now.successor_id
      where now.valid_to <= seoul_today()
  ) select id from now where valid_to is null or valid_to > seoul_today() limit 1
$$;

-- What the office bears of a department it bears of the successor; of several the lightest.
create or replace function tolerated_grade(department uuid) returns text language sql stable parallel safe as $$
  select coalesce((select one->>'grade' from jsonb_array_elements(p.terms->'appetite'->'departments') one
    where (one->>'departmentId')::uuid = any(departments_of(department))
    order by (one->>'departmentId')::uuid = department desc,
      array_position(array['low', 'moderate', 'high', 'critical'], one->>'grade') limit 1), p.terms->'appetite'->>'usual')
  from policies p where p.activated_at is not null and p.effective_from <= seoul_today()
  order by p.effective_from desc, p.activated_at desc limit 1
$$;

-- Whose area it was answers for it in the successor, too, if that is where they went.
create or replace function contacts_of(issue uuid, department uuid) returns setof uuid language sql stable as $$
  select c.user_id from area_contacts c
    join users u on u.id = c.user_id and u.active and u.role = 'department' and u.department_id = department
    join issues i on i.id = issue and not i.confidential
  where c.department_id = any(departments_of(department)) and c.ended_at is null
    and (c.kind is null or c.kind = i.kind) and (c.district is null or c.district = any (i.districts))
  order by 2 * (c.kind is not null)::int + (c.district is not null)::int desc fetch first 1 row with ties
$$;
`;

const REORGANISATIONS = `
create table reorganisations (
  id uuid primary key,
  kind text not null check (kind in ('created', 'renamed', 'merged', 'split', 'abolished')),
  effective_on date not null,
  reason text not null,
  from_ids uuid[] not null,
  -- [{departmentId, name, leadEligible, mandate}], the first one the successor; a new one has no id before its day.
  targets jsonb not null,
  -- What does not go to the successor: [{issueId, target}] and [{userId, target | departmentId}].
  issues jsonb not null default '[]',
  people jsonb not null default '[]',
  planned_by uuid not null references users,
  planned_at timestamptz not null default app_now(),
  undone_by uuid references users,
  undone_at timestamptz,
  took_effect_at timestamptz,
  -- Work has come in since that nobody would succeed to.
  blocked_at timestamptz,
  version int not null default 1,
  constraint undone_by_somebody check ((undone_at is null) = (undone_by is null)),
  constraint undone_or_in_effect check (undone_at is null or took_effect_at is null)
);
create index reorganisations_coming on reorganisations (effective_on) where undone_at is null and took_effect_at is null;

-- The issues of a department that went elsewhere than to its successor.
create table department_moves (
  from_id uuid not null references departments,
  issue_id uuid not null references issues,
  to_id uuid not null references departments,
  primary key (from_id, issue_id)
);
-- Who was where: told of what their department had.
create table moved_people (
  reorganisation_id uuid not null references reorganisations,
  user_id uuid not null references users,
  from_id uuid not null references departments,
  to_id uuid references departments,
  primary key (reorganisation_id, user_id)
);
create index moved_people_from on moved_people (from_id);
`;

const RETENTION = `
-- When somebody was closed out, and as which number they are known where their name is kept no longer.
alter table users add column left_at timestamptz, add column pseudonym int unique check (pseudonym > 0);
update users u set left_at = coalesce((select max(e.at) from events e where e.subject = 'user:' || u.id and e.name = 'user.changed'
  and e.changes->'active'->>1 = 'false'), u.created_at) where not u.active;
create function note_leaving() returns trigger language plpgsql as $$
begin
  new.left_at := case when new.active then null when tg_op = 'UPDATE' and not old.active then old.left_at else app_now() end;
  return new;
end $$;
create trigger users_note_leaving before insert or update of active on users for each row execute function note_leaving();

grant select (left_at, pseudonym) on users to haechi_read;

-- That there are words to what was sent is seen where the words are not.
create or replace view delivery_log as
select l.id, e.name as event, l.channel, l.recipient_id, l.webhook_id, l.issue_id, l.state, l.attempts, l.fault, l.status, l.error,
  l.created_at, l.sent_at, l.due_at, l.target, case when l.channel = 'webhook' then l.body end as sent_body,
  l.body <> '' or l.html is not null as worded
from deliveries l join events e on e.id = l.event_id;

-- Whether housekeeping carries the rules out by itself; who said so last.
create table retention (
  only_row boolean primary key default true check (only_row),
  scheduled boolean not null default false,
  version int not null default 1
);
insert into retention default values;
create table retention_runs (
  id uuid primary key,
  at timestamptz not null default app_now(),
  -- null: by housekeeping.
  carried_out_by uuid references users,
  reason text,
  -- {rule: how much of it, of what everybody may know}
  counts jsonb not null,
  constraint somebody_says_why check ((carried_out_by is null) = (reason is null))
);
create index retention_runs_at on retention_runs (at desc);
create trigger retention_runs_insert_only before update or delete on retention_runs
  for each row execute function refuse_change();
`;
