import type { Tx } from './database.js';
import { Problem } from './problem.js';

/** One of many things in a transaction: why it was refused, with nothing of it written; what nobody foresaw ends all of them. */
export async function attempt(tx: Tx, work: (inner: Tx) => Promise<unknown>): Promise<Problem | null> {
  try {
    // A savepoint: what is refused of one undoes nothing of the others.
    await tx.transaction(work);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
