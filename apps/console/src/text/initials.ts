import { spelled } from '#issues/rules/search-words.js';

/** Initial consonants in the order of Unicode's Hangul syllables (U+AC00 …, 588 syllables each). */
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const FIRST = 0xac00;
const LAST = 0xd7a3;
const PER_INITIAL = 588;
const PER_VOWEL = 28;

// Hangul lies in Unicode's first plane: one letter, one code unit.
const plain = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s·.,()-]/g, '')
    .split('');

const indexOf = (letter: string): number | null => {
  const code = letter.codePointAt(0) ?? 0;
  return code >= FIRST && code <= LAST ? code - FIRST : null;
};

/** Whether what was typed of a letter may still become that letter: ㅈ and 저 become 전. */
function becomes(typed: string, letter: string): boolean {
  if (typed === letter) return true;
  const whole = indexOf(letter);
  if (whole === null) return false;
  if (INITIALS[Math.floor(whole / PER_INITIAL)] === typed) return true;
  const part = indexOf(typed);
  return (
    part !== null && part % PER_VOWEL === 0 && Math.floor(part / PER_VOWEL) === Math.floor(whole / PER_VOWEL)
  );
}

/** Whether a name contains what is being typed: letters, initial consonants (ㅇㅈㅊㄱㅅ) or a mixture (안전ㅊㄱ). */
export function fits(name: string, typed: string): boolean {
  const wanted = plain(spelled(typed));
  const letters = plain(name);
  return (
    letters.some(
      (_, start) =>
        start + wanted.length <= letters.length &&
        wanted.every((letter, place) => becomes(letter, letters[start + place] ?? '')),
    ) || wanted.length === 0
  );
}
