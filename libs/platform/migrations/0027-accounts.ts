import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that can be told apart and end when nobody uses them, and wrong passwords that are counted. */
export class Accounts1763800000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SESSIONS);
    await runner.query(LIMITS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const SESSIONS = `
alter table sessions
  add column id uuid not null default gen_random_uuid() unique,
  add column seen_at timestamptz not null default app_now(),
  -- Set when it begins: without a request for so long it is over.
  add column idle interval not null default '4 hours',
  add column address inet,
  add column agent text check (length(agent) <= 300);
alter table users add column password_set_at timestamptz not null default app_now();
`;

const LIMITS = `
-- By account and by address; of neither more than a hash.
create table sign_in_limits (
  key bytea primary key,
  failures int not null default 0,
  failed_at timestamptz not null default app_now(),
  blocked_until timestamptz
);
`;
