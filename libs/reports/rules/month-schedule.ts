import { HOLIDAYS } from '#config/holidays.js';
import { COUNCIL_SESSIONS, TRIGGERS } from '#config/triggers.js';
import { occurrences } from '#issues/rules/occurrences.js';
import { addDays, addMonths, isDay } from '#platform/calendar.js';

interface Dated {
  title: string;
  from: string;
  to: string;
  /** The day by which the law wants it done, where that is another than the last one. */
  due?: string;
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
        due: dueOf(trigger.title, { from, to }),
        season: trigger.reason === 'season',
      })),
  );
  const named = found.filter(({ title }) => title.startsWith('시의회')).map(({ to }) => to);
  const ends = closings(first, last).filter(({ to }) => !named.includes(to));
  const all = [...found, ...ends.map((one) => ({ ...one, season: false, due: undefined }))];
  const unique = [...new Map(all.map((one) => [one.title, one])).values()];
  return unique
    .toSorted((a, b) => Number(a.season) - Number(b.season) || (a.from < b.from ? -1 : 1))
    .map(({ title, from, to, due }) => ({ title, from, to, ...(due && { due }) }));
}

/** Without the remark in brackets behind it: the line gives the days itself. */
const nameOf = (title: string): string => title.replace(/\([^()]*\)$/u, '');

/** The day that the remark names (회계연도 시작 15일 전, 12. 16.): it stands, wherever the published days end. */
function dueOf(title: string, { from, to }: { from: string; to: string }): string | undefined {
  const [, month, day] = /(\d{1,2})\. (\d{1,2})\.(?:까지)?\)$/u.exec(title) ?? [];
  if (!month || !day) return undefined;
  const due = `${to.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return due >= from && due < to ? due : undefined;
}

/** A session that began before the month ends in it (폐회). */
function closings(first: string, last: string): Dated[] {
  return COUNCIL_SESSIONS.filter(
    ({ from, to }) => isDay(to) && from < first && to >= first && to <= last,
  ).map(({ no, kind, to }) => ({ title: `제${no}회 ${kind} 폐회`, from: to, to }));
}
