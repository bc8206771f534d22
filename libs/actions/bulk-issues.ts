import { lock } from '#events/lock.js';
import { issueSubject } from '#events/subjects.js';
import { reviseIssue } from '#issues/revise-issue.js';
import type { Principal } from '#people/principal.js';
import { attempt } from '#platform/attempt.js';
import type { Tx } from '#platform/database.js';
import type { BulkResult } from './bulk-requests.js';
import { addRequest, type NewRequest } from './requests.js';

/** What an officer may do with many issues at once. */
export type BulkIssueAct =
  | { act: 'set-lead'; leadDepartmentId: string | null }
  | { act: 'request'; request: NewRequest };

/** Does the same with each, each with its own check of rights and state: what fails leaves the others as they are. */
export async function bulkIssues(
  tx: Tx,
  by: Principal,
  ids: string[],
  what: BulkIssueAct,
): Promise<BulkResult[]> {
  await lock(tx, ...ids.map(issueSubject));
  const results: BulkResult[] = [];
  for (const id of ids) {
    const problem = await attempt(tx, (inner) =>
      what.act === 'set-lead'
        ? reviseIssue(inner, by, id, { leadDepartmentId: what.leadDepartmentId }, null)
        : addRequest(inner, by, id, what.request),
    );
    results.push({ id, problem });
  }
  return results;
}
