import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Monthly reports with frozen editions; what is sent to whom. */
export class ReportsAndDeliveries1763800000003 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(REPORTS);
    await run.query(DELIVERIES);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const REPORTS = `
create table reports (
  month month primary key,
  requested_at timestamptz not null default app_now(),
  requested_by uuid references users,
  version int not null default 1
);

create table editions (
  id uuid primary key,
  month month not null references reports,
  number int not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'held', 'approved', 'sent', 'superseded')),
  document jsonb not null,
  compiled_at timestamptz not null default app_now(),
  approved_at timestamptz,
  approved_by uuid references users,
  sent_at timestamptz,
  constraint editions_month_number unique (month, number),
  constraint approved_has_its_time check (state in ('draft', 'held') or approved_at is not null)
);
create unique index one_open_edition on editions (month) where state in ('draft', 'held');

create table edition_files (
  edition_id uuid not null references editions,
  format text not null check (format in ('html', 'pdf', 'hwpx', 'xlsx')),
  -- A draft says that it is one; the final copy is made beside it, so that approving changes no byte.
  copy text not null check (copy in ('draft', 'final')),
  bytes bytea not null,
  sha256 text not null,
  primary key (edition_id, format, copy)
);

create function refuse_change_of_issued() returns trigger language plpgsql as $$
declare edition editions;
begin
  if tg_table_name = 'editions' then
    edition := old;
    if edition.state in ('draft', 'held') then return coalesce(new, old); end if;
    if tg_op = 'UPDATE' and new.document = old.document and new.number = old.number and new.month = old.month
      and new.approved_at = old.approved_at and new.state not in ('draft', 'held') then return new; end if;
  else
    select * into edition from editions where id = coalesce(new.edition_id, old.edition_id);
    if edition.state in ('draft', 'held') then return coalesce(new, old); end if;
  end if;
  raise exception 'edition % of % is issued and cannot change', edition.number, edition.month
    using errcode = 'restrict_violation';
end $$;
create trigger issued_editions_are_frozen before update or delete on editions
  for each row execute function refuse_change_of_issued();
create trigger issued_files_are_frozen before insert or update or delete on edition_files
  for each row execute function refuse_change_of_issued();
`;

const DELIVERIES = `
create table deliveries (
  id uuid primary key,
  event_id uuid not null references events,
  channel text not null check (channel in ('mail', 'inbox')),
  recipient_id uuid not null references users,
  -- What it is about, for the visibility rule; null when nothing confidential can be meant.
  issue_id uuid references issues,
  title text not null,
  body text not null,
  html text,
  link text,
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'failed', 'dead', 'suppressed')),
  attempts int not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  error text,
  created_at timestamptz not null default app_now(),
  sent_at timestamptz,
  read_at timestamptz,
  constraint one_per_event_channel_recipient unique (event_id, channel, recipient_id),
  constraint sent_has_its_time check (state <> 'sent' or sent_at is not null)
);
create index deliveries_due on deliveries (due_at) where state in ('pending', 'failed', 'sending');
create index deliveries_inbox on deliveries (recipient_id, created_at desc, id desc) where channel = 'inbox';
create index deliveries_recent on deliveries (created_at desc, id desc);

create table delivery_attempts (
  delivery_id uuid not null references deliveries,
  n int not null,
  at timestamptz not null default app_now(),
  error text,
  primary key (delivery_id, n)
);
`;
