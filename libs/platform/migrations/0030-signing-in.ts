import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor besides the password, and people whom an identity provider knows. */
export class SigningIn1763800000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SECOND_FACTORS);
    await runner.query(IDENTITIES);
    await runner.query(RECORD);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const SECOND_FACTORS = `
-- Apart from what is read, as secrets of webhooks are: the role of requests sees no more than that there is one.
create table second_factors (
  user_id uuid primary key references users,
  -- In base32, as an app takes it.
  secret text not null,
  -- Until a code was given it asks for nothing.
  confirmed_at timestamptz,
  -- The newest step of 30 seconds whose code was taken: no code counts twice.
  last_step bigint not null default 0
);
revoke all on second_factors from haechi_read;
grant select (user_id, confirmed_at) on second_factors to haechi_read;

-- What gets in once where the device is lost; a hash of each, gone when it is used.
create table recovery_codes (
  user_id uuid not null references second_factors on delete cascade,
  code_hash bytea not null,
  primary key (user_id, code_hash)
);
revoke all on recovery_codes from haechi_read;
grant select (user_id) on recovery_codes to haechi_read;
`;

const IDENTITIES = `
-- Whom an identity provider means: kept at the first sign-in by address, and found by the subject from then on.
create table identities (
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  user_id uuid not null references users,
  linked_at timestamptz not null default app_now(),
  primary key (issuer, subject),
  unique (issuer, user_id)
);
alter table sessions add column method text not null default 'password' check (method in ('password', 'sso'));
`;

const RECORD = `
alter table access_log
  drop constraint access_log_kind_check,
  add constraint access_log_kind_check check (kind in ('read', 'export', 'signed-in', 'signed-out', 'sign-in-refused',
    'code-asked', 'refused', 'trimmed'));
`;
