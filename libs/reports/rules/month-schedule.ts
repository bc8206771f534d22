import { HOLIDAYS } from '#config/holidays.js';
import { COUNCIL_SESSIONS, TRIGGERS } from '#config/triggers.js';
import { occurrences } from '#issues/rules/occurrences.js';
import { addDays, addMonths, isDay } from '#platform/calendar.js';

// More than a line's worth is a calendar, not a report.
const SHOWN = 5;

interface Dated {
  title: string;
  from: string;
  to: string;
}

/**
 * What is fixed by law or published for a month and bears on the city: sessions of the council and their ends, terms and
 * seasons. What has a date comes before what is a season, then in the order they begin. Source: `config/triggers.ts`.
 */
export function monthSchedule(month: string): Dated[] {
  const first = `${month}-01`;
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const found = TRIGGERS.filter(({ basis }) => basis !== 'C').flatMap((trigger) =>
    occurrences(trigger, first, { holidays: HOLIDAYS, sessions: COUNCIL_SESSIONS })
      .filter(({ from, to }) => from <= last && to >= first)
      .map(({ from, to }) => ({
        title: nameOf(trigger.title),
        from,
        to,
        season: trigger.reason === 'season',
      })),
  );
  const named = found.filter(({ title }) => title.startsWith('시의회')).map(({ to }) => to);
  const ends = closings(first, last).filter(({ to }) => !named.includes(to));
  const all = [...found, ...ends.map((one) => ({ ...one, season: false }))];
  const unique = [...new Map(all.map((one) => [one.title, one])).values()];
  return unique
    .toSorted((a, b) => Number(a.season) - Number(b.season) || (a.from < b.from ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ title, from, to }) => ({ title, from, to }));
}

/** Without the remark in brackets behind it: the line gives the days itself. */
const nameOf = (title: string): string => title.replace(/\([^()]*\)$/u, '');

/** A session that began before the month ends in it (폐회). */
function closings(first: string, last: string): Dated[] {
  return COUNCIL_SESSIONS.filter(
    ({ from, to }) => isDay(to) && from < first && to >= first && to <= last,
  ).map(({ no, kind, to }) => ({ title: `제${no}회 ${kind} 폐회`, from: to, to }));
}
