/** A request to a department, and whether it said anything about it in time. */
export interface Asked {
  deliveredAt: Date;
  /** By when it was to confirm that it has received it; null: at leisure. */
  acknowledgeBy: Date | null;
  /** It confirmed, answered or declined. */
  reactedAt: Date | null;
}

/** How many of the newest requests in a row a department did not confirm within their time. None where nothing is left unconfirmed: late is not silent. */
export function missedInARow(asked: readonly Asked[], now: Date): number {
  const due = asked
    .filter(({ acknowledgeBy }) => acknowledgeBy !== null && acknowledgeBy <= now)
    .toSorted((a, b) => b.deliveredAt.getTime() - a.deliveredAt.getTime());
  const reacted = due.findIndex(
    ({ acknowledgeBy, reactedAt }) => reactedAt !== null && reactedAt <= acknowledgeBy!,
  );
  const missed = reacted === -1 ? due : due.slice(0, reacted);
  return missed.some(({ reactedAt }) => reactedAt === null) ? missed.length : 0;
}
