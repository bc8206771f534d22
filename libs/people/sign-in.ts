import { randomBytes } from 'node:crypto';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { fitsHash, hashPassword } from './passwords.js';
import type { Principal } from './principal.js';
import { holdSecondFactor, takeCode } from './second-factor.js';
import { openSession, type Device, type SessionLife } from './sessions.js';
import { limited } from './sign-in-limits.js';

/** Verified where nobody has that address, so that both take the same time. */
const nobody = hashPassword(randomBytes(16).toString('hex'));

/** What came of a try: a session's token, or why there is none, thrown only once that is committed. */
export interface SignIn {
  token: string | null;
  refused: Problem | null;
  /** Whose account it is, if there is one in use. */
  userId: string | null;
  /** By what they proved it besides the password. */
  second: 'app' | 'recovery' | null;
}

export interface Credentials extends Device {
  email: string;
  password: string;
  /** Of the app, or a recovery code; asked for where the account has a second factor. */
  code?: string | undefined;
}

/** Signs in with a local account; it takes as long where nobody has that address. */
export async function signIn(tx: Tx, asked: Credentials, life: SessionLife): Promise<SignIn> {
  const [user] = await tx.query(
    'select id, role, password_hash as hash from users where email = lower($1) and active',
    [asked.email],
  );
  let second: SignIn['second'] = null;
  const refused = await limited(tx, asked, async () => {
    const fits = await fitsHash(asked.password, user?.hash ?? (await nobody));
    if (!user?.hash || !fits) return new Problem('session.wrong');
    if ((await holdSecondFactor(tx, user.id)) !== 'on') return null;
    if (asked.code === undefined) return new Problem('second_factor.required');
    second = await takeCode(tx, user.id, asked.code);
    return second ? null : new Problem('second_factor.wrong');
  });
  const token = refused ? null : await openSession(tx, user, 'password', asked, life);
  return { token, refused, userId: user?.id ?? null, second };
}

/** What somebody who is signed in proves again: the password, a code of theirs, or both, under the names of the fields. */
export interface Proof {
  password?: { field: string; value: string };
  code?: string;
}

/**
 * Proves that it is still the same person. Wrong tries count as those to sign in do: an open screen is no way around them.
 * @returns why not: thrown only once the failure is committed
 */
export async function prove(
  tx: Tx,
  { id, email }: Principal,
  address: string,
  { password, code }: Proof,
): Promise<Problem | null> {
  return limited(tx, { email, address }, async () => {
    const [user] = await tx.query('select password_hash as hash from users where id = $1 for update', [id]);
    if (password && !(user?.hash && (await fitsHash(password.value, user.hash))))
      return wrongField(password.field, 'password_wrong');
    if (code !== undefined && !(await takeCode(tx, id, code))) return wrongField('code', 'code_wrong');
    return null;
  });
}
