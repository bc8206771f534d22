import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second wall asks once a query which issues are hidden, and not of each row whether its issue is found: that took as long
 * to plan as the query itself, and read all issues where many rows were asked of.
 */
export class ThinnerWall1763800000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HIDDEN);
    for (const [table, seen] of Object.entries(WALLS))
      await runner.query(`alter policy ${table}_read on ${table} using (${seen})`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const HIDDEN = `
-- The confidential issues that nobody whom the reading role reads for is named on. In plpgsql, which plans it once a connection.
create function hidden_issues() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  readers uuid[] := reading_for();
begin
  return coalesce((select array_agg(i.id) from issues i where i.confidential
    and not exists (select 1 from issue_readers r where r.issue_id = i.id and r.user_id = any (readers))), '{}');
end $$;
`;

/** Is not hidden. As a subquery of its own it is asked once a query and table, when the first row is met. */
export const seenIssue = (id: string): string => `not (${id} = any ((select hidden_issues())::uuid[]))`;

const OF_ISSUES = [
  'acceptances',
  'alternatives',
  'assessments',
  'attachments',
  'comments',
  'confidential_texts',
  'decisions',
  'department_moves',
  'escalations',
  'factor_levels',
  'follow_finds',
  'follow_up_questions',
  'issue_readers',
  'issue_reviews',
  'lesson_uses',
  'merges',
  'outlook_entries',
  'outlook_results',
  'requests',
];
/** Of these not every row is about an issue. */
const PERHAPS_OF_ISSUES = ['deliveries', 'follows'];
const PERHAPS_SEEN = `issue_id is null or ${seenIssue('issue_id')}`;

const WALLS: Record<string, string> = {
  issues: `not confidential or ${seenIssue('id')}`,
  ...Object.fromEntries(OF_ISSUES.map((table) => [table, seenIssue('issue_id')])),
  ...Object.fromEntries(PERHAPS_OF_ISSUES.map((table) => [table, PERHAPS_SEEN])),
  signals: `created_by = any (reading_for()) or ${PERHAPS_SEEN}`,
  warnings: `(${PERHAPS_SEEN}) and (cluster_id is null or story_is_seen(cluster_id))`,
  events: `case
    when subject like 'issue:%' or subject like 'note:%' then ${seenIssue(`substr(subject, strpos(subject, ':') + 1)::uuid`)}
    when subject like 'signal:%' and payload ? 'issueId' then ${seenIssue(`(payload->>'issueId')::uuid`)}
    else true end`,
};
