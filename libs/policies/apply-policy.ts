import { emit } from '#events/emit.js';
import { issueSubject, policySubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import { Issue } from '#issues/issue.entity.js';
import { assessAgain, newRevision } from '#issues/revise-issue.js';
import type { Tx } from '#platform/database.js';
import { changes } from './dry-run.js';
import { policyInForce } from './policy-in-force.js';

/** So many issues are looked at in one transaction. */
const AT_ONCE = 100;

/**
 * Takes the next part of the open issues: those whose grade the policy changes are a new revision, assessed again by the usual
 * way. Decisions stand: departments go on working. A version that another one has replaced meanwhile is left alone.
 */
export async function applyPolicy(tx: Tx, version: string): Promise<void> {
  const policy = await policyInForce(tx);
  const [row] = await tx.query(
    `select applied_up_to as upto, activated_by as by from policies where version = $1 and applied_at is null`,
    [version],
  );
  if (!row || policy.version !== version) return;
  const part: { id: string; last: string | null }[] = await tx.query(NEXT, [row.upto, AT_ONCE]);
  const ids = part.map(({ id }) => id);
  await lock(tx, ...ids.map(issueSubject));
  const found = await changes(tx, ids, policy);
  for (const { issueId, from, to, weighedBy } of found.changes) {
    const issue = await tx.findOneByOrFail(Issue, { id: issueId });
    const by = { id: row.by };
    const policyVersion: [string, string] = [weighedBy, version];
    if (issue.stage === 'closed') continue;
    // Departments work on what was decided: only the proposal beside it is another, and somebody looks.
    if (issue.stage === 'act') await assessAgain(tx, issue, by, { policyVersion, proposed: [from, to] });
    else await newRevision(tx, issue, by, { policyVersion, grade: [from, to] });
  }
  const upTo = part[0]?.last ?? null;
  await tx.query(
    `update policies set applied_up_to = coalesce($2, applied_up_to), applied_at = case when $3 then app_now() end
     where version = $1`,
    [version, upTo, upTo === null],
  );
  await emit(tx, policySubject(version), upTo === null ? 'policy.applied' : 'policy.applied-in-part', {
    version,
  });
}

// Parts are measured by public issues alone: how many there are tells nothing of confidential ones.
const NEXT = `
with open as (
  select id, confidential from issues where stage in ('analyze', 'prioritize', 'act') and ($1::uuid is null or id > $1::uuid)
), bound as (
  select id as last from open where not confidential order by id offset $2 - 1 limit 1
)
select o.id, (select last from bound) as last from open o
where (select last from bound) is null or o.id <= (select last from bound) order by o.id`;
