import type { Bound, CouncilSession, MovableDay, Trigger } from '#config/triggers.js';
import { addDays, isDay, type Holidays } from '#platform/calendar.js';

/** One occasion in one year. */
export interface Occurrence {
  trigger: Trigger;
  /** First and last day. */
  from: string;
  to: string;
  /** The first day is sure: by law or published, not custom. */
  fixed: boolean;
}

const MOVABLE: Record<MovableDay, RegExp> = {
  seollal: /^설날$/u,
  chuseok: /^추석$/u,
  election: /선거/u,
  localElection: /지방선거/u,
};

/**
 * The occurrences of a trigger that start in the year of the day, the one before or the one after, as far as the holidays are
 * known. A published session of the council replaces the usual days.
 */
export function occurrences(
  trigger: Trigger,
  day: string,
  { holidays, sessions }: { holidays: Holidays; sessions: readonly CouncilSession[] },
): Occurrence[] {
  const year = Number(day.slice(0, 4));
  return [year - 1, year, year + 1].flatMap((start) => {
    if (trigger.localElectionYear && movable('localElection', start, holidays).length === 0) return [];
    return trigger.when.flatMap((span) => {
      const [from, to] = span.split('..') as [Bound, Bound];
      return days(from, start, holidays).flatMap((first) => {
        const last =
          days(to, start, holidays).find((end) => end >= first) ?? days(to, start + 1, holidays)[0];
        if (!last) return [];
        return withSession({ trigger, from: first, to: last, fixed: trigger.basis === 'F' }, sessions);
      });
    });
  });
}

function withSession(usual: Occurrence, sessions: readonly CouncilSession[]): Occurrence {
  const session = sessions.find(
    ({ triggerId, from }) =>
      triggerId === usual.trigger.id && isDay(from) && from.slice(0, 4) === usual.from.slice(0, 4),
  );
  if (!session) return usual;
  const to = session.to < usual.to || usual.to < session.from ? session.to : usual.to;
  return { ...usual, from: session.from, to, fixed: true };
}

/** The days a bound falls on in a year: one, or several (two elections), or none. */
function days(bound: Bound, year: number, holidays: Holidays): string[] {
  if (/^\d/.test(bound)) return [`${year}-${bound}`];
  const [, name, offset] = /^([a-zA-Z]+)([+-]\d+)?$/.exec(bound) ?? [];
  return movable(name as MovableDay, year, holidays).map((day) => addDays(day, Number(offset ?? 0)));
}

function movable(name: MovableDay, year: number, holidays: Holidays): string[] {
  return (holidays[year] ?? []).filter((holiday) => MOVABLE[name].test(holiday.name)).map(({ date }) => date);
}
