import { PLAIN_WORDS, SYNONYMS } from '#config/synonyms.js';

/**
 * Korean as rules compare it. No morphological analysis: particles and endings are cut off words by their form, and everyday
 * synonyms are written one way; enough for the sentences of an office, in microseconds.
 */

// Particles and endings by their last syllable, longest first: the first that fits is cut off.
const ENDINGS = new Map<string, string[]>();
for (const ending of `으로부터 에게서 에서는 에서도 으로는 으로도 이라는 라는 까지는 까지만 부터는 에서 에게 에는 에도 으로 부터 까지 처럼 보다
  하였습니다 되었습니다 하겠습니다 했습니다 됐습니다 겠습니다 입니다 습니다 됩니다 합니다 하도록 되도록
  한다 된다 했다 됐다 하는 되는 하여 되어 해서 하기 되기 하고 되고 하며 되며 하다 되다 이다
  할 될 한 된 해 돼 함 됨 와 과 을 를 은 는 이 가 의 에 로 도 만 고 며`
  .split(/\s+/)
  .toSorted((a, b) => b.length - a.length)) {
  const last = ending.slice(-1);
  ENDINGS.set(last, [...(ENDINGS.get(last) ?? []), ending]);
}

// Words of every office sentence: they make any two alike.
const FILLERS = new Set(
  `위해 위한 위하 통해 대한 대해 관한 따른 따라 따르 필요 계획 예정 방침 정부 실시 추진 수 있 것 및 등 더 이번 우려 대비
  마련 대책 강화 지원 확대 시 밝혔 밝히 말했 말하 말 했 그 이 서울시 市 철저 시급`.split(/\s+/),
);

// The first word is among what is looked for: 수도관 is no word of its own within 상수도관.
const READ_AS = new Map(SYNONYMS.flatMap((group) => group.map((word) => [word, group[0]!] as const)));
const SYNONYM = new RegExp([...READ_AS.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu');

// How far the final consonants ㄴ ㄹ ㅁ ㅂ ㅆ are from none.
const [FINAL_N, FINAL_L, FINAL_M, FINAL_B, FINAL_SS] = [4, 8, 16, 17, 20] as const;
const finals = (open: string, ...added: number[]): string[] =>
  isOpen(open)
    ? added.map((final) => open.slice(0, -1) + String.fromCharCode(open.charCodeAt(open.length - 1) + final))
    : [];
const isOpen = (text: string): boolean => (text.charCodeAt(text.length - 1) - 0xac00) % 28 === 0;

/** How a verb may begin: 늘리 → 늘리, 늘린, 늘릴, 늘림, 늘립, 늘려, 늘렸; 막 → 막는, 막을, 막아, 막았 …, since 막 alone begins much else. */
function beginnings(verb: string): string[] {
  const [plain, joined] = verb.split('/') as [string, string];
  const past = finals(joined, FINAL_SS);
  if (plain.length === 1)
    return '는 은 을 음 기 고 지 자 던 도'
      .split(' ')
      .map((ending) => plain + ending)
      .concat(joined, past);
  return [plain, ...finals(plain, FINAL_N, FINAL_L, FINAL_M, FINAL_B), joined, ...past];
}

const BEGINNINGS = new Map(
  Object.entries(PLAIN_WORDS).flatMap(([noun, verbs]) =>
    verbs.flatMap(beginnings).map((beginning) => [beginning, noun] as const),
  ),
);

/** The noun for a plain verb, as 증가 for 늘어난. */
const nounFor = (word: string): string | undefined =>
  BEGINNINGS.get(word.slice(0, 3)) ?? BEGINNINGS.get(word.slice(0, 2));

/** NFC, lower case, one space for anything that is no letter or digit, synonyms written one way. */
export function normal(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(SYNONYM, (word) => READ_AS.get(word) ?? word);
}

/** The letters and digits of a text alone, synonyms written one way. */
export function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(SYNONYM, (word) => READ_AS.get(word) ?? word);
}

const TITLE_ENDS = /\n|(?<=[^\d\s])\.\s/u;

/** The title of a text: its first line or sentence. */
export function titleOf(text: string): string {
  const end = text.search(TITLE_ENDS);
  return end < 0 ? text : text.slice(0, end);
}

/** A word without its particle and ending, at least two characters long. */
export function stem(word: string): string {
  const once = cut(word);
  return once === word ? word : cut(once);
}

function cut(word: string): string {
  const ending = ENDINGS.get(word.slice(-1))?.find(
    (one) => word.length - one.length >= 2 && word.endsWith(one),
  );
  return ending ? word.slice(0, -ending.length) : word;
}

/** The stems of a text that say what it is about; all of its stems when nothing else is left. */
export function contentStems(text: string): string[] {
  const all = normal(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => nounFor(word) ?? stem(word));
  const telling = all.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : all;
}

/** The words of a text by their stems, as they stand in it: what is shown to people is no stem (운행제 for 운행제한). */
export function wordsByStem(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const word of text.normalize('NFC').split(/[^\p{L}\p{N}]+/u))
    for (const one of contentStems(word)) if (!found.has(one)) found.set(one, word);
  return found;
}

/** Overlapping pairs of characters; a single character stands for itself. */
export function bigrams(word: string): string[] {
  if (word.length < 2) return word ? [word] : [];
  return Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
}
