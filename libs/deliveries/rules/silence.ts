import type { Grade } from '#issues/vocabulary.js';

/** A request to a department, and whether it said anything about it in time. */
export interface Asked {
  grade: Grade | null;
  deliveredAt: Date;
  /** It confirmed, answered or declined. */
  reactedAt: Date | null;
}

/**
 * How many of the newest requests in a row a department did not confirm within their time. None where nothing is left
 * unconfirmed: late is not silent. `acknowledgeBy` says when confirming was due, null where it never was.
 */
export function missedInARow(
  asked: readonly Asked[],
  acknowledgeBy: (one: Asked) => Date | null,
  now: Date,
): number {
  const due = asked
    .map((one) => ({ ...one, by: acknowledgeBy(one) }))
    .filter(({ by }) => by !== null && by <= now)
    .toSorted((a, b) => b.deliveredAt.getTime() - a.deliveredAt.getTime());
  const reacted = due.findIndex(({ by, reactedAt }) => reactedAt !== null && reactedAt <= by!);
  const missed = reacted === -1 ? due : due.slice(0, reacted);
  return missed.some(({ reactedAt }) => reactedAt === null) ? missed.length : 0;
}
