import sql from 'sql-template-tag';
import { AWAITED_STATES } from '#actions/vocabulary.js';
import { emit } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { wrongField } from '#platform/problem.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import { changeIssue, holdIssue, require } from './hold-issue.js';
import { aboveAppetite, viewIssues, type IssueView } from './issue-view.js';
import { ahead, rank, type Rankable } from './rules/rank.js';
import { atLeast } from './rules/grade.js';
import type { Grade, Place, RankReason } from './vocabulary.js';

export interface QueueItem {
  rank: number;
  points: number;
  parts: { reason: RankReason; points: number }[];
  issue: IssueView;
}

/** More than an office has open; of more, the heaviest. */
export const RANKED = 2000;

/** Open issues in the order in which they should be looked at, each with what puts it there. */
export async function queue(tx: Tx, principal: Principal, limit: number): Promise<QueueItem[]> {
  const query = sql`
    select i.id, i.grade, i.score, i.expected_month as "expectedMonth", i.placed,
      case when i.stage = 'act' and i.needs_review then (select p.findings->>'grade' from assessments p
        where p.issue_id = i.id and p.stage = 'prioritize' and p.revision = i.revision) end as proposed,
      (select min(q.due_at at time zone 'Asia/Seoul')::date from requests q
        where q.issue_id = i.id and q.state = any(${[...AWAITED_STATES]})) as "dueOn", (i.state = 'review' or i.needs_review) as waits,
      ${aboveAppetite} as "aboveAppetite", seoul_today() as today
    from issues i where i.stage <> 'closed' and ${visible(principal)}
    order by array_position(array['critical', 'high', 'moderate', 'low'], i.grade::text) nulls last,
      i.score desc nulls last, i.id limit ${RANKED}`;
  const open: (Rankable & { id: string; today: string; proposed: Grade | null })[] = await tx.query(
    query.text,
    query.values,
  );
  const order = open
    .map((issue) => ({
      id: issue.id,
      placed: issue.placed,
      // What departments work on counts as what it has become, until somebody has looked.
      ...rank({ ...issue, grade: heavier(issue.grade, issue.proposed) }, issue.today),
    }))
    .toSorted(ahead)
    .slice(0, limit);
  const views = await viewIssues(
    tx,
    principal,
    order.map(({ id }) => id),
  );
  const byId = new Map(views.map((view) => [view.id, view]));
  return order.flatMap(({ id, points, parts }, i) => {
    const issue = byId.get(id);
    return issue ? [{ rank: i + 1, points, parts, issue }] : [];
  });
}

const heavier = (a: Grade | null, b: Grade | null): Grade | null => (a && b && !atLeast(a, b) ? b : a);

/** Puts an issue out of its turn, for a reason; null puts it back. */
export async function placeIssue(
  tx: Tx,
  by: Principal,
  id: string,
  { place, reason }: { place: Place | null; reason?: string | null },
  expected: number | null,
): Promise<void> {
  if (place && !reason) throw wrongField('reason', 'required');
  const issue = await holdIssue(tx, by, id, expected);
  require(issue, issue.stage !== 'closed');
  await changeIssue(tx, id, { placed: place, placedReason: place ? reason! : null });
  const changes = {
    placed: [issue.placed, place],
    placedReason: [issue.placedReason, place ? reason : null],
  };
  await emit(tx, issueSubject(id), 'issue.amended', { issueId: id }, { by, changes: changes as never });
}
