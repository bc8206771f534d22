import { RELATED_WORDS } from '#config/related-words.js';
import { OPPOSITES } from '#config/synonyms.js';
import { isGeneral } from './general-words.js';
import { normal, stem } from './hangul.js';

/** Names by number: lines, rounds, stages, years; a count of people or won may change from report to report. */
const NUMBERED = /^제?(\d+)(호선|호기|호|번|차|회|단계|구역|지구|공구|분기|기|학년|등급|년|월|동)?$/u;
/** Verbs change with the writer, things do not. */
const VERB = /(?:면서|지만|도록|려고|[가-힣]고자|니다|아야|어야|해야|[늘줄]이?)$/u;
/** Shorter words are things where the office knows them as subjects (버스, 택시). */
const LONG = 3;
const SUBJECTS = new Set(
  RELATED_WORDS.flatMap(({ said }) => said.split(',').map((word) => stem(word.trim().replace('^', '')))),
);

const OPPOSITE = new Map<string, string[]>();
for (const pair of OPPOSITES) {
  const [left, right] = pair.map(normal) as [string, string];
  OPPOSITE.set(left, [...(OPPOSITE.get(left) ?? []), right]);
  OPPOSITE.set(right, [...(OPPOSITE.get(right) ?? []), left]);
}

// Beside the words that differ all is equal, in the same order: measured, pairs of one template have 1.00 of it, paraphrases ≤ 0.93.
const TEMPLATE = 0.9;
// Opposites say more than that: much may differ beside them.
const OPPOSED = 0.6;
const SURELY_OPPOSED = 0.8;
// What differs is so much of the shorter text: a word of three syllables in a title.
const WEIGHTY = 0.15;
// Whole articles are no templates, and would take long to compare.
const SENTENCES = 200;

/**
 * How surely two texts, given as their stems, say the same of two different things, 0 to 1; symmetric. `따릉이 요금 인상 반발` and
 * `공영주차장 요금 인상 반발` are written alike and are not the same matter: they are equal but for the words that each of them alone
 * has, and those name things, or one is the other's opposite.
 */
export function ofAnother(a: readonly string[], b: readonly string[]): number {
  if (a.length > SENTENCES || b.length > SENTENCES) return 0;
  const [own, other] = [foreign(a, b), foreign(b, a)];
  const opposed = own.some((word) => isOpposed(word, a, b));
  if (!opposed && !(own.some(namesThing) && other.some(namesThing))) return 0;
  const [left, right] = [lettersOf(a), lettersOf(b)];
  const equal = (2 * inOrder(a, b)) / Math.max(1, left + right - lettersOf(own) - lettersOf(other));
  if (opposed) return between(OPPOSED, SURELY_OPPOSED, equal);
  const least = Math.min(lettersOf(own), lettersOf(other));
  return between(TEMPLATE, 1, equal) * Math.min(1, least / Math.min(left, right) / WEIGHTY);
}

/** How far a value is on its way, 0 to 1. */
const between = (from: number, to: number, value: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

/** Words of one text that the other has nothing of: the front of a compound tells which one it is (교통위원회, 환경위원회). */
function foreign(stems: readonly string[], others: readonly string[]): string[] {
  const text = others.join('');
  return stems.filter((word) => {
    const numbered = NUMBERED.exec(word);
    if (numbered) return isOtherNumber(numbered, others);
    if (isOpposed(word, stems, others)) return true;
    return (
      word.length > 1 &&
      !/^\d/u.test(word) &&
      !isGeneral(word) &&
      !VERB.test(word) &&
      !text.includes(word.slice(0, 2))
    );
  });
}

/** The other text has its opposite instead. */
const isOpposed = (word: string, own: readonly string[], others: readonly string[]): boolean =>
  !others.includes(word) &&
  !!OPPOSITE.get(word)?.some((opposite) => others.includes(opposite) && !own.includes(opposite));

/** The other text numbers the same kind of thing, otherwise. */
function isOtherNumber([, number, kind]: RegExpExecArray, others: readonly string[]): boolean {
  const same = others.map((word) => NUMBERED.exec(word)).filter((found) => found && found[2] === kind);
  return same.length > 0 && !same.some((found) => found![1] === number);
}

const namesThing = (word: string): boolean =>
  word.length >= LONG || SUBJECTS.has(word) || NUMBERED.test(word);

const lettersOf = (stems: readonly string[]): number => stems.reduce((sum, { length }) => sum + length, 0);

/** Letters of the stems that both have in the same order (longest common subsequence). */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let before = [0, ...b.map(() => 0)];
  for (const one of a) {
    const row = [0];
    for (const [j, other] of b.entries())
      row.push(one === other ? before[j]! + one.length : Math.max(before[j + 1]!, row[j]!));
    before = row;
  }
  return before.at(-1)!;
}
