import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policies as versions; who decides by which authority; levels, acceptances, chosen alternatives. */
export class PoliciesAndDecisions1763800000011 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(POLICIES);
    await run.query(AUTHORITY);
    await run.query(ISSUES);
    await run.query(PARTS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const POLICIES = `
create table policies (
  version text primary key check (version ~ '^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$'),
  terms jsonb not null,
  note text not null,
  -- The version it began as a copy of.
  based_on text not null,
  created_by uuid not null references users,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  row_version int not null default 1,
  effective_from date,
  activated_by uuid references users,
  activated_at timestamptz,
  -- Open issues are looked at again in the order of their ids, up to here; then it is applied.
  applied_up_to uuid,
  applied_at timestamptz,
  constraint activated_as_a_whole check (num_nonnulls(effective_from, activated_by, activated_at) in (0, 3))
);
create index policies_in_force on policies (effective_from desc, activated_at desc) where activated_at is not null;

-- Issues were graded by it: what an activated version says stays.
create function refuse_change_of_activated_policy() returns trigger language plpgsql as $$
begin
  if old.activated_at is null then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and (new.version, new.terms, new.note, new.effective_from, new.activated_by, new.activated_at)
    is not distinct from (old.version, old.terms, old.note, old.effective_from, old.activated_by, old.activated_at)
    then return new; end if;
  raise exception 'policy % is activated and cannot change', old.version using errcode = 'restrict_violation';
end $$;
create trigger activated_policies_stay before update or delete on policies
  for each row execute function refuse_change_of_activated_policy();

-- The heaviest grade that the policy in force bears of a lead department; null while the office has no policy of its own.
create function tolerated_grade(department uuid) returns text language sql stable parallel safe as $$
  select coalesce((select one->>'grade' from jsonb_array_elements(p.terms->'appetite'->'departments') one
    where (one->>'departmentId')::uuid = department), p.terms->'appetite'->>'usual')
  from policies p where p.activated_at is not null and p.effective_from <= seoul_today()
  order by p.effective_from desc, p.activated_at desc limit 1
$$;
`;

const AUTHORITY = `
create domain office_position as text check (value in ('staff', 'team-leader', 'division-head', 'bureau-head', 'office-head',
  'vice-mayor', 'mayor'));
-- 전결 위임: up to which position somebody decides in the name of the superiors.
alter table users add column delegated_position office_position;
-- Until now every officer decided on everything.
update users set delegated_position = 'office-head' where role = 'officer';

alter table decisions
  add column authority text not null default 'delegated' check (authority in ('own', 'delegated', 'recorded')),
  add column approved_position office_position,
  add column approved_name text,
  add column approved_doc_no text,
  add constraint recorded_names_who_approved
    check ((authority = 'recorded') = (approved_position is not null and approved_name is not null));
alter table decisions alter column authority drop default;
`;

const ISSUES = `
create domain treatment as text check (value in ('avoid', 'reduce', 'transfer', 'accept'));
create domain confidence as text check (value in ('low', 'medium', 'high'));
alter table issues
  add column treatment treatment,
  add column mode text check (mode in ('prevent', 'follow-up')),
  add column agenda boolean not null default false,
  add column confidence confidence,
  add column target_grade grade,
  -- As it was first weighed (최초 수준).
  add column inherent_grade grade,
  add column inherent_score numeric(5, 2) check (inherent_score between 0 and 100),
  -- Out of its turn in the queue, for a reason.
  add column placed text check (placed in ('first', 'last')),
  add column placed_reason text,
  add constraint placed_with_reason check ((placed is null) = (placed_reason is null));
update issues i set inherent_grade = a.grade, inherent_score = a.score
from (select distinct on (issue_id) issue_id, grade, score from assessments where stage = 'analyze'
  order by issue_id, revision) a where a.issue_id = i.id;
`;

const PARTS = `
-- What a person set a factor to; the newest of each factor counts, one without level leaves it to the machine again.
create table factor_levels (
  id uuid primary key,
  issue_id uuid not null references issues on delete cascade,
  factor text not null,
  level level,
  reason text not null,
  set_by uuid not null references users,
  set_at timestamptz not null default app_now()
);
create index factor_levels_issue on factor_levels (issue_id, factor, id desc);

create table acceptances (
  id uuid primary key,
  issue_id uuid not null references issues,
  revision int not null,
  grade grade not null,
  reason text not null,
  expires_on date not null,
  accepted_by uuid not null references users,
  accepted_at timestamptz not null default app_now(),
  authority text not null check (authority in ('own', 'delegated', 'recorded')),
  approved_position office_position,
  approved_name text,
  approved_doc_no text,
  treatment_before treatment,
  ended_at timestamptz,
  ended_by uuid references users,
  -- Expired, revoked, or overtaken by a material change.
  ended_as text check (ended_as in ('expired', 'revoked', 'voided')),
  end_reason text,
  constraint ended_as_something check ((ended_at is null) = (ended_as is null)),
  constraint revoked_with_reason check (ended_as <> 'revoked' or end_reason is not null)
);
create unique index one_acceptance_in_force on acceptances (issue_id) where ended_at is null;
create index acceptances_expiring on acceptances (expires_on) where ended_at is null;

alter table alternatives
  add column precedent text,
  add column chosen_at timestamptz,
  add column chosen_by uuid references users,
  add column choice_reason text,
  add constraint chosen_with_reason check (num_nonnulls(chosen_at, chosen_by, choice_reason) in (0, 3));
create unique index one_chosen_alternative on alternatives (issue_id) where chosen_at is not null;
`;
