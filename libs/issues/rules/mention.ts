const WORD_CHARACTER = /[\p{L}\p{N}]/u;
// "안전사고 없는 축제" and "인명피해 없음" speak of the contrary.
const DENIED = /^[^.,;·\n]{0,8}?없(음|이|는|다|었|도록|으)/u;

/** The text as rules read it: one code point per syllable, single spaces. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * The words that occur in a plain text, in their order in the list. `^` binds a word to the beginning of a word of the text, as
 * Korean puts nouns together (`^화재` is not in 문화재). Phrases in `except` are passed over, and so is a word that is denied.
 */
export function mentioned(text: string, words: readonly string[], except: readonly string[] = []): string[] {
  const found = words.filter((word) => includes(text, word));
  if (found.length === 0) return found;
  const rest = except.reduce((left, phrase) => left.split(phrase).join(' '), text);
  return found.filter((word) => affirmed(rest, word)).map((word) => word.replace('^', ''));
}

/** Whether the word, `^` included, occurs. */
export function includes(text: string, word: string): boolean {
  return next(text, word, 0) >= 0;
}

function affirmed(text: string, word: string): boolean {
  const length = word.replace('^', '').length;
  for (let at = next(text, word, 0); at >= 0; at = next(text, word, at + 1)) {
    if (!DENIED.test(text.slice(at + length, at + length + 12))) return true;
  }
  return false;
}

/** The next place of the word at or after an index, or −1. */
function next(text: string, word: string, from: number): number {
  if (!word.startsWith('^')) return text.indexOf(word, from);
  const body = word.slice(1);
  let at = text.indexOf(body, from);
  while (at > 0 && WORD_CHARACTER.test(text[at - 1]!)) at = text.indexOf(body, at + 1);
  return at;
}
