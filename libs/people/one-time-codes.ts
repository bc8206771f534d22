import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { SIGNING_IN } from '#config/signing-in.js';

/** Named in the app beside the account. */
const ISSUER = 'Haechi';
/** Easily told apart when written by hand: no 0, 1, 8, 9, nor what looks like them. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const GROUP = 4;
const GROUPS = 7;

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret, algorithm: 'SHA1', digits: 6, period: 30 });

/** A secret for an app, in base32: 160 bits, as RFC 4226 wants them. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an app takes in as a QR code: otpauth://totp/… */
export const uriOf = (secret: string, email: string): string => totp(secret, email).toString();

/** The step of 30 seconds whose code this is, around so many seconds since 1970; null where it is none of them. */
export function stepOf(code: string, secret: string, seconds: number): number | null {
  const { window } = SIGNING_IN.secondFactor;
  const timestamp = seconds * 1000;
  const delta = totp(secret).validate({ token: code, timestamp, window });
  return delta === null ? null : TOTP.counter({ timestamp }) + delta;
}

/** 140 bits, e.g. `K7QM-2XWP-…`: too many to try, and so a plain hash of it may be kept. */
export const newRecoveryCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from(randomBytes(GROUP), (byte) => LETTERS[byte % LETTERS.length]).join(''),
  ).join('-');

/** However somebody typed it. */
export const plain = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase();

export const isFromApp = (code: string): boolean => /^\d{6}$/.test(code);

export const recoveryHash = (code: string): Buffer => createHash('sha256').update(plain(code)).digest();
