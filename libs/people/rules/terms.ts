import { NOT_MEANT, type RelatedWords } from '#config/related-words.js';
import { bigrams, contentStems } from '#issues/rules/hangul.js';
import { includes, plain } from '#issues/rules/mention.js';
import type { Terms } from './bm25.js';

/** A word with its terms. */
export interface Word {
  word: string;
  terms: readonly string[];
}

/** A bridge from a word of the text to words of mandates. */
export interface Bridge {
  said: string;
  /** Its first two characters, as one number. */
  start: number;
  means: readonly Word[];
  /** Phrases in which it means something else. */
  except: readonly string[];
}

// A whole word of three or more characters is one term more beside its pairs.
const WHOLE_WORD = 3;
// What a word that a bridge leads to says, beside one that was said. Tuned as the numbers in `suggest-departments.ts` are.
const BRIDGED = 0.6;

/** The terms of a text: pairs of neighbouring characters of its stems, and longer stems as a whole. */
export const termsOf = (text: string): Terms => termsOfStems(contentStems(text));

function termsOfStems(stems: readonly string[]): Terms {
  const terms = new Map<string, number>();
  for (const stem of stems) for (const term of stemTerms(stem)) terms.set(term, (terms.get(term) ?? 0) + 1);
  return terms;
}

function stemTerms(stem: string): string[] {
  const pairs = bigrams(stem);
  if (stem.length >= WHOLE_WORD) pairs.push(`=${stem}`);
  return pairs;
}

/** The stems of a text, each once, with their terms. */
export const wordsOf = (text: string): Word[] =>
  [...new Set(contentStems(text))].map((word) => ({ word, terms: stemTerms(word) }));

/** Prepared bridges, longest word first, so that 기후동행카드 is not read as 기후. */
export function bridges(related: readonly RelatedWords[]): readonly Bridge[] {
  return related
    .flatMap(({ said, means }) => {
      const led = means.split(' ').map((word) => ({ word, terms: [...termsOf(word).keys()] }));
      const words = said.split(',').map((word) => word.trim());
      return words.map((word) => {
        const bare = word.replace('^', '');
        return { said: word, start: pairAt(bare, 0), means: led, except: NOT_MEANT[bare] ?? [] };
      });
    })
    .toSorted((a, b) => b.said.length - a.said.length || (a.said < b.said ? -1 : 1));
}

/** The bridges a text takes; a word inside a longer one that was taken does not count. */
export function taken(text: string, all: readonly Bridge[]): Bridge[] {
  const whole = plain(text);
  let rest = whole;
  const starts = new Set<number>();
  for (let at = 0; at + 1 < rest.length; at += 1) starts.add(pairAt(rest, at));
  const found: Bridge[] = [];
  for (const bridge of all) {
    // Most bridges begin with what the text does not have.
    if (!starts.has(bridge.start) || !includes(rest, bridge.said) || !meant(whole, bridge)) continue;
    found.push(bridge);
    rest = rest.split(bridge.said.replace('^', '')).join('·');
  }
  return found;
}

/** Whether the word also stands outside the phrases in which it means something else. */
function meant(whole: string, { said, except }: Bridge): boolean {
  return (
    except.length === 0 ||
    includes(
      except.reduce((left, phrase) => left.split(phrase).join('·'), whole),
      said,
    )
  );
}

const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

/** The terms of a query: each once, those of the text itself and those its bridges lead to, which say a little less. */
export function queryTerms(words: readonly Word[], bridged: readonly Bridge[]): Terms {
  const query = new Map<string, number>();
  for (const { terms } of words) for (const term of terms) query.set(term, 1);
  for (const { means } of bridged)
    for (const { terms } of means) for (const term of terms) if (!query.has(term)) query.set(term, BRIDGED);
  return query;
}
