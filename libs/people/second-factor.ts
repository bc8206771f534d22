import { SIGNING_IN } from '#config/signing-in.js';
import { emit, type Actor } from '#events/emit.js';
import { userSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { BadEnvironment } from '#platform/env.js';
import { Problem, requireVersion } from '#platform/problem.js';
import {
  isFromApp,
  newRecoveryCode,
  newSecret,
  plain,
  recoveryHash,
  stepOf,
  uriOf,
} from './one-time-codes.js';
import type { Principal } from './principal.js';
import { endSessions } from './sessions.js';
import { revokeTokens } from './tokens.js';
import { viewUser } from './users.js';
import { ROLES, type Role } from './vocabulary.js';

/** Whose role does nothing here without one. @throws BadEnvironment for a role that there is not */
export function rolesWithSecondFactor(setting: string | undefined): ReadonlySet<Role> {
  const named = setting?.split(',').map((name) => name.trim()) ?? SIGNING_IN.secondFactor.requiredOf;
  const unknown = named.filter((name) => !(ROLES as readonly string[]).includes(name));
  if (unknown.length)
    throw new BadEnvironment(`SECOND_FACTOR_ROLES names no role of ours: ${unknown.join(', ')}`);
  return new Set(named as Role[]);
}

export interface SecondFactorView {
  /** Since when it is in use; null where it is not. */
  since: string | null;
  recoveryCodesLeft: number;
}

export async function viewSecondFactor(tx: Tx, userId: string): Promise<SecondFactorView> {
  const [row] = await tx.query(
    `select json_build_object('since', f.confirmed_at,
       'recoveryCodesLeft', (select count(*) from recovery_codes c where c.user_id = f.user_id)) as view
     from second_factors f where f.user_id = $1 and f.confirmed_at is not null`,
    [userId],
  );
  return row?.view ?? { since: null, recoveryCodesLeft: 0 };
}

/** Begins to set it up, or begins anew. @returns the secret, shown this once @throws Problem `second_factor.on` */
export async function beginSecondFactor(tx: Tx, by: Principal): Promise<{ secret: string; uri: string }> {
  const secret = newSecret();
  const [begun] = await tx.query(
    `insert into second_factors as f (user_id, secret) values ($1, $2)
     on conflict (user_id) do update set secret = excluded.secret, last_step = 0 where f.confirmed_at is null
     returning 1`,
    [by.id, secret],
  );
  if (!begun) throw new Problem('second_factor.on');
  return { secret, uri: uriOf(secret, by.email) };
}

/** Puts it to use; every other session of the account ends. @returns the recovery codes, shown this once */
export async function confirmSecondFactor(tx: Tx, by: Principal, token: string): Promise<string[]> {
  await tx.query('update second_factors set confirmed_at = app_now() where user_id = $1', [by.id]);
  await touch(tx, by.id);
  await emit(tx, userSubject(by.id), 'second-factor.added', { userId: by.id }, { by });
  await endSessions(tx, by.id, token);
  return giveRecoveryCodes(tx, by.id);
}

/** Those of before are worth nothing any more. @returns the codes, shown this once */
export async function renewRecoveryCodes(tx: Tx, by: Principal): Promise<string[]> {
  await emit(tx, userSubject(by.id), 'recovery-codes.renewed', { userId: by.id }, { by });
  return giveRecoveryCodes(tx, by.id);
}

async function giveRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: SIGNING_IN.secondFactor.recoveryCodes }, newRecoveryCode);
  await tx.query('delete from recovery_codes where user_id = $1', [userId]);
  await tx.query('insert into recovery_codes (user_id, code_hash) select $1, unnest($2::bytea[])', [
    userId,
    codes.map(recoveryHash),
  ]);
  return codes;
}

/** Every other session of the account ends: whoever was in by one factor alone is not left in. */
export async function removeSecondFactor(tx: Tx, by: Principal, token: string): Promise<void> {
  await drop(tx, by.id);
  await endSessions(tx, by.id, token);
  await emit(tx, userSubject(by.id), 'second-factor.removed', { userId: by.id }, { by });
}

/** By an administrator, for somebody who lost it: they are told, and signed out wherever the lost device is. */
export async function takeSecondFactorAway(
  tx: Tx,
  by: Actor,
  id: string,
  expected: number | null,
): Promise<void> {
  const user = await viewUser(tx, id);
  requireVersion(user, expected);
  if (!user.secondFactor) throw new Problem('second_factor.off');
  await drop(tx, id);
  await endSessions(tx, id);
  await revokeTokens(tx, id);
  await emit(tx, userSubject(id), 'second-factor.taken-away', { userId: id }, { by });
}

async function drop(tx: Tx, userId: string): Promise<void> {
  await tx.query('delete from second_factors where user_id = $1', [userId]);
  await touch(tx, userId);
}

/** Who looks after accounts sees whether there is one. */
const touch = (tx: Tx, userId: string): Promise<unknown> =>
  tx.query('update users set version = version + 1 where id = $1', [userId]);

/** Whether it is in use, begun only, or neither; held until the transaction ends. */
export async function holdSecondFactor(tx: Tx, userId: string): Promise<'on' | 'begun' | 'off'> {
  const [row] = await tx.query(
    'select confirmed_at is not null as on from second_factors where user_id = $1 for update',
    [userId],
  );
  if (!row) return 'off';
  return row.on ? 'on' : 'begun';
}

/** Takes a code of the app, or a recovery code where one will do; each counts once. */
export async function takeCode(tx: Tx, userId: string, typed: string): Promise<'app' | 'recovery' | null> {
  const code = plain(typed);
  if (isFromApp(code)) return (await takeFromApp(tx, userId, code)) ? 'app' : null;
  const [, used] = await tx.query('delete from recovery_codes where user_id = $1 and code_hash = $2', [
    userId,
    recoveryHash(code),
  ]);
  return used ? 'recovery' : null;
}

async function takeFromApp(tx: Tx, userId: string, code: string): Promise<boolean> {
  const [row] = await tx.query(
    `select secret, last_step as last, extract(epoch from app_now())::float8 as now
     from second_factors where user_id = $1 for update`,
    [userId],
  );
  const step = row && stepOf(code, row.secret, row.now);
  if (!step || step <= Number(row.last)) return false;
  await tx.query('update second_factors set last_step = $2 where user_id = $1', [userId, step]);
  return true;
}
