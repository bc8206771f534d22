import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem } from '#platform/problem.js';
import { shownState, visibleSignals } from '#signals/signal-view.js';
import { expectedOf, type ExpectedIssue } from './expected.js';
import type { SignalState } from '#signals/vocabulary.js';
import { roundEnded } from './standing.js';
import type { RoundStanding, RoundState } from './vocabulary.js';

export interface RoundDepartment {
  name: string;
  standing: RoundStanding;
  /** The newest first. */
  answers: RoundVersion[];
}

interface RoundVersion {
  late: boolean;
  note: string | null;
  items: ReportedIssue[];
  answeredAt: string;
  confirmedBy: { position: string; name: string } | null;
}

interface ReportedIssue {
  title: string;
  text: string;
  expectedMonth: string;
  expectedOn: string | null;
  alternative: string | null;
  state: SignalState;
  issueId: string | null;
  issueNumber: string | null;
}

export interface RoundView {
  month: string;
  state: RoundState;
  /** Of a department its own part of the round, so that it tells nothing of others. */
  version: number;
  departments: RoundDepartment[];
  /** What is expected of the department that looks; null to the office. */
  expected: ExpectedIssue[] | null;
}

const STATE = sql`case when ${roundEnded} then 'closed' else 'open' end`;

/** The departments of a round that a reader sees: a department itself. */
const own = ({ role, departmentId }: Principal): Sql =>
  role === 'department' ? sql`rd.department_id = ${departmentId}` : sql`true`;

/** What a department expects, as far as the reader sees the signals that it became. */
const items = (principal: Principal): Sql => sql`(
  select coalesce(json_agg(json_build_object('signalId', s.id, 'title', s.title, 'text', x.text,
      'expectedMonth', x.expected_month, 'expectedOn', x.expected_on, 'alternative', x.alternative,
      'state', ${shownState(principal)}, 'issueId', i.id, 'issueNumber', i.number) order by array_position(a.signal_ids, s.id)), '[]')
  from signals s join round_items x on x.signal_id = s.id
  left join issues i on i.id = s.issue_id and ${visible(principal)}
  where s.id = any(a.signal_ids) and ${visibleSignals(principal)})`;

const remarks = (principal: Principal): Sql => sql`(
  select coalesce(json_agg(json_build_object('issueId', i.id, 'number', i.number, 'title', i.title,
      'stands', m.one->>'stands', 'text', m.one->>'text') order by m.n), '[]')
  from jsonb_array_elements(a.remarks) with ordinality m(one, n) join issues i on i.id = (m.one->>'issueId')::uuid
  where not i.confidential and ${visible(principal)})`;

const answers = (principal: Principal): Sql => sql`(
  select coalesce(json_agg(json_build_object('version', a.version, 'kind', a.kind, 'late', a.late, 'note', a.note,
      'items', ${items(principal)}, 'remarks', ${remarks(principal)}, 'answeredBy', u.name, 'answeredAt', a.answered_at,
      'confirmedBy', case when a.confirmed_name is not null then
        json_build_object('position', a.confirmed_position, 'name', a.confirmed_name) end) order by a.version desc), '[]')
  from round_answers a join users u on u.id = a.answered_by
  where a.month = r.month and a.department_id = rd.department_id)`;

/** Who confirmed the department's last answer, in whatever round: the next one is half filled in. */
const CONFIRMER = sql`(
  select json_build_object('position', a.confirmed_position, 'name', a.confirmed_name)
  from round_answers a where a.department_id = rd.department_id and a.confirmed_name is not null
  order by a.answered_at desc limit 1)`;

const NEWEST = sql`(select a.kind from round_answers a where a.month = r.month and a.department_id = rd.department_id
  order by a.version desc limit 1)`;

const departments = (principal: Principal): Sql => sql`(
  select coalesce(json_agg(json_build_object('departmentId', d.id, 'name', d.name, 'standing', coalesce(${NEWEST}, 'waiting'),
      'people', (select count(*) from users u where u.department_id = d.id and u.role = 'department' and u.active),
      'remindedAt', rd.reminded_at, 'lastConfirmedBy', ${CONFIRMER}, 'answers', ${answers(principal)}) order by d.no), '[]')
  from round_departments rd join departments d on d.id = rd.department_id
  where rd.month = r.month and ${own(principal)})`;

const mine = (principal: Principal, what: Sql): Sql =>
  sql`(select ${what} from round_departments rd where rd.month = r.month and ${own(principal)})`;

const part = (principal: Principal): Sql =>
  principal.role === 'department' ? mine(principal, sql`rd.version`) : sql`r.version`;

const asked = (principal: Principal): Sql =>
  sql`exists (select 1 from round_departments rd where rd.month = r.month and ${own(principal)})`;

/** @throws Problem `not-found` where there is none, or the department was not asked in it */
export async function viewRound(tx: Tx, principal: Principal, month: string): Promise<RoundView> {
  const query = sql`
    select json_build_object('month', r.month, 'state', ${STATE}, 'openedAt', r.opened_at, 'dueAt', r.due_at,
      'overdue', r.due_at < app_now(), 'closedAt', r.closed_at, 'version', ${part(principal)},
      'openedBy', (select u.name from users u where u.id = r.opened_by),
      'closedBy', (select u.name from users u where u.id = r.closed_by),
      'departments', ${departments(principal)}) as view
    from rounds r where r.month = ${month} and ${asked(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  const expected =
    principal.role === 'department' ? await expectedOf(tx, principal.departmentId!, month) : null;
  return { ...row.view, expected };
}

const COUNTS = sql`(
  select json_build_object('asked', count(*), 'answered', count(a.id), 'none', count(*) filter (where a.kind = 'none'),
    'issues', count(*) filter (where a.kind = 'issues'), 'late', count(*) filter (where a.late))
  from round_departments rd left join lateral (select * from round_answers a where a.month = rd.month
    and a.department_id = rd.department_id order by a.version desc limit 1) a on true where rd.month = r.month)`;

/** Rounds, the newest month first; to a department how itself stands, to the office how many answered. */
export function listRounds(tx: Tx, principal: Principal, page: PageRequest): Promise<Page<object>> {
  const isDepartment = principal.role === 'department';
  const json = sql`json_build_object('month', r.month, 'state', ${STATE}, 'openedAt', r.opened_at, 'dueAt', r.due_at,
    'counts', ${isDepartment ? sql`null::json` : COUNTS},
    'standing', ${isDepartment ? mine(principal, sql`coalesce(${NEWEST}, 'waiting')`) : sql`null::text`})`;
  // Months have no id of their own; a UUID made of the month tells them apart for the cursor.
  const [id, orders] = ['md5(r.month)::uuid', bothWays('month', 'r.month::text', 'text')];
  return readPage(
    tx,
    { json, from: sql`rounds r`, where: [asked(principal)], id, orders, defaultSort: '-month' },
    page,
  );
}
