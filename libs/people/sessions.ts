import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { SIGNING_IN } from '#config/signing-in.js';
import type { Batch } from '#platform/batch.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { bearers, secretHash } from './bearers.js';
import type { Principal } from './principal.js';
import type { Role, SignInMethod } from './vocabulary.js';

/** Whether the user `u` has one in use. */
export const HAS_SECOND_FACTOR = `exists (
  select 1 from second_factors f where f.user_id = u.id and f.confirmed_at is not null)`;

/** Of a session `s`: neither its time is over nor has nobody used it for too long. */
const LIVE = 's.expires_at > app_now() and s.seen_at > app_now() - s.idle';

export interface SessionLife {
  hours: number;
  /** Instead of those of the policy. */
  idleMinutes?: number | undefined;
}

/** Where somebody signs in from. */
export interface Device {
  address: string;
  agent: string | null;
}

/** Of somebody who has proven who they are. @returns the token, known to its owner only */
export async function openSession(
  tx: Tx,
  user: { id: string; role: Role },
  method: SignInMethod,
  { address, agent }: Device,
  life: SessionLife,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.query(
    `insert into sessions (token_hash, user_id, expires_at, idle, address, agent, method)
     values ($1, $2, app_now() + make_interval(hours => $3), make_interval(mins => $4), $5, $6, $7)`,
    [
      secretHash(token),
      user.id,
      life.hours,
      life.idleMinutes ?? SIGNING_IN.idleMinutes[user.role],
      address,
      agent?.slice(0, 300) ?? null,
      method,
    ],
  );
  return token;
}

export async function signOut(tx: Tx, token: string): Promise<void> {
  await tx.query('delete from sessions where token_hash = $1', [secretHash(token)]);
}

/** Moves the end of a session to so many hours from now, but never beyond what one may last in all: then it is proven anew who it is. */
export async function extendSession(tx: Tx, token: string, hours: number): Promise<void> {
  await tx.query(
    `update sessions set expires_at = greatest(expires_at,
       least(app_now() + make_interval(hours => $2), created_at + make_interval(hours => $3)))
     where token_hash = $1 and expires_at > app_now()`,
    [secretHash(token), hours, SIGNING_IN.longestSessionHours],
  );
}

/** The same of whoever asks by a token. */
export async function viewHolder(
  tx: Tx,
  { departmentId }: Principal,
  expiresAt: string,
): Promise<SessionView> {
  const [row] = await tx.query('select name from departments where id = $1', [departmentId]);
  return { departmentName: row?.name ?? null, sessionExpiresAt: expiresAt };
}

/** It was proven again who is at it. */
export async function noteProven(tx: Tx, token: string): Promise<void> {
  await tx.query('update sessions set proven_at = app_now() where token_hash = $1', [secretHash(token)]);
}

/** @throws Problem `session.stale` where it was too long ago that somebody proved who they are */
export async function requireFresh(tx: Tx, token: string): Promise<void> {
  const [fresh] = await tx.query(
    'select 1 from sessions where token_hash = $1 and proven_at > app_now() - make_interval(mins => $2)',
    [secretHash(token), SIGNING_IN.freshMinutes],
  );
  if (!fresh) throw new Problem('session.stale');
}

/** Where somebody is signed in, newest first; never the token. */
export async function listSessions(tx: Tx, userId: string, token: string): Promise<object[]> {
  const rows: { item: object }[] = await tx.query(
    `select json_build_object('id', s.id, 'createdAt', s.created_at, 'seenAt', s.seen_at, 'expiresAt', s.expires_at,
       'address', host(s.address), 'agent', s.agent, 'current', s.token_hash = $2) as item
     from sessions s where s.user_id = $1 and ${LIVE} order by s.seen_at desc, s.id`,
    [userId, secretHash(token)],
  );
  return rows.map(({ item }) => item);
}

/** Ends one of a person's sessions. @throws Problem `not-found` for one that is not theirs */
export async function endSession(tx: Tx, userId: string, id: string): Promise<void> {
  const [, ended] = await tx.query('delete from sessions where user_id = $1 and id = $2', [userId, id]);
  if (!ended) throw new Problem('not-found');
}

/** Ends all of a person's sessions but the one named. */
export async function endSessions(tx: Tx, userId: string, but: string | null = null): Promise<void> {
  await tx.query('delete from sessions where user_id = $1 and ($2::bytea is null or token_hash <> $2)', [
    userId,
    but && secretHash(but),
  ]);
}

export interface SessionView {
  departmentName: string | null;
  sessionExpiresAt: string;
}

/** What a person is shown of the own session. @throws Problem `unauthenticated` once it is over */
export async function viewSession(tx: Tx, token: string): Promise<SessionView> {
  const [row] = await tx.query(
    `select json_build_object('departmentName', d.name, 'sessionExpiresAt', s.expires_at) as view
     from sessions s join users u on u.id = s.user_id left join departments d on d.id = u.department_id
     where s.token_hash = $1 and ${LIVE}`,
    [secretHash(token)],
  );
  if (!row) throw new Problem('unauthenticated');
  return row.view;
}

/** Noted as seen so often at most. */
const SEEN_EVERY = '1 minute';

/** Who has come in, and how. */
export type SessionHolder = Principal & {
  /** They proved more than a password, here or to the provider that sent them. */
  secondFactor: boolean;
  /** They came by a password that they have yet to make their own. */
  passwordDue: boolean;
};

/** Reads who a token belongs to, anew for every request: what is revoked ends at once. Many requests share a query. */
export class Sessions {
  private readonly used: Batch<Buffer, SessionHolder | null>;
  private readonly open: Batch<Buffer, SessionHolder | null>;

  constructor(source: DataSource) {
    const find = (seenEvery: string | null) =>
      bearers(async (hashes) => {
        const rows: (SessionHolder & { key: string })[] = await source.query(WHO, [hashes, seenEvery]);
        return rows.map(({ key, ...bearer }) => ({ key, bearer }));
      });
    this.used = find(SEEN_EVERY);
    this.open = find(null);
  }

  /** @param idle nobody is at it: what an open page does by itself keeps no session alive */
  async principal(token: string, idle = false): Promise<SessionHolder | null> {
    return (idle ? this.open : this.used).add(secretHash(token));
  }
}

const WHO = `
with live as (
  select s.token_hash, s.seen_at, s.method, u.* from sessions s join users u on u.id = s.user_id
  where s.token_hash = any($1) and ${LIVE} and u.active
), noted as (
  update sessions s set seen_at = app_now() from live
  where s.token_hash = live.token_hash and live.seen_at < app_now() - $2::interval
)
select encode(u.token_hash, 'hex') as key, u.id, u.name, u.email, u.role, u.position,
  u.delegated_position as "delegatedPosition", u.department_id as "departmentId", u.language,
  (u.method = 'sso' or ${HAS_SECOND_FACTOR}) as "secondFactor", (u.method = 'password' and u.password_due) as "passwordDue",
  (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'position', a.position,
      'delegatedPosition', a.delegated_position) order by a.name), '[]')
    from standing_deputies d join users a on a.id = d.absent_id where d.deputy_id = u.id) as "standsFor"
from live u`;
