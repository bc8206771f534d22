import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody wants to hear of one notice, where that is otherwise than of its kind. */
export class NoticesByName1763800000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BY_NAME);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const BY_NAME = `
alter table notice_preferences add column notices jsonb not null default '{}' check (jsonb_typeof(notices) = 'object');
`;
