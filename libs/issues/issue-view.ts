import sql, { raw, type Sql } from 'sql-template-tag';
import { SCORING } from '#config/scoring.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import type { Principal } from '#people/principal.js';
import { attachmentsJson } from '#files/file-json.js';
import { GIVEN_BY_WHO_IS_ASKED, readableRequests, visible, visibleRequests } from '#people/visible.js';
import { belongingJson, lessonsJson } from './belonging-view.js';
import { GRADES, type Grade, type Place, type Stage, type State } from './vocabulary.js';
import { warningJson } from '#warnings/warning-json.js';

/** An issue as its reader sees it, built by the database in one query. */
export interface IssueView {
  id: string;
  number: string;
  version: number;
  title: string;
  stage: Stage;
  state: State;
  grade: Grade | null;
  expectedMonth: string | null;
  leadDepartmentId: string | null;
  dueAt: string | null;
  placed: Place | null;
  placedReason: string | null;
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

const heavier = (a: Sql, b: Sql): Sql =>
  sql`array_position(${[...GRADES]}::text[], ${a}::text) < array_position(${[...GRADES]}::text[], ${b}::text)`;

/** Heavier than the policy bears without measures (허용 수준 초과). */
export const aboveAppetite = sql`coalesce(i.stage <> 'closed' and i.treatment is distinct from 'accept'
  and ${heavier(sql`i.grade`, sql`coalesce(tolerated_grade(i.lead_department_id), ${SCORING.appetite.usual})`)}, false)`;

/** What a light issue need not have. */
const lacking = sql`case when i.grade = 'low' then '{}' else array[
    case when i.lead_department_id is null and i.direction = 'department' then 'no-lead' end,
    case when i.expected_month is null then 'no-expected-month' end,
    case when i.expected_month < to_char(seoul_today(), 'YYYY-MM') then 'month-passed' end,
    case when i.grade in ('critical', 'high') and i.risks = '[]' then 'no-risks' end,
    case when i.grade in ('critical', 'high')
      and (select count(*) from alternatives a where a.issue_id = i.id) < 2 then 'few-alternatives' end,
    case when i.stage = 'act' and i.grade in ('critical', 'high') and i.treatment is null then 'no-treatment' end,
    case when i.stage = 'act' and i.grade in ('critical', 'high') and i.target_grade is null then 'no-target' end,
    case when not exists (select 1 from signals s where s.issue_id = i.id) then 'no-signals' end
  ]::text[] end`;

/** What an issue lacks (자료 점검), as codes; of a closed one nothing is asked any more. */
const quality = sql`(case when i.stage in ('identify', 'closed') or i.grade is null then '{}' else array_remove(array[
    case when i.score is null then 'no-score' end,
    case when ${heavier(sql`i.target_grade`, sql`i.grade`)} then 'target-above-current' end
  ]::text[] || ${lacking}, null) end)`;

/** JSON of the issue `i`, for this reader: a department sees its own requests, and no scores. */
export function issueJson(principal: Principal): Sql {
  const forOffice = (column: string): Sql => officeOnly(principal, column);
  const office = principal.role === 'department' ? sql`false` : sql`true`;
  // Two: a function takes a hundred arguments.
  return sql`(jsonb_build_object(
    'id', i.id, 'number', i.number, 'title', i.title, 'summary', i.summary, 'channel', i.channel,
    'stage', i.stage, 'state', i.state, 'revision', i.revision, 'version', i.version,
    'grade', i.grade, 'direction', i.direction, 'score', ${forOffice('score')},
    'impact', ${forOffice('impact')}, 'likelihood', ${forOffice('likelihood')},
    'expectedMonth', i.expected_month, 'expectedReason', i.expected_reason, 'expectedOn', i.expected_on,
    'reviewDueOn', ${reviewDueOn(principal)}, 'followUpOn', ${followUpOn},
    'leadDepartmentId', i.lead_department_id, 'leadBy', i.lead_by, 'dueAt', ${dueAt(principal)},
    'confidential', i.confidential, 'needsReview', i.needs_review,
    'notes', i.notes, 'risks', i.risks,
    'treatment', i.treatment, 'mode', i.mode, 'agenda', i.agenda, 'confidence', ${forOffice('confidence')},
    'targetGrade', ${forOffice('target_grade')},
    'levels', case when ${office} then json_build_object(
        'inherent', json_build_object('grade', i.inherent_grade, 'score', i.inherent_score),
        'current', json_build_object('grade', i.grade, 'score', i.score),
        'target', json_build_object('grade', i.target_grade, 'score', null)) end,
    'aboveAppetite', ${office} and ${aboveAppetite},
    'placed', ${forOffice('placed')}, 'placedReason', ${forOffice('placed_reason')},
    'quality', case when ${office} then to_json(${quality}) else '[]' end,
    'acceptance', case when ${office} then (select json_build_object('id', c.id, 'reason', c.reason, 'grade', c.grade,
        'expiresOn', c.expires_on, 'acceptedBy', (select u.name from users u where u.id = c.accepted_by),
        'acceptedAt', c.accepted_at, 'authority', c.authority, 'approval', ${approvalJson('c')})
        from acceptances c where c.issue_id = i.id and c.ended_at is null) end,
    'outcome', i.outcome, 'lesson', i.lesson, 'closedAt', i.closed_at,
    'createdBy', i.created_by, 'createdAt', i.created_at, 'updatedAt', i.updated_at,
    'signals', (select coalesce(json_agg(json_build_object('id', s.id, 'channel', s.channel, 'kind', s.kind,
        'title', s.title, 'outlet', s.outlet, 'url', s.url, 'publishedOn', s.published_on, 'count', s.count,
        'periodFrom', s.period_from, 'periodTo', s.period_to, 'baseline', s.baseline)
        order by s.published_on nulls last, s.created_at, s.id), '[]') from signals s where s.issue_id = i.id),
    'alternatives', (select coalesce(json_agg(json_build_object('id', a.id, 'horizon', a.horizon, 'text', a.text,
        'effect', a.effect, 'cost', a.cost, 'sideEffect', a.side_effect, 'precedent', a.precedent, 'recommended', a.recommended,
        'chosenAt', a.chosen_at, 'chosenBy', (select u.name from users u where u.id = a.chosen_by),
        'choiceReason', ${principal.role === 'department' ? sql`null` : sql`a.choice_reason`})
        order by a.place), '[]') from alternatives a where a.issue_id = i.id),
    'requests', (select coalesce(json_agg(${requestJson()} order by q.place), '[]') from requests q
        where q.issue_id = i.id and ${readableRequests(principal)}),
    'warnings', ${warningsOf(principal)},
    'readers', (select coalesce(json_agg(r.user_id), '[]') from issue_readers r where r.issue_id = i.id)
  ) || ${belongingJson(principal)} || ${lessonsJson(principal)})`;
}

/** The next review of what is open; the office's own business. */
const reviewDueOn = ({ role }: Principal): Sql =>
  role === 'department' ? sql`null` : sql`case when i.stage = 'act' then i.review_due_on end`;

/** When it is asked whether it happened again, until somebody answers. */
const followUpOn = sql`(select f.ask_on from follow_up_questions f
  where f.issue_id = i.id and f.answered_at is null and f.dropped_at is null)`;

/** Who approved what is only recorded here; null where the one who acted had the right. */
export const approvalJson = (
  alias: string,
): Sql => sql`case when ${raw(alias)}.approved_name is not null then json_build_object(
  'position', ${raw(alias)}.approved_position, 'name', ${raw(alias)}.approved_name, 'docNo', ${raw(alias)}.approved_doc_no) end`;

/** What rules of early warning rang for, newest first; nothing to departments. */
const warningsOf = ({ role }: Principal): Sql =>
  role === 'department'
    ? sql`'[]'::json`
    : sql`(select coalesce(json_agg(${warningJson} order by w.raised_at desc, w.id), '[]') from warnings w
        where w.issue_id = i.id)`;

const nameOf = (column: string): Sql => sql`(select u.name from users u where u.id = ${raw(column)})`;

/** What a department sent back and the office has not settled yet: a refusal, or an answer to be judged. */
export const WAITS_FOR_OFFICE = sql`(q.state in ('answered', 'refused') and i.stage <> 'closed')`;

/** JSON of the request `q` of the issue `i`, with the newest response to it. */
export const requestJson = (): Sql => sql`json_build_object(
  'id', q.id, 'issueId', q.issue_id, 'issueNumber', i.number, 'issueTitle', i.title, 'issueGrade', i.grade, 'issueStage', i.stage,
  'departmentId', q.department_id, 'departmentName', (select d.name from departments d where d.id = q.department_id),
  'horizon', q.horizon, 'text', q.text,
  'state', q.state, 'dueAt', q.due_at,
  'acknowledgeBy', q.acknowledge_by, 'acknowledgementOverdue', coalesce(q.state = 'delivered' and q.acknowledge_by < app_now(), false), 'docNo', q.doc_no, 'handlingUnit', q.handling_unit,
  'relatedBody', q.related_body, 'requestedByName', ${nameOf('q.requested_by')}, 'deliveredAt', q.delivered_at,
  'acknowledgedAt', q.acknowledged_at, 'acknowledgedByName', ${nameOf('q.acknowledged_by')},
  'assignBy', q.assign_by, 'assignedAt', q.assigned_at, 'assignedByName', ${nameOf('q.assigned_by')},
  'handlerId', q.handler_id, 'handlerName', ${nameOf('q.handler_id')}, 'answeredAt', q.answered_at,
  'collectedBy', q.collected_by, 'collects', (select coalesce(json_agg(json_build_object('requestId', c.id,
    'departmentId', c.department_id, 'departmentName', (select d.name from departments d where d.id = c.department_id),
    'state', c.state) order by c.place), '[]') from requests c where c.collected_by = q.id and c.state <> 'cancelled'),
  'refusedAt', q.refused_at, 'refusedByName', ${nameOf('q.refused_by')}, 'refusalReason', q.refusal_reason, 'suggestedDepartmentId', q.suggested_department_id,
  'officeBy', case when ${WAITS_FOR_OFFICE} then q.office_by end,
  'version', q.version,
  'response', (select ${responseJson()} from responses p where p.request_id = q.id and ${GIVEN_BY_WHO_IS_ASKED}
    order by p.version desc limit 1)
)`;

/** JSON of the response `p`. */
export const responseJson = (): Sql => sql`json_build_object(
  'id', p.id, 'requestId', p.request_id, 'version', p.version, 'text', p.text, 'status', p.status,
  'state', p.state, 'progress', p.progress, 'handlingUnit', p.handling_unit,
  'confirmedBy', case when p.confirmed_name is not null
    then json_build_object('position', p.confirmed_position, 'name', p.confirmed_name) end,
  'docNo', p.doc_no, 'confirmation', p.confirmation,
  'consolidates', (select json_agg(json_build_object('requestId', c->>'requestId', 'responseId', c->>'responseId',
    'departmentName', (select d.name from requests k join departments d on d.id = k.department_id
      where k.id = (c->>'requestId')::uuid)) order by place)
    from jsonb_array_elements(p.consolidates) with ordinality as x(c, place)), 'missingReason', p.missing_reason,
  'postedBy', p.posted_by, 'postedByName', (select u.name from users u where u.id = p.posted_by),
  'postedAt', p.posted_at, 'reviewedBy', p.reviewed_by,
  'reviewedByName', (select u.name from users u where u.id = p.reviewed_by), 'reviewedAt', p.reviewed_at,
  'comment', p.comment, 'evidence', ${attachmentsJson(sql`a.response_id = p.id`)}
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
