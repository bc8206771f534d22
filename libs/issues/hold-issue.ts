import sql from 'sql-template-tag';
import { issueSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import { Issue } from './issue.entity.js';
import { viewIssue } from './issue-view.js';
import { STAGE_LABELS, STATE_LABELS } from './vocabulary.js';

/**
 * Locks an issue for a change by this person and reads it as it is now.
 * @param expected the version the person saw, from `If-Match`
 * @throws Problem `not-found` where there is none or none to be seen, `precondition.failed` with the current issue
 */
export async function holdIssue(
  tx: Tx,
  principal: Principal,
  id: string,
  expected?: number | null,
): Promise<Issue> {
  await lock(tx, issueSubject(id));
  const query = sql`select 1 from issues i where i.id = ${id} and ${visible(principal)}`;
  const [seen] = await tx.query(query.text, query.values);
  if (!seen) throw new Problem('not-found');
  const issue = await tx.findOneByOrFail(Issue, { id });
  if (expected != null && expected !== issue.version) {
    throw new Problem('precondition.failed', {}, { current: await viewIssue(tx, principal, id) });
  }
  return issue;
}

/** Changes an issue and, with it, its version: every visible change gives a new ETag. */
export async function changeIssue(tx: Tx, id: string, change: Partial<Issue> = {}): Promise<void> {
  await tx
    .createQueryBuilder()
    .update(Issue)
    .set({ ...change, version: () => 'version + 1', updatedAt: () => 'app_now()' })
    .where({ id })
    .execute();
}

/** @throws Problem unless the issue stands where the caller needs it */
export function require(issue: Issue, fits: boolean): void {
  if (!fits)
    throw new Problem('issue.illegal_transition', {
      stage: STAGE_LABELS[issue.stage],
      state: STATE_LABELS[issue.state],
    });
}
