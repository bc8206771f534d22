import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles, time, people, and the event log with its hints. */
export class Foundation1763800000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(ROLES);
    await run.query(FUNCTIONS);
    await run.query(PEOPLE);
    await run.query(EVENTS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

// Roles belong to the whole server: another database of it may have made them already.
const ROLES = `
do $$
declare name text;
begin
  foreach name in array array['haechi_work', 'haechi_read'] loop
    begin
      if not exists (select from pg_roles where rolname = name) then
        execute format('create role %I nologin', name);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      execute format('grant %I to %I', name, current_user);
    -- Who may not grant it was given it by the administrator of the server.
    exception when unique_violation or insufficient_privilege then null;
    end;
  end loop;
end $$;
grant usage on schema public to haechi_work, haechi_read;
alter default privileges in schema public grant select, insert, update, delete on tables to haechi_work;
alter default privileges in schema public grant usage on sequences to haechi_work;
alter default privileges in schema public grant select on tables to haechi_read;
`;

const FUNCTIONS = `
create extension if not exists pg_trgm;

-- Only the owner may set an offset, and only the sample loader and the tests do.
create table clock (
  only_row boolean primary key default true check (only_row),
  shift interval not null
);
revoke insert, update, delete on clock from haechi_work;

create function app_now() returns timestamptz language sql stable parallel safe as $$
  select now() + coalesce((select shift from clock), interval '0')
$$;

create function seoul_today() returns date language sql stable parallel safe as $$
  select (app_now() at time zone 'Asia/Seoul')::date
$$;

create function search_text(s text) returns text language sql immutable parallel safe strict as $$
  select regexp_replace(lower(normalize(s, NFC)), '[^[:alnum:]]+', '', 'g')
$$;

-- Two-syllable words are the core of Korean search; trigrams cannot find them. Of a text as \`search_text\` leaves it.
create function hangul_bigrams(s text) returns text[] language plpgsql immutable parallel safe strict as $$
begin
  if length(s) < 2 then return case s when '' then '{}' else array[s] end; end if;
  return (select array_agg(distinct pair) from (
    select one || lead(one) over () as pair from unnest(string_to_array(s, null)) one) x where pair is not null);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is insert-only', tg_table_name using errcode = 'restrict_violation';
end $$;
`;

const PEOPLE = `
create table departments (
  id uuid primary key,
  no int not null unique,
  name text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  successor_id uuid references departments,
  lead_eligible boolean not null default true,
  own_work_only boolean not null default false,
  mandate jsonb not null default '[]',
  version int not null default 1
);

create table users (
  id uuid primary key,
  email text not null check (email = lower(email)),
  name text not null,
  role text not null check (role in ('officer', 'department', 'manager', 'auditor', 'admin')),
  position text not null default 'staff'
    check (position in ('staff', 'team-leader', 'division-head', 'bureau-head', 'office-head', 'vice-mayor', 'mayor')),
  department_id uuid references departments,
  language text not null default 'ko' check (language in ('ko', 'en')),
  password_hash text,
  active boolean not null default true,
  created_at timestamptz not null default app_now(),
  version int not null default 1,
  constraint users_email_key unique (email),
  constraint department_staff_have_a_department check (role <> 'department' or department_id is not null)
);
create index users_department on users (department_id) where active;

create table sessions (
  token_hash bytea primary key,
  user_id uuid not null references users on delete cascade,
  created_at timestamptz not null default app_now(),
  expires_at timestamptz not null
);
create index sessions_user on sessions (user_id);

create table idempotency_keys (
  principal_id uuid not null,
  method text not null,
  path text not null,
  key text not null check (length(key) between 1 and 200),
  body_hash bytea not null,
  status int,
  answer jsonb,
  at timestamptz not null default app_now(),
  primary key (principal_id, method, path, key)
);
create index idempotency_keys_at on idempotency_keys (at);
`;

const EVENTS = `
-- A row to lock: whoever changes a subject or consumes its hints holds it.
create table subjects (
  id text primary key,
  last_seq int not null default 0
);

create table events (
  id uuid primary key,
  subject text not null references subjects,
  seq int not null check (seq > 0),
  name text not null,
  payload jsonb not null,
  actor_id uuid references users,
  on_behalf_of uuid references users,
  changes jsonb,
  at timestamptz not null default app_now(),
  constraint events_subject_seq unique (subject, seq)
);
create index events_at on events (at);
create trigger events_insert_only before update or delete on events
  for each row execute function refuse_change();
create trigger events_no_truncate before truncate on events
  for each statement execute function refuse_change();

-- What is undone. Whoever commits a hint publishes it; one still here at look_at is published again by the relay.
create table hints (
  id bigint generated always as identity,
  event_id uuid not null references events,
  queue text not null,
  subject text not null,
  seq int not null,
  attempts int not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  look_at timestamptz not null default clock_timestamp() + interval '5 seconds',
  published int not null default 0,
  parked_at timestamptz,
  error text,
  primary key (event_id, queue)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
create unique index hints_id on hints (id);
create index hints_subject on hints (queue, subject, seq);
create index hints_due on hints (look_at) where parked_at is null;
create index hints_parked on hints (id) where parked_at is not null;

-- Positions of the live stream, given out in commit order by the relay: whole numbers to what everybody may know of,
-- the fractions between them to confidential issues, so that no gap tells of them.
-- No foreign keys: a row comes from the statement that writes its event, and every event passes through here.
create table feed_pending (
  id bigint generated always as identity primary key,
  event_id uuid not null
);
create table feed (
  position numeric(20, 6) primary key,
  event_id uuid not null unique,
  at timestamptz not null default clock_timestamp()
);
`;
