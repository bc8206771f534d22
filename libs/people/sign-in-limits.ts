import { createHash } from 'node:crypto';
import { SIGNING_IN } from '#config/signing-in.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { waitAfterFailures } from './rules/wait-after-failures.js';

/** What is known of failures to sign in, of an account or from an address. */
interface Limit {
  of: keyof typeof SIGNING_IN.limits;
  key: Buffer;
  failures: number;
  /** Before so many seconds are over nothing is tried. */
  wait: number;
}

const keyOf = (of: Limit['of'], name: string): Buffer =>
  createHash('sha256').update(`${of}:${name}`).digest();

/**
 * One try to prove who somebody is: counted under a lock, so that no number of tries at once or of processes gets more of them,
 * and a wait ends by itself: nobody is shut out for good. @returns why not: thrown only once the failure is committed
 */
export async function limited(
  tx: Tx,
  { email, address }: { email: string; address: string },
  attempt: () => Promise<Problem | null>,
): Promise<Problem | null> {
  const limits = [await addressLimit(tx, address), await holdAccountLimit(tx, email)] as const;
  const wait = Math.max(...limits.map((limit) => limit.wait));
  if (wait > 0) return new Problem('session.too_many', {}, { retryAfterSeconds: wait });
  const refused = await attempt();
  if (!refused) await forgetFailures(tx, limits[1]);
  // To be asked for the code is no failure, nor does it make up for one.
  else if (refused.code !== 'second_factor.required')
    for (const limit of limits) await noteFailure(tx, limit);
  return refused;
}

/** Of an account, held until the transaction ends: tries at once come one after the other. */
async function holdAccountLimit(tx: Tx, email: string): Promise<Limit> {
  const key = keyOf('account', email.toLowerCase());
  await tx.query('insert into sign_in_limits (key) values ($1) on conflict do nothing', [key]);
  return readLimit(tx, 'account', key, 'for update');
}

/** Of an address, behind which many may sign in at once: nobody waits for the others. */
const addressLimit = (tx: Tx, address: string): Promise<Limit> =>
  readLimit(tx, 'address', keyOf('address', address));

async function readLimit(tx: Tx, of: Limit['of'], key: Buffer, lock = ''): Promise<Limit> {
  const [row = { failures: 0, wait: 0 }] = await tx.query(`${LIMIT} ${lock}`, [key]);
  return { of, key, ...row };
}

async function noteFailure(tx: Tx, { of, key, failures }: Limit): Promise<void> {
  await tx.query(FAILED, [key, failures + 1, waitAfterFailures(failures + 1, SIGNING_IN.limits[of])]);
}

/** Whoever knows the password begins anew. */
async function forgetFailures(tx: Tx, { key }: Limit): Promise<void> {
  await tx.query('delete from sign_in_limits where key = $1', [key]);
}

const LIMIT = `
select case when failed_at > app_now() - interval '1 day' then failures else 0 end as failures,
  ceil(greatest(0, extract(epoch from coalesce(blocked_until, '-infinity') - app_now())))::float as wait
from sign_in_limits where key = $1`;

const FAILED = `
insert into sign_in_limits (key, failures, failed_at, blocked_until)
values ($1, $2, app_now(), app_now() + make_interval(secs => $3))
on conflict (key) do update set failures = case
    when sign_in_limits.failed_at > app_now() - interval '1 day' then sign_in_limits.failures + 1 else 1 end,
  failed_at = excluded.failed_at, blocked_until = excluded.blocked_until`;
