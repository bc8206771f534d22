import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible, visibleRequests } from '#people/visible.js';
import type { Tx } from '#platform/database.js';

/** Fewer than these tell more of chance than of a department: then only their number is given. */
export const LEAST = 5;

/** Hours that passed, of the middle half and the middle; null where there were too few. */
export interface Spread {
  count: number;
  q1: number | null;
  median: number | null;
  q3: number | null;
}

/** What is open now by the days since it was delivered, whenever that was: up to 7, 30, 90, and more. */
export interface Ageing {
  week: number;
  month: number;
  quarter: number;
  older: number;
  oldestDays: number | null;
}

export interface DepartmentMeasures {
  departmentId: string;
  name: string;
  delivered: number;
  open: number;
  overdue: number;
  acknowledge: Spread;
  answer: Spread;
  close: Spread;
  ageing: Ageing;
}

/**
 * How long departments took with the requests delivered in a period (days in Seoul, both included), on the clock of every day of the
 * week: from delivery to receipt, to the first version of the answer, to the acceptance of the last. A request that went to another
 * department counts for that one, from the day it got it; and how old what is open now has become. Confidential issues are left out, for everybody alike.
 */
export async function measures(
  tx: Tx,
  principal: Principal,
  { from, to }: { from: string; to: string },
): Promise<DepartmentMeasures[]> {
  const delivered = sql`(q.delivered_at >= ${from}::date::timestamp at time zone 'Asia/Seoul'
    and q.delivered_at < (${to}::date + 1)::timestamp at time zone 'Asia/Seoul')`;
  const query = sql`
    with asked as (
      select q.department_id, ${delivered} as counts,
        i.stage <> 'closed' and q.state in ('delivered', 'acknowledged', 'returned', 'answered', 'refused') as open,
        greatest(0, extract(epoch from app_now() - q.delivered_at) / 86400) as days,
        q.due_at < app_now() and q.state in ('delivered', 'acknowledged', 'returned') as late,
        ${hours(sql`q.acknowledged_at - q.delivered_at`)} as acknowledge,
        ${hours(sql`(select min(p.posted_at) from responses p where p.request_id = q.id and p.posted_at >= q.delivered_at)
          - q.delivered_at`)} as answer,
        ${hours(sql`case when q.state = 'accepted' then (select max(p.reviewed_at) from responses p where p.request_id = q.id)
          - q.delivered_at end`)} as close
      from requests q join issues i on i.id = q.issue_id
      where q.department_id is not null and not i.confidential and ${visible(principal)} and ${visibleRequests(principal)}
        and q.delivered_at is not null
    )
    select d.id as "departmentId", d.name, ${some(sql`a.counts`)} as delivered,
      ${some(sql`a.counts and a.open`)} as open, ${some(sql`a.counts and a.late`)} as overdue,
      ${spread(sql`a.acknowledge`)} as acknowledge, ${spread(sql`a.answer`)} as answer, ${spread(sql`a.close`)} as close,
      json_build_object('week', ${some(sql`a.open and a.days <= 7`)}, 'month', ${some(sql`a.open and a.days > 7 and a.days <= 30`)},
        'quarter', ${some(sql`a.open and a.days > 30 and a.days <= 90`)}, 'older', ${some(sql`a.open and a.days > 90`)},
        'oldestDays', floor(max(a.days) filter (where a.open))::int) as ageing
    from asked a join departments d on d.id = a.department_id
    where a.counts or a.open
    group by d.id order by d.no`;
  return tx.query(query.text, query.values);
}

const hours = (span: Sql): Sql => sql`(extract(epoch from ${span}) / 3600)`;

const some = (condition: Sql): Sql => sql`(count(*) filter (where ${condition}))::int`;

const spread = (value: Sql): Sql => sql`json_build_object('count', count(${value}) filter (where a.counts),
  'q1', ${quantile(0.25, value)}, 'median', ${quantile(0.5, value)}, 'q3', ${quantile(0.75, value)})`;

const quantile = (
  at: number,
  value: Sql,
): Sql => sql`case when count(${value}) filter (where a.counts) >= ${LEAST}
  then round((percentile_cont(${at}::float8) within group (order by ${value}) filter (where a.counts))::numeric, 1) end`;
