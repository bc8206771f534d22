import sql, { join, type Sql } from 'sql-template-tag';
import { searchWords, type SearchWord } from './rules/search-words.js';

/** Every word must be found there. */
export function contains(q: string, found: (word: SearchWord) => Sql): Sql {
  const words = searchWords(q);
  return words.length ? join(words.map(found), ' and ') : sql`false`;
}

/** In a row `t` of `issue_words`; two signs are enough to use the index of pairs. */
export function inText(word: SearchWord): Sql {
  if ('marks' in word)
    return sql`(${join(
      word.marks.map((pattern) => sql`t.marks like ${pattern}`),
      ' or ',
    )})`;
  const wanted = sql`search_text(${word.text})`;
  return sql`(hangul_bigrams(t.text) @> hangul_bigrams(${wanted}) or length(${wanted}) < 2)
    and position(${wanted} in t.text) > 0`;
}

/** In the title of a signal `s`. Their index may not be asked from behind the wall, so a function of the database does (migration 0033). */
export const inSignal = (word: SearchWord): Sql =>
  'marks' in word
    ? sql`s.id in (select signals_with_marks(${word.marks}))`
    : sql`s.id in (select signals_with_text(${word.text}))`;
