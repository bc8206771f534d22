import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signals that tell the same story are one cluster; what departments report is asked about, observed or dismissed. */
export class Clusters1763800000006 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(CLUSTERS);
    await run.query(QUESTIONS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const CLUSTERS = `
create table clusters (
  id uuid primary key,
  created_at timestamptz not null default app_now()
);

alter table signals
  -- Kept when the signal is attached or dismissed: taken back, it is where it was.
  add column cluster_id uuid references clusters,
  -- A person took it out of its cluster: the machine does not put it back.
  add column apart boolean not null default false,
  -- The open issue whose story it seems to tell; a person decides.
  add column likely_issue_id uuid references issues,
  add column likely_score numeric(4, 3) check (likely_score between 0 and 1),
  -- 게재면, e.g. A12면.
  add column placement text,
  -- When a person attached, dismissed or put it under observation: what was done together is taken back together.
  add column settled_at timestamptz,
  drop constraint signals_state_check,
  add constraint signals_state_check check (state in ('new', 'clustered', 'observed', 'attached', 'dismissed')),
  add constraint clustered_in_a_cluster check (state <> 'clustered' or cluster_id is not null),
  add constraint apart_from_clusters check (not apart or cluster_id is null),
  add constraint likely_with_score check ((likely_issue_id is null) = (likely_score is null));
create index signals_cluster on signals (cluster_id) where cluster_id is not null;
create index signals_waiting on signals (created_at desc, id desc) where state in ('new', 'clustered', 'observed');
create index signals_url on signals (url) where url is not null;
create index signals_likely on signals (likely_issue_id) where likely_issue_id is not null;
`;

const QUESTIONS = `
create table signal_questions (
  id uuid primary key,
  signal_id uuid not null references signals,
  text text not null,
  asked_by uuid not null references users,
  asked_at timestamptz not null default app_now(),
  answer text,
  answered_by uuid references users,
  answered_at timestamptz,
  constraint answered_by_somebody check (
    (answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index signal_questions_signal on signal_questions (signal_id, asked_at);
create unique index one_open_question on signal_questions (signal_id) where answer is null;
`;
