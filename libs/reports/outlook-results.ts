import sql, { type Sql } from 'sql-template-tag';
import type { Channel, Grade, Outcome } from '#issues/vocabulary.js';
import { addMonths } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { FEWEST_SIGNALS, propose, surfaced } from './rules/settle.js';
import type { Basis, ReasonKind, Result, Surprise } from './vocabulary.js';

/** Of a foreseen issue: what was said, what the rule sees, what an officer settled. */
export interface OutlookResult extends Settled {
  issueId: string;
  number: string;
  title: string;
  channel: Channel;
  rank: number;
  grade: Grade;
  reasonKind: ReasonKind | null;
  probability: number | null;
  proposed: Result | null;
  basis: Basis;
  outcome: Outcome | null;
  /** Signals of the month, and of the month before. */
  signals: number;
  before: number;
  result: Result | null;
}

/** Of an issue that surfaced in the month and was in no report; without a result it counts as unforeseen. */
export interface UnforeseenIssue extends Settled {
  issueId: string;
  number: string;
  title: string;
  channel: Channel;
  grade: Grade | null;
  outcome: Outcome | null;
  signals: number;
  before: number;
  /** The rule finds it; else an officer named it. */
  byRule: boolean;
  result: Surprise | null;
}

interface Settled {
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
}

export interface OutlookResults {
  month: string;
  /** Number of the edition that counts; null where no report was issued. */
  edition: number | null;
  over: boolean;
  entries: OutlookResult[];
  unforeseen: UnforeseenIssue[];
}

/** What became of all that a month's report expected, and what surfaced besides: public issues only, the same for every reader. */
export async function outlookResults(tx: Tx, month: string): Promise<OutlookResults> {
  const span = {
    first: `${month}-01`,
    next: `${addMonths(month, 1)}-01`,
    earlier: `${addMonths(month, -1)}-01`,
  };
  const of = sql`select o.number as edition, ${month} < to_char(seoul_today(), 'YYYY-MM') as over
    from (values (1)) one left join outlook_of_record o on o.month = ${month}`;
  const [{ edition, over }] = await tx.query(of.text, of.values);
  const foreseen = entriesOf(month, span);
  const entries: Course[] = await tx.query(foreseen.text, foreseen.values);
  const others = unforeseenOf(month, span);
  const surprises: Omit<UnforeseenIssue, 'byRule'>[] = await tx.query(others.text, others.values);
  return {
    month,
    edition,
    over,
    entries: entries.map(({ measures, ...entry }) => {
      const { result: proposed, basis } = propose({ ...entry, measures, over });
      return { ...entry, proposed, basis };
    }),
    unforeseen: surprises
      .map((one) => ({ ...one, byRule: came(one.outcome) || surfaced(one.signals, one.before) }))
      .filter(({ result, byRule }) => result !== null || byRule),
  };
}

/** The same of each month of a year that was reported on and has begun. */
export async function outlookResultsOfYear(tx: Tx, year: number): Promise<OutlookResults[]> {
  const reported: { month: string }[] = await tx.query(
    `select month from outlook_of_record
     where month like $1 and month <= to_char(seoul_today(), 'YYYY-MM') order by month`,
    [`${year}-%`],
  );
  const results: OutlookResults[] = [];
  for (const { month } of reported) results.push(await outlookResults(tx, month));
  return results;
}

type Course = Omit<OutlookResult, 'proposed' | 'basis'> & { measures: boolean };

interface Span {
  first: string;
  next: string;
  earlier: string;
}

const CAME = ['occurred', 'spread', 'crisis'] satisfies Outcome[];
const came = (outcome: Outcome | null): boolean => CAME.some((one) => one === outcome);

/** As early warning dates them, so that its index serves here too; what bears no day counts in no month. */
const day = sql`coalesce(s.published_on, s.period_to)`;
const seoulDay = (instant: Sql): Sql => sql`(${instant} at time zone 'Asia/Seoul')::date`;

/** What was merged goes on in the other issue; what was closed long after the month says nothing of it any more. */
function entriesOf(month: string, { first, next, earlier }: Span): Sql {
  const settledBy = `${addMonths(month, 2)}-01`;
  return sql`
    select i.id as "issueId", i.number, i.title, i.channel, e.rank, e.grade, e.reason_kind as "reasonKind", e.probability,
      case when ${seoulDay(sql`now_of.closed_at`)} < ${settledBy} then now_of.outcome end as outcome,
      (select count(*) from signals s where s.issue_id = now_of.id and ${day} >= ${first} and ${day} < ${next}) as signals,
      (select count(*) from signals s where s.issue_id = now_of.id and ${day} >= ${earlier} and ${day} < ${first}) as before,
      exists (select 1 from requests q join responses p on p.request_id = q.id
        where q.issue_id in (i.id, now_of.id) and p.state <> 'returned' and ${seoulDay(sql`p.posted_at`)} < ${next}
          and coalesce(p.status in ('done', 'underway'), true)) as measures,
      r.result, r.reason, u.name as "decidedBy", r.decided_at as "decidedAt"
    from outlook_of_record o
    join outlook_entries e on e.edition_id = o.edition_id
    join issues i on i.id = e.issue_id
    left join issues into_one on into_one.id = i.merged_into and not into_one.confidential
    join issues now_of on now_of.id = coalesce(into_one.id, i.id)
    left join outlook_results r on r.month = o.month and r.issue_id = i.id and r.foreseen
    left join users u on u.id = r.decided_by
    where o.month = ${month} and not i.confidential
    order by e.rank`;
}

/**
 * Closed in the month as having happened, or spoken of so often that the rule may call it surfaced. What is expected later only
 * gathers the signals by which it was foreseen.
 */
function unforeseenOf(month: string, { first, next, earlier }: Span): Sql {
  return sql`
    with spoken as (
      select s.issue_id, count(*) filter (where ${day} >= ${first}) as signals, count(*) filter (where ${day} < ${first}) as before
      from signals s where s.issue_id is not null and ${day} >= ${earlier} and ${day} < ${next}
      group by s.issue_id having count(*) filter (where ${day} >= ${first}) >= ${FEWEST_SIGNALS}
    ), candidates as (
      select issue_id from outlook_results where month = ${month} and not foreseen
      union select id from issues where outcome = any(${CAME}) and ${seoulDay(sql`closed_at`)} >= ${first}
        and ${seoulDay(sql`closed_at`)} < ${next}
      union select sp.issue_id from spoken sp join issues i on i.id = sp.issue_id
        where coalesce(i.expected_month, '') <= ${month}
          and coalesce(i.outcome not in ('not-a-risk', 'not-ours', 'duplicate'), true)
    )
    select i.id as "issueId", i.number, i.title, i.channel, i.grade, r.result, r.reason,
      case when ${seoulDay(sql`i.closed_at`)} >= ${first} and ${seoulDay(sql`i.closed_at`)} < ${next} then i.outcome end as outcome,
      coalesce(sp.signals, 0) as signals, coalesce(sp.before, 0) as before,
      u.name as "decidedBy", r.decided_at as "decidedAt"
    from candidates c join issues i on i.id = c.issue_id
    left join spoken sp on sp.issue_id = i.id
    left join outlook_results r on r.month = ${month} and r.issue_id = i.id and not r.foreseen
    left join users u on u.id = r.decided_by
    where not i.confidential and not exists (select 1 from outlook_of_record o join outlook_entries e on e.edition_id = o.edition_id
      where o.month = ${month} and e.issue_id = i.id)
    order by i.number`;
}
