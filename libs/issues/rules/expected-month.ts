import type { Channel } from '#issues/vocabulary.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import type { CouncilSession, Trigger } from '#config/triggers.js';
import { addDays, addMonths, daysBetween, monthsBetween, type Holidays } from '#platform/calendar.js';
import { datesIn, printDay, type StatedDate } from './dates-in-text.js';
import { includes, plain } from './mention.js';
import { occurrences, type Occurrence } from './occurrences.js';
import { isDuplicate } from './similarity.js';

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
  /** `일정: …`, `계절: …`, `만료일: …`, `작년 이맘때: …` or `동향 추세: …`. */
  reason: string;
  triggerId: string | null;
}

/** A public issue of the past that says the same, and the month it surfaced in. */
export interface Precedent {
  number: string;
  title: string;
  /** `YYYY-MM`. */
  month: string;
  /** Similarity, 0 to 1. */
  score: number;
}

interface DatedSignal {
  publishedOn: string | null;
}

export interface ExpectedInput {
  text: string;
  channel: Channel;
  /** `YYYY-MM-DD` in Seoul. */
  today: string;
  /**
   * `lead` (usual): an occasion counts from `leadDays` before its start, and at the latest from the month before, whose report asks
   * about it. `year`: the next occurrence within a year counts too, to show an officer what lies ahead.
   */
  horizon?: 'lead' | 'year';
  /** Days that officers noted in fields of their own: 만료일, 시행일, 쟁의 예정일. */
  dates?: readonly { label: string; day: string }[];
  precedents?: readonly Precedent[];
  signals?: readonly DatedSignal[];
}

/**
 * The month in which an issue is expected to surface, and why; null when nothing points to one. A day in a field of its own wins,
 * then a date in the text; then the nearest occasion of `config/triggers.ts` that the text speaks of: the month of its start when
 * today ≥ start − leadDays; today's month while it lasts, or the next from the day on which the next month is asked about. Issues of the channel politics that speak of no occasion surface at the
 * next session of the council. What no date speaks for surfaces when the like did in one of the last three years (작년 이맘때), and
 * else, when its signals are rising, next month: the order of practice.md 2.4.
 */
export function expectedMonth(input: ExpectedInput, almanac: Almanac): Expected | null {
  const noted = byField(input);
  if (noted) return noted;
  const text = plain(input.text);
  const stated = datesIn(text, input.today, almanac.holidays)[0];
  if (stated) return byDate(stated);
  const spoken = almanac.triggers.filter(({ keywords }) => keywords.some((word) => includes(text, word)));
  const found = nearest(spoken, input, almanac) ?? nearestSession(input, almanac);
  return (found && byTrigger(found, input.today)) ?? byLastYear(input) ?? byTrend(input);
}

function nearestSession(input: ExpectedInput, almanac: Almanac): Occurrence | null {
  if (input.channel !== 'politics') return null;
  return nearest(
    almanac.triggers.filter(({ allPolitics }) => allPolitics),
    input,
    almanac,
  );
}

const YEARS_BACK = 3;
/** An officer looks at the next month, and a little beyond. */
const MONTHS_AHEAD = 2;

/** 작년 이맘때: the same month as that of the like in one of the last three years; the nearest, then the newest. */
function byLastYear({ precedents = [], today, horizon }: ExpectedInput): Expected | null {
  const now = today.slice(0, 7);
  const reach = horizon === 'year' ? 11 : MONTHS_AHEAD;
  const [first] = precedents
    .filter(({ score }) => isDuplicate(score))
    .flatMap((one) =>
      Array.from({ length: YEARS_BACK }, (_, n) => ({ one, month: addMonths(one.month, 12 * (n + 1)) })),
    )
    .map((found) => ({ ...found, ahead: monthsBetween(now, found.month) }))
    .filter(({ ahead }) => ahead >= 0 && ahead <= reach)
    .toSorted((a, b) => a.ahead - b.ahead || (a.one.month < b.one.month ? 1 : -1));
  if (!first) return null;
  const { number, title, month } = first.one;
  const when = `'${month.slice(2, 4)}. ${Number(month.slice(5))}월`;
  return {
    month: first.month,
    on: null,
    reason: `작년 이맘때: ${when} 유사 이슈 ${number} ${title}`,
    triggerId: null,
  };
}

