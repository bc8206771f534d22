import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import type { Writes } from '#events/write.js';
import { addMonths, calendar, seoulMonth } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { requestReport } from './request-report.js';
import { reportsDue } from './rules/schedule.js';

const OFFICE = calendar(HOLIDAYS);

/** Asks for every report whose day has come since the first thing happened here, and that nobody has asked for yet. */
export async function requestDueReports(
  writes: Pick<Writes, 'run' | 'source'>,
  { now, since }: { now: Date; since: Date },
): Promise<void> {
  const first = addMonths(seoulMonth(since), REPORT_SCHEDULE.monthsAhead);
  const due = reportsDue(first, now, REPORT_SCHEDULE, OFFICE);
  const missing: { month: string }[] = await writes.source.query(
    'select month from unnest($1::text[]) as due(month) where not exists (select 1 from reports r where r.month = due.month)',
    [due],
  );
  for (const { month } of missing) await writes.run((tx) => requestFirst(tx, month));
}

/** Another process may have asked meanwhile: then there is nothing left to do. */
async function requestFirst(tx: Tx, month: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`report:${month}`]);
  const [known] = await tx.query('select 1 from reports where month = $1', [month]);
  if (!known) await requestReport(tx, null, month);
}
