import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An edition of a report is kept as plain text too, as it goes into mail. */
export class ReportFormats1763800000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FORMATS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const FORMATS = `
alter table edition_files
  drop constraint edition_files_format_check,
  add constraint edition_files_format_check check (format in ('html', 'pdf', 'hwpx', 'xlsx', 'txt'));
`;
