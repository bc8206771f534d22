import type { Tx } from './database.js';
import { Problem } from './problem.js';

/** A request that may be repeated, and what makes it the same: who, what, where, and the caller's key. */
export interface Repeatable {
  principalId: string;
  method: string;
  path: string;
  key: string;
  /** Of the body as sent: the same key with another body is a mistake of the caller. */
  bodyHash: Buffer;
}

export interface Answer<T = unknown> {
  status: number;
  body: T;
}

const idOf = (one: Repeatable): string => [one.principalId, one.method, one.path, one.key].join(' ');

/**
 * Claims the keys in this transaction. Waits for a concurrent owner of the same key to commit or give up.
 * @returns for each: null when it is ours to do, the stored answer of a repeat, or a Problem for another body.
 */
export async function claim(tx: Tx, list: (Repeatable | null)[]): Promise<(null | Answer | Problem)[]> {
  const keyed = list.filter((one) => one !== null);
  if (!keyed.length) return list.map(() => null);
  const rows = keyed.map((one) => ({
    principal_id: one.principalId,
    method: one.method,
    path: one.path,
    key: one.key,
    body_hash: `\\x${one.bodyHash.toString('hex')}`,
  }));
  const json = JSON.stringify(rows);
  const mine: { id: string }[] = await tx.query(CLAIM, [json]);
  const fresh = new Set(mine.map(({ id }) => id));
  const known: Stored[] = fresh.size < new Set(keyed.map(idOf)).size ? await tx.query(KNOWN, [json]) : [];
  const stored = new Map(known.map((row) => [row.id, row]));
  return list.map((one) => {
    if (!one || fresh.has(idOf(one))) return null;
    const row = stored.get(idOf(one));
    if (!row) return null;
    if (!row.body_hash.equals(one.bodyHash)) return new Problem('idempotency.other_body');
    return { status: row.status, body: JSON.parse(row.answer) };
  });
}

/** Keeps the answers with their keys, to be given again for 24 h. */
export async function settle(tx: Tx, list: { one: Repeatable | null; answer: Answer }[]): Promise<void> {
  const rows = list.flatMap(({ one, answer }) =>
    one
      ? // As text: jsonb would give the fields back in another order, and so other bytes.
        [
          {
            principal_id: one.principalId,
            method: one.method,
            path: one.path,
            key: one.key,
            status: answer.status,
            answer: JSON.stringify(answer.body),
          },
        ]
      : [],
  );
  if (rows.length) await tx.query(SETTLE, [JSON.stringify(rows)]);
}

/** Does the work once per key: a repeat gets the first answer without doing anything. */
export async function once<T>(
  tx: Tx,
  one: Repeatable | null,
  work: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const [claimed] = await claim(tx, [one]);
  if (claimed instanceof Problem) throw claimed;
  if (claimed) return claimed as Answer<T>;
  const answer = await work();
  await settle(tx, [{ one, answer }]);
  return answer;
}

interface Stored {
  id: string;
  body_hash: Buffer;
  status: number;
  answer: string;
}

const ID = `concat_ws(' ', principal_id, method, path, key) as id`;

// In one order, so that two lists with the same keys never wait for each other in a ring.
const CLAIM = `
insert into idempotency_keys (principal_id, method, path, key, body_hash)
select distinct on (principal_id, method, path, key) principal_id, method, path, key, body_hash
from jsonb_to_recordset($1::jsonb) as x(principal_id uuid, method text, path text, key text, body_hash bytea)
order by principal_id, method, path, key
on conflict do nothing
returning ${ID}`;

const KNOWN = `
select concat_ws(' ', k.principal_id, k.method, k.path, k.key) as id, k.body_hash, k.status, k.answer
from idempotency_keys k
join jsonb_to_recordset($1::jsonb) as x(principal_id uuid, method text, path text, key text) using (principal_id, method, path, key)`;

const SETTLE = `
update idempotency_keys k set status = x.status, answer = x.answer
from jsonb_to_recordset($1::jsonb) as x(principal_id uuid, method text, path text, key text, status int, answer jsonb)
where (k.principal_id, k.method, k.path, k.key) = (x.principal_id, x.method, x.path, x.key)`;
