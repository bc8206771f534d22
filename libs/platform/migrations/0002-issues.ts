import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signals, issues and what belongs to them, requests and responses. */
export class Issues1763800000002 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(ISSUES);
    await run.query(PARTS);
    await run.query(ACTIONS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const ISSUES = `
create domain channel as text check (value in ('politics', 'press', 'audit', 'complaint', 'own'));
create domain grade as text check (value in ('critical', 'high', 'moderate', 'low'));
create domain direction as text check (value in ('self', 'department'));
create domain stage as text check (value in ('identify', 'analyze', 'prioritize', 'act', 'closed'));
create domain level as int check (value between 1 and 5);
create domain month as text check (value ~ '^\\d{4}-(0[1-9]|1[0-2])$');
create domain outcome as text check (value in ('prevented', 'eased', 'occurred', 'spread', 'did-not-occur',
  'not-a-risk', 'not-ours', 'ended', 'long-term', 'crisis', 'duplicate'));

-- Bumped inside the creating transaction, so numbers are without gaps as far as commits allow.
create table counters (
  series text not null,
  year int not null,
  last int not null,
  primary key (series, year)
);

create table issues (
  id uuid primary key,
  number text not null unique,
  title text not null,
  summary text not null,
  channel channel not null,
  stage stage not null default 'identify',
  state text not null default 'processing' check (state in ('processing', 'review', 'open', 'parked', 'done')),
  revision int not null default 1,
  version int not null default 1,
  grade grade,
  direction direction,
  score numeric(5, 2) check (score between 0 and 100),
  impact level,
  likelihood level,
  expected_month month,
  expected_by text check (expected_by in ('officer', 'rule')),
  expected_reason text,
  expected_on date,
  lead_department_id uuid references departments,
  lead_by text check (lead_by in ('officer', 'rule')),
  due_at timestamptz,
  confidential boolean not null default false,
  -- A later assessment asks for a look while departments are at work.
  needs_review boolean not null default false,
  notes jsonb not null default '[]',
  risks jsonb not null default '[]',
  created_by uuid references users,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  closed_at timestamptz,
  outcome outcome,
  lesson text,
  closed_by uuid references users,
  -- Reopening returns to where the issue was closed.
  closed_from jsonb,
  merged_into uuid references issues,
  constraint closed_has_outcome check ((stage = 'closed') = (outcome is not null and closed_at is not null)),
  constraint closed_is_done check (stage <> 'closed' or state = 'done'),
  constraint not_merged_into_itself check (merged_into <> id)
);
create index issues_recent on issues (created_at desc, id desc);
create index issues_confidential on issues (created_at desc, id desc) where confidential;
create index issues_stage on issues (stage, state, created_at desc, id desc);
create index issues_grade on issues (grade, created_at desc, id desc);
create index issues_lead on issues (lead_department_id, created_at desc, id desc);
create index issues_expected on issues (expected_month, created_at desc, id desc);
create index issues_due on issues (due_at) where stage <> 'closed';

-- What search reads. Apart from the issues: stages write those again and again, and each time their words would be indexed anew.
create table issue_texts (
  issue_id uuid primary key references issues on delete cascade,
  text text not null
);
create index issue_texts_words on issue_texts using gin (hangul_bigrams(text));
create function keep_issue_text() returns trigger language plpgsql as $$
begin
  insert into issue_texts values (new.id, search_text(new.title || ' ' || new.summary))
  on conflict (issue_id) do update set text = excluded.text;
  return null;
end $$;
create trigger issues_text after insert or update of title, summary on issues
  for each row execute function keep_issue_text();

create table issue_readers (
  issue_id uuid not null references issues on delete cascade,
  user_id uuid not null references users,
  primary key (issue_id, user_id)
);
create index issue_readers_user on issue_readers (user_id);

create table signals (
  id uuid primary key,
  channel channel not null,
  kind text,
  title text not null,
  outlet text,
  url text,
  published_on date,
  count int check (count >= 0),
  period_from date,
  period_to date,
  baseline numeric check (baseline >= 0),
  body text,
  external_id text,
  state text not null default 'new' check (state in ('new', 'clustered', 'attached', 'dismissed')),
  issue_id uuid references issues,
  dismissal_reason text,
  created_by uuid not null references users,
  created_at timestamptz not null default app_now(),
  version int not null default 1,
  constraint attached_to_an_issue check ((state = 'attached') = (issue_id is not null)),
  constraint dismissed_with_reason check ((state = 'dismissed') = (dismissal_reason is not null)),
  constraint period_runs_forward check (period_to >= period_from)
);
create unique index signals_external on signals (created_by, external_id) where external_id is not null;
create index signals_recent on signals (created_at desc, id desc);
create index signals_issue on signals (issue_id) where issue_id is not null;
`;

const PARTS = `
create table alternatives (
  id uuid primary key,
  issue_id uuid not null references issues on delete cascade,
  place int not null,
  horizon text check (horizon in ('short', 'long', 'none')),
  text text not null,
  effect text,
  cost text,
  side_effect text,
  recommended boolean not null default false,
  unique (issue_id, place)
);

create table decisions (
  id uuid primary key,
  issue_id uuid not null references issues,
  stage stage not null,
  revision int not null,
  outcome text not null check (outcome in ('confirm', 'override', 'reject', 'merge', 'crisis')),
  reason text,
  grade grade,
  direction direction,
  lead_department_id uuid references departments,
  due_at timestamptz,
  merge_into uuid references issues,
  decided_by uuid not null references users,
  on_behalf_of uuid references users,
  decided_at timestamptz not null default app_now(),
  -- Set when a later revision made it void; the row itself stays.
  voided_at timestamptz,
  constraint override_has_reason check (outcome <> 'override' or reason is not null)
);
create index decisions_issue on decisions (issue_id, decided_at);

create table assessments (
  id uuid primary key,
  issue_id uuid not null references issues,
  revision int not null,
  stage stage not null,
  -- 'act' takes effect once per decision; the other stages once per revision.
  decision_id uuid references decisions,
  policy_version text not null,
  score numeric(5, 2),
  grade grade,
  factors jsonb not null default '[]',
  findings jsonb not null default '{}',
  at timestamptz not null default app_now(),
  constraint once_per_revision unique nulls not distinct (issue_id, revision, stage, decision_id),
  constraint decided_only_in_act check (decision_id is null or stage = 'act')
);
-- What a stage found is read often and written once: kept beside its row, and not compressed.
alter table assessments set (toast_tuple_target = 8160);
create unique index identified_once on assessments (issue_id) where stage = 'identify';
`;

const ACTIONS = `
create table requests (
  id uuid primary key,
  issue_id uuid not null references issues,
  place int not null,
  -- null: a task the office keeps for itself (자체관리).
  department_id uuid references departments,
  horizon text check (horizon in ('short', 'long')),
  text text not null,
  state text not null default 'planned'
    check (state in ('planned', 'delivered', 'acknowledged', 'refused', 'answered', 'accepted', 'returned', 'cancelled')),
  due_at timestamptz,
  doc_no text,
  handling_unit text,
  requested_by uuid references users,
  delivered_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid references users,
  answered_at timestamptz,
  refused_at timestamptz,
  refused_by uuid references users,
  refusal_reason text,
  suggested_department_id uuid references departments,
  -- Where a request stood when its issue was closed; reopening resumes it.
  withdrawn_from text,
  created_at timestamptz not null default app_now(),
  version int not null default 1,
  unique (issue_id, place),
  constraint delivered_has_its_time check (state in ('planned', 'cancelled') or delivered_at is not null),
  constraint refused_with_reason check (state <> 'refused' or (refusal_reason is not null and refused_at is not null)),
  constraint answered_has_its_time check (state not in ('answered', 'accepted') or answered_at is not null)
);
create index requests_department on requests (department_id, state, due_at);
create index requests_issue on requests (issue_id);
create index requests_open_due on requests (due_at) where state in ('delivered', 'acknowledged', 'returned');

create table responses (
  id uuid primary key,
  request_id uuid not null references requests,
  version int not null check (version > 0),
  text text not null,
  status text check (status in ('done', 'underway', 'considering', 'not-acceptable', 'not-applicable')),
  progress int check (progress between 0 and 100),
  state text not null default 'submitted' check (state in ('submitted', 'accepted', 'returned')),
  handling_unit text,
  confirmed_position text,
  confirmed_name text,
  doc_no text,
  posted_by uuid not null references users,
  posted_at timestamptz not null default app_now(),
  reviewed_by uuid references users,
  reviewed_at timestamptz,
  comment text,
  unique (request_id, version),
  constraint confirmed_by_somebody check ((confirmed_position is null) = (confirmed_name is null)),
  constraint returned_with_comment check (state <> 'returned' or comment is not null),
  constraint reviewed_has_its_time check ((state = 'submitted') = (reviewed_at is null))
);
`;
