import sql, { raw, type Sql } from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import type { Principal } from '#people/principal.js';
import { visible, visibleRequests } from '#people/visible.js';

/** An issue as its reader sees it, built by the database in one query. */
export interface IssueView {
  id: string;
  number: string;
  version: number;
  [field: string]: unknown;
}

/** A column that departments may not read. */
export const officeOnly = ({ role }: Principal, column: string): Sql =>
  role === 'department' ? sql`null` : sql`i.${raw(column)}`;

/** When an answer is due; to a department the first of its own. */
export const dueAt = (principal: Principal): Sql =>
  principal.role === 'department'
    ? sql`(select min(q.due_at) from requests q where q.issue_id = i.id and ${visibleRequests(principal)})`
    : sql`i.due_at`;

/** JSON of the issue `i`, for this reader: a department sees its own requests, and no scores. */
export function issueJson(principal: Principal): Sql {
  const forOffice = (column: string): Sql => officeOnly(principal, column);
  return sql`json_build_object(
    'id', i.id, 'number', i.number, 'title', i.title, 'summary', i.summary, 'channel', i.channel,
    'stage', i.stage, 'state', i.state, 'revision', i.revision, 'version', i.version,
    'grade', i.grade, 'direction', i.direction, 'score', ${forOffice('score')},
    'impact', ${forOffice('impact')}, 'likelihood', ${forOffice('likelihood')},
    'expectedMonth', i.expected_month, 'expectedReason', i.expected_reason, 'expectedOn', i.expected_on,
    'leadDepartmentId', i.lead_department_id, 'leadBy', i.lead_by, 'dueAt', ${dueAt(principal)},
    'confidential', i.confidential, 'needsReview', i.needs_review,
    'notes', i.notes, 'risks', i.risks,
    'outcome', i.outcome, 'lesson', i.lesson, 'mergedInto', i.merged_into, 'closedAt', i.closed_at,
    'createdBy', i.created_by, 'createdAt', i.created_at, 'updatedAt', i.updated_at,
    'signals', (select coalesce(json_agg(json_build_object('id', s.id, 'channel', s.channel, 'kind', s.kind,
        'title', s.title, 'outlet', s.outlet, 'url', s.url, 'publishedOn', s.published_on, 'count', s.count,
        'periodFrom', s.period_from, 'periodTo', s.period_to, 'baseline', s.baseline)
        order by s.published_on nulls last, s.created_at, s.id), '[]') from signals s where s.issue_id = i.id),
    'alternatives', (select coalesce(json_agg(json_build_object('id', a.id, 'horizon', a.horizon, 'text', a.text,
        'effect', a.effect, 'cost', a.cost, 'sideEffect', a.side_effect, 'recommended', a.recommended)
        order by a.place), '[]') from alternatives a where a.issue_id = i.id),
    'requests', (select coalesce(json_agg(${requestJson()} order by q.place), '[]') from requests q
        where q.issue_id = i.id and ${visibleRequests(principal)}),
    'readers', (select coalesce(json_agg(r.user_id), '[]') from issue_readers r where r.issue_id = i.id)
  )`;
}

/** JSON of the request `q` of the issue `i`, with the newest response to it. */
export const requestJson = (): Sql => sql`json_build_object(
  'id', q.id, 'issueId', q.issue_id, 'issueNumber', i.number, 'issueTitle', i.title, 'issueGrade', i.grade,
  'departmentId', q.department_id, 'departmentName', (select d.name from departments d where d.id = q.department_id),
  'horizon', q.horizon, 'text', q.text,
  'state', q.state, 'dueAt', q.due_at, 'docNo', q.doc_no, 'handlingUnit', q.handling_unit,
  'deliveredAt', q.delivered_at, 'acknowledgedAt', q.acknowledged_at, 'answeredAt', q.answered_at,
  'refusedAt', q.refused_at, 'refusalReason', q.refusal_reason, 'suggestedDepartmentId', q.suggested_department_id,
  'version', q.version,
  'response', (select ${responseJson()} from responses p where p.request_id = q.id order by p.version desc limit 1)
)`;

/** JSON of the response `p`. */
export const responseJson = (): Sql => sql`json_build_object(
  'id', p.id, 'requestId', p.request_id, 'version', p.version, 'text', p.text, 'status', p.status,
  'state', p.state, 'progress', p.progress, 'handlingUnit', p.handling_unit,
  'confirmedBy', case when p.confirmed_name is not null
    then json_build_object('position', p.confirmed_position, 'name', p.confirmed_name) end,
  'docNo', p.doc_no, 'postedBy', p.posted_by, 'postedByName', (select u.name from users u where u.id = p.posted_by),
  'postedAt', p.posted_at, 'reviewedBy', p.reviewed_by,
  'reviewedByName', (select u.name from users u where u.id = p.reviewed_by), 'reviewedAt', p.reviewed_at,
  'comment', p.comment
)`;

export async function viewIssues(tx: Tx, principal: Principal, ids: string[]): Promise<IssueView[]> {
  const query = sql`
    select ${issueJson(principal)} as view from unnest(${ids}::uuid[]) with ordinality as wanted(id, place)
    join issues i using (id) where ${visible(principal)} order by place`;
  const rows: { view: IssueView }[] = await tx.query(query.text, query.values);
  return rows.map(({ view }) => view);
}

/** @throws Problem `not-found` for an unknown issue and for one this reader may not see, alike. */
export async function viewIssue(tx: Tx, principal: Principal, id: string): Promise<IssueView> {
  const [view] = await viewIssues(tx, principal, [id]);
  if (!view) throw new Problem('not-found');
  return view;
}
