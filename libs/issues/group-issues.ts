import sql from 'sql-template-tag';
import { issueSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import { attempt } from '#platform/attempt.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { closeIssue, type Closure } from './close-issue.js';
import type { Issue } from './issue.entity.js';

/**
 * Whether an issue may be put under another: one level only. A public issue never points to a confidential one, nor a confidential
 * one to another that not all of its readers see.
 * @throws Problem `invalid` naming `parentId`, `group.depth`
 */
export async function checkParent(tx: Tx, by: Principal, issue: Issue, parentId: string): Promise<void> {
  const query = sql`
    select p.parent_id is null as top, p.stage = 'closed' as closed,
      exists (select 1 from issues c where c.parent_id = ${issue.id} and ${visible(by, 'c')}) as leads,
      not p.confidential or (${issue.confidential} and not exists (
        select user_id from issue_readers where issue_id = ${issue.id}
        except select user_id from issue_readers where issue_id = p.id)) as fits
    from issues p where p.id = ${parentId} and ${visible(by, 'p')}`;
  const [parent] = await tx.query(query.text, query.values);
  if (!parent?.fits || parentId === issue.id) throw wrongField('parentId', 'unknown');
  if (parent.closed || !parent.top || parent.leads) throw new Problem('group.depth');
}

export interface ChildClosed {
  id: string;
  closed: boolean;
  /** Why it stays open. */
  problem: Problem | null;
}

/** Closes an issue and, of those under it, the ones that are named, each by its own rules: one that may not be closed stays open. */
export async function closeWithChildren(
  tx: Tx,
  by: Principal,
  id: string,
  closure: Closure & { closeChildren?: string[] | null },
  expected?: number | null,
): Promise<ChildClosed[]> {
  const { closeChildren, ...rest } = closure;
  const children = [...new Set(closeChildren ?? [])];
  await lock(tx, ...[id, ...children].map(issueSubject));
  await closeIssue(tx, by, id, rest, expected);
  const results: ChildClosed[] = [];
  for (const child of children) results.push(await closeChild(tx, by, { id, child, closure: rest }));
  return results;
}

async function closeChild(
  tx: Tx,
  by: Principal,
  { id, child, closure }: { id: string; child: string; closure: Closure },
): Promise<ChildClosed> {
  const problem = await attempt(tx, async (inner) => {
    const query = sql`select 1 from issues i where i.id = ${child} and i.parent_id = ${id} and ${visible(by)}`;
    if (!(await inner.query(query.text, query.values)).length) throw new Problem('not-found');
    await closeIssue(inner, by, child, closure);
  });
  return { id: child, closed: !problem, problem };
}
