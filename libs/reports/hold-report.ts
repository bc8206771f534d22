import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import { reportSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem, requireVersion } from '#platform/problem.js';
import { viewReport } from './report-view.js';

/**
 * Holds the draft of a month back: it is not issued until somebody lets it go, and stays held however often it is compiled.
 * @throws Problem `not-found`, `report.nothing_to_hold` where there is no draft
 */
export async function holdReport(
  tx: Tx,
  by: Principal,
  month: string,
  { reason, expected }: { reason: string; expected: number | null },
): Promise<void> {
  const { id, number } = await turn(tx, { month, from: 'draft', to: 'held', expected });
  await tx.query('insert into edition_holds (id, edition_id, held_by, reason) values ($1, $2, $3, $4)', [
    uuidv7(),
    id,
    by.id,
    reason,
  ]);
  const changes = { reason: [null, reason] as [null, string] };
  await emit(tx, reportSubject(month), 'report.held', { month, edition: number }, { by, changes });
}

/** Lets a held draft go: it may be issued again. @throws Problem `not-found`, `report.not_held` */
export async function releaseReport(
  tx: Tx,
  by: Principal,
  month: string,
  { reason, expected }: { reason: string; expected: number | null },
): Promise<void> {
  const { id, number } = await turn(tx, { month, from: 'held', to: 'draft', expected });
  await tx.query(
    `update edition_holds set released_at = app_now(), released_by = $2, release_reason = $3
     where edition_id = $1 and released_at is null`,
    [id, by.id, reason],
  );
  const changes = { reason: [null, reason] as [null, string] };
  await emit(tx, reportSubject(month), 'report.released', { month, edition: number }, { by, changes });
}

interface Turn {
  month: string;
  from: 'draft' | 'held';
  to: 'draft' | 'held';
  expected: number | null;
}

async function turn(tx: Tx, { month, from, to, expected }: Turn): Promise<{ id: string; number: number }> {
  await lock(tx, reportSubject(month));
  const report = await viewReport(tx, month);
  requireVersion(report, expected);
  const [[edition]] = await tx.query(
    'update editions set state = $3 where month = $1 and state = $2 returning id, number',
    [month, from, to],
  );
  if (!edition) throw new Problem(from === 'draft' ? 'report.nothing_to_hold' : 'report.not_held');
  await tx.query('update reports set version = version + 1 where month = $1', [month]);
  return edition;
}
