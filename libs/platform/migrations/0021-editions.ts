import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An edition is held back and let go with a reason, issued by who may, and known to have been opened. */
export class Editions1763800000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPROVAL);
    await runner.query(HOLDS);
    await runner.query(READINGS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const APPROVAL = `
-- What a superior approved elsewhere, where the position of who issued it does not reach.
alter table editions add column approval jsonb;

create or replace function refuse_change_of_issued() returns trigger language plpgsql as $$
declare edition editions;
begin
  if tg_table_name = 'editions' then
    edition := old;
    if edition.state in ('draft', 'held') then return coalesce(new, old); end if;
    if tg_op = 'UPDATE' and new.state not in ('draft', 'held')
      and (new.document, new.number, new.month, new.approved_at, new.approved_by, new.approval)
        is not distinct from (old.document, old.number, old.month, old.approved_at, old.approved_by, old.approval)
      then return new; end if;
  else
    select * into edition from editions where id = coalesce(new.edition_id, old.edition_id);
    if edition.state in ('draft', 'held') then return coalesce(new, old); end if;
  end if;
  raise exception 'edition % of % is issued and cannot change', edition.number, edition.month
    using errcode = 'restrict_violation';
end $$;
`;

const HOLDS = `
create table edition_holds (
  id uuid primary key,
  edition_id uuid not null references editions,
  held_at timestamptz not null default app_now(),
  held_by uuid not null references users,
  reason text not null,
  released_at timestamptz,
  released_by uuid references users,
  release_reason text,
  constraint released_with_reason check (num_nonnulls(released_at, released_by, release_reason) in (0, 3))
);
create unique index one_hold_at_a_time on edition_holds (edition_id) where released_at is null;
create index edition_holds_edition on edition_holds (edition_id, held_at);
`;

const READINGS = `
-- When somebody to whom editions are sent first opened one.
create table edition_readings (
  edition_id uuid not null references editions,
  user_id uuid not null references users,
  read_at timestamptz not null default app_now(),
  primary key (edition_id, user_id)
);
create trigger edition_readings_insert_only before update or delete on edition_readings
  for each row execute function refuse_change();
`;
