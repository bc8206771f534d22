import sql, { raw, type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { hasOverdue } from './list-issues.js';
import { CHANNELS, GRADES, type Channel, type Grade } from './vocabulary.js';

/** Months shown of what was, this one included, and of what is expected. */
const PAST_MONTHS = 12;
const COMING_MONTHS = 6;

export interface IssueStatistics {
  month: string;
  grid: { impact: number; likelihood: number; count: number }[];
  grades: { grade: Grade | null; count: number }[];
  trend: { month: string; reported: number; closed: number }[];
  channels: { channel: Channel; open: number; total: number }[];
  departments: { departmentId: string; name: string; open: number; overdue: number }[];
  outlook: ({ month: string; count: number } & Record<Grade, number>)[];
}

/** What a dashboard shows of the issues this person sees, at one moment. */
export async function issueStatistics(tx: Tx, principal: Principal): Promise<IssueStatistics> {
  // What a department may not read of an issue it is not told by counts either.
  const levels = principal.role === 'department' ? sql`null::int as impact, null::int as likelihood` : LEVELS;
  const query = sql`
    with today as (
      select month, (month - ${PAST_MONTHS - 1} * interval '1 month') at time zone 'Asia/Seoul' as since
      from (select date_trunc('month', app_now() at time zone 'Asia/Seoul') as month) now
    ), opened as materialized (
      select ${levels}, i.grade::text, i.channel::text, i.lead_department_id, i.expected_month::text,
        ${hasOverdue(principal)} as overdue
      from issues i where i.stage <> 'closed' and ${visible(principal)}
    ), registered as materialized (
      select i.channel::text, ${monthOf(sql`i.created_at`)} as reported, ${monthOf(sql`i.closed_at`)} as closed, count(*) as n
      from issues i, today where ${visible(principal)} group by 1, 2, 3
    )
    select json_build_object('month', (select to_char(month, 'YYYY-MM') from today), 'grid', ${GRID},
      'grades', ${BY_GRADE}, 'trend', ${TREND}, 'channels', ${BY_CHANNEL}, 'departments', ${BY_DEPARTMENT},
      'outlook', ${OUTLOOK}) as statistics`;
  const [{ statistics }] = await tx.query(query.text, query.values);
  return statistics;
}

const LEVELS = sql`i.impact::int, i.likelihood::int`;
/** The month in Seoul, where it is one of those shown: putting it into words takes its time. */
const monthOf = (instant: Sql): Sql =>
  sql`case when ${instant} >= today.since then to_char(${instant} at time zone 'Asia/Seoul', 'YYYY-MM') end`;

const list = (rows: Sql, order: Sql): Sql =>
  sql`(select coalesce(json_agg(x order by ${order}), '[]') from (${rows}) x)`;

const GRID = list(
  sql`select impact, likelihood, count(*) from opened
    where impact is not null and likelihood is not null group by 1, 2`,
  sql`x.impact, x.likelihood`,
);

/** Each word of a vocabulary in its own order, also where there is nothing of it. */
const words = (vocabulary: readonly string[]): Sql =>
  sql`unnest(${vocabulary}::text[]) with ordinality as word(value, place)`;

const BY_GRADE = sql`(select coalesce(json_agg(json_build_object('grade', x.grade, 'count', x.count) order by x.place), '[]')
  from (select value as grade, place, count(*) from opened left join ${words(GRADES)} on value = grade group by 1, 2) x)`;

const BY_CHANNEL = sql`(select json_agg(json_build_object('channel', x.value, 'open', x.open, 'total', x.total) order by x.place)
  from (select value, place, (select count(*) from opened where channel = value) as open,
      (select coalesce(sum(n), 0) from registered where channel = value) as total from ${words(CHANNELS)}) x)`;

const BY_DEPARTMENT = sql`(select coalesce(json_agg(json_build_object('departmentId', x.id, 'name', x.name, 'open', x.open,
    'overdue', x.overdue) order by x.open desc, x.no), '[]')
  from (select d.id, d.no, d.name, count(*) as open, count(*) filter (where overdue) as overdue
    from opened join departments d on d.id = lead_department_id group by d.id) x)`;

/** So many months from so many after this one on. */
const months = (from: number, count: number): Sql =>
  sql`(select to_char(month + n * interval '1 month', 'YYYY-MM') as month
    from today, generate_series(${from}::int, ${from + count - 1}::int) n) m`;

const perMonth = (column: string): Sql =>
  sql`(select ${raw(column)} as month, sum(n) as n from registered group by 1)`;

const TREND = list(
  sql`select month, coalesce(r.n, 0) as reported, coalesce(c.n, 0) as closed
    from ${months(1 - PAST_MONTHS, PAST_MONTHS)} left join ${perMonth('reported')} r using (month)
    left join ${perMonth('closed')} c using (month)`,
  sql`x.month`,
);

const OUTLOOK = list(
  sql`select m.month, count(expected_month),
      count(*) filter (where grade = 'critical') as critical, count(*) filter (where grade = 'high') as high,
      count(*) filter (where grade = 'moderate') as moderate, count(*) filter (where grade = 'low') as low
    from ${months(0, COMING_MONTHS)} left join opened on expected_month = m.month group by m.month`,
  sql`x.month`,
);
