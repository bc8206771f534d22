import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a superior approved elsewhere is on record beside the policy that somebody else put into force. */
export class ApprovedPolicies1763800000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPROVAL);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const APPROVAL = `
alter table policies add column approval jsonb;

create or replace function refuse_change_of_activated_policy() returns trigger language plpgsql as $$
begin
  if old.activated_at is null then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and (new.version, new.terms, new.note, new.effective_from, new.activated_by, new.activated_at, new.approval)
    is not distinct from (old.version, old.terms, old.note, old.effective_from, old.activated_by, old.activated_at, old.approval)
    then return new; end if;
  raise exception 'policy % is activated and cannot change', old.version using errcode = 'restrict_violation';
end $$;
`;
