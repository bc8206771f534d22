import sql from 'sql-template-tag';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';

/** What is expected of a department already. */
export interface ExpectedIssue {
  issueId: string;
  number: string;
  title: string;
  grade: string | null;
  /** `YYYY-MM`, the month asked about or one before, which it still goes on from. */
  expectedMonth: string;
  expectedOn: string | null;
  reason: string | null;
}

/**
 * Open issues that a department is at work on and that are expected in a month, or since before; in the report of that month
 * too. Public ones only: what goes out to all of a department names nothing that only some of it may see.
 */
export async function expectedOf(tx: Tx, departmentId: string, month: string): Promise<ExpectedIssue[]> {
  const anybody = { role: 'department', id: null, departmentId } as const;
  const query = sql`
    select i.id as "issueId", i.number, i.title, i.grade, coalesce(i.expected_month, ${month}) as "expectedMonth",
      i.expected_on as "expectedOn", i.expected_reason as reason
    from issues i
    where i.stage <> 'closed' and not i.confidential and ${visible(anybody)} and (i.expected_month <= ${month}
      or exists (select 1 from outlook_of_record o join outlook_entries e on e.edition_id = o.edition_id
        where o.month = ${month} and e.issue_id = i.id))
    order by coalesce(i.expected_month, ${month}) desc, i.expected_on nulls last,
      array_position(array['critical', 'high', 'moderate', 'low'], i.grade::text), i.number
    limit 200`;
  return tx.query(query.text, query.values);
}
