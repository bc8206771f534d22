import { NOT_MEANT, type RelatedWords } from '#config/related-words.js';
import { isGeneral } from '#issues/rules/general-words.js';
import { bigrams, contentStems, titleOf } from '#issues/rules/hangul.js';
import { includes, plain } from '#issues/rules/mention.js';
import type { Terms } from './bm25.js';

/** A word with its terms. */
export interface Word {
  word: string;
  terms: readonly string[];
}

/** A word of a text. */
export interface SaidWord extends Word {
  /** 1 for a word of the title that says what it is about. */
  weight: number;
  /** Of every office. */
  general: boolean;
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
  for (const one of stems) for (const term of stemTerms(one)) terms.set(term, (terms.get(term) ?? 0) + 1);
  return terms;
}

function stemTerms(word: string): string[] {
  const pairs = bigrams(word);
  if (word.length >= WHOLE_WORD) pairs.push(`=${word}`);
  return pairs;
}

// What a word of every office says, and one that stands behind the title. Tuned as the numbers in `suggest-departments.ts` are.
export const OF_EVERY_OFFICE = 0.1;
const BEHIND_TITLE = 0.6;

/** The stems of a text, each once, with their terms. */
export function wordsOf(text: string): SaidWord[] {
  const title = titleOf(text);
  const rest = text.slice(title.length);
  const inTitle = new Set(contentStems(title));
  return [...new Set([...inTitle, ...contentStems(rest)])].map((word) => {
    const general = isGeneral(word);
    const weight = (inTitle.has(word) ? 1 : BEHIND_TITLE) * (general ? OF_EVERY_OFFICE : 1);
    return { word, terms: stemTerms(word), weight, general };
  });
}

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

/** A bridge with what it says beside a word of the title. */
export type TakenBridge = Bridge & { weight: number };

/** The bridges a text takes; a word inside a longer one that was taken does not count. */
export function taken(text: string, all: readonly Bridge[]): TakenBridge[] {
  const whole = plain(text);
  const title = plain(titleOf(text));
  let rest = whole;
  const starts = new Set<number>();
  for (let at = 0; at + 1 < rest.length; at += 1) starts.add(pairAt(rest, at));
  const found: TakenBridge[] = [];
  for (const bridge of all) {
    // Most bridges begin with what the text does not have.
    if (!starts.has(bridge.start) || !includes(rest, bridge.said) || !meant(whole, bridge)) continue;
    const bare = bridge.said.replace('^', '');
    const weight =
      BRIDGED * (title.includes(bare) ? 1 : BEHIND_TITLE) * (isGeneral(bare) ? OF_EVERY_OFFICE : 1);
    found.push({ ...bridge, weight });
    rest = rest.split(bare).join('·');
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

/** The terms of a query, each as heavy as the heaviest word that has it; those its bridges lead to say a little less. */
export function queryTerms(words: readonly SaidWord[], bridged: readonly TakenBridge[]): Terms {
  const said = new Map<string, number>();
  const led = new Map<string, number>();
  for (const { terms, weight } of words) for (const term of terms) ask(said, term, weight);
  for (const { means, weight } of bridged)
    for (const { terms } of means) for (const term of terms) if (!said.has(term)) ask(led, term, weight);
  return new Map([...said, ...led]);
}

function ask(query: Map<string, number>, term: string, weight: number): void {
  const most = isGeneral(term) ? Math.min(weight, OF_EVERY_OFFICE) : weight;
  query.set(term, Math.max(most, query.get(term) ?? 0));
}
