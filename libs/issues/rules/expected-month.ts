import type { Channel } from '#issues/vocabulary.js';
import type { CouncilSession, Trigger } from '#config/triggers.js';
import { addDays, daysBetween, type Holidays } from '#platform/calendar.js';
import { datesIn, type StatedDate } from './dates-in-text.js';
import { includes, plain } from './mention.js';
import { occurrences, type Occurrence } from './occurrences.js';

export interface Almanac {
  triggers: readonly Trigger[];
  sessions: readonly CouncilSession[];
  holidays: Holidays;
}

export interface Expected {
  /** `YYYY-MM`. */
  month: string;
  /** The day, where law, a published calendar or the text fixes it; null where only the month is foreseen. */
  on: string | null;
  /** `일정: …`, `계절: …` or `만료일: …`. */
  reason: string;
  triggerId: string | null;
}

export interface ExpectedInput {
  text: string;
  channel: Channel;
  /** `YYYY-MM-DD` in Seoul. */
  today: string;
  /**
   * `lead` (usual): an occasion counts from `leadDays` before its start. `year`: the next occurrence within a year counts too, to
   * show an officer what lies ahead.
   */
  horizon?: 'lead' | 'year';
}

/**
 * The month in which an issue is expected to surface, and why; null when nothing points to one. A date in the text wins; then the
 * nearest occasion of `config/triggers.ts` that the text speaks of: the month of its start when today ≥ start − leadDays, today's
 * month while it lasts. Issues of the channel politics that speak of no occasion surface at the next session of the council.
 */
export function expectedMonth(input: ExpectedInput, almanac: Almanac): Expected | null {
  const text = plain(input.text);
  const stated = datesIn(text, input.today)[0];
  if (stated) return byDate(stated);
  const spoken = almanac.triggers.filter(({ keywords }) => keywords.some((word) => includes(text, word)));
  const found = nearest(spoken, input, almanac);
  if (found || input.channel !== 'politics') return found && byTrigger(found, input.today);
  const session = nearest(
    almanac.triggers.filter(({ allPolitics }) => allPolitics),
    input,
    almanac,
  );
  return session && byTrigger(session, input.today);
}

function byDate({ month, day, phrase, expires }: StatedDate): Expected {
  return { month, on: day, reason: `${expires ? '만료일' : '일정'}: ${phrase}`, triggerId: null };
}

function byTrigger({ trigger, from, fixed }: Occurrence, today: string): Expected {
  const label = trigger.reason === 'season' ? '계절' : '일정';
  const running = from <= today;
  return {
    month: (running ? today : from).slice(0, 7),
    on: fixed && (!running || from === today) ? from : null,
    reason: `${label}: ${trigger.title}${running ? ' 기간 중' : ''}`,
    triggerId: trigger.id,
  };
}

/** The occurrence whose start is nearest to today among those that are running or within reach. */
function nearest(
  triggers: readonly Trigger[],
  { today, channel, horizon }: ExpectedInput,
  almanac: Almanac,
): Occurrence | null {
  const reachable = triggers
    .flatMap((trigger) => occurrences(trigger, today, almanac))
    .filter(({ trigger, from, to }) => {
      const reach = horizon === 'year' ? 365 : trigger.leadDays;
      return to >= today && today >= addDays(from, -reach);
    });
  const distance = ({ from }: Occurrence) => Math.abs(daysBetween(today, from));
  const foreign = ({ trigger }: Occurrence) => (trigger.channels.includes(channel) ? 0 : 1);
  const [first] = reachable.toSorted(
    (a, b) => distance(a) - distance(b) || foreign(a) - foreign(b) || (a.trigger.id < b.trigger.id ? -1 : 1),
  );
  return first ?? null;
}
