import { titleOf } from './hangul.js';
import { fingerprint, SIMILAR, similarity, type Fingerprint } from './similarity.js';

/** An issue prepared for many comparisons: what it is called, and all that it says. */
export interface IssuePrint {
  readonly title: Fingerprint;
  readonly whole: Fingerprint;
}

/** Prepares an issue, or a text whose first line or sentence is its title. */
export function issuePrint(text: string, title = titleOf(text)): IssuePrint {
  const print = fingerprint(title);
  return { title: print, whole: title === text ? print : fingerprint(text) };
}

// What somebody begins to type says less than a title: whoever has all of it is worth showing, and is no duplicate yet.
const BEGUN = 10;
const BEGUN_SHOWN = SIMILAR + 0.05;

// Two titles may lift what all is alike by so much: of one matter people write summaries that differ, of two they give one title.
const LIFTED = 0.12;

/**
 * How alike two issues are, 0 to 1; symmetric, 1 for equal texts. Of one that is still being written there is a title only, which is
 * held against the other's; of two that are written the titles count beside all that is said.
 */
export function likeness(a: IssuePrint, b: IssuePrint): number {
  const whole = similarity(a.whole, b.whole);
  const titles = similarity(a.title, b.title);
  const written = a.title !== a.whole && b.title !== b.whole;
  if (written) return Math.max(whole, Math.min(titles, whole + LIFTED));
  return Math.max(whole, titles, hasBegun(a.title, b.title) ? BEGUN_SHOWN : 0);
}

/** One of two titles is a word or two, all of which the other has. */
function hasBegun(a: Fingerprint, b: Fingerprint): boolean {
  const [short, long] = a.pairs.length < b.pairs.length ? [a, b] : [b, a];
  const { length } = short.syllables;
  const said = long.stems.join(' ');
  return length > 1 && length < BEGUN && short.stems.every((word) => said.includes(word));
}