const WEEKS_4 = 28;
const FEWEST_SIGNALS = 3;
const TWICE = 2;

/** 동향 추세: signals of the last four weeks against the four before; rising, the matter surfaces next month. */
function byTrend({ signals = [], today }: ExpectedInput): Expected | null {
  const between = (from: number, to: number): number =>
    signals.filter(({ publishedOn: on }) => on && on > addDays(today, -from) && on <= addDays(today, -to))
      .length;
  const [recent, before] = [between(WEEKS_4, 0), between(2 * WEEKS_4, WEEKS_4)];
  if (recent < FEWEST_SIGNALS || recent < TWICE * before) return null;
  return {
    month: addMonths(today.slice(0, 7), 1),
    on: null,
    reason: `동향 추세: 최근 4주 ${recent}건(직전 4주 ${before}건)`,
    triggerId: null,
  };
}

/** A day in a field of its own says what it is: the nearest from today on. */
function byField({ dates = [], today }: ExpectedInput): Expected | null {
  const [first] = dates.filter(({ day }) => day >= today).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (!first) return null;
  const { day, label } = first;
  const kind = /만료|종료/u.test(label) ? '만료일' : '일정';
  return { month: day.slice(0, 7), on: day, reason: `${kind}: ${printDay(day)}(${label})`, triggerId: null };
}

function byDate({ month, day, phrase, expires }: StatedDate): Expected {
  return { month, on: day, reason: `${expires ? '만료일' : '일정'}: ${phrase}`, triggerId: null };
}

function byTrigger({ trigger, from, to, fixed }: Occurrence, today: string): Expected {
  const label = trigger.reason === 'season' ? '계절' : '일정';
  const running = from <= today;
  const now = today.slice(0, 7);
  const next = addMonths(now, 1);
  // By then departments have been asked what they expect of the next month.
  const asked = Number(today.slice(8)) > REPORT_SCHEDULE.roundDay;
  const goesOn = running && asked && to >= `${next}-01`;
  return {
    month: goesOn ? next : running ? now : from.slice(0, 7),
    on: fixed && !goesOn && (!running || from === today) ? from : null,
    reason: `${label}: ${trigger.title}${running ? ' 기간 중' : ''}`,
    triggerId: trigger.id,
  };
}

/** The occurrence whose start is nearest to today among those that are running or within reach. */
function nearest(
  triggers: readonly Trigger[],
  { text, today, channel, horizon }: ExpectedInput,
  almanac: Almanac,
): Occurrence | null {
  const reachable = triggers
    .flatMap((trigger) => occurrences(trigger, today, almanac))
    .filter(({ trigger, from, to }) => {
      const reach = horizon === 'year' ? 365 : trigger.leadDays;
      const nextReport = from.slice(0, 7) <= addMonths(today.slice(0, 7), 1);
      return to >= today && (nextReport || today >= addDays(from, -reach));
    });
  const distance = ({ from }: Occurrence) => Math.abs(daysBetween(today, from));
  const foreign = ({ trigger }: Occurrence) => (trigger.channels.includes(channel) ? 0 : 1);
  // 장마 침수 speaks of the monsoon; that floods belong to the whole summer says less.
  const others = (one: Occurrence, word: string) =>
    reachable.some(({ trigger }) => trigger !== one.trigger && said(trigger).includes(word));
  const said = ({ keywords }: Trigger) => keywords.filter((word) => includes(text, word));
  const onlyShared = (one: Occurrence) => (said(one.trigger).some((word) => !others(one, word)) ? 0 : 1);
  const [first] = reachable.toSorted(
    (a, b) =>
      onlyShared(a) - onlyShared(b) ||
      distance(a) - distance(b) ||
      foreign(a) - foreign(b) ||
      (a.trigger.id < b.trigger.id ? -1 : 1),
  );
  return first ?? null;
}
