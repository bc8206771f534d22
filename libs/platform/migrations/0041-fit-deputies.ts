import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever moves away stands in for nobody whom they left behind, and their deputies no more for them. */
export class FitDeputies1763800000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STANDING);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const STANDING = `
create or replace view standing_deputies as
  select d.id, d.absent_id, d.deputy_id, d.kind, d.from_on, d.to_on from deputies d
  join users absent on absent.id = d.absent_id join users deputy on deputy.id = d.deputy_id
  where d.ended_at is null and seoul_today() between d.from_on and d.to_on
    and deputy.active and deputy.role = absent.role and deputy.department_id is not distinct from absent.department_id;
`;
