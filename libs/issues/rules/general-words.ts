import { GENERAL_WORDS } from '#config/general-words.js';
import { stem } from './hangul.js';

const GENERAL = new Set(GENERAL_WORDS);
/** Last syllables of such words that a stem has lost for a particle's sake. */
const LOST = [
  ...new Set(GENERAL_WORDS.filter((word) => stem(`○${word}`) !== `○${word}`).map((word) => word.slice(-1))),
];
const LONGEST_GENERAL = Math.max(...GENERAL_WORDS.map(({ length }) => length));
const REMEMBERED = 20_000;
const judged = new Map<string, boolean>();

/** Whether a stem is a word of every office, or put together of such words alone; of 안전사고 its last syllable was cut off. */
export function isGeneral(word: string): boolean {
  const known = judged.get(word);
  if (known !== undefined) return known;
  const general = madeOfGeneral(word) || LOST.some((syllable) => madeOfGeneral(word + syllable));
  // Texts repeat their words; those of all the years would fill the memory.
  if (judged.size >= REMEMBERED) judged.clear();
  judged.set(word, general);
  return general;
}

function madeOfGeneral(word: string): boolean {
  if (GENERAL.has(word)) return true;
  for (let at = Math.min(word.length - 1, LONGEST_GENERAL); at > 1; at -= 1)
    if (GENERAL.has(word.slice(0, at)) && madeOfGeneral(word.slice(at))) return true;
  return false;
}
