import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible, visibleRequests } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { roundEnded } from '#rounds/standing.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { ASKER } from './asker.js';
import type { WorkKind } from './vocabulary.js';

export interface WorkQuery extends PageRequest {
  /** `mine`: what is mine by name or by standing in, or nobody's; else all of the department's or the office's. */
  scope?: 'mine' | 'all';
  kind?: WorkKind;
}

/** Something that waits for this person or their department: nothing that waits for others. */
export interface WorkItem {
  kind: WorkKind;
  requestId: string | null;
  /** Null of the monthly round, which is about no issue yet. */
  issueId: string | null;
  number: string | null;
  /** That the round asks about. */
  month: string | null;
  title: string;
  text: string | null;
  departmentId: string | null;
  grade: string | null;
  dueAt: string | null;
  /** Since when it waits. */
  since: string;
  overdue: boolean;
}

/** 내 업무: all that waits for a person, what is due first at the top. */
export function work(tx: Tx, principal: Principal, query: WorkQuery): Promise<Page<WorkItem>> {
  const mine = query.scope === 'mine';
  const parts =
    principal.role === 'department'
      ? [ofDepartment(principal, mine), rounds(principal)]
      : ofOffice(principal, mine);
  const from = sql`(${join(parts, ' union all ')}) w`;
  return readPage(
    tx,
    {
      json: sql`json_build_object('kind', w.kind, 'requestId', w.request_id, 'issueId', w.issue_id, 'number', w.number,
        'month', w.month, 'title', w.title, 'text', w.text, 'departmentId', w.department_id, 'grade', w.grade, 'dueAt', w.due_at,
        'since', w.since, 'overdue', coalesce(w.due_at < app_now(), false))`,
      from,
      where: [query.kind ? sql`w.kind = ${query.kind}` : sql`true`],
      id: 'w.id',
      orders: {
        dueAt: { by: `coalesce(w.due_at, 'infinity')`, type: 'timestamptz', descending: false },
        ...bothWays('since', 'w.since', 'timestamptz'),
      },
      defaultSort: 'dueAt',
    },
    query,
  );
}

const REQUEST = sql`q.id as request_id, q.issue_id, i.number, null::text as month, i.title, q.text, q.department_id, i.grade`;

/** What lies with a department, by where it stands on its way. */
function ofDepartment(principal: Principal, mine: boolean): Sql {
  // What was given to somebody who is away or gone waits for whoever is there.
  const whose = mine
    ? sql`(q.handler_id is null or ${isMine('q.handler_id', principal)}
        or not exists (select 1 from users h where h.id = q.handler_id and h.active and h.department_id = q.department_id))`
    : sql`true`;
  return sql`
    select q.id, x.kind, ${REQUEST}, x.due_at, x.since
    from requests q join issues i on i.id = q.issue_id
    cross join lateral (${PROGRESS_ASKED}) asked
    cross join lateral (select
        not exists (select 1 from requests c where c.collected_by = q.id
          and c.state in ('planned', 'delivered', 'acknowledged', 'refused', 'returned'))
        and exists (select 1 from requests c where c.collected_by = q.id and c.state <> 'cancelled') as complete) c
    cross join lateral (select
      case q.state when 'delivered' then 'acknowledge' when 'returned' then 'complete' when 'accepted' then 'progress'
        else case when q.assigned_at is null then 'assign' when c.complete then 'collect' else 'answer' end end as kind,
      case when q.state = 'acknowledged' and q.assigned_at is null then least(q.assign_by, q.due_at)
        when q.state <> 'accepted' then q.due_at end as due_at,
      coalesce(case q.state when 'acknowledged' then coalesce(q.assigned_at, q.acknowledged_at) when 'returned' then
        (select max(p.reviewed_at) from responses p where p.request_id = q.id) when 'accepted' then asked.at end, q.delivered_at) as since) x
    where (q.state in ('delivered', 'acknowledged', 'returned') or asked.at is not null) and i.stage <> 'closed'
      and ${visible(principal)} and ${visibleRequests(principal)} and ${whose}`;
}

const ROUND = sql`r.month::text as month,
      to_char(to_date(r.month, 'YYYY-MM'), 'YYYY"년" FMMM"월 예상 이슈 조회"') as title`;

/** A round until it ends; `text` says how many of how many departments have answered. By name it is of whoever opened it. */
const running = (principal: Principal, mine: boolean): Sql => sql`
    select md5(r.month)::uuid, 'gather', null::uuid, null::uuid, null, ${ROUND},
      (select count(*) filter (where exists (select 1 from round_answers a
          where a.month = rd.month and a.department_id = rd.department_id)) || '/' || count(*)
        from round_departments rd where rd.month = r.month), null::uuid, null::grade, r.due_at, r.opened_at
    from rounds r where not ${roundEnded}
      and ${mine ? sql`(r.opened_by is null or ${isMine('r.opened_by', principal)})` : sql`true`}`;

/** 수요조회 that the department has not answered. */
const rounds = ({ departmentId }: Principal): Sql => sql`
    select rd.id, 'foresee', null::uuid, null::uuid, null, ${ROUND}, null, rd.department_id, null::grade, r.due_at, r.opened_at
    from round_departments rd join rounds r on r.month = rd.month
    where rd.department_id = ${departmentId} and not ${roundEnded}
      and not exists (select 1 from round_answers a where a.month = rd.month and a.department_id = rd.department_id)`;

/** When it was asked how an accepted measure comes along (분기 이행점검), where nothing was said since. It is never late. */
const PROGRESS_ASKED = sql`select max(e.at) as at from events e where q.state = 'accepted' and e.subject = 'issue:' || q.issue_id
  and e.name = 'request.reminded' and e.payload->>'requestId' = q.id::text and e.payload->>'of' = 'progress'
  and e.at > (select max(p.posted_at) from responses p where p.request_id = q.id)`;

/** One's own, or that of whom one stands for today (대결·직무대리). */
const isMine = (person: string, { id }: Principal): Sql => sql`(${raw(person)} = ${id} or ${raw(person)} in (
  select absent_id from standing_deputies where deputy_id = ${id}))`;

/** What waits for the office: decisions, and what departments sent back. */
function ofOffice(principal: Principal, mine: boolean): Sql[] {
  const handles = mine ? isMine('i.created_by', principal) : sql`true`;
  const asked = mine ? isMine(ASKER, principal) : sql`true`;
  const decisions = sql`
    select i.id, case when i.state = 'review' then 'decide' else 'look-again' end as kind, null::uuid as request_id,
      i.id as issue_id, i.number, null::text as month, i.title, null::text as text, i.lead_department_id as department_id, i.grade,
      null::timestamptz as due_at, i.updated_at as since
    from issues i where (i.state = 'review' or i.needs_review) and i.stage <> 'closed' and ${visible(principal)} and ${handles}`;
  if (principal.role !== 'officer') return [decisions];
  return [
    decisions,
    running(principal, mine),
    sql`
    select q.id, case when q.state = 'refused' then 'settle' when q.department_id is null and q.state <> 'answered' then 'answer'
        else 'review' end as kind, ${REQUEST},
      case q.state when 'delivered' then q.due_at when 'returned' then null else q.office_by end as due_at, coalesce(q.refused_at, q.answered_at, q.delivered_at) as since
    from requests q join issues i on i.id = q.issue_id
    where (q.state in ('answered', 'refused') or (q.department_id is null and q.state in ('delivered', 'returned')))
      and i.stage <> 'closed' and ${visible(principal)} and ${asked}`,
  ];
}
