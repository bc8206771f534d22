import sql from 'sql-template-tag';
import { overdue as isOverdue } from '#actions/overdue.js';
import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import { CHANNELS, GRADES, type Grade } from '#issues/vocabulary.js';
import { addMonths, calendar, CalendarOutOfRange } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { collectIssues } from './collect-issues.js';
import { authors } from './authors.js';
import { NO_LINES, type OwnLines, type ReportDocument, type ReportIssue } from './document.js';
import { outlookResults } from './outlook-results.js';
import { previousDocument } from './outlook-view.js';
import { printedIssue, printedWhole } from './printed.js';
import { editionChanges } from './rules/edition-changes.js';
import { monthSchedule } from './rules/month-schedule.js';
import { reportDueOn } from './rules/schedule.js';

/**
 * The document of a month's base edition, as the data stand in this transaction. Holds no confidential issue, in text or
 * figures, and is the same for every reader.
 */
export async function collectDocument(tx: Tx, month: string, edition: number): Promise<ReportDocument> {
  const [{ today }] = await tx.query('select seoul_today() as today');
  const before = await previousDocument(tx, month);
  const issues = await collectIssues(tx, month, { today, before });
  const { requestedBy, ownLines } = await written(tx, month);
  const { documentNo, policyNo, consulted } = ownLines;
  const document: ReportDocument = {
    month,
    edition,
    preparedOn: today,
    sheet: { authors: await authors(tx, requestedBy), documentNo, policyNo, consulted },
    ownLines,
    issues,
    previous: await resultsOfMonth(tx, addMonths(month, -1)),
    settled: await resultsOfMonth(tx, addMonths(month, -2)),
    waiting: await waiting(tx, month),
    overdue: await overdue(tx),
    schedule: monthSchedule(month),
    figures: await figures(tx, issues, today),
    next: nextReport(month),
  };
  return { ...document, changes: await sinceLastEdition(tx, document) };
}

/** What a correction changes against the edition before it; null of the first. */
async function sinceLastEdition(tx: Tx, now: ReportDocument): Promise<ReportDocument['changes']> {
  const { month, edition } = now;
  const [row]: { document: ReportDocument }[] = await tx.query(
    'select document from editions where month = $1 and number = $2',
    [month, edition - 1],
  );
  if (!row) return null;
  const before = { ...row.document, preparedOn: now.preparedOn };
  const known: { number: string; expectedMonth: string | null }[] = await tx.query(
    'select number, expected_month as "expectedMonth" from issues where number = any($1) and not confidential',
    [before.issues.map(({ number }) => number)],
  );
  const [old, current] = [before, now].map((one) => ({
    month,
    issues: one.issues,
    whole: printedWhole(one),
  }));
  return editionChanges(old!, current!, {
    known: new Map(known.map((one) => [one.number, one])),
    print: printedIssue(month),
  });
}

/** What is only proposed by then is told as it stands; the confirmed results are on the page of the outlook. */
async function resultsOfMonth(tx: Tx, month: string): Promise<ReportDocument['previous']> {
  const { edition, entries, unforeseen } = await outlookResults(tx, month);
  if (edition === null) return null;
  return {
    month,
    entries: entries.map(({ title, grade, probability, result, proposed, basis }) => ({
      title,
      grade,
      probability,
      result: result ?? proposed,
      basis,
      confirmed: result !== null,
    })),
    unforeseen: unforeseen.filter(({ result }) => result !== 'dismissed').map(({ title }) => title),
  };
}

/** Who asked for it, and what they wrote into it. */
async function written(tx: Tx, month: string): Promise<{ requestedBy: string | null; ownLines: OwnLines }> {
  const [report]: { by: string | null; lines: Partial<OwnLines> }[] = await tx.query(
    'select requested_by as by, own_lines as lines from reports where month = $1',
    [month],
  );
  return { requestedBy: report?.by ?? null, ownLines: { ...NO_LINES, ...report?.lines } };
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

async function figures(tx: Tx, issues: ReportIssue[], today: string): Promise<ReportDocument['figures']> {
  const count = (fits: (issue: ReportIssue) => boolean): number => issues.filter(fits).length;
  const departments = new Map<string, number>();
  for (const { leadDepartment } of issues)
    if (leadDepartment) departments.set(leadDepartment, (departments.get(leadDepartment) ?? 0) + 1);
  return {
    byGrade: Object.fromEntries(
      GRADES.map((grade) => [grade, count((issue) => issue.grade === grade)]),
    ) as Record<Grade, number>,
    byChannel: Object.fromEntries(
      CHANNELS.map((channel) => [channel, count((issue) => issue.channel === channel)]),
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
