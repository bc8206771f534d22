import { overdue } from '#actions/overdue.js';
import { GIVEN_BY_WHO_IS_ASKED } from '#people/visible.js';

/**
 * JSON of the issue `i`, whose lead is `lead`, as papers tell it: with the newest response to each request of those `p` that count.
 */
export const reportIssueJson = (responses = 'true'): string => `json_build_object(
  'number', i.number, 'title', i.title, 'channel', i.channel, 'grade', i.grade,
  'direction', coalesce(i.direction, 'self'), 'score', i.score,
  'impact', i.impact, 'likelihood', i.likelihood, 'expectedMonth', i.expected_month,
  'expectedReason', i.expected_reason, 'expectedOn', i.expected_on, 'leadDepartment', lead.name,
  'supportingDepartments', (select coalesce(json_agg(name order by no), '[]') from (select distinct d.name, d.no from requests q
     join departments d on d.id = q.department_id
     where q.issue_id = i.id and q.department_id is distinct from i.lead_department_id) supporting),
  'summary', i.summary, 'notes', i.notes, 'risks', i.risks, 'outcome', i.outcome,
  'coverage', (select coalesce(json_agg(json_build_object('channel', s.channel, 'title', s.title, 'outlet', s.outlet,
     'publishedOn', s.published_on, 'count', s.count) order by s.published_on nulls last, s.created_at, s.id), '[]')
     from signals s where s.issue_id = i.id),
  'requests', (select coalesce(json_agg(json_build_object('horizon', q.horizon, 'text', q.text, 'department', d.name,
     'dueOn', (q.due_at at time zone 'Asia/Seoul')::date, 'state', q.state,
     'overdue', coalesce(${overdue('q').text}, false)) order by q.place), '[]')
     from requests q left join departments d on d.id = q.department_id
     where q.issue_id = i.id and (q.state <> 'cancelled' or q.withdrawn_from is not null)),
  'alternatives', (select coalesce(json_agg(json_build_object('horizon', a.horizon, 'text', a.text, 'effect', a.effect,
     'cost', a.cost, 'sideEffect', a.side_effect, 'recommended', a.recommended, 'chosen', a.chosen_at is not null) order by a.place), '[]')
     from alternatives a where a.issue_id = i.id),
  'responses', (select coalesce(json_agg(json_build_object('department', coalesce(d.name, '평가담당관'), 'text', p.text,
     'answeredOn', (p.posted_at at time zone 'Asia/Seoul')::date, 'docNo', p.doc_no, 'status', p.status,
     'progress', p.progress, 'state', p.state) order by q.place), '[]')
     from requests q left join departments d on d.id = q.department_id
     join lateral (select * from responses p where p.request_id = q.id and ${GIVEN_BY_WHO_IS_ASKED.text} and ${responses} order by p.version desc limit 1) p on true
     where q.issue_id = i.id)
)`;
