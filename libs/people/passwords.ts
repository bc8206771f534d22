import { hash, verify } from '@node-rs/argon2';
import { SIGNING_IN } from '#config/signing-in.js';
import { say } from '#platform/fields.js';
import { wrongField } from '#platform/problem.js';
import { looksFamiliar, kindsOf } from './rules/password.js';

// OWASP's floor for Argon2id: 19 MiB, two passes.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);
export const fitsHash = (password: string, known: string): Promise<boolean> => verify(known, password);

let leaked: ReadonlySet<string> | undefined;

/** Passwords that are tried first everywhere; loaded by the first who sets one. */
async function leakedPasswords(): Promise<ReadonlySet<string>> {
  if (!leaked) {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    leaked = new Set(dictionary['passwords-common'].map(String));
  }
  return leaked;
}

/** Whether somebody may take it as theirs. @throws Problem naming `password`, and what is wrong with it */
export async function checkPassword(password: string, about: { email: string; name: string }): Promise<void> {
  const { minLength, kinds } = SIGNING_IN.password;
  if (password.length < minLength) throw wrongField('password', say('short', minLength).message);
  if (kindsOf(password) < kinds) throw wrongField('password', say('password_kinds', kinds).message);
  if (looksFamiliar(password, [about.email.split('@')[0]!, about.name], await leakedPasswords()))
    throw wrongField('password', 'password_known');
}
