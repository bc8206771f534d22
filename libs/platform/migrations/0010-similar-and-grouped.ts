import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was written since one last looked; issues merged, grouped, following a crisis; districts; fields by kind of issue. */
export class SimilarAndGrouped1763800000010 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(WRITTEN);
    await run.query(LINKS);
    await run.query(FIELDS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const WRITTEN = `
alter table issue_texts add column written xid8 not null default pg_current_xact_id();
create index issue_texts_written on issue_texts (written);

create or replace function keep_issue_text() returns trigger language plpgsql as $$
declare found text := search_text(new.title || ' ' || new.summary);
begin
  insert into issue_texts (issue_id, text, marks)
  values (new.id, found, lower(new.number) || ' ' || hangul_initials(found))
  on conflict (issue_id) do update set text = excluded.text, marks = excluded.marks, written = excluded.written;
  return null;
end $$;
`;

const LINKS = `
-- What a merge changed, so that it can be taken back; the row is gone when it was.
create table merges (
  issue_id uuid primary key references issues,
  into_id uuid not null references issues,
  at timestamptz not null default app_now(),
  -- Signals that went over.
  signals uuid[] not null,
  -- Of the issue it went into: how it stood, the revision that the signals made, and the decisions that made void.
  before jsonb not null,
  revision int not null,
  voided uuid[] not null
);

alter table issues
  add column parent_id uuid references issues,
  add column follow_up_of uuid references issues,
  add column handed_over_to uuid references departments,
  add constraint not_its_own_parent check (parent_id <> id),
  add constraint not_its_own_follow_up check (follow_up_of <> id);
alter table decisions add column hand_over_to uuid references departments;
create index issues_merged_into on issues (merged_into) where merged_into is not null;
create index issues_parent on issues (parent_id) where parent_id is not null;
create index issues_follow_up on issues (follow_up_of) where follow_up_of is not null;
`;

const FIELDS = `
alter table issues
  add column districts text[] not null default '{}',
  add column kind text,
  add column fields jsonb not null default '{}';
create index issues_districts on issues using gin (districts) where districts <> '{}';
`;
