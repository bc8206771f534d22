import { USUAL_STORIES } from '#config/usual-stories.js';
import type { Channel } from '#issues/vocabulary.js';
import { addDays } from '#platform/calendar.js';
import type { Baseline, Measure, WarningLevel, WarningScope } from '../vocabulary.js';

/** One thing that must have risen. */
export interface Condition {
  /** null: any. */
  channel: Channel | null;
  kind: string | null;
  measure: Measure;
  against: Baseline;
  /** Below that nothing rings, however rare it was before. */
  atLeast: number;
  /** How many times what is usual. More than 1. */
  times: number;
}

export interface WarningRule {
  name: string;
  level: WarningLevel;
  scope: WarningScope;
  /** Of scope `words`; titles that contain one of them count. */
  words: string[];
  windowDays: number;
  conditions: Condition[];
  /** How many of the conditions must be met. */
  need: number;
  /** For so long the same rule does not ring again for the same matter. */
  cooldownDays: number;
}

export interface Span {
  from: string;
  to: string;
}

export interface Observation {
  id: string;
  /** `YYYY-MM-DD` in Seoul: published, or the end of its period. */
  on: string;
  /** Where it counts what came over some days: the first of them. */
  periodFrom?: string | null;
  channel: Channel;
  kind: string | null;
  title: string;
  outlet: string | null;
  /** What tells the same story, by however many outlets, counts once. */
  story: string | null;
  count: number | null;
  baseline: number | null;
  /** The issue was registered with it: whoever did so knew of it. */
  atRegistration?: boolean;
}

/** What can be compared with. */
export interface Past {
  /** The first day from which signals of this matter are known: before that nothing is known, which is not zero. */
  since: string;
  /** For what has too few weeks of its own, as every new story has: what stories reached in the weeks before. */
  stories?: Stories;
}

export interface Stories {
  /** The first day from which the city's signals are known. */
  since: string;
  /** What nearly all stories stayed below within some days; null where they were too few. */
  reached: (condition: Condition, span: Span) => number | null;
}

/** What was found of one condition. */
export interface Reading {
  channel: Channel | null;
  kind: string | null;
  measure: Measure;
  against: Baseline;
  /** What was counted came in these days; of figures with a period of their own they are that period's. */
  from: string;
  to: string;
  value: number;
  /** null where nothing is known to compare with: then it is not met. */
  usual: number | null;
  /** From here on it is met. */
  threshold: number | null;
  met: boolean;
  signalIds: string[];
}

/** Windows before that are looked at, each shifted by whole weeks: a week has its rhythm. */
const WINDOWS = 4;
/** With fewer known ones nobody knows what is usual. */
const FEWEST = 2;
/** Counts vary by about their root; so many times that is no chance any more. */
const CHANCE = 4;
const SHOWN = 50;

export const lookbackDays = ({ windowDays }: Pick<WarningRule, 'windowDays'>): number =>
  windowDays + WINDOWS * shiftOf(windowDays);

/**
 * Whether a rule rings for these signals on a day, with what each of its conditions found. Only what is above the usual can ring:
 * absolute counts alone never do, nor does what comes as evenly as before, nor what an issue was registered with; but figures that bring their own comparison do.
 */
export function evaluate(
  rule: WarningRule,
  observations: readonly Observation[],
  { today, ...past }: Past & { today: string },
): { rings: boolean; readings: Reading[] } {
  const now = { from: addDays(today, 1 - rule.windowDays), to: today };
  const known = { now, weeks: weeksBefore(now, rule.windowDays), scope: rule.scope, ...past };
  const readings = rule.conditions.map((condition) => read(condition, observations, known));
  return { rings: readings.filter(({ met }) => met).length >= rule.need, readings };
}

/** The days that are looked at, and the same of the weeks before. */
interface Known extends Past {
  now: Span;
  weeks: readonly Span[];
  scope: WarningScope;
}

function weeksBefore(now: Span, windowDays: number): Span[] {
  const shifts = Array.from({ length: WINDOWS }, (_, n) => -(n + 1) * shiftOf(windowDays));
  return shifts.map((shift) => ({ from: addDays(now.from, shift), to: addDays(now.to, shift) }));
}

function read(condition: Condition, observations: readonly Observation[], known: Known): Reading {
  const { channel, kind, measure, against, atLeast, times } = condition;
  const { now } = known;
  const fitting = observations.filter((one) => fits(condition, one));
  const counted = between(fitting, now).filter((one) =>
    against === 'own' ? one.baseline !== null : !atRegistration(one),
  );
  const value = measured(counted, measure);
  const { usual, chance } = against === 'own' ? ownUsual(counted) : usualBefore(condition, fitting, known);
  const threshold = usual === null ? null : Math.max(atLeast, times * usual, chance);
  const met = threshold !== null && value >= threshold && value > usual!;
  const signalIds = counted.slice(-SHOWN).map(({ id }) => id);
  const span = against === 'own' ? periodOf(counted, now) : now;
  return { channel, kind, measure, against, ...span, value, usual, threshold, met, signalIds };
}

/** From the first day that any of them counts to the last. */
function periodOf(counted: readonly Observation[], otherwise: Span): Span {
  if (!counted.length) return otherwise;
  const firsts = counted.map(({ periodFrom, on }) => periodFrom ?? on).toSorted();
  return {
    from: firsts[0]!,
    to: counted
      .map(({ on }) => on)
      .toSorted()
      .at(-1)!,
  };
}

