import type { DataSource } from 'typeorm';
import type { Tx } from '#platform/database.js';
import type { Principal } from './principal.js';

/**
 * Reads with the rights of the reading role only: nothing can be written here, whatever the query says.
 * Nobody in particular reads for several at once.
 */
export async function readAs<T>(
  source: DataSource,
  principal: Principal | null,
  read: (tx: Tx) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    // One round trip; the id is a UUID from our own database.
    await runner.query(
      `begin read only; set local role haechi_read; set local haechi.user_id = '${principal?.id ?? ''}'`,
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
