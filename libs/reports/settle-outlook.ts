import { emit, type Changes } from '#events/emit.js';
import { reportSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { outlookResults, type OutlookResults } from './outlook-results.js';
import { RESULTS, SURPRISES, type Result, type Surprise } from './vocabulary.js';

/** Keeps what an edition expects, as it is issued; hindsight is no forecast. */
export async function recordOutlook(tx: Tx, editionId: string): Promise<void> {
  await tx.query(RECORD, [editionId]);
}

export interface Settlement {
  issueId: string;
  result: Result | Surprise;
  /** Needed where it is not what the rule proposes. */
  reason?: string | null;
}

/**
 * Settles what became of issues that a month's report expected, or of others that surfaced in it. Settled again, the last word
 * counts; the earlier ones stay on record. @throws Problem `outlook.not_begun`
 */
export async function settleOutlook(
  tx: Tx,
  by: Principal,
  month: string,
  settlements: readonly Settlement[],
): Promise<void> {
  if (settlements.length === 0) throw wrongField('entries', 'empty');
  await lock(tx, reportSubject(month));
  const [{ begun }] = await tx.query(`select $1 <= to_char(seoul_today(), 'YYYY-MM') as begun`, [month]);
  if (!begun) throw new Problem('outlook.not_begun', { month });
  const results = await outlookResults(tx, month);
  const known = await publicIssues(tx, settlements);
  const changes: Changes = {};
  for (const [n, one] of settlements.entries()) {
    const path = `entries.${n}`;
    if (!known.has(one.issueId)) throw wrongField(`${path}.issueId`, 'unknown');
    if (one.issueId in changes) throw wrongField(`${path}.issueId`, 'twice');
    const standing = standingOf(results, one.issueId);
    const allowed: readonly string[] = standing.foreseen ? RESULTS : SURPRISES;
    if (!allowed.includes(one.result)) throw wrongField(`${path}.result`, 'other_result');
    const reason = one.reason ?? null;
    if (one.result !== standing.proposed && reason === null) throw wrongField(`${path}.reason`, 'required');
    changes[one.issueId] = [standing.result, one.result];
    const values = [month, one.issueId, standing.foreseen, one.result, standing.proposed, reason, by.id];
    await tx.query(SETTLE, values);
  }
  await emit(tx, reportSubject(month), 'outlook.settled', { month }, { by, changes });
}

interface Standing {
  foreseen: boolean;
  proposed: string | null;
  result: string | null;
}

/** What is neither expected nor found by the rule an officer may still call unforeseen, saying why. */
function standingOf({ entries, unforeseen }: OutlookResults, id: string): Standing {
  const entry = entries.find(({ issueId }) => issueId === id);
  if (entry) return { foreseen: true, proposed: entry.proposed, result: entry.result };
  const found = unforeseen.find(({ issueId }) => issueId === id);
  return { foreseen: false, proposed: found?.byRule ? 'unforeseen' : null, result: found?.result ?? null };
}

async function publicIssues(tx: Tx, settlements: readonly Settlement[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    'select id from issues where id = any($1::uuid[]) and not confidential',
    [settlements.map(({ issueId }) => issueId)],
  );
  return new Set(rows.map(({ id }) => id));
}

// What is issued only when its month is over foresees nothing.
const RECORD = `
insert into outlook_entries (edition_id, issue_id, rank, grade, reason_kind, probability, uncorrected)
select e.id, i.id, (one ->> 'rank')::int, one ->> 'grade', f ->> 'kind', (f ->> 'probability')::numeric, (f ->> 'uncorrected')::numeric
from editions e cross join lateral jsonb_array_elements(e.document -> 'issues') one
join issues i on i.number = one ->> 'number'
left join lateral (select one -> 'forecast' as f
  where jsonb_typeof(one -> 'forecast') = 'object' and to_char(seoul_today(), 'YYYY-MM') <= e.month) said on true
where e.id = $1`;

const SETTLE = `
insert into outlook_results (month, issue_id, foreseen, result, proposed, reason, decided_by)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (month, issue_id) do update set foreseen = excluded.foreseen, result = excluded.result,
  proposed = excluded.proposed, reason = excluded.reason, decided_by = excluded.decided_by, decided_at = app_now()`;