/** Whether what rings is more than what it rang for before: the same figures ring once, however long their window is. */
export function isNews(readings: readonly Reading[], before: readonly Reading[] | null): boolean {
  const known = new Set(before?.flatMap(({ signalIds }) => signalIds));
  return readings.some(({ met, signalIds }) => met && signalIds.some((id) => !known.has(id)));
}

/** What there is to compare with, and from where on it is more than chance. */
interface Usual {
  usual: number | null;
  chance: number;
}

function ownUsual(counted: readonly Observation[]): Usual {
  const usual = counted.length ? counted.reduce((sum, { baseline }) => sum + baseline!, 0) : null;
  // Last year's count is taken as it is.
  return { usual, chance: usual === null ? 0 : beyondChance(usual) };
}

/** Its own weeks; what has too few of them is held against how far stories of the city usually go, which has chance in it already. */
function usualBefore(
  condition: Condition,
  fitting: readonly Observation[],
  { weeks, scope, since, stories }: Known,
): Usual {
  const own = scope === 'cluster' ? [] : weeks.filter(({ from }) => from >= since);
  if (own.length >= FEWEST) {
    const usual = average(fitting, condition.measure, own);
    // What a few weeks say of a pace is itself chance.
    return { usual, chance: beyondChance(usual + Math.sqrt(usual / WINDOWS)) };
  }
  const city = stories ? weeks.filter(({ from }) => from >= stories.since) : [];
  const reached =
    city.length < FEWEST ? null : stories!.reached(condition, { from: city.at(-1)!.from, to: city[0]!.to });
  if (reached === null || scope === 'cluster') return { usual: reached, chance: 0 };
  // An issue goes on at least at the pace that it was registered for.
  const usual = Math.max(reached, measured(fitting.filter(atRegistration), condition.measure));
  return { usual, chance: beyondChance(usual) };
}

const atRegistration = (one: Observation): boolean => one.atRegistration === true;

const fits = ({ channel, kind }: Condition, one: Observation): boolean =>
  (channel === null || one.channel === channel) && (kind === null || one.kind === kind);

const beyondChance = (pace: number): number => pace + CHANCE * Math.sqrt(pace);

const shiftOf = (windowDays: number): number => Math.ceil(windowDays / 7) * 7;

/** Of a window, by those before. */
function average(observations: readonly Observation[], measure: Measure, windows: readonly Span[]): number {
  const values = windows.map((window) => measured(between(observations, window), measure));
  return values.reduce((sum, one) => sum + one, 0) / windows.length;
}

/** What stories usually reach within some days (`USUAL_STORIES`), each asked once. */
export function usualOf(stories: readonly (readonly Observation[])[]): Stories['reached'] {
  const known = new Map<string, number | null>();
  return (condition, span) => {
    const key = JSON.stringify([condition, span]);
    const { share, fewest } = USUAL_STORIES;
    if (!known.has(key)) {
      const reached = stories
        .map((story) => between(story, span).filter((one) => fits(condition, one)))
        .filter(({ length }) => length > 0)
        .map((story) => measured(story, condition.measure))
        .toSorted((a, b) => a - b);
      known.set(key, reached.length < fewest ? null : reached[Math.ceil(share * reached.length) - 1]!);
    }
    return known.get(key)!;
  };
}

const between = (observations: readonly Observation[], { from, to }: Span): Observation[] =>
  observations.filter(({ on }) => on >= from && on <= to);

function measured(observations: readonly Observation[], measure: Measure): number {
  if (measure === 'outlets') return new Set(observations.map(({ outlet, id }) => outlet ?? id)).size;
  const stories = new Set(
    observations.flatMap(({ count, story, id }) => (count === null ? (story ?? id) : [])),
  );
  return stories.size + observations.reduce((sum, { count }) => sum + (count ?? 0), 0);
}

/** The days of a period on which a rule rings for one matter, its pauses kept, each with what it found. */
export function firingDays(
  rule: WarningRule,
  observations: readonly Observation[],
  { from, to, ...past }: Past & Span,
): { on: string; readings: Reading[] }[] {
  const sorted = observations
    .filter((one) => rule.conditions.some((condition) => fits(condition, one)))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const least = Math.min(...rule.conditions.map(({ atLeast }) => atLeast));
  const found: { on: string; readings: Reading[] }[] = [];
  const reach = lookbackDays(rule);
  let [oldest, first, next, inWindow] = [0, 0, 0, 0];
  for (let day = from, quietUntil = ''; day <= to; day = addDays(day, 1)) {
    for (; next < sorted.length && sorted[next]!.on <= day; next += 1) inWindow += sorted[next]!.count ?? 1;
    const opens = addDays(day, 1 - rule.windowDays);
    for (; first < next && sorted[first]!.on < opens; first += 1) inWindow -= sorted[first]!.count ?? 1;
    // Most days are like that: nothing can ring, nothing needs to be compared.
    if (inWindow < least || day <= quietUntil) continue;
    const farthest = addDays(day, -reach);
    while (oldest < first && sorted[oldest]!.on < farthest) oldest += 1;
    const { rings, readings } = evaluate(rule, sorted.slice(oldest, next), { today: day, ...past });
    if (!rings || !isNews(readings, found.at(-1)?.readings ?? null)) continue;
    found.push({ on: day, readings });
    quietUntil = addDays(day, rule.cooldownDays);
  }
  return found;
}
