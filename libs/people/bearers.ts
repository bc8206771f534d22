import { createHash } from 'node:crypto';
import { Batch } from '#platform/batch.js';

/** All that is kept of a secret that somebody bears: of a session, or a token for other systems. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Whose secrets these are, by their hashes; many requests share a query. `key` is the hash in hexadecimal. */
export function bearers<T>(
  find: (hashes: Buffer[]) => Promise<{ key: string; bearer: T }[]>,
): Batch<Buffer, T | null> {
  return new Batch<Buffer, T | null>(
    async (hashes) => {
      const byKey = new Map<string, T>((await find(hashes)).map(({ key, bearer }) => [key, bearer]));
      return hashes.map((one) => byKey.get(one.toString('hex')) ?? null);
    },
    { max: 200, parallel: 4 },
  );
}
