import sql from 'sql-template-tag';
import { assessable } from '#issues/assessable.js';
import { weigh } from '#issues/rules/weigh.js';
import type { Grade } from '#issues/vocabulary.js';
import { visible } from '#people/visible.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { policyInForce } from './policy-in-force.js';
import { viewPolicy } from './policies.js';
import { policyOf } from './terms.js';
import type { ScoringPolicy } from '#config/scoring.js';

export interface Change {
  issueId: string;
  from: Grade;
  to: Grade;
  scoreFrom: number;
  scoreTo: number;
  /** Why the grade under the version is what it is. */
  reasons: string[];
  /** Today's policy would give the new grade as well: time or text moved on, not the policy. */
  withoutPolicy: boolean;
}

export interface DryRun {
  version: string;
  /** Open issues that were weighed. */
  weighed: number;
  items: (Change & { number: string; title: string })[];
}

const AT_ONCE = 500;

/** Which of the open issues that this reader sees would have another grade under a version, before anyone activates it. */
export async function dryRun(tx: Tx, principal: Principal, version: string): Promise<DryRun> {
  const { terms, effectiveFrom } = await viewPolicy(tx, version);
  const candidate = policyOf(version, effectiveFrom ?? '', terms);
  const seen = sql`select i.id, i.number, i.title from issues i where i.stage in ('analyze', 'prioritize', 'act') and ${visible(principal)}
    order by i.id`;
  const open: { id: string; number: string; title: string }[] = await tx.query(seen.text, seen.values);
  const items: DryRun['items'] = [];
  let weighed = 0;
  for (let at = 0; at < open.length; at += AT_ONCE) {
    const part = open.slice(at, at + AT_ONCE);
    const found = await changes(
      tx,
      part.map(({ id }) => id),
      candidate,
    );
    weighed += found.weighed;
    const named = new Map(part.map(({ id, number, title }) => [id, { number, title }]));
    items.push(...found.changes.map((one) => ({ ...one, ...named.get(one.issueId)! })));
  }
  return { version, weighed, items };
}

/** Of these issues those whose grade on record another policy would change. */
export async function changes(
  tx: Tx,
  ids: string[],
  candidate: ScoringPolicy,
): Promise<{ weighed: number; changes: Change[] }> {
  const now = await policyInForce(tx);
  const recorded: { id: string; grade: Grade; score: number }[] = await tx.query(RECORDED, [ids]);
  const before = new Map(recorded.map(({ id, ...rest }) => [id, rest]));
  const issues = await assessable(tx, [...before.keys()], 'analyze');
  const found = await inTurns(issues, (issue): Change[] => {
    const { grade: from, score: scoreFrom } = before.get(issue.id)!;
    const { grade: to, score: scoreTo, reasons } = weigh(issue, candidate);
    if (from === to) return [];
    return [
      {
        issueId: issue.id,
        from,
        to,
        scoreFrom,
        scoreTo,
        reasons,
        withoutPolicy: weigh(issue, now).grade === to,
      },
    ];
  });
  return { weighed: issues.length, changes: found.flat() };
}

/** The grade that the rules gave the revision as it stands. */
const RECORDED = `
select i.id, a.grade, a.score from issues i
join assessments a on a.issue_id = i.id and a.stage = 'analyze' and a.revision = i.revision
where i.id = any($1)`;
