const FIRST = 0xac00;
const SYLLABLES = 11_172;
let state = 20_261_122;

/** The same numbers in every run. */
function next(below: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * below);
}

/** Korean words that mean nothing and so resemble no other issue: what is registered with them is never a duplicate. */
export function nonsense(words = 6): string {
  const syllable = (): string => String.fromCodePoint(FIRST + next(SYLLABLES));
  return Array.from({ length: words }, () => syllable() + syllable() + syllable()).join(' ');
}
