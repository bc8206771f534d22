import { HOLIDAYS } from '#config/holidays.js';
import { COUNCIL_SESSIONS, TRIGGERS } from '#config/triggers.js';
import { occurrences } from '#issues/rules/occurrences.js';
import { addDays, addMonths } from '#platform/calendar.js';

// More than a line's worth is a calendar, not a report.
const SHOWN = 4;

/**
 * What is fixed by law or published for a month and bears on the city: sessions of the council, terms and seasons with a
 * date, in the order they begin. What runs all month long comes last. Source: `config/triggers.ts`.
 */
export function monthSchedule(month: string): { title: string; from: string; to: string }[] {
  const first = `${month}-01`;
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const found = TRIGGERS.filter(({ basis }) => basis !== 'C').flatMap((trigger) =>
    occurrences(trigger, first, { holidays: HOLIDAYS, sessions: COUNCIL_SESSIONS })
      .filter(({ from, to }) => from <= last && to >= first)
      .map(({ from, to }) => ({ title: trigger.title, from, to, running: from < first && to > last })),
  );
  const unique = [...new Map(found.map((one) => [one.title, one])).values()];
  return unique
    .toSorted((a, b) => Number(a.running) - Number(b.running) || (a.from < b.from ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ title, from, to }) => ({ title, from, to }));
}
