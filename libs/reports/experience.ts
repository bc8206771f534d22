import type { Tx } from '#platform/database.js';
import type { Experience } from './rules/probability.js';
import { surfacedAs } from './rules/settle.js';
import type { ReasonKind, Result } from './vocabulary.js';

/** What was foreseen of public issues and what an officer settled came of it; what was prevented teaches nothing here. */
export async function experience(tx: Tx): Promise<Experience[]> {
  const rows: { kind: ReasonKind; uncorrected: number; result: Result }[] = await tx.query(SETTLED);
  return rows.flatMap(({ kind, uncorrected, result }) => {
    const surfaced = surfacedAs(result);
    return surfaced === null ? [] : [{ kind, uncorrected, surfaced }];
  });
}

const SETTLED = `
select e.reason_kind as kind, e.uncorrected, r.result
from outlook_results r
join outlook_of_record o on o.month = r.month
join outlook_entries e on e.edition_id = o.edition_id and e.issue_id = r.issue_id
join issues i on i.id = r.issue_id and not i.confidential
where r.foreseen and e.probability is not null`;
