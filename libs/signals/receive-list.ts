import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { findKnown } from './known-signals.js';
import { receiveSignals, type Arrival, type Received } from './receive-signals.js';

/**
 * Takes a list in, e.g. this morning's scrap. What is known already — by the source's id, the address, or outlet, title and day —
 * is not taken in twice, neither from two lists nor from one.
 */
export async function receiveList(tx: Tx, by: Principal, list: Arrival['signal'][]): Promise<Received[]> {
  // Two officers may drop the same list at the same moment.
  await tx.query(`select pg_advisory_xact_lock(hashtext('signals:list'))`);
  const known = await findKnown(tx, by, list);
  const fresh = list.filter((_, i) => known[i] === null).map((signal) => ({ by, signal }));
  const received = await receiveSignals(tx, fresh);
  const byRow = list.map((_, i) => (known[i] === null ? received.shift()! : null));
  return list.map((_, i) => {
    const before = known[i];
    if (!before) return byRow[i]!;
    return { id: 'id' in before ? before.id : byRow[before.row]!.id, created: false };
  });
}
