import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the officer writes into the report of a month beside what is compiled. */
export class OwnLines1763800000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OWN_LINES);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const OWN_LINES = `
alter table reports add column own_lines jsonb not null default '{}' check (jsonb_typeof(own_lines) = 'object');
`;
