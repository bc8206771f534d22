import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who hears what, how and when: preferences, what is followed, gathered mail, and the words of notices. */
export class Hearing1763800000015 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(DELIVERIES);
    await run.query(PREFERENCES);
    await run.query(FOLLOWS);
    await run.query(TEXTS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

// Held: waits for the end of quiet hours or for its digest, until `due_at` by the application's clock. Gathered: went out
// with another, which became the digest.
const DELIVERIES = `
alter table deliveries drop constraint deliveries_state_check;
alter table deliveries add constraint deliveries_state_check
  check (state in ('pending', 'sending', 'sent', 'failed', 'dead', 'suppressed', 'held', 'gathered'));
-- What people set preferences for; null for what goes to machines.
alter table deliveries add column kind text;
alter table deliveries add column held_for text check (held_for in ('opening', 'digest'));
alter table deliveries add column digest_id uuid references deliveries;
alter table deliveries add constraint held_for_something check (state <> 'held' or held_for is not null);
alter table deliveries add constraint gathered_somewhere check (state <> 'gathered' or digest_id is not null);
create index deliveries_held on deliveries (due_at) where state = 'held';
create index deliveries_gathered on deliveries (digest_id) where digest_id is not null;
create index deliveries_unread on deliveries (recipient_id) where channel = 'inbox' and read_at is null;

update deliveries d set kind = case
  when e.name in ('request.refused', 'response.posted') then 'answer'
  when e.name like 'request.%' or e.name like 'response.%' then 'request'
  when e.name = 'issue.handed-over' then 'crisis'
  when e.name like 'issue.%' or e.name like 'decision.%' or e.name like 'acceptance.%' then 'issue'
  when e.name like 'signal.%' then 'signal'
  when e.name like 'warning.%' then 'warning'
  when e.name like 'report.%' then 'report'
  when e.name like 'import.%' then 'import'
  else 'system' end
from events e where e.id = d.event_id;
`;

const PREFERENCES = `
create table notice_preferences (
  user_id uuid primary key references users,
  -- What differs from the standard, by kind: {"mail": …, "inbox": …}.
  kinds jsonb not null default '{}',
  -- Null: as config/notifications.ts has it.
  digest jsonb,
  quiet jsonb,
  version int not null default 1
);
`;

const FOLLOWS = `
create table follows (
  id uuid primary key,
  user_id uuid not null references users,
  issue_id uuid references issues,
  department_id uuid references departments,
  view_id uuid references views on delete cascade,
  words text,
  created_at timestamptz not null default app_now(),
  constraint follows_one_thing check (num_nonnulls(issue_id, department_id, view_id, words) = 1)
);
create unique index follows_issue on follows (issue_id, user_id) where issue_id is not null;
create unique index follows_department on follows (department_id, user_id) where department_id is not null;
create unique index follows_view on follows (view_id, user_id) where view_id is not null;
create unique index follows_words on follows (user_id, words) where words is not null;
create index follows_user on follows (user_id);
create index follows_subjects on follows (id) where view_id is not null or words is not null;

-- An issue that was told to fit a subject is not told again.
create table follow_finds (
  follow_id uuid not null references follows on delete cascade,
  issue_id uuid not null references issues,
  event_id uuid not null references events,
  primary key (follow_id, issue_id)
);
`;

const TEXTS = `
-- Each version of the words of a notice; without words: back to the standard.
create table notice_texts (
  name text not null,
  language text not null check (language in ('ko', 'en')),
  version int not null check (version > 0),
  title text,
  body text,
  changed_by uuid references users,
  changed_at timestamptz not null default app_now(),
  primary key (name, language, version),
  constraint words_or_none check ((title is null) = (body is null))
);
create trigger notice_texts_insert_only before update or delete on notice_texts
  for each row execute function refuse_change();
`;
