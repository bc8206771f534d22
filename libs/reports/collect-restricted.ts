import sql, { raw } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { authors } from './authors.js';
import type { ToldIssue } from './document.js';
import { reportIssueJson } from './report-issue.js';
import type { RestrictedDocument } from './restricted-document.js';
import { toldIn } from './told-in.js';

/** The confidential issues expected in a month that this reader is named on, as they stand now, heaviest first. */
export async function collectRestricted(tx: Tx, by: Principal, month: string): Promise<RestrictedDocument> {
  const query = sql`
    select i.id, ${raw(reportIssueJson())} as issue from (select ${month}::text as month) asked cross join issues i left join departments lead on lead.id = i.lead_department_id
    where i.confidential and ${visible(by)} and ${raw(toldIn('i', 'asked.month'))}
    order by array_position(array['critical', 'high', 'moderate', 'low'], i.grade::text), i.score desc nulls last, i.number`;
  const rows: { id: string; issue: ToldIssue }[] = await tx.query(query.text, query.values);
  const [now] = await tx.query(
    `select seoul_today() as on, to_char(app_now() at time zone 'Asia/Seoul', 'HH24:MI') as time`,
  );
  return {
    ...now,
    month,
    reader: by.name,
    issues: rows.map(({ id, issue }) => ({ id, ...issue })),
    authors: await authors(tx, null),
  };
}
