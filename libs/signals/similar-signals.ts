import sql from 'sql-template-tag';
import { describeFound, findSimilar, type SimilarIssue } from '#issues/find-similar.js';
import { fingerprint, sharedTerms } from '#issues/rules/similarity.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { headline } from './rules/same-story.js';
import { visibleSignals } from './signal-view.js';
import { currentStories, type Likeness } from './stories.js';
import { FREE_STATES } from './vocabulary.js';

export interface SimilarCluster {
  id: string;
  title: string;
  count: number;
  outlets: string[];
  score: number;
  shared: string[];
}

/** What a signal resembles before it is saved: an issue, or what else tells its story; the likeliest first. */
export interface Candidate {
  type: 'issue' | 'cluster' | 'signal';
  score: number;
  shared: string[];
  issue: SimilarIssue | null;
  cluster: Omit<SimilarCluster, 'score' | 'shared'> | null;
}

const SHOWN = 20;

export async function findCandidates(
  tx: Tx,
  principal: Principal,
  { title, body }: { title: string; body?: string | null },
): Promise<Candidate[]> {
  const stories = await currentStories(tx);
  const like = stories.like(title);
  const issues = await issuesLike(tx, principal, [title, body ?? ''].filter(Boolean).join('. '), title, like);
  const clusters = await clustersLike(tx, principal, title, like);
  const all: Candidate[] = [
    ...issues.map((issue) => ({
      type: 'issue' as const,
      score: issue.score,
      shared: issue.shared,
      issue,
      cluster: null,
    })),
    ...clusters.map(({ score, shared, ...cluster }) => ({
      type: cluster.count > 1 ? ('cluster' as const) : ('signal' as const),
      score,
      shared,
      issue: null,
      cluster,
    })),
  ];
  return all.toSorted((a, b) => b.score - a.score).slice(0, SHOWN);
}

/** By what they say, and by the headlines on them: a short title and a long summary alone are never alike. */
async function issuesLike(
  tx: Tx,
  principal: Principal,
  text: string,
  title: string,
  like: Likeness[],
): Promise<SimilarIssue[]> {
  const print = fingerprint(headline(title));
  const best = new Map<string, { id: string; score: number; shared: string[] }>();
  for (const { story, score, text: other } of like) {
    const id = story.issueId;
    if (id && !best.has(id)) best.set(id, { id, score, shared: sharedTerms(print, other) });
  }
  const found = [
    ...(await findSimilar(tx, principal, text)),
    ...(await describeFound(tx, principal, [...best.values()])),
  ];
  const strongest = new Map<string, SimilarIssue>();
  for (const one of found.toSorted((a, b) => b.score - a.score))
    if (!strongest.has(one.id)) strongest.set(one.id, one);
  return [...strongest.values()];
}

async function clustersLike(
  tx: Tx,
  principal: Principal,
  title: string,
  like: Likeness[],
): Promise<SimilarCluster[]> {
  const print = fingerprint(headline(title));
  const best = new Map<string, { score: number; shared: string[] }>();
  for (const { story, score, text } of like) {
    const id = story.clusterId ?? story.id;
    if (story.kind === 'signal' && !story.issueId && !best.has(id))
      best.set(id, { score, shared: sharedTerms(print, text) });
  }
  const ids = [...best.keys()];
  const query = sql`select coalesce(s.cluster_id, s.id) as id, (array_agg(s.title order by s.created_at, s.id))[1] as title,
      count(*)::int as count, coalesce(json_agg(distinct s.outlet) filter (where s.outlet is not null), '[]') as outlets
    from signals s where (s.cluster_id = any(${ids}) or (s.id = any(${ids}) and s.cluster_id is null))
      and s.state = any(${FREE_STATES}) and ${visibleSignals(principal)} group by 1`;
  const rows: Omit<SimilarCluster, 'score' | 'shared'>[] = ids.length
    ? await tx.query(query.text, query.values)
    : [];
  return rows.map((row) => ({ ...row, ...best.get(row.id)! }));
}
