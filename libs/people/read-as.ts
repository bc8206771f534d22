import type { DataSource } from 'typeorm';
import type { Tx } from '#platform/database.js';
import type { Principal } from './principal.js';

/**
 * Reads with the rights of the reading role only: nothing can be written here, whatever the query says, and nothing of a
 * confidential issue is found that nobody of those it reads for is named on, whatever the query forgets (migration 0033).
 */
export async function readAs<T>(
  source: DataSource,
  principals: Principal | readonly Principal[],
  read: (tx: Tx) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    // One round trip; the ids are UUIDs from our own database.
    const ids = [principals].flat().map(({ id }) => id);
    await runner.query(
      `begin read only; set local role haechi_read; set local haechi.user_id = '${[...new Set(ids)].join(',')}'`,
    );
    const result = await read(runner.manager);
    await runner.query('commit');
    return result;
  } catch (error) {
    await runner.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
