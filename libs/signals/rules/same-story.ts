import { CLUSTERING, PLACES } from '#config/clustering.js';
import { addDays, daysBetween } from '#platform/calendar.js';

/** What two signals are compared by, besides their words. Days are `YYYY-MM-DD`. */
export interface Told {
  channel: string;
  day: string;
  places: ReadonlySet<string>;
}

const TAG =
  /^\s*(?:\[[^\]]{1,14}\]|<[^>]{1,14}>|【[^】]{1,14}】|\((?:종합|단독|속보|사설|기획|상보)[^)]{0,6}\))\s*/u;
const TAIL = /\s*\((?:종합\d?보?|상보|\d보)\)\s*$/u;

/** A headline without what its outlet hung on it: [단독], (종합2보). */
export function headline(title: string): string {
  let bare = title.replace(TAIL, '');
  while (TAG.test(bare)) bare = bare.replace(TAG, '');
  return bare.trim() ? bare : title;
}

const LINE = /(\d{1,2})호선/gu;
const PLACE = new RegExp(PLACES.join('|'), 'gu');

/** The places a headline names: districts and lines of the underground. */
export function placesIn(title: string): Set<string> {
  return new Set([
    ...Array.from(title.matchAll(PLACE), ([place]) => place),
    ...Array.from(title.matchAll(LINE), ([, line]) => `${line}호선`),
  ]);
}

/** The days on which what a signal of this day tells may be told too. */
export const storySpan = (day: string): { from: string; to: string } => ({
  from: addDays(day, -CLUSTERING.storyDays),
  to: addDays(day, CLUSTERING.storyDays),
});

/** Whether two signals of this similarity tell the same story; the order of the two does not matter. */
export function sameStory(score: number, a: Told, b: Told): boolean {
  return (
    score >= (meet(a.places, b.places) ? CLUSTERING.sameStoryAtPlace : CLUSTERING.sameStory) &&
    a.channel === b.channel &&
    (CLUSTERING.channels as readonly string[]).includes(a.channel) &&
    Math.abs(daysBetween(a.day, b.day)) <= CLUSTERING.storyDays &&
    agree(a.places, b.places)
  );
}

/** Who names no place may mean any. */
const agree = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => !a.size || !b.size || meet(a, b);

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  Array.from(a).some((place) => b.has(place));

/**
 * What belongs together when whoever is linked to one of a group is in it: the same groups whatever the order of the links.
 * @returns groups of two and more
 */
export function together(links: readonly (readonly [string, string])[]): string[][] {
  const parents = new Map<string, string>();
  const rootOf = (one: string): string => {
    let root = one;
    while (parents.get(root) !== undefined && parents.get(root) !== root) root = parents.get(root)!;
    parents.set(one, root);
    return root;
  };
  for (const [a, b] of links) {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one !== other) parents.set(one < other ? other : one, one < other ? one : other);
  }
  const groups = new Map<string, string[]>();
  for (const one of [...parents.keys()].toSorted())
    groups.set(rootOf(one), [...(groups.get(rootOf(one)) ?? []), one]);
  return [...groups.values()].filter(({ length }) => length > 1);
}
