import sql from 'sql-template-tag';
import type { ScoringPolicy } from '#config/scoring.js';
import { assessable, settledItself, type Assessable } from '#issues/assessable.js';
import { monthsAnew } from '#issues/expectation.js';
import { propose } from '#issues/propose.js';
import { weigh } from '#issues/rules/weigh.js';
import type { Grade } from '#issues/vocabulary.js';
import { visible } from '#people/visible.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { policyInForce } from './policy-in-force.js';
import { viewPolicy } from './policies.js';
import { policyOf } from './terms.js';

/** Another grade than the one on record: of the issue itself or, where departments are at work, of the proposal beside it. */
export interface Change {
  issueId: string;
  from: Grade;
  to: Grade;
  /** At work: the grade that stands until a person decides anew, whatever is proposed. */
  keeps: Grade | null;
  /** The version that the one on record was given by. */
  weighedBy: string;
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
  /** The title is null to administrators, who read no issues: which public ones change they may know. */
  items: (Change & { number: string; title: string | null })[];
}

/** So many issues are looked at between two queries. */
const AT_ONCE = 100;

/** Which of the open issues that this reader sees would have another grade under a version, before anyone activates it. */
export async function dryRun(tx: Tx, principal: Principal, version: string): Promise<DryRun> {
  const { terms, effectiveFrom } = await viewPolicy(tx, version);
  const candidate = policyOf(version, effectiveFrom ?? '', terms);
  const blind = principal.role === 'admin';
  const seen = sql`select i.id, i.number, case when ${blind} then null else i.title end as title from issues i
    where i.stage in ('analyze', 'prioritize', 'act') and ${blind ? sql`not i.confidential` : visible(principal)} order by i.id`;
  const open: { id: string; number: string; title: string | null }[] = await tx.query(seen.text, seen.values);
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

/**
 * Of these issues those whose grade another policy would change, weighed and routed as the stages do it: a new assessment by that
 * policy gives them exactly this grade, and the others the one they have.
 */
export async function changes(
  tx: Tx,
  ids: string[],
  candidate: ScoringPolicy,
): Promise<{ weighed: number; changes: Change[] }> {
  const now = await policyInForce(tx);
  const recorded: ({ id: string } & Recorded)[] = await tx.query(RECORDED, [ids]);
  const before = new Map(recorded.map(({ id, ...rest }) => [id, rest]));
  const issues = await assessable(tx, [...before.keys()], 'analyze');
  const months = await monthsAnew(tx, issues);
  const found = await inTurns(issues, (issue) =>
    change({ ...issue, ...months.get(issue.id) }, before.get(issue.id)!, { candidate, now }),
  );
  return { weighed: issues.length, changes: found.filter((one) => one !== null) };
}

interface Recorded {
  weighedBy: string;
  score: number;
  weighed: Grade;
  ifConfirmed: Grade;
  /** Null where the issue is still on its way to a proposal. */
  proposed: Grade | null;
}

function change(
  issue: Assessable,
  { weighedBy, score: scoreFrom, weighed, ifConfirmed, proposed }: Recorded,
  { candidate, now }: { candidate: ScoringPolicy; now: ScoringPolicy },
): Change | null {
  const from = proposed ?? propose(issue, { grade: weighed, ifConfirmed, short: null, factors: [] }).grade;
  const then = weigh(issue, candidate);
  const proposal = propose(issue, then);
  const to = proposal.grade;
  if (from === to) return null;
  const stands = issue.stage === 'act' && !(proposal.needsDecision && settledItself(issue));
  return {
    issueId: issue.id,
    from,
    to,
    keeps: stands ? issue.grade : null,
    weighedBy,
    scoreFrom,
    scoreTo: then.score,
    reasons: then.reasons,
    withoutPolicy: propose(issue, weigh(issue, now)).grade === to,
  };
}

/** What the stages made of the revision as it stands. */
const RECORDED = `
select i.id, a.policy_version as "weighedBy", a.score, a.grade as weighed, coalesce(a.findings->>'ifConfirmed', a.grade::text) as "ifConfirmed",
  p.findings->>'grade' as proposed
from issues i
join assessments a on a.issue_id = i.id and a.stage = 'analyze' and a.revision = i.revision
left join assessments p on p.issue_id = i.id and p.stage = 'prioritize' and p.revision = i.revision
where i.id = any($1)`;
