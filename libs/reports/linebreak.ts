const NBSP = '\u00A0';

/** Where a line may end inside a word too long for Korean keep-all. */
export const BREAK = '\u200B';

const LONG_WORD = 8;

/**
 * Text as a typesetter should break it: dates and counts stay together, an alternative stays with its mark and a colon
 * with its label, words break at spaces, and a long word also behind a middle dot, a comma, a slash or before a bracket.
 */
export function breakable(text: string): string {
  return text
    .replaceAll(/(?:'\d{2}|\d{4}|\d{1,2})\. \d{1,2}(?:\. \d{1,2}\.|월|\.)/g, (date) =>
      date.replaceAll(' ', NBSP),
    )
    .replaceAll(/외 (\d+)/g, `외${NBSP}$1`)
    .replaceAll(/([ⓐ-ⓩ]|→ 권고) /gu, `$1${NBSP}`)
    .replaceAll(' :', `${NBSP}:`)
    .split(' ')
    .map((word) => (word.length > LONG_WORD ? openUp(word) : word))
    .join(' ');
}

function openUp(word: string): string {
  return word.replaceAll(/(?<=[^\s(])([·,/~]|(?=\())(?=[^\s)\d])/g, (found) => `${found}${BREAK}`);
}
