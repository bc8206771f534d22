import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { Batch } from '#platform/batch.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import type { Principal } from './principal.js';

// OWASP's floor for Argon2id: 19 MiB, two passes.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Verified where nobody has that address, so that both take the same time. */
const nobody = hashPassword(randomBytes(16).toString('hex'));

export interface SignIn {
  /** Of the session, known to its owner only; null where an unknown address, a wrong password or a closed account gave none. */
  token: string | null;
  /** Whose account it is, if there is one in use. */
  userId: string | null;
}

/** Signs in with a local account; it takes as long where nobody has that address. */
export async function signIn(tx: Tx, email: string, password: string, hours: number): Promise<SignIn> {
  const [user] = await tx.query('select id, password_hash from users where email = lower($1) and active', [
    email,
  ]);
  const fits = await verify(user?.password_hash ?? (await nobody), password);
  if (!user?.password_hash || !fits) return { token: null, userId: user?.id ?? null };
  const token = randomBytes(32).toString('base64url');
  await tx.query(
    'insert into sessions (token_hash, user_id, expires_at) values ($1, $2, app_now() + make_interval(hours => $3))',
    [tokenHash(token), user.id, hours],
  );
  return { token, userId: user.id };
}

export async function signOut(tx: Tx, token: string): Promise<void> {
  await tx.query('delete from sessions where token_hash = $1', [tokenHash(token)]);
}

/** Moves the end of a session to so many hours from now. */
export async function extendSession(tx: Tx, token: string, hours: number): Promise<void> {
  await tx.query(
    `update sessions set expires_at = app_now() + make_interval(hours => $2)
     where token_hash = $1 and expires_at > app_now()`,
    [tokenHash(token), hours],
  );
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
     where s.token_hash = $1 and s.expires_at > app_now()`,
    [tokenHash(token)],
  );
  if (!row) throw new Problem('unauthenticated');
  return row.view;
}

/** Reads who a token belongs to, anew for every request: what is revoked ends at once. Many requests share a query. */
export class Sessions {
  private readonly batch: Batch<Buffer, Principal | null>;

  constructor(source: DataSource) {
    this.batch = new Batch(
      async (hashes) => {
        const rows: (Principal & { key: string })[] = await source.query(WHO, [hashes]);
        const byKey = new Map(rows.map(({ key, ...principal }) => [key, principal]));
        return hashes.map((one) => byKey.get(one.toString('hex')) ?? null);
      },
      { max: 200, parallel: 4 },
    );
  }

  async principal(token: string): Promise<Principal | null> {
    return this.batch.add(tokenHash(token));
  }
}

const WHO = `
select encode(s.token_hash, 'hex') as key, u.id, u.name, u.email, u.role, u.position,
  u.delegated_position as "delegatedPosition", u.department_id as "departmentId", u.language,
  (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'position', a.position,
      'delegatedPosition', a.delegated_position) order by a.name), '[]')
    from standing_deputies d join users a on a.id = d.absent_id where d.deputy_id = u.id) as "standsFor"
from sessions s join users u on u.id = s.user_id
where s.token_hash = any($1) and s.expires_at > app_now() and u.active`;
