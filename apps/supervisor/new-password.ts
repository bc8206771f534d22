import { randomInt } from 'node:crypto';

// Without look-alikes: people type it from the terminal. 16 of 31 letters are about 79 bits.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** A password for a new account, e.g. `e5yc-yscp-2cz5-a9zr`. */
export const newPassword = (): string => [group(), group(), group(), group()].join('-');
