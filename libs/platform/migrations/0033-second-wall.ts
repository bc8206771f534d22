import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second wall around confidential issues: whatever a query forgets, the reading role finds nothing of an issue that nobody
 * it reads for is named on. Workers see all; so does the owner, or foreign keys would fail.
 */
export class SecondWall1763800000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    await runner.query(TEXTS);
    for (const [table, seen] of Object.entries(WALLS)) await runner.query(walled(table, seen));
    await runner.query(SEARCH);
    await runner.query(LOG);
    await runner.query(SECRETS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

/** Puts a table behind the wall: `seen` says which rows the reading role finds. */
export const walled = (table: string, seen: string): string => `
alter table ${table} enable row level security, force row level security;
create policy ${table}_all on ${table} to haechi_work, current_user using (true) with check (true);
create policy ${table}_read on ${table} for select to haechi_read using (${seen});
`;

/** What hangs on an issue is found where the issue is. */
export const withIssue = (table: string): string =>
  `exists (select 1 from issues i where i.id = ${table}.issue_id)`;

const FUNCTIONS = `
-- Whom the reading role reads for, set by \`readAs\`: nobody, one, or all who listen to one stream.
create function reading_for() returns uuid[] language sql stable parallel safe as $$
  select coalesce(string_to_array(nullif(current_setting('haechi.user_id', true), ''), ',')::uuid[], '{}')
$$;

-- Asked of confidential issues only, so it may cost a call.
create function named_on(issue uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from issue_readers r where r.issue_id = issue and r.user_id = any (reading_for()))
$$;

-- One signal of it on such an issue, and all of the story is.
create function story_is_seen(story uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select 1 from signals s join issues i on i.id = s.issue_id
    where s.cluster_id = story and i.confidential and not named_on(i.id))
$$;

create function file_is_seen(of_series uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from files f where f.series = of_series and f.uploaded_by = any (reading_for()))
    or exists (select 1 from files f join attachments a on a.file_id = f.id join issues i on i.id = a.issue_id
      where f.series = of_series and (not i.confidential or named_on(i.id)))
$$;
`;

// Operators that look into texts may not be asked of rows behind a wall before the wall is, so no index of them helps there: a
// search took 3.5 s instead of 0.1 ms. The texts of confidential issues therefore stand apart, few as they are; search asks both.
const TEXTS = `
create table confidential_texts (like issue_texts including defaults including constraints including indexes);
alter table confidential_texts add foreign key (issue_id) references issues on delete cascade;
insert into confidential_texts select t.* from issue_texts t join issues i on i.id = t.issue_id and i.confidential;
delete from issue_texts t using confidential_texts c where c.issue_id = t.issue_id;

create view issue_words with (security_invoker) as
select issue_id, text, marks, written from issue_texts union all select issue_id, text, marks, written from confidential_texts;

create or replace function keep_issue_text() returns trigger language plpgsql as $$
declare
  found text := search_text(new.title || ' ' || new.summary);
  kept text := case when new.confidential then 'confidential_texts' else 'issue_texts' end;
begin
  if tg_op = 'UPDATE' and new.confidential <> old.confidential then
    execute format('delete from %I where issue_id = $1', case when new.confidential then 'issue_texts' else 'confidential_texts' end)
      using new.id;
  end if;
  execute format('insert into %I as t (issue_id, text, marks) values ($1, $2, $3)
    on conflict (issue_id) do update set text = excluded.text, marks = excluded.marks, written = excluded.written', kept)
    using new.id, found, lower(new.number) || ' ' || hangul_initials(found);
  return null;
end $$;
drop trigger issues_text on issues;
create trigger issues_text after insert or update of title, summary, confidential on issues
  for each row execute function keep_issue_text();
`;

const OF_ISSUES = [
  'confidential_texts',
  'acceptances',
  'alternatives',
  'assessments',
  'attachments',
  'comments',
  'decisions',
  'escalations',
  'factor_levels',
  'follow_finds',
  'follow_up_questions',
  'issue_reviews',
  'lesson_uses',
  'merges',
  'outlook_entries',
  'outlook_results',
  'requests',
];
/** Of these not every row is about an issue. */
const PERHAPS_OF_ISSUES = ['deliveries', 'follows'];

const WALLS: Record<string, string> = {
  issues: 'not confidential or named_on(id)',
  issue_readers: `named_on(issue_id) or exists (select 1 from issues i where i.id = issue_id and not i.confidential)`,
  ...Object.fromEntries(OF_ISSUES.map((table) => [table, withIssue(table)])),
  ...Object.fromEntries(PERHAPS_OF_ISSUES.map((table) => [table, `issue_id is null or ${withIssue(table)}`])),
  responses: 'exists (select 1 from requests q where q.id = request_id)',
  comment_mentions: 'exists (select 1 from comments c where c.id = comment_id)',
  comment_versions: 'exists (select 1 from comments c where c.id = comment_id)',
  // To whoever reported it, a signal that has come to such an issue is there as before.
  signals: `issue_id is null or created_by = any (reading_for()) or ${withIssue('signals')}`,
  warnings: `(issue_id is null or ${withIssue('warnings')}) and (cluster_id is null or story_is_seen(cluster_id))`,
  signal_questions: 'exists (select 1 from signals s where s.id = signal_id)',
  files: 'file_is_seen(series)',
  events: `case
    when subject like 'issue:%' or subject like 'note:%' then
      exists (select 1 from issues i where i.id = substr(subject, strpos(subject, ':') + 1)::uuid)
    when subject like 'signal:%' and payload ? 'issueId' then
      exists (select 1 from issues i where i.id = (payload->>'issueId')::uuid)
    else true end`,
};

// Signals are put on confidential issues and taken off again. These say in which a word occurs, by ids only; who asked sees of
// them what it may.
const SEARCH = `
create function signals_with_text(word text) returns setof uuid language sql stable security definer
set search_path = public, pg_temp rows 1000 as $$
  select id from signals s
  where (hangul_bigrams(search_text(s.title)) @> hangul_bigrams(search_text(word)) or length(search_text(word)) < 2)
    and position(search_text(word) in search_text(s.title)) > 0
$$;
create function signals_with_marks(patterns text[]) returns setof uuid language sql stable security definer
set search_path = public, pg_temp rows 1000 as $$
  select id from signals s where s.marks like any (patterns)
$$;
`;

// Who keeps things going sees that something was sent, not what.
const LOG = `
create view delivery_log as
select l.id, e.name as event, l.channel, l.recipient_id, l.webhook_id, l.issue_id, l.state, l.attempts, l.fault, l.status, l.error,
  l.created_at, l.sent_at, l.due_at, l.target, case when l.channel = 'webhook' then l.body end as sent_body
from deliveries l join events e on e.id = l.event_id;
`;

// Nobody reads these for a person.
const SECRETS = `
revoke all on sign_in_limits, idempotency_keys from haechi_read;
do $$
begin
  execute (select format('revoke select on users from haechi_read; grant select (%s) on users to haechi_read',
    string_agg(quote_ident(attname), ', ')) from pg_attribute
    where attrelid = 'users'::regclass and attnum > 0 and not attisdropped and attname <> 'password_hash');
end $$;
`;
