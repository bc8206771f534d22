import { overdue } from '#actions/overdue.js';
import { HOLIDAYS } from '#config/holidays.js';
import { COUNCIL_SESSIONS, TRIGGERS } from '#config/triggers.js';
import { precedents } from '#issues/find-similar.js';
import { GRADES, type Grade } from '#issues/vocabulary.js';
import { addDays } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import type { ReportDocument, ReportIssue, ToldIssue } from './document.js';
import { experience } from './experience.js';
import { forecast, type Experience } from './rules/probability.js';
import { reportIssueJson } from './report-issue.js';
import { reasonsOf } from './rules/reasons.js';
import { toldIn } from './told-in.js';

const ALMANAC = { triggers: TRIGGERS, sessions: COUNCIL_SESSIONS, holidays: HOLIDAYS };
const WEEKS_4 = 28;
const PRECEDENTS = 5;

interface Row {
  id: string;
  issue: ToldIssue;
  recent: number;
  before: number;
  overdue: boolean;
}

/** The public issues expected in a month as they stand now, heaviest first, each with why and how likely. */
export async function collectIssues(
  tx: Tx,
  month: string,
  { today, before }: { today: string; before: ReportDocument | null },
): Promise<ReportIssue[]> {
  const found: Row[] = await tx.query(ISSUES, [
    month,
    today,
    addDays(today, -WEEKS_4),
    addDays(today, -2 * WEEKS_4),
  ]);
  const asked = found.map(({ id, issue }) => ({ id, text: textOf(issue) }));
  const past = asked.length > 0 ? await precedents(tx, asked, PRECEDENTS) : [];
  const settled = await experience(tx);
  const expected = found.map((row, i) => foreseen(row, { month, today, past: past[i]!, settled }));
  const earlier = new Map(before?.issues.map(({ number, grade }) => [number, grade]));
  return expected
    .toSorted(byWeight)
    .map((issue, i) => ({ ...issue, rank: i + 1, trend: trend(issue.grade, earlier.get(issue.number)) }));
}

type Expected = Omit<ReportIssue, 'rank' | 'trend'>;

interface Circumstances {
  month: string;
  today: string;
  past: { number: string; surfaced: string; score: number }[];
  settled: Experience[];
}

const textOf = ({ title, summary }: { title: string; summary: string }): string => `${title}. ${summary}`;

/** Its reasons and, while the month is not over, its probability. */
function foreseen(row: Row, { month, today, past, settled }: Circumstances): Expected {
  const { issue, recent, before } = row;
  const { channel, expectedReason, expectedOn, grade, likelihood } = issue;
  const alike = past.map(({ number, surfaced, score }) => ({ number, score, month: surfaced }));
  const input = { month, text: textOf(issue), channel, expectedReason, precedents: alike, recent, before };
  const reasons = reasonsOf(input, ALMANAC);
  const known = {
    kind: reasons[0]!.kind,
    dayKnown: expectedOn?.startsWith(month) ?? false,
    recent,
    before,
    anniversary: reasons.some(({ kind }) => kind === 'anniversary'),
    overdue: row.overdue,
    grade,
    likelihood,
  };
  return { ...issue, reasons, forecast: month >= today.slice(0, 7) ? forecast(known, settled) : null };
}

function byWeight(a: Expected, b: Expected): number {
  return (
    GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) ||
    (b.score ?? 0) - (a.score ?? 0) ||
    (a.number < b.number ? -1 : 1)
  );
}

function trend(now: Grade, before: Grade | undefined): ReportIssue['trend'] {
  if (!before) return 'new';
  if (now === before) return 'same';
  return GRADES.indexOf(now) < GRADES.indexOf(before) ? 'up' : 'down';
}

/** Signals of an issue within four weeks: from the day after the one named first, to the second. */
const signalsBetween = (
  after: string,
  until: string,
): string => `(select count(*) from signals s where s.issue_id = i.id
  and coalesce(s.published_on, s.period_to) > ${after}::date
  and coalesce(s.published_on, s.period_to) <= ${until}::date)`;

const ISSUES = `
select i.id, ${signalsBetween('$3', '$2')} as recent, ${signalsBetween('$4', '$3')} as before,
  exists (select 1 from requests q where q.issue_id = i.id and ${overdue('q').text}) as overdue, ${reportIssueJson()} as issue
from issues i left join departments lead on lead.id = i.lead_department_id
where ${toldIn('i', '$1')} and not i.confidential`;
