import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which departments officers confirmed as leading, in the order they did: what the suggestion of departments learns from. */
export class ConfirmedLeads1763800000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEADS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const LEADS = `
update issues i set lead_by = 'officer' where lead_by = 'rule' and lead_department_id is not null and exists (
  select 1 from decisions d where d.issue_id = i.id and d.stage = 'prioritize' and d.outcome in ('confirm', 'override'));
alter table issues add column lead_confirmed xid8;
update issues set lead_confirmed = pg_current_xact_id() where lead_by = 'officer' and lead_department_id is not null;
create function note_confirmed_lead() returns trigger language plpgsql as $$
begin
  -- A stage writes them anew without changing them.
  if tg_op = 'UPDATE' and (new.lead_by, new.lead_department_id, new.title, new.summary, new.confidential)
    is not distinct from (old.lead_by, old.lead_department_id, old.title, old.summary, old.confidential) then
    return new;
  end if;
  new.lead_confirmed := case when new.lead_by = 'officer' and new.lead_department_id is not null then pg_current_xact_id() end;
  return new;
end $$;
create trigger note_confirmed_lead before insert or update of lead_by, lead_department_id, title, summary, confidential on issues
  for each row execute function note_confirmed_lead();
create index confirmed_leads on issues (lead_confirmed desc) where lead_confirmed is not null;
`;
