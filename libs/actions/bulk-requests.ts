import type { Principal } from '#people/principal.js';
import { lock } from '#events/lock.js';
import { issueSubject } from '#events/subjects.js';
import { attempt } from '#platform/attempt.js';
import type { Tx } from '#platform/database.js';
import type { Problem } from '#platform/problem.js';
import { acknowledgeRequest, assignRequest, type Assignment } from './receive-request.js';
import { transferRequest, type Transfer } from './transfer-request.js';

/** What may be done with many requests at once, and what it takes. */
export type BulkAct =
  | { act: 'acknowledge'; assignment: Assignment | null }
  | { act: 'assign'; assignment: Assignment }
  | { act: 'transfer'; transfer: Transfer };

export interface BulkResult {
  id: string;
  problem: Problem | null;
}

/** Does the same with each, each with its own check of rights and state: what fails leaves the others as they are. */
export async function bulkRequests(
  tx: Tx,
  by: Principal,
  ids: string[],
  what: BulkAct,
): Promise<BulkResult[]> {
  const issues: { issue_id: string }[] = await tx.query(
    'select distinct issue_id from requests where id = any($1)',
    [ids],
  );
  // All of them before the first, in the one order: two lists never wait for each other in a ring.
  await lock(tx, ...issues.map(({ issue_id }) => issueSubject(issue_id)));
  const results: BulkResult[] = [];
  for (const id of ids) results.push({ id, problem: await attempt(tx, (inner) => act(inner, by, id, what)) });
  return results;
}

function act(tx: Tx, by: Principal, id: string, what: BulkAct): Promise<void> {
  switch (what.act) {
    case 'acknowledge':
      return acknowledgeRequest(tx, by, id, what.assignment);
    case 'assign':
      return assignRequest(tx, by, id, what.assignment);
    case 'transfer':
      return transferRequest(tx, by, id, what.transfer);
  }
}
