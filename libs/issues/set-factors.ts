import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import type { Principal } from '#people/principal.js';
import { holdIssue, require } from './hold-issue.js';
import { newRevision } from './revise-issue.js';
import type { FactorName, Level } from './vocabulary.js';

export interface FactorLevel {
  factor: FactorName;
  /** null leaves the factor to the machine again. */
  level: Level | null;
}

/**
 * Sets what a person knows better, or confirms what the machine may only propose (safety and legalAudit 4–5). A changed score
 * needs a reason: old and new level, who and when stay on record. The issue is weighed anew.
 */
export async function setFactors(
  tx: Tx,
  by: Principal,
  id: string,
  { levels, reason }: { levels: FactorLevel[]; reason: string },
  expected: number | null,
): Promise<void> {
  const issue = await holdIssue(tx, by, id, expected);
  require(issue, issue.stage !== 'closed' && issue.stage !== 'identify');
  const standing: FactorLevel[] = await tx.query(STANDING, [id]);
  const before = new Map(standing.map(({ factor, level }) => [factor, level]));
  const changed = levels.filter(({ factor, level }) => (before.get(factor) ?? null) !== level);
  if (!changed.length) throw new Problem('invalid', {}, { errors: [{ path: 'levels', message: 'same' }] });
  const rows = changed.map((one) => ({ ...one, id: uuidv7(), issue_id: id, reason, set_by: by.id }));
  await tx.query(INSERT, [JSON.stringify(rows)]);
  const changes = Object.fromEntries(
    changed.map(({ factor, level }) => [
      `factor.${factor}`,
      [before.get(factor) ?? null, level] as [unknown, unknown],
    ]),
  );
  await newRevision(tx, issue, by, { ...changes, reason: [null, reason] });
}

/** The newest word on each factor. */
const STANDING = `select distinct on (factor) factor, level from factor_levels where issue_id = $1 order by factor, id desc`;

const INSERT = `
insert into factor_levels (id, issue_id, factor, level, reason, set_by)
select * from jsonb_to_recordset($1::jsonb) as x(id uuid, issue_id uuid, factor text, level int, reason text, set_by uuid)`;
