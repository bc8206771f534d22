import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';

export interface SignalView {
  id: string;
  version: number;
  [field: string]: unknown;
}

/**
 * A signal on an issue is seen by those who see the issue; a free one by all who work with signals. A department sees what its
 * own people reported, whatever became of it.
 */
export function visibleSignals(principal: Principal): Sql {
  if (principal.role === 'department')
    return sql`exists (select 1 from users u where u.id = s.created_by and u.department_id = ${principal.departmentId})`;
  return sql`(s.issue_id is null or ${onVisibleIssue(principal)})`;
}

const onVisibleIssue = (principal: Principal): Sql =>
  sql`exists (select 1 from issues i where i.id = s.issue_id and ${visible(principal)})`;

/** The issue a signal may belong to: still open, or where it went; for those who see it. */
export const likelyIssueJson = (principal: Principal): Sql =>
  sql`(select json_build_object('id', i.id, 'number', i.number, 'title', i.title, 'score', s.likely_score)
    from issues known join issues i on i.id = coalesce(known.merged_into, known.id)
    where known.id = s.likely_issue_id and i.stage <> 'closed' and ${visible(principal)})`;

const QUESTIONS = sql`(select coalesce(json_agg(json_build_object('id', q.id, 'text', q.text, 'askedAt', q.asked_at,
  'answer', q.answer, 'answeredAt', q.answered_at) order by q.asked_at, q.id), '[]')
  from signal_questions q where q.signal_id = s.id)`;

/** What a department said with it when it was asked what it expects (수요조회). */
const FORECAST = sql`(select json_build_object('month', x.month, 'departmentId', x.department_id, 'text', x.text,
    'expectedMonth', x.expected_month, 'expectedOn', x.expected_on, 'alternative', x.alternative)
  from round_items x where x.signal_id = s.id)`;

// To whoever reported it, one on a confidential issue is as if nobody had looked at it yet.
const hidden = (principal: Principal): Sql =>
  sql`(s.issue_id is not null and not exists (select 1 from issues i where i.id = s.issue_id
    and (not i.confidential or ${visible(principal)})))`;

/** The state that a reader may know. */
export const shownState = (principal: Principal): Sql =>
  principal.role === 'department'
    ? sql`(case when s.state = 'clustered' or ${hidden(principal)} then 'new' else s.state end)`
    : sql`s.state`;

/** When somebody settled it, as its reader may know it. */
export const settledAt = (principal: Principal): Sql =>
  principal.role === 'department'
    ? sql`case when not ${hidden(principal)} then s.settled_at end`
    : sql`s.settled_at`;

/** Where a signal stands, as its reader may know it. */
function standing(principal: Principal): Sql {
  if (principal.role !== 'department')
    return sql`'state', s.state, 'issueId', s.issue_id, 'clusterId', s.cluster_id, 'settledAt', s.settled_at,
      'version', s.version, 'likelyIssue', case when s.state in ('new', 'clustered', 'observed') then ${likelyIssueJson(principal)} end`;
  return sql`'state', ${shownState(principal)},
    'issueId', case when ${onVisibleIssue(principal)} then s.issue_id end, 'clusterId', null,
    'settledAt', ${settledAt(principal)}, 'version', s.version - case when ${hidden(principal)} then 1 else 0 end, 'likelyIssue', null`;
}

export const signalJson = (
  principal: Principal,
): Sql => sql`json_build_object('id', s.id, 'channel', s.channel,
  'kind', s.kind, 'title', s.title, 'outlet', s.outlet, 'placement', s.placement, 'url', s.url,
  'publishedOn', s.published_on, 'count', s.count, 'periodFrom', s.period_from, 'periodTo', s.period_to,
  'baseline', s.baseline, 'body', s.body, 'externalId', s.external_id, ${standing(principal)},
  'dismissalReason', s.dismissal_reason, 'createdBy', s.created_by, 'createdAt', s.created_at,
  'reportedBy', (select u.department_id from users u where u.id = s.created_by and u.role = 'department'),
  'questions', ${QUESTIONS}, 'forecast', ${FORECAST})`;

/** @throws Problem `not-found` for an unknown signal and for one this reader may not see, alike. */
export async function viewSignal(tx: Tx, principal: Principal, id: string): Promise<SignalView> {
  const query = sql`select ${signalJson(principal)} as view from signals s
    where s.id = ${id} and ${visibleSignals(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}
