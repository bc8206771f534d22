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

export interface DepartmentMeasures {
  departmentId: string;
  name: string;
  delivered: number;
  open: number;
  overdue: number;
  acknowledge: Spread;
  answer: Spread;
  close: Spread;
}

/**
 * How long departments took with the requests delivered in a period (days in Seoul, both included), on the clock of every day of the
 * week: from delivery to receipt, to the first version of the answer, to the acceptance of the last. A request that went to another
 * department counts for that one, from the day it got it. Confidential issues are left out, for everybody alike.
 */
export async function measures(
  tx: Tx,
  principal: Principal,
  { from, to }: { from: string; to: string },
): Promise<DepartmentMeasures[]> {
  const query = sql`
    with asked as (
      select q.department_id, i.stage <> 'closed' and q.state in ('delivered', 'acknowledged', 'returned', 'answered', 'refused') as open,
        q.due_at < app_now() and q.state in ('delivered', 'acknowledged', 'returned') as late,
        ${hours(sql`q.acknowledged_at - q.delivered_at`)} as acknowledge,
        ${hours(sql`(select min(p.posted_at) from responses p where p.request_id = q.id and p.posted_at >= q.delivered_at)
          - q.delivered_at`)} as answer,
        ${hours(sql`case when q.state = 'accepted' then (select max(p.reviewed_at) from responses p where p.request_id = q.id)
          - q.delivered_at end`)} as close
      from requests q join issues i on i.id = q.issue_id
      where q.department_id is not null and not i.confidential and ${visible(principal)} and ${visibleRequests(principal)}
        and q.delivered_at >= ${from}::date::timestamp at time zone 'Asia/Seoul'
        and q.delivered_at < (${to}::date + 1)::timestamp at time zone 'Asia/Seoul'
    )
    select d.id as "departmentId", d.name, count(*)::int as delivered,
      (count(*) filter (where a.open))::int as open,
      (count(*) filter (where a.late))::int as overdue,
      ${spread(sql`a.acknowledge`)} as acknowledge, ${spread(sql`a.answer`)} as answer, ${spread(sql`a.close`)} as close
    from asked a join departments d on d.id = a.department_id
    group by d.id order by d.no`;
  return tx.query(query.text, query.values);
}

const hours = (span: Sql): Sql => sql`(extract(epoch from ${span}) / 3600)`;

const spread = (value: Sql): Sql => sql`json_build_object('count', count(${value}),
  'q1', ${quantile(0.25, value)}, 'median', ${quantile(0.5, value)}, 'q3', ${quantile(0.75, value)})`;

const quantile = (at: number, value: Sql): Sql => sql`case when count(${value}) >= ${LEAST}
  then round((percentile_cont(${at}::float8) within group (order by ${value}))::numeric, 1) end`;
