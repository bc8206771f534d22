/**
 * One word of a search: `text` must occur in what was written, spacing apart; or one of `marks` fits, patterns of LIKE
 * over the number and the initial consonants of the text (`issue_words.marks`).
 */
export type SearchWord = { text: string } | { marks: string[] };

/** What a person typed into a search field, word by word; nothing where there is nothing to look for. */
export function searchWords(q: string): SearchWord[] {
  return q
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map(searchWord);
}

function searchWord(word: string): SearchWord {
  const lower = word.toLowerCase();
  if (INITIALS.test(word)) return { marks: [`%${spelled(word)}%`] };
  // Not the year: that is in every number.
  if (PART_OF_NUMBER.test(lower)) return { marks: [`%-%${lower}%`] };
  // A date, too, may be written so.
  if (BEGIN_OF_NUMBER.test(lower)) return { marks: [`${lower}%`, `%${lower.replace('-', '')}%`] };
  return { text: stem(word) };
}

const INITIALS = /^[ㄱ-ㅎ]+$/u;
const PART_OF_NUMBER = /^(\d{3,}|c\d{2,})$/;
const BEGIN_OF_NUMBER = /^\d{4}-c?\d*$/;

// A keyboard makes one sign of two consonants that may end a syllable together.
const CLUSTERS: Record<string, string> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};
/** Consonants one by one, as they were typed: ㄳ → ㄱㅅ. */
export const spelled = (word: string): string => Array.from(word, (sign) => CLUSTERS[sign] ?? sign).join('');

// Longest first: 에서는 before 는.
const PARTICLES =
  `으로부터 로부터 으로서 로서 으로써 로써 로는 로도 이라는 에서는 에서도 에서의 에게서 으로는 으로도 까지는 까지도 부터는 라는 에서 에게 에는 에도 으로 까지 부터
  보다 처럼 이나 이란 마다 조차 밖에 은 는 이 가 을 를 에 의 와 과 로 도 만 나`.split(/\s+/u);
const PARTICLE = new RegExp(`^(.{2,}?)(?:${PARTICLES.join('|')})$`, 'u');

/** The word without its particle, if two signs are left; they occur wherever the whole word does. */
function stem(word: string): string {
  const bare = word.replace(/[^\p{L}\p{N}]+$/u, '');
  return PARTICLE.exec(bare)?.[1] ?? bare;
}
