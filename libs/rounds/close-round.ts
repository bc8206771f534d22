import { emit } from '#events/emit.js';
import { roundSubject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { holdRound } from './hold-round.js';

/** From now on nothing more is taken in; nobody is reminded any more. */
export async function closeRound(
  tx: Tx,
  by: Principal,
  month: string,
  expected: number | null,
): Promise<void> {
  await holdRound(tx, by, month, expected);
  await tx.query(
    `update rounds set closed_at = app_now(), closed_by = $2, remind_at = null, version = version + 1 where month = $1`,
    [month, by.id],
  );
  await tx.query('update round_departments set version = version + 1 where month = $1', [month]);
  await emit(tx, roundSubject(month), 'round.closed', { month }, { by });
}
