import { emit, type Changes } from '#events/emit.js';
import { reportSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem, requireVersion } from '#platform/problem.js';
import type { OwnLines } from './document.js';
import { viewReport } from './report-view.js';

/**
 * Sets lines of the officer's own in the draft of a month, which is compiled anew with them; they stay for every edition after it.
 * @throws Problem `not-found`, `report.nothing_to_edit` where nothing may change, `precondition.failed`
 */
export async function editReport(
  tx: Tx,
  by: Principal,
  month: string,
  lines: Partial<OwnLines>,
  expected: number | null,
): Promise<void> {
  await lock(tx, reportSubject(month));
  const report = await viewReport(tx, month);
  requireVersion(report, expected);
  if (report.state !== 'draft' && report.state !== 'held') throw new Problem('report.nothing_to_edit');
  const before = report.ownLines;
  const after = { ...before, ...lines };
  const changed = (Object.keys(after) as (keyof OwnLines)[]).filter(
    (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
  );
  if (!changed.length) return;
  await tx.query('update reports set own_lines = $2, version = version + 1 where month = $1', [month, after]);
  const changes = Object.fromEntries(
    changed.map((field) => [field, [before[field], after[field]]]),
  ) as Changes;
  await emit(tx, reportSubject(month), 'report.requested', { month }, { by, changes });
}
