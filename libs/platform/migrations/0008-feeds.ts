import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Press feeds that signals are taken from. */
export class Feeds1763800000008 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(FEEDS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

// Not to be taken for `feed`, the places of the live stream.
const FEEDS = `
create table feeds (
  id uuid primary key,
  name text not null,
  url text not null,
  channel channel not null,
  interval_minutes int not null check (interval_minutes between 5 and 1440),
  active boolean not null default true,
  state text not null default 'ok' check (state in ('ok', 'failing', 'dead')),
  failures int not null default 0,
  fault text,
  fault_detail text,
  -- Where it is for good, by its own word; polled at its old address until somebody changes it.
  moved_to text,
  -- What the server calls the content that was last read.
  etag text,
  last_modified text,
  polled_at timestamptz,
  changed_at timestamptz,
  received int not null default 0,
  next_poll_at timestamptz not null default app_now(),
  -- Somebody waits for the next poll.
  asked_by uuid references users,
  -- When to hint at it again; by whom it is being polled, as a number that every poll raises, and until when that holds.
  look_at timestamptz not null default clock_timestamp(),
  polls int not null default 0,
  polling_until timestamptz,
  created_by uuid not null references users,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  version int not null default 1,
  constraint feeds_url_key unique (url),
  constraint failing_has_its_fault check ((failures > 0) = (fault is not null))
);
create index feeds_due on feeds (next_poll_at) where active;
`;
