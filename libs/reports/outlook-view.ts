import { addMonths } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { collectIssues } from './collect-issues.js';
import type { ReportDocument, ReportIssue } from './document.js';
import { standingOf } from './standing.js';
import { briefAlternatives } from './rules/brief-alternatives.js';
import { borne } from './rules/reasons.js';

export interface OutlookView {
  month: string;
  /** Number of the edition it was issued with; null while nothing is issued: then it is what would be said today. */
  edition: number | null;
  /** The day it was said. */
  asOf: string;
  items: OutlookItem[];
}

export type OutlookItem = Pick<
  ReportIssue,
  | 'rank'
  | 'number'
  | 'title'
  | 'grade'
  | 'trend'
  | 'direction'
  | 'expectedMonth'
  | 'expectedOn'
  | 'reasons'
  | 'leadDepartment'
  | 'supportingDepartments'
  | 'alternatives'
> & {
  issueId: string;
  channel: string;
  probability: number | null;
  base: number | null;
  evidence: { of: string; change: number }[];
  correction: number;
  answer: ReturnType<typeof standingOf>;
};

/** The issues expected in a month: as they were issued, or as the draft of today would say. Public ones, for every reader the same. */
export async function viewOutlook(tx: Tx, month: string): Promise<OutlookView> {
  const [issued] = await tx.query(
    `select o.number, e.document from outlook_of_record o join editions e on e.id = o.edition_id where o.month = $1`,
    [month],
  );
  const [{ today }] = await tx.query('select seoul_today() as today');
  const document: ReportDocument | undefined = issued?.document;
  const before = document ? null : await previousDocument(tx, month);
  const issues = document?.issues ?? (await collectIssues(tx, month, { today, before }));
  const known: { id: string; number: string; channel: string }[] = await tx.query(
    'select id, number, channel from issues where number = any($1) and not confidential',
    [issues.map(({ number }) => number)],
  );
  const byNumber = new Map(known.map((one) => [one.number, one]));
  const shown = issues.toSorted((a, b) => a.rank - b.rank).filter(({ number }) => byNumber.has(number));
  return {
    month,
    edition: issued?.number ?? null,
    asOf: document?.preparedOn ?? today,
    items: shown.map((issue, index) => itemOf(issue, byNumber.get(issue.number)!, index + 1)),
  };
}

/** The newest edition of the month before, issued ones first: against it issues rise and fall. */
export async function previousDocument(tx: Tx, month: string): Promise<ReportDocument | null> {
  const [row] = await tx.query(
    `select document from editions where month = $1 order by state in ('approved', 'sent') desc, number desc limit 1`,
    [addMonths(month, -1)],
  );
  return row?.document ?? null;
}

/** Of editions issued before there were forecasts, `reasons` and `forecast` are missing. */
type Stored = Omit<ReportIssue, 'reasons' | 'forecast'> & Partial<Pick<ReportIssue, 'reasons' | 'forecast'>>;

function itemOf(issue: Stored, { id, channel }: { id: string; channel: string }, rank: number): OutlookItem {
  const { number, title, grade, trend, direction, expectedMonth, expectedOn, forecast } = issue;
  const { expectedReason, leadDepartment, supportingDepartments } = issue;
  const told = expectedReason ? [borne(expectedReason)] : [];
  return {
    issueId: id,
    rank,
    number,
    title,
    channel,
    grade,
    trend,
    direction,
    expectedMonth,
    expectedOn,
    reasons: issue.reasons ?? told,
    leadDepartment,
    supportingDepartments,
    alternatives: briefAlternatives(issue.alternatives),
    probability: forecast?.probability ?? null,
    base: forecast?.base ?? null,
    evidence: forecast?.evidence ?? [],
    correction: forecast?.correction ?? 0,
    answer: standingOf(issue),
  };
}
