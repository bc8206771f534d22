import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who read, took away, signed in or was refused; and a chain of seals over that and over every event. */
export class Audit1763800000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCESS_LOG);
    await runner.query(SEALS);
    await runner.query(KEEPING);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const ACCESS_LOG = `
create table access_log (
  id uuid not null,
  at timestamptz not null default app_now(),
  kind text not null check (kind in ('read', 'export', 'signed-in', 'signed-out', 'sign-in-refused', 'refused', 'trimmed')),
  actor_id uuid references users,
  on_behalf_of uuid references users,
  -- The confidential issues that it showed.
  issue_ids uuid[] not null default '{}',
  -- Method and route; the path as it was asked for stands in the detail.
  what text not null,
  detail jsonb not null default '{}',
  address inet,
  primary key (id, at)
) partition by range (at);
create index access_log_at on access_log (at desc, id desc);
create index access_log_actor on access_log (actor_id, at desc);
create index access_log_issues on access_log using gin (issue_ids);
create trigger access_log_insert_only before update or delete on access_log
  for each row execute function refuse_change();
create trigger access_log_no_truncate before truncate on access_log
  for each statement execute function refuse_change();
-- Nothing is refused for want of a partition.
create table access_log_rest partition of access_log default;
create trigger access_log_no_truncate before truncate on access_log_rest
  for each statement execute function refuse_change();
revoke update, delete, truncate on access_log, access_log_rest from haechi_work;
create index events_actor on events (actor_id, at desc) where actor_id is not null;
create index events_told on events (at desc, id desc);
`;

const SEALS = `
create function event_digest(e events) returns bytea language sql stable strict parallel safe as $$
  select sha256(convert_to(jsonb_build_array('event', e.id, e.subject, e.seq, e.name, e.payload, e.actor_id, e.on_behalf_of,
    e.changes, extract(epoch from e.at))::text, 'UTF8'))
$$;
create function access_digest(a access_log) returns bytea language sql stable strict parallel safe as $$
  select sha256(convert_to(jsonb_build_array('access', a.id, extract(epoch from a.at), a.kind, a.actor_id, a.on_behalf_of,
    a.issue_ids, a.what, a.detail, a.address)::text, 'UTF8'))
$$;

-- What is on record and not sealed yet. No foreign keys: a row comes from the statement that writes what it names.
create table unsealed (
  id bigint generated always as identity primary key,
  source text not null check (source in ('event', 'access')),
  row_id uuid not null
);

-- hash = sha256(hash before ‖ digests of its rows in their order)
create table seals (
  n bigint primary key check (n > 0),
  at timestamptz not null default clock_timestamp(),
  rows int not null check (rows > 0),
  hash bytea not null
);
create table sealed (
  source text not null,
  row_id uuid not null,
  seal bigint not null references seals,
  place int not null,
  digest bytea not null,
  -- When the row itself says it happened.
  at timestamptz not null,
  primary key (source, row_id),
  constraint sealed_place unique (seal, place)
);
create trigger seals_insert_only before update or delete on seals for each row execute function refuse_change();
create trigger seals_no_truncate before truncate on seals for each statement execute function refuse_change();
create trigger sealed_insert_only before update or delete on sealed for each row execute function refuse_change();
create trigger sealed_no_truncate before truncate on sealed for each statement execute function refuse_change();
revoke update, delete, truncate on seals, sealed from haechi_work;

-- What was there before.
insert into unsealed (source, row_id)
select 'event', e.id from events e where not exists (select from feed_pending p where p.event_id = e.id) order by e.at, e.subject, e.seq;
`;

const KEEPING = `
-- A partition a month, made ahead; what is older than so many months goes, and that it went is on record. The owner's right: whoever
-- writes the record may not make it shorter than a year.
create function keep_access_log(months int) returns void language plpgsql security definer set search_path = public as $$
declare
  month date := date_trunc('month', seoul_today());
  ahead date;
  part text;
  gone boolean := false;
  oldest date := (month - make_interval(months => greatest(months, 12)))::date;
begin
  for n in 0..2 loop
    ahead := (month + make_interval(months => n))::date;
    part := 'access_log_' || to_char(ahead, 'YYYYMM');
    begin
      if to_regclass(part) is null then
        execute format('create table %I partition of access_log for values from (%L) to (%L)', part,
          ahead::timestamp at time zone 'Asia/Seoul', (ahead + interval '1 month')::timestamp at time zone 'Asia/Seoul');
        execute format('create trigger access_log_no_truncate before truncate on %I for each statement execute function refuse_change()', part);
        execute format('revoke update, delete, truncate on %I from haechi_work', part);
      end if;
    -- Somebody else made it, or rows of that month lie in the rest already: they stay there.
    exception when duplicate_table or check_violation then null;
    end;
  end loop;
  for part in select c.relname from pg_inherits h join pg_class c on c.oid = h.inhrelid
    where h.inhparent = 'access_log'::regclass and c.relname ~ '^access_log_\\d{6}$'
      and to_date(right(c.relname, 6), 'YYYYMM') < oldest
  loop
    execute format('drop table %I', part);
    gone := true;
  end loop;
  if gone then
    with a as (
      insert into access_log (id, kind, what, detail)
      values (gen_random_uuid(), 'trimmed', 'keep_access_log', jsonb_build_object('before', oldest::timestamp at time zone 'Asia/Seoul'))
      returning id
    )
    insert into unsealed (source, row_id) select 'access', id from a;
  end if;
end $$;
select keep_access_log(24);
`;
