import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a department sent back does not wait unseen: the office has its own time to settle it. */
export class OfficeClock1763800000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOCK);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const CLOCK = `
-- When the office is to settle a refusal, or to judge an answer; means nothing in another state.
alter table requests add column office_by timestamptz;
drop trigger requests_clock_follows on requests;
create trigger requests_clock_follows before update on requests for each row
  when ((new.state, new.department_id, new.delivered_at, new.due_at, new.acknowledge_by, new.assign_by, new.assigned_at, new.office_by)
    is distinct from (old.state, old.department_id, old.delivered_at, old.due_at, old.acknowledge_by, old.assign_by, old.assigned_at,
      old.office_by))
  execute function follow_request_clock();
-- From today on, however long it has waited.
update requests set office_by = (seoul_today() + case state when 'refused' then 1 else 3 end + time '18:00') at time zone 'Asia/Seoul'
where state in ('answered', 'refused') and department_id is not null;

-- What went out about an issue, on its page.
create index deliveries_issue on deliveries (issue_id, created_at desc, id desc) where issue_id is not null;
`;
