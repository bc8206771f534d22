import { setTimeout as sleep } from 'node:timers/promises';
import type { FreshDatabase } from './fresh-database.js';

const LOOK_MS = 200;

/**
 * Lets what failed be tried again at once while the work goes on: for tests of what follows a failure, not of how long
 * the next try waits.
 */
export async function hurried<T>(database: FreshDatabase, work: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const hurrying = (async () => {
    while (!over.signal.aborted) {
      await database.query(
        'update hints set look_at = clock_timestamp() where parked_at is null and error is not null and look_at > clock_timestamp()',
      );
      await sleep(LOOK_MS);
    }
  })();
  try {
    return await work();
  } finally {
    over.abort();
    await hurrying;
  }
}
