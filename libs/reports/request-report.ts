import { In } from 'typeorm';
import { emit } from '#events/emit.js';
import { reportSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import { authorizeReport, type Approval } from '#issues/authorize.js';
import type { Principal } from '#people/principal.js';
import { appNow, type Tx } from '#platform/database.js';
import { Problem, requireVersion } from '#platform/problem.js';
import { Edition } from './edition.entity.js';
import { recordOutlook } from './settle-outlook.js';
import { viewReport } from './report-view.js';

/**
 * Asks for the report of a month: the pipeline compiles it. A draft is compiled anew; after an issued edition the next
 * one is opened. @returns whether the month had no report before
 */
export async function requestReport(tx: Tx, by: Principal | null, month: string): Promise<boolean> {
  const rows = await tx.query(
    'insert into reports (month, requested_by) values ($1, $2) on conflict (month) do nothing returning month',
    [month, by?.id ?? null],
  );
  if (!rows.length) await tx.query(AGAIN, [month]);
  await emit(tx, reportSubject(month), 'report.requested', { month }, by ? { by } : {});
  return rows.length > 0;
}

/**
 * Approves the open edition of a month. From here on its bytes never change, and it goes out to the managers.
 * @throws Problem `not-found` for a month without a report, `report.not_competent` naming the position it takes,
 *   `report.held` while the draft is held back, `report.nothing_to_approve` without a draft
 */
export async function approveReport(
  tx: Tx,
  by: Principal,
  month: string,
  { approval, expected }: { approval: Approval | null; expected: number | null },
): Promise<void> {
  const report = await viewReport(tx, month);
  const { authority, actor } = authorizeReport(by, approval);
  requireVersion(report, expected);
  // What is being compiled is not what anybody has read. Asked before the lock too, which a compilation may hold long;
  // others, e.g. a notice about the draft, hold it only for a moment.
  await refuseWhileCompiling(tx, month);
  await lock(tx, reportSubject(month));
  await refuseWhileCompiling(tx, month);
  const edition = await tx.findOneBy(Edition, { month, state: In(['draft', 'held']) });
  if (edition?.state === 'held') throw new Problem('report.held');
  if (!edition) throw new Problem('report.nothing_to_approve');
  await tx.query(
    `update editions set state = 'superseded' where month = $1 and state in ('approved', 'sent')`,
    [month],
  );
  await tx.update(Edition, edition.id, {
    state: 'approved',
    approvedAt: await appNow(tx),
    approvedBy: actor.id,
    ...(authority === 'recorded' && { approval }),
  });
  await recordOutlook(tx, edition.id);
  await tx.query('update reports set version = version + 1 where month = $1', [month]);
  await emit(tx, reportSubject(month), 'report.published', { month, edition: edition.number }, { by: actor });
}

async function refuseWhileCompiling(tx: Tx, month: string): Promise<void> {
  const asked = await tx.query(`select 1 from hints where queue = 'compile' and subject = $1 limit 1`, [
    reportSubject(month),
  ]);
  if (asked.length) throw new Problem('report.compiling');
}

// An edition after one that was issued is another document: number and reason are given to each anew.
const AGAIN = `
update reports r set version = version + 1, own_lines = case when exists (select 1 from editions e where e.month = r.month)
    and not exists (select 1 from editions e where e.month = r.month and e.state in ('draft', 'held'))
  then own_lines - array['documentNo', 'correctionReason'] else own_lines end
where month = $1`;
