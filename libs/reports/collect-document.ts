import sql from 'sql-template-tag';
import { overdue as isOverdue } from '#actions/overdue.js';
import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import { CHANNELS, GRADES, type Grade, type Outcome } from '#issues/vocabulary.js';
import { addMonths, calendar, CalendarOutOfRange } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import type { ReportDocument, ReportIssue } from './document.js';
import { monthSchedule } from './rules/month-schedule.js';
import { reportDueOn } from './rules/schedule.js';

/** Leaves out what is no risk of ours: the report is about what managers may have to answer for. */
const LEFT_OUT = ['not-a-risk', 'not-ours', 'duplicate', 'crisis'] satisfies Outcome[];

/**
 * The document of a month's base edition, as the data stand in this transaction. Holds no confidential issue, in text or
 * figures, and is the same for every reader.
 */
export async function collectDocument(tx: Tx, month: string, edition: number): Promise<ReportDocument> {
  const [{ today }] = await tx.query('select seoul_today() as today');
  const before = await previousDocument(tx, month);
  const issues = rank(await expectedIssues(tx, month), before);
  return {
    month,
    edition,
    preparedOn: today,
    issues,
    previous: before && (await outcomes(tx, before, month)),
    waiting: await waiting(tx, month),
    overdue: await overdue(tx),
    schedule: monthSchedule(month),
    figures: await figures(tx, issues, today),
    next: nextReport(month),
  };
}

type Row = Omit<ReportIssue, 'rank' | 'trend'> & {
  score: number;
  impact: number | null;
  likelihood: number | null;
};

async function expectedIssues(tx: Tx, month: string): Promise<Row[]> {
  const rows: { issue: Row }[] = await tx.query(ISSUES, [month, LEFT_OUT]);
  return rows.map(({ issue }) => issue);
}

type Ranked = ReportIssue & Pick<Row, 'impact' | 'likelihood' | 'score'>;

function rank(rows: Row[], before: ReportDocument | null): Ranked[] {
  const earlier = new Map(before?.issues.map(({ number, grade }) => [number, grade]));
  return rows
    .toSorted(
      (a, b) =>
        GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) ||
        b.score - a.score ||
        (a.number < b.number ? -1 : 1),
    )
    .map((issue, i) => ({ ...issue, rank: i + 1, trend: trend(issue.grade, earlier.get(issue.number)) }));
}

function trend(now: Grade, before: Grade | undefined): ReportIssue['trend'] {
  if (!before) return 'new';
  if (now === before) return 'same';
  return GRADES.indexOf(now) < GRADES.indexOf(before) ? 'up' : 'down';
}

/** The newest edition of the month before, issued ones first. */
async function previousDocument(tx: Tx, month: string): Promise<ReportDocument | null> {
  const [row] = await tx.query(
    `select document from editions where month = $1 order by state in ('approved', 'sent') desc, number desc limit 1`,
    [addMonths(month, -1)],
  );
  return row?.document ?? null;
}

async function outcomes(tx: Tx, before: ReportDocument, month: string): Promise<ReportDocument['previous']> {
  const numbers = before.issues.map(({ number }) => number);
  const rows: { outcome: Outcome | null; count: number }[] = await tx.query(
    'select outcome, count(*) as count from issues where number = any($1) and not confidential group by 1',
    [numbers],
  );
  const unforeseen: { title: string }[] = await tx.query(
    `select title from issues where not confidential and number <> all($1) and outcome in ('occurred', 'spread')
       and to_char(closed_at at time zone 'Asia/Seoul', 'YYYY-MM') = $2 order by number`,
    [numbers, addMonths(month, -1)],
  );
  const settled = rows.filter((row): row is { outcome: Outcome; count: number } => row.outcome !== null);
  return {
    month: before.month,
    total: numbers.length,
    byOutcome: Object.fromEntries(settled.map(({ outcome, count }) => [outcome, count])),
    open: rows.find(({ outcome }) => outcome === null)?.count ?? 0,
    unforeseen: unforeseen.map(({ title }) => title),
  };
}

async function waiting(tx: Tx, month: string): Promise<number> {
  const [{ count }] = await tx.query(
    `select count(*) as count from issues
     where expected_month = $1 and not confidential and stage not in ('act', 'closed')`,
    [month],
  );
  return count;
}

async function overdue(tx: Tx): Promise<ReportDocument['overdue']> {
  return tx.query(OVERDUE.text, OVERDUE.values);
}

