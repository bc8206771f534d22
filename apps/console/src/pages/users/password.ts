/** Without letters that look alike, so that it can be read out and typed: about 5 bits each. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const PER_GROUP = 4;
/** The greatest multiple of the alphabet below 256: bytes from there on would prefer its first letters. */
const FAIR = Math.floor(256 / LETTERS.length) * LETTERS.length;

export const PASSWORD_MIN = 12;

/** A password of four groups, e.g. `4h77-4m5j-xxnb-2zwb`: 79 bits. */
export function makePassword(): string {
  let letters = '';
  while (letters.length < GROUPS * PER_GROUP) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < FAIR) letters += LETTERS[byte % LETTERS.length];
  }
  return letters.match(new RegExp(`.{${PER_GROUP}}`, 'g'))!.join('-');
}
