import { contentStems, wordsByStem } from './hangul.js';
import { ofAnother } from './other-object.js';

/** From here on two texts are worth showing beside each other: about half share their meaning in part. */
export const SIMILAR = 0.35;

/**
 * From here on two texts most probably say the same. On 80 pairs written for this rule F1 is 0.95 here; it stands on the side of asking:
 * a person decides, and a missed duplicate costs more than a look.
 */
export const DUPLICATE = 0.46;

// Syllables carry most: paraphrases of officialese keep the Sino-Korean syllables and change words, spacing and order.
const SYLLABLES = 0.65;
const PAIRS = 1 - SYLLABLES;
// What is written alike of two different things is alike by so much less: below `DUPLICATE`, however much of it is equal.
const OF_ANOTHER = 0.55;

/** A text prepared for many comparisons. */
export interface Fingerprint {
  readonly text: string;
  /** Its content stems, in their order. */
  readonly stems: readonly string[];
  /** UTF-16 units of the content stems, sorted, repeated as often as they occur. */
  readonly syllables: Uint16Array;
  /** Neighbouring units within the text without spaces, sorted. */
  readonly pairs: Uint32Array;
}

/** Prepares a text. */
export function fingerprint(text: string): Fingerprint {
  const stems = contentStems(text);
  const letters = stems.join('');
  const syllables = new Uint16Array(letters.length);
  const pairs = new Uint32Array(Math.max(0, letters.length - 1));
  for (let i = 0; i < letters.length; i += 1) {
    syllables[i] = letters.charCodeAt(i);
    if (i > 0) pairs[i - 1] = (syllables[i - 1]! << 16) | syllables[i]!;
  }
  return { text, stems, syllables: syllables.toSorted(), pairs: pairs.toSorted() };
}

/**
 * How alike two Korean sentences are, 0 to 1; symmetric, 1 for equal content. The shared part of their syllables and of their
 * neighbouring syllables (Dice), after particles, endings and words of every office sentence are taken off; less where the same is
 * said of two different things.
 */
export function similarity(a: string | Fingerprint, b: string | Fingerprint): number {
  const left = prepared(a);
  const right = prepared(b);
  const alike = sharedPart(left, right);
  // Most texts have next to nothing in common.
  return alike < SIMILAR ? alike : alike * (1 - OF_ANOTHER * ofAnother(left.stems, right.stems));
}

function sharedPart(left: Fingerprint, right: Fingerprint): number {
  const syllables = dice(left.syllables, right.syllables);
  // One syllable has no neighbours.
  if (left.pairs.length === 0 || right.pairs.length === 0) return syllables;
  return SYLLABLES * syllables + PAIRS * dice(left.pairs, right.pairs);
}

/** Whether a similarity is that of a likely duplicate. */
export function isDuplicate(score: number): boolean {
  return score >= DUPLICATE;
}

/** The words of the first text that the second speaks of, too, as they stand there: what to show as the reason. */
export function sharedTerms(a: string | Fingerprint, b: string | Fingerprint): string[] {
  const own = prepared(a);
  const other = prepared(b).stems.join('');
  const shared = own.stems.filter((word) => word.length > 1 && other.includes(word));
  return [...new Set(shared.map((word) => written(own).get(word) ?? word))];
}

const words = new WeakMap<Fingerprint, ReadonlyMap<string, string>>();

/** One text is held against many. */
function written(print: Fingerprint): ReadonlyMap<string, string> {
  const found = words.get(print) ?? wordsByStem(print.text);
  words.set(print, found);
  return found;
}

const prepared = (text: string | Fingerprint): Fingerprint =>
  typeof text === 'string' ? fingerprint(text) : text;

/** 2 · shared / (all of both), over sorted lists with repetitions; 0 when both are empty. */
function dice(a: Uint16Array | Uint32Array, b: Uint16Array | Uint32Array): number {
  if (a.length + b.length === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