async function figures(tx: Tx, issues: Ranked[], today: string): Promise<ReportDocument['figures']> {
  const count = (fits: (issue: Ranked) => boolean): number => issues.filter(fits).length;
  const channels: { channel: string; count: number }[] = await tx.query(
    'select channel, count(*) as count from issues where number = any($1) group by 1',
    [issues.map(({ number }) => number)],
  );
  const departments = new Map<string, number>();
  for (const { leadDepartment } of issues)
    if (leadDepartment) departments.set(leadDepartment, (departments.get(leadDepartment) ?? 0) + 1);
  return {
    byGrade: Object.fromEntries(
      GRADES.map((grade) => [grade, count((issue) => issue.grade === grade)]),
    ) as Record<Grade, number>,
    byChannel: Object.fromEntries(
      CHANNELS.map((channel) => [channel, channels.find((row) => row.channel === channel)?.count ?? 0]),
    ) as ReportDocument['figures']['byChannel'],
    byDepartment: [...departments]
      .map(([department, n]) => ({ department, count: n }))
      .toSorted((a, b) => b.count - a.count),
    trend: await tx.query(TREND, [today]),
    grid: [1, 2, 3, 4, 5].map((likelihood) =>
      [1, 2, 3, 4, 5].map((impact) =>
        count((issue) => issue.likelihood === likelihood && issue.impact === impact),
      ),
    ),
  };
}

function nextReport(month: string): ReportDocument['next'] {
  const next = addMonths(month, 1);
  try {
    return { month: next, on: reportDueOn(next, REPORT_SCHEDULE, calendar(HOLIDAYS)).day };
  } catch (error) {
    if (!(error instanceof CalendarOutOfRange)) throw error;
    // A report on years whose holidays nobody knows: the plain day.
    return { month: next, on: `${month}-${REPORT_SCHEDULE.draftDay}` };
  }
}

const ISSUES = `
select json_build_object(
  'number', i.number, 'title', i.title, 'grade', i.grade, 'direction', coalesce(i.direction, 'self'), 'score', i.score,
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
     'dueOn', (q.due_at at time zone 'Asia/Seoul')::date, 'state', q.state) order by q.place), '[]')
     from requests q left join departments d on d.id = q.department_id
     where q.issue_id = i.id and (q.state <> 'cancelled' or q.withdrawn_from is not null)),
  'alternatives', (select coalesce(json_agg(json_build_object('horizon', a.horizon, 'text', a.text, 'effect', a.effect,
     'cost', a.cost, 'sideEffect', a.side_effect, 'recommended', a.recommended) order by a.place), '[]')
     from alternatives a where a.issue_id = i.id),
  'responses', (select coalesce(json_agg(json_build_object('department', coalesce(d.name, '평가담당관'), 'text', p.text,
     'answeredOn', (p.posted_at at time zone 'Asia/Seoul')::date, 'docNo', p.doc_no, 'status', p.status,
     'progress', p.progress) order by q.place), '[]')
     from requests q left join departments d on d.id = q.department_id
     join lateral (select * from responses p where p.request_id = q.id order by p.version desc limit 1) p on true
     where q.issue_id = i.id)
) as issue
from issues i left join departments lead on lead.id = i.lead_department_id
where i.expected_month = $1 and not i.confidential and i.grade is not null
  and i.stage in ('act', 'closed') and coalesce(i.outcome <> all($2::text[]), true)`;

const OVERDUE = sql`
select d.name as department, count(*)::int as count,
  max(seoul_today() - (q.due_at at time zone 'Asia/Seoul')::date) as "longestDays"
from requests q join departments d on d.id = q.department_id join issues i on i.id = q.issue_id
where ${isOverdue('q')} and not i.confidential
group by d.name, d.no order by 3 desc, d.no`;

const TREND = `
select to_char(m, 'YYYY-MM') as month,
  (select count(*)::int from issues i where not i.confidential
     and date_trunc('month', i.created_at at time zone 'Asia/Seoul') = m) as registered,
  (select count(*)::int from issues i where not i.confidential
     and date_trunc('month', i.closed_at at time zone 'Asia/Seoul') = m) as closed
from generate_series(date_trunc('month', $1::date::timestamp) - interval '5 months', date_trunc('month', $1::date::timestamp),
  interval '1 month') m order by m`;
