import { emit, type Actor, type Changes } from '#events/emit.js';
import { userSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { Problem, requireVersion, wrongField } from '#platform/problem.js';
import { checkPassword, hashPassword } from './passwords.js';
import type { Principal } from './principal.js';
import { endSessions } from './sessions.js';
import { revokeTokens } from './tokens.js';
import { User } from './user.entity.js';
import { checkPlace, viewUser, type UserView } from './users.js';

const CHANGEABLE = [
  'name',
  'role',
  'position',
  'delegatedPosition',
  'departmentId',
  'language',
  'active',
  'passwordDue',
] as const;

export type UserChange = Partial<Pick<UserView, (typeof CHANGEABLE)[number]>> & { password?: string };

/**
 * Changes an account. What narrows it holds at once: whoever is closed out, gets another role or a new password is signed out everywhere.
 * @throws Problem `user.last_admin`, `user.yourself`, `precondition.failed`, or what field is wrong
 */
export async function changeUser(
  tx: Tx,
  by: Actor | null,
  id: string,
  { password, ...asked }: UserChange,
  expected: number | null,
): Promise<UserView> {
  // Rare, and one at a time: of two administrators who close each other out one remains.
  await tx.query(`select pg_advisory_xact_lock(hashtext('users'))`);
  const before = await viewUser(tx, id);
  requireVersion(before, expected);
  // A new password is theirs to keep unless it is said otherwise.
  const after = { ...before, ...(password !== undefined && { passwordDue: false }), ...asked };
  const changed = CHANGEABLE.filter((field) => after[field] !== before[field]);
  const narrowed = changed.includes('role') || (before.active && !after.active);
  if (narrowed && id === by?.id) throw new Problem('user.yourself');
  // Who is closed out stays where they were, though the department is gone.
  if (after.active || changed.includes('departmentId')) await checkPlace(tx, after.role, after.departmentId);
  if (narrowed && before.role === 'admin') await requireAnotherAdmin(tx, id);
  if (password !== undefined) await setPassword(tx, by, before, password);
  if (changed.length) {
    await tx.update(User, id, {
      ...Object.fromEntries(changed.map((field) => [field, after[field]])),
      version: () => 'version + 1',
    });
    const changes = Object.fromEntries(changed.map((field) => [field, [before[field], after[field]]]));
    await emit(
      tx,
      userSubject(id),
      'user.changed',
      { userId: id },
      { ...(by && { by }), changes: changes as Changes },
    );
  }
  if (narrowed || password !== undefined) await endSessions(tx, id);
  if (narrowed || password !== undefined) await revokeTokens(tx, id);
  return viewUser(tx, id);
}

async function requireAnotherAdmin(tx: Tx, id: string): Promise<void> {
  const [other] = await tx.query(`select 1 from users where role = 'admin' and active and id <> $1 limit 1`, [
    id,
  ]);
  if (!other) throw new Problem('user.last_admin');
}

async function setPassword(
  tx: Tx,
  by: Actor | null,
  user: { id: string; email: string; name: string },
  password: string,
): Promise<void> {
  await checkPassword(password, user);
  await tx.query('update users set password_hash = $2, password_set_at = app_now() where id = $1', [
    user.id,
    await hashPassword(password),
  ]);
  await emit(tx, userSubject(user.id), 'user.password-set', { userId: user.id }, by ? { by } : {});
}

/** One's own password; every other session of the account ends. @throws Problem naming `password` */
export async function changeOwnPassword(
  tx: Tx,
  by: Principal,
  token: string,
  { current, password }: { current: string; password: string },
): Promise<void> {
  if (current === password) throw wrongField('password', 'same');
  await setPassword(tx, by, by, password);
  await tx.query('update users set password_due = false where id = $1', [by.id]);
  await endSessions(tx, by.id, token);
}

/** Ends every session and token of somebody, e.g. whose device is lost. */
export async function signOutEverywhere(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<void> {
  const user = await viewUser(tx, id);
  requireVersion(user, expected);
  await endSessions(tx, id);
  await revokeTokens(tx, id);
  await emit(tx, userSubject(id), 'user.signed-out', { userId: id }, { by });
}
