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
  const bound = word.startsWith('^');
  const body = bound ? word.slice(1) : word;
  let at = text.indexOf(body, from);
  while (at >= 0 && !(bound ? begins(text, at) : stands(text, at, body.length)))
    at = text.indexOf(body, at + 1);
  return at;
}

const begins = (text: string, at: number): boolean => at === 0 || !WORD_CHARACTER.test(text[at - 1]!);

/**
 * Whether two syllables are a word there and not the end of one and the beginning of another: nouns put together are of two syllables
 * for the most part, so what stands behind an odd number of them (대형|사업) must end the compound or go before what often ends one.
 */
function stands(text: string, at: number, length: number): boolean {
  if (length !== 2) return true;
  const [before] = /[가-힣]*$/u.exec(text.slice(Math.max(0, at - LONGEST), at))!;
  return before.length % 2 === 0 || ENDS.test(text.slice(at + length, at + length + LONGEST));
}

/** Longer compounds are written apart. */
const LONGEST = 12;
const PARTICLE =
  '이|가|을|를|은|는|의|에|로|으로|와|과|도|만|나|등|시|후|전|중|간|건|자|률|율|성|형|화|적|함|됨|임|인|한|할|해|했|하|되|된|될|돼|됐|났|난|당|들|까지|부터|보다|마다|여부';
const TAIL =
  '사고|사건|사태|사망|부상|발생|우려|위험|피해|현장|논란|의혹|대란|경보|특보|예방|대응|대책|방지|신고|환자|급증|증가|예고|돌입|확산|민원|구간|지역';
const ENDS = new RegExp(
  `^(?:(?:${PARTICLE})?(?![가-힣])|(?:${PARTICLE})[가-힣]{1,2}(?![가-힣])|${TAIL})`,
  'u',
);
