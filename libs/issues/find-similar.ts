import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { Problem } from '#platform/problem.js';
import {
  fingerprint,
  isDuplicate,
  sharedTerms,
  similarity,
  SIMILAR,
  type Fingerprint,
} from './rules/similarity.js';
import { TextIndex, type Hit, type Versioned } from './rules/text-index.js';
import type { Outcome, Stage } from './vocabulary.js';

export interface SimilarIssue {
  id: string;
  number: string;
  title: string;
  stage: Stage;
  outcome: Outcome | null;
  lesson: string | null;
  leadDepartmentId: string | null;
  score: number;
  duplicate: boolean;
  /** Terms both speak of. */
  shared: string[];
}

type Known = Omit<SimilarIssue, 'score' | 'duplicate' | 'shared'>;

/** How far back one looks: at the office's ten issues a month more than ten years. */
const LOOKED_AT = 1500;
/** Confidential issues that one person is named on. */
const CONFIDENTIAL = 200;
const SHOWN = 10;

const TEXT = sql`i.title || '. ' || i.summary`;

/** The public ones of the newest issues; kept from call to call, and brought up to date by each. */
const index = new TextIndex();

async function currentIndex(tx: Tx): Promise<TextIndex> {
  const newest: { id: string; version: number }[] = await tx.query(NEWEST, [LOOKED_AT]);
  const missing = newest.filter((one) => !index.has(one)).map(({ id }) => id);
  const query = sql`select i.id, i.revision as version, ${TEXT} as text from issues i where i.id = any(${missing})`;
  const texts: Versioned[] = missing.length ? await tx.query(query.text, query.values) : [];
  // Others may have added the same meanwhile.
  for (const one of texts) if (!index.has(one)) index.add(one);
  index.retain(new Set(newest.map(({ id }) => id)));
  return index;
}

// A backlog does not push out what it is to be held against.
const NEWEST = `
select id, revision as version from issues where not confidential order by created_at desc, id desc
limit $1 + (select count(*) from issues where stage = 'identify' and state = 'processing')`;

/** What the machine holds new issues against: the public ones registered before. Confidential issues are no one's precedent. */
export async function precedents(
  tx: Tx,
  asked: { id: string; text: string }[],
  most: number,
): Promise<SimilarIssue[][]> {
  const known = await currentIndex(tx);
  const searches = await inTurns(asked, ({ id, text }) => {
    const print = known.print(id) ?? fingerprint(text);
    return { print, hits: known.search(print, (other) => other < id).slice(0, most) };
  });
  const issues = await describe(
    tx,
    searches.flatMap(({ hits }) => hits),
    sql`not i.confidential`,
  );
  return searches.map(({ print, hits }) => shown(print, hits, issues));
}

/** What a text resembles among the issues this person sees. */
export async function findSimilar(
  tx: Tx,
  principal: Principal,
  text: string,
  but?: string,
): Promise<SimilarIssue[]> {
  const print = fingerprint(text);
  const hits = (await currentIndex(tx)).search(print, (id) => id !== but);
  const all = [...hits, ...(await confidentialHits(tx, principal, print, but))].toSorted(
    (a, b) => b.score - a.score,
  );
  return shown(print, all, await describe(tx, all, visible(principal))).slice(0, SHOWN);
}

/** What an issue resembles. @throws Problem `not-found` where this person may not see it */
export async function similarTo(tx: Tx, principal: Principal, id: string): Promise<SimilarIssue[]> {
  const query = sql`select ${TEXT} as text from issues i where i.id = ${id} and ${visible(principal)}`;
  const [issue] = await tx.query(query.text, query.values);
  if (!issue) throw new Problem('not-found');
  return findSimilar(tx, principal, issue.text, id);
}

export function similarityOf(a: string, b: string): { score: number; duplicate: boolean } {
  const score = similarity(a, b);
  return { score: rounded(score), duplicate: isDuplicate(score) };
}

/** Kept out of the index, so that nothing about them shows in what others find. */
async function confidentialHits(
  tx: Tx,
  principal: Principal,
  print: Fingerprint,
  but?: string,
): Promise<Hit[]> {
  const query = sql`select i.id, ${TEXT} as text from issues i where i.confidential and ${visible(principal)}
    order by i.created_at desc, i.id desc limit ${CONFIDENTIAL}`;
  const rows: { id: string; text: string }[] = await tx.query(query.text, query.values);
  return rows
    .filter(({ id }) => id !== but)
    .map(({ id, text }) => ({ id, print: fingerprint(text) }))
    .map((one) => ({ ...one, score: similarity(print, one.print) }))
    .filter(({ score }) => score >= SIMILAR);
}

async function describe(tx: Tx, hits: Hit[], condition: Sql): Promise<Map<string, Known>> {
  if (!hits.length) return new Map();
  const query = sql`
    select i.id, i.number, i.title, i.stage, i.outcome, i.lesson, i.lead_department_id as "leadDepartmentId"
    from issues i where i.id = any(${[...new Set(hits.map(({ id }) => id))]}) and ${condition}`;
  const rows: Known[] = await tx.query(query.text, query.values);
  return new Map(rows.map((row) => [row.id, row]));
}

function shown(print: Fingerprint, hits: Hit[], issues: Map<string, Known>): SimilarIssue[] {
  return hits.flatMap(({ id, score, print: other }) => {
    const issue = issues.get(id);
    if (!issue) return [];
    // What is closed is a precedent with a lesson, not the same matter again.
    const duplicate = isDuplicate(score) && issue.stage !== 'closed';
    return [{ ...issue, score: rounded(score), duplicate, shared: sharedTerms(print, other) }];
  });
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;
