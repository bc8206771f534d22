import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SIGNING_IN } from '#config/signing-in.js';
import { emit } from '#events/emit.js';
import { userSubject } from '#events/subjects.js';
import type { Batch } from '#platform/batch.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { bearers, secretHash } from './bearers.js';
import type { Principal } from './principal.js';
import { HAS_SECOND_FACTOR, type SessionHolder } from './sessions.js';
import type { TokenScope } from './vocabulary.js';

/** Known at sight, to people and to whatever looks for secrets where they do not belong. */
const PREFIX = 'haechi_';

export interface NewToken {
  name: string;
  scope: TokenScope;
  expiresInDays: number;
}

export interface TokenView {
  id: string;
  name: string;
  scope: TokenScope;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

/** @returns the token too, which is known to its owner only and shown this once */
export async function addToken(
  tx: Tx,
  by: Principal,
  { name, scope, expiresInDays }: NewToken,
): Promise<TokenView & { token: string }> {
  await tx.query('select 1 from users where id = $1 for update', [by.id]);
  const own = await listTokens(tx, by);
  if (own.length >= SIGNING_IN.mostTokens)
    throw new Problem('token.too_many', { most: SIGNING_IN.mostTokens });
  const id = uuidv7();
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  await tx.query(
    `insert into tokens (id, user_id, name, scope, token_hash, expires_at)
     values ($1, $2, $3, $4, $5, app_now() + make_interval(days => $6))`,
    [id, by.id, name, scope, secretHash(token), expiresInDays],
  );
  const changes = { name: [null, name], scope: [null, scope] } as {
    name: [null, string];
    scope: [null, string];
  };
  await emit(tx, userSubject(by.id), 'token.added', { userId: by.id, tokenId: id }, { by, changes });
  const [view] = (await listTokens(tx, by)).filter((one) => one.id === id);
  return { ...view!, token };
}

/** One's own that still count, newest first; never the token. */
export async function listTokens(tx: Tx, by: Principal): Promise<TokenView[]> {
  const rows: { item: TokenView }[] = await tx.query(
    `select json_build_object('id', t.id, 'name', t.name, 'scope', t.scope, 'createdAt', t.created_at,
       'expiresAt', t.expires_at, 'usedAt', t.used_at) as item
     from tokens t where t.user_id = $1 and ${LIVE} order by t.created_at desc, t.id desc`,
    [by.id],
  );
  return rows.map(({ item }) => item);
}

/** @throws Problem `not-found` for one that is not theirs or counts no more */
export async function revokeToken(tx: Tx, by: Principal, id: string): Promise<void> {
  const [, revoked] = await tx.query(
    `update tokens t set revoked_at = app_now() where t.id = $1 and t.user_id = $2 and ${LIVE}`,
    [id, by.id],
  );
  if (!revoked) throw new Problem('not-found');
  await emit(tx, userSubject(by.id), 'token.revoked', { userId: by.id, tokenId: id }, { by });
}

/** What ends with somebody's sessions for good. */
export async function revokeTokens(tx: Tx, userId: string): Promise<void> {
  await tx.query('update tokens set revoked_at = app_now() where user_id = $1 and revoked_at is null', [
    userId,
  ]);
}

const LIVE = 't.revoked_at is null and t.expires_at > app_now()';

/** Whose a token is, how far it reaches and until when. */
export type TokenHolder = Omit<SessionHolder, 'passwordDue'> & { scope: TokenScope; expiresAt: string };

/** Who asks by a token, and how far it reaches; read anew for every request. */
export class Tokens {
  private readonly batch: Batch<Buffer, TokenHolder | null>;

  constructor(source: DataSource) {
    this.batch = bearers((hashes) => source.query(WHO, [hashes]));
  }

  async principal(token: string): Promise<TokenHolder | null> {
    return token.startsWith(PREFIX) ? this.batch.add(secretHash(token)) : null;
  }
}

// Nobody stands in for others by a token.
const WHO = `
with live as (
  select t.token_hash, t.scope, t.used_at, t.expires_at, u.* from tokens t join users u on u.id = t.user_id
  where t.token_hash = any($1) and ${LIVE} and u.active
), noted as (
  update tokens t set used_at = app_now() from live
  where t.token_hash = live.token_hash and coalesce(live.used_at < app_now() - interval '1 minute', true)
)
select encode(u.token_hash, 'hex') as key, json_build_object('scope', u.scope, 'expiresAt', u.expires_at, 'id', u.id, 'name', u.name, 'email', u.email, 'role', u.role,
  'position', u.position, 'delegatedPosition', u.delegated_position, 'departmentId', u.department_id, 'language', u.language,
  'secondFactor', u.password_hash is null or ${HAS_SECOND_FACTOR},
  'standsFor', json_build_array()) as bearer
from live u`;
