import { roundSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem, requireVersion } from '#platform/problem.js';
import { viewRound, type RoundView } from './round-view.js';

/**
 * Locks a round and looks at it.
 * @throws Problem `not-found`, `precondition.failed` where somebody else changed it, `round.closed`
 */
export async function holdRound(
  tx: Tx,
  by: Principal,
  month: string,
  expected: number | null,
): Promise<RoundView> {
  await lock(tx, roundSubject(month));
  const round = await viewRound(tx, by, month);
  requireVersion(round, expected);
  if (round.state === 'closed') throw new Problem('round.closed');
  return round;
}
