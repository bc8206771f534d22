import type { RelatedWords } from '#config/related-words.js';
import { bigrams, contentStems } from '#issues/rules/hangul.js';
import { includes, plain } from '#issues/rules/mention.js';
import type { Terms } from './bm25.js';

/** A word with its terms. */
export interface Word {
  word: string;
  terms: Terms;
}

/** A bridge from a word of the text to words of mandates. */
export interface Bridge {
  said: string;
  means: readonly Word[];
}

// A whole word of three or more characters is one term more beside its pairs.
const WHOLE_WORD = 3;

/** The terms of a text: pairs of neighbouring characters of its stems, and longer stems as a whole. */
export function termsOf(text: string): Terms {
  return termsOfStems(contentStems(text));
}

/** The stems of a text of two characters or more, each once, with their terms. */
export function wordsOf(text: string): Word[] {
  const stems = new Set(contentStems(text).filter((stem) => stem.length > 1));
  return [...stems].map((word) => ({ word, terms: termsOfStems([word]) }));
}

function termsOfStems(stems: readonly string[]): Terms {
  const terms = new Map<string, number>();
  const add = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1);
  for (const stem of stems) {
    for (const pair of bigrams(stem)) add(pair);
    if (stem.length >= WHOLE_WORD) add(`=${stem}`);
  }
  return terms;
}

/** Prepared bridges, longest word first, so that 기후동행카드 is not read as 기후. */
export function bridges(related: readonly RelatedWords[]): readonly Bridge[] {
  return related
    .flatMap(({ said, means }) => {
      const led = means.split(' ').map((word) => ({ word, terms: termsOf(word) }));
      return said.split(',').map((word) => ({ said: word.trim(), means: led }));
    })
    .toSorted((a, b) => b.said.length - a.said.length || (a.said < b.said ? -1 : 1));
}

/** The bridges a text takes; a word inside a longer one that was taken does not count. */
export function taken(text: string, all: readonly Bridge[]): Bridge[] {
  let rest = plain(text);
  const found: Bridge[] = [];
  for (const bridge of all) {
    if (!includes(rest, bridge.said)) continue;
    found.push(bridge);
    rest = rest.split(bridge.said.replace('^', '')).join('·');
  }
  return found;
}

/** The terms of a query: each once, those of the text and those its bridges lead to. */
export function queryTerms(text: string, bridged: readonly Bridge[], weight: number): Terms {
  const query = new Map<string, number>();
  for (const term of termsOf(text).keys()) query.set(term, 1);
  for (const { terms } of bridged.flatMap(({ means }) => means)) {
    for (const term of terms.keys()) query.set(term, Math.max(query.get(term) ?? 0, weight));
  }
  return query;
}
