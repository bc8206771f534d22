import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files with their versions, conversations about issues and requests, and the templates of answers. */
export class FilesAndComments1763800000016 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(FILES);
    await run.query(COMMENTS);
    await run.query(ATTACHMENTS);
    await run.query(TEMPLATES);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const FILES = `
-- What somebody brought. The bytes lie in the storage under their hash, however many files are made of them.
create table files (
  id uuid primary key,
  -- The first of its versions names the series.
  series uuid not null,
  version int not null check (version > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  name text not null check (length(name) between 1 and 200),
  type text not null,
  uploaded_by uuid not null references users,
  uploaded_at timestamptz not null default app_now(),
  constraint one_file_a_version unique (series, version),
  constraint first_names_the_series check ((version = 1) = (id = series))
);
create index files_sha256 on files (sha256);
create index files_of_uploader on files (uploaded_by, sha256);
create index files_recent on files (uploaded_at);
`;

const COMMENTS = `
create table comments (
  id uuid primary key,
  issue_id uuid not null references issues,
  -- null: about the issue itself, which only the office speaks of.
  request_id uuid references requests,
  -- Whose conversation it is: the department that the request was with when it was written.
  department_id uuid references departments,
  -- 내부 메모: for the office only.
  internal boolean not null,
  text text not null check (length(text) between 1 and 10000),
  written_by uuid not null references users,
  written_at timestamptz not null default app_now(),
  edited_at timestamptz,
  withdrawn_at timestamptz,
  version int not null default 1,
  constraint shared_only_on_requests check (internal or request_id is not null)
);
create index comments_of_issue on comments (issue_id, written_at, id);
create index comments_of_request on comments (request_id, written_at, id) where request_id is not null;

-- Each wording as it was.
create table comment_versions (
  comment_id uuid not null references comments,
  version int not null check (version > 0),
  text text not null,
  at timestamptz not null default app_now(),
  primary key (comment_id, version)
);
create trigger comment_versions_insert_only before update or delete on comment_versions
  for each row execute function refuse_change();

create table comment_mentions (
  comment_id uuid not null references comments,
  user_id uuid not null references users,
  primary key (comment_id, user_id)
);
`;

const ATTACHMENTS = `
-- What a file hangs on: an answer, as its evidence, or a comment. Never taken off again.
create table attachments (
  id uuid primary key,
  file_id uuid not null references files,
  issue_id uuid not null references issues,
  response_id uuid references responses,
  comment_id uuid references comments,
  place int not null,
  note text check (length(note) between 1 and 500),
  added_by uuid not null references users,
  added_at timestamptz not null default app_now(),
  constraint hangs_on_one_thing check (num_nonnulls(response_id, comment_id) = 1),
  constraint once_per_answer unique (response_id, file_id),
  constraint once_per_comment unique (comment_id, file_id)
);
create index attachments_file on attachments (file_id);
create index attachments_issue on attachments (issue_id);
create trigger attachments_insert_only before update or delete on attachments
  for each row execute function refuse_change();
`;

const TEMPLATES = `
-- 회신 서식 of the office, or of a department for itself; the standard ones are config/answer-templates.ts.
create table answer_templates (
  id uuid primary key,
  -- null: the office's, for all departments.
  department_id uuid references departments,
  name text not null check (length(name) between 1 and 100),
  text text not null check (length(text) between 1 and 10000),
  status text check (status in ('done', 'underway', 'considering', 'not-acceptable', 'not-applicable')),
  -- Empty: for all.
  kinds jsonb not null default '[]',
  grades jsonb not null default '[]',
  created_by uuid not null references users,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  version int not null default 1,
  constraint one_template_a_name unique nulls not distinct (department_id, name)
);
`;
