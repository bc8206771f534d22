import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few issues that somebody is to look at again are found without looking at all. */
export class IssuesToLookAt1763800000005 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(
      'create index issues_needs_review on issues (updated_at desc, id desc) where needs_review',
    );
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}
