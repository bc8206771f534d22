import { emit } from '#events/emit.js';
import { lock } from '#events/lock.js';
import { reportSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import type { IssuingDay } from './rules/schedule.js';

interface Day {
  name: IssuingDay;
  month: string;
}

/** The draft of a month that is not issued on this day, if the office has not been told so yet. */
export async function unissuedDraft(tx: Tx, { name, month }: Day): Promise<number | null> {
  const [draft] = await tx.query(UNISSUED, [month, reportSubject(month), name]);
  return draft?.number ?? null;
}

/** Tells the office once, by whoever comes first. */
export async function remindOfUnissued(tx: Tx, day: Day): Promise<void> {
  const { name, month } = day;
  await lock(tx, reportSubject(month));
  const edition = await unissuedDraft(tx, day);
  if (edition !== null) await emit(tx, reportSubject(month), name, { month, edition });
}

// A correction has no day of its own: the report of the month is issued.
const UNISSUED = `
select e.number from editions e where e.month = $1 and e.number = 1 and e.state in ('draft', 'held')
  and not exists (select 1 from events v where v.subject = $2 and v.name = $3)`;
