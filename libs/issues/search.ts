import sql, { join, type Sql } from 'sql-template-tag';
import { searchWords, type SearchWord } from './rules/search-words.js';

/** Where to look: a text as `search_text` leaves it, and a number with the text's initials behind it. */
interface Place {
  text: Sql;
  marks: Sql;
}

/** Every word must be found there. */
export function contains(q: string, place: Place): Sql {
  const words = searchWords(q);
  return words.length
    ? join(
        words.map((word) => found(word, place)),
        ' and ',
      )
    : sql`false`;
}

/** Two signs are enough to use the index of pairs. */
function found(word: SearchWord, { text, marks }: Place): Sql {
  if ('marks' in word)
    return sql`(${join(
      word.marks.map((pattern) => sql`${marks} like ${pattern}`),
      ' or ',
    )})`;
  const wanted = sql`search_text(${word.text})`;
  return sql`(hangul_bigrams(${text}) @> hangul_bigrams(${wanted}) or length(${wanted}) < 2)
    and position(${wanted} in ${text}) > 0`;
}
