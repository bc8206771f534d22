import { emit } from '#events/emit.js';
import { reportSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Tx } from '#platform/database.js';
import { outlookResults } from './outlook-results.js';

/** Whether the office has still to be told that a month's results wait to be settled. */
export async function resultsWait(tx: Tx, month: string): Promise<boolean> {
  const rows = await tx.query(WAIT, [month, reportSubject(month)]);
  return rows.length > 0;
}

/** Tells the office once, by whoever comes first, what is still only proposed. */
export async function remindOfResults(tx: Tx, month: string): Promise<void> {
  await lock(tx, reportSubject(month));
  if (!(await resultsWait(tx, month))) return;
  const { entries, unforeseen } = await outlookResults(tx, month);
  const unsettled = [...entries, ...unforeseen].filter(({ result }) => result === null).length;
  await emit(tx, reportSubject(month), 'outlook.results-due', { month, unsettled });
}

const WAIT = `
select 1 from outlook_of_record o join outlook_entries e on e.edition_id = o.edition_id
join issues i on i.id = e.issue_id and not i.confidential
where o.month = $1 and not exists (select 1 from outlook_results r where r.month = o.month and r.issue_id = i.id and r.foreseen)
  and not exists (select 1 from events v where v.subject = $2 and v.name = 'outlook.results-due')
limit 1`;
