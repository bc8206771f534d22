import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A password that somebody else chose can be one to be changed first; a session knows when its owner was last proven. */
export class PasswordDue1763800000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DUE);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const DUE = `
alter table users add column password_due boolean not null default false;
grant select (password_due) on users to haechi_read;
alter table sessions add column proven_at timestamptz;
update sessions set proven_at = created_at;
alter table sessions alter column proven_at set default app_now(), alter column proven_at set not null;
`;
