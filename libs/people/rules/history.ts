import { strongest } from '#issues/rules/strongest.js';
import { bm25, type Terms } from './bm25.js';
import type { ConfirmedLead } from './mandate.js';
import { queryTerms, taken, wordsOf, type Bridge, type SaidWord } from './terms.js';

/** What earlier decisions say of a text. */
export interface Precedents {
  /** Places of the nearest confirmed issues, nearest first. */
  issues: number[];
  /** What each of them says, adding up to how sure all are together. */
  weights: number[];
}

// The nearest decided issue counts in full when it shares a third of what the text says, and no single word decides.
const NEAR = 0.35;
const NEIGHBOURS = 20;
const ONE_WORD = 0.35;

/** Confirmed issues prepared for many texts. */
export function historyOf(
  history: readonly ConfirmedLead[],
  bridges: readonly Bridge[],
): (said: readonly SaidWord[], query: Terms, least: number) => Precedents {
  const written = history.map(({ text }) => wordsOf(text));
  const documents = history.map(({ text }, i) => queryTerms(written[i]!, taken(text, bridges)));
  const past = bm25(documents);
  // Of most issues nobody asks.
  const own = new Map<number, ReadonlySet<string>>();
  const ownOf = (issue: number) => {
    const terms = own.get(issue) ?? new Set(written[issue]!.flatMap((word) => word.terms));
    own.set(issue, terms);
    return terms;
  };
  return (said, query, least) => {
    const scores = past.rank(query);
    const whole = Math.max(least, past.whole(query));
    const telling = said.filter(({ general }) => !general);
    const near = strongest(scores, NEIGHBOURS)
      .map((issue) => ({ issue, score: scores[issue]! * together(telling, ownOf(issue), documents[issue]!) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    const sure = near[0] ? Math.min(1, near[0].score / whole / NEAR) : 0;
    const total = near.reduce((sum, { score }) => sum + score, 0);
    return {
      issues: near.map(({ issue }) => issue),
      weights: near.map(({ score }) => (sure * score) / total),
    };
  };
}

/** Two words of both that say what they are about make them alike; one alone, or words that only mean the same, may be anything. */
function together(telling: readonly SaidWord[], own: ReadonlySet<string>, document: Terms): number {
  if (shared(telling, own, 2) > 1) return 1;
  return shared(telling, document, 1) > 0 ? ONE_WORD : 0;
}

/** How many words, at most so many are asked about, have more than half of their terms there. */
function shared(words: readonly SaidWord[], by: { has(term: string): boolean }, most: number): number {
  let count = 0;
  for (const { terms } of words) {
    let met = 0;
    for (const term of terms) if (by.has(term)) met += 1;
    if (met * 2 > terms.length && ++count === most) break;
  }
  return count;
}
