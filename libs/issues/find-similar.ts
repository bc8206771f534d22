import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { GIVEN_BY_WHO_IS_ASKED, visible, visibleRequests } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { Problem } from '#platform/problem.js';
import { knownTexts } from './known-texts.js';
import { issuePrint, likeness, type IssuePrint } from './rules/likeness.js';
import { isDuplicate, sharedTerms, similarity, SIMILAR } from './rules/similarity.js';
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

/** With the month in which it was expected to surface, or else was reported. */
export type PastIssue = SimilarIssue & { surfaced: string };

type Known = Omit<SimilarIssue, 'score' | 'duplicate' | 'shared'>;

interface Hit {
  id: string;
  /** 0 to 1, from `SIMILAR` on. */
  score: number;
  print: IssuePrint;
}

/** Of all that share pairs of syllables so many are compared in full: for the machine's question, and for a person's. */
const COMPARED_BY_MACHINE = 24;
const COMPARED = 64;
/** Confidential issues that one person is named on. */
const CONFIDENTIAL = 200;
const SHOWN = 20;
const ANSWER_SHOWN = 300;

const SURFACED = sql`'surfaced',
  coalesce(i.expected_month, to_char(i.created_at at time zone 'Asia/Seoul', 'YYYY-MM'))`;
const TEXT = sql`i.title || '. ' || i.summary`;

/** What the machine holds new issues against: the public ones registered before. Confidential issues are no one's precedent. */
export async function precedents(
  tx: Tx,
  asked: { id: string; text: string }[],
  most: number,
): Promise<PastIssue[][]> {
  const index = await knownTexts(tx);
  const candidates = await inTurns(asked, ({ id, text }) =>
    index.search(text, COMPARED_BY_MACHINE, (other) => other < id),
  );
  const prints = await printsOf(tx, [...asked.map(({ id }) => id), ...candidates.flat()]);
  const searches = await inTurns(asked, ({ id, text }, i) => {
    const print = prints.get(id) ?? issuePrint(text);
    return { print, hits: compare(print, candidates[i]!, prints).slice(0, most) };
  });
  const issues = await describe(
    tx,
    searches.flatMap(({ hits }) => hits),
    { columns: sql`${PLAIN}, ${SURFACED}`, condition: sql`not i.confidential` },
  );
  return searches.map(({ print, hits }) => shown(print, hits, issues) as PastIssue[]);
}

/** What a text resembles among the issues this person sees, with what was answered last. */
export async function findSimilar(
  tx: Tx,
  principal: Principal,
  text: string,
  but?: string,
): Promise<SimilarIssue[]> {
  const index = await knownTexts(tx);
  const ids = [
    ...index.search(text, COMPARED, (id) => id !== but),
    ...(await confidentialIds(tx, principal)).filter((id) => id !== but),
  ];
  const print = issuePrint(text);
  const hits = compare(print, ids, await printsOf(tx, ids)).slice(0, SHOWN);
  return shown(print, hits, await describeFully(tx, principal, hits));
}

/** Issues found in another way, e.g. by the headlines on them, with a score of that; those that this person sees. */
export async function describeFound(
  tx: Tx,
  principal: Principal,
  found: { id: string; score: number; shared: string[] }[],
): Promise<SimilarIssue[]> {
  const issues = await describeFully(tx, principal, found);
  return found.flatMap(({ id, score, shared }) => {
    const issue = issues.get(id);
    const duplicate = isDuplicate(score) && issue?.stage !== 'closed';
    return issue ? [{ ...issue, score: rounded(score), duplicate, shared }] : [];
  });
}

function describeFully(tx: Tx, principal: Principal, hits: { id: string }[]): Promise<Map<string, Known>> {
  const columns = sql`${PLAIN}, 'leadDepartment', (select d.name from departments d where d.id = i.lead_department_id),
    'mergedInto', (select m.id from issues m where m.id = i.merged_into and ${visible(principal, 'm')}),
    'lastAnswer', ${lastAnswer(principal)}`;
  return describe(tx, hits, { columns, condition: visible(principal) });
}

/** What an issue resembles. @throws Problem `not-found` where this person may not see it */
export async function similarTo(tx: Tx, principal: Principal, id: string): Promise<SimilarIssue[]> {
  const query = sql`select i.title || E'\\n' || i.summary as text from issues i where i.id = ${id} and ${visible(principal)}`;
  const [issue] = await tx.query(query.text, query.values);
  if (!issue) throw new Problem('not-found');
  return findSimilar(tx, principal, issue.text, id);
}

export function similarityOf(a: string, b: string): { score: number; duplicate: boolean } {
  const score = similarity(a, b);
  return { score: rounded(score), duplicate: isDuplicate(score) };
}

/** Never in the index, so that nothing about them shows in what others find. */
async function confidentialIds(tx: Tx, principal: Principal): Promise<string[]> {
  const query = sql`select i.id from issues i where i.confidential and ${visible(principal)}
    order by i.created_at desc, i.id desc limit ${CONFIDENTIAL}`;
  const rows: { id: string }[] = await tx.query(query.text, query.values);
  return rows.map(({ id }) => id);
}

/** Texts prepared for comparing, by their version; the ones that were used last. */
const prepared = new Map<string, { version: number; print: IssuePrint }>();
const PREPARED = 4000;

async function printsOf(tx: Tx, ids: string[]): Promise<Map<string, IssuePrint>> {
  const query = sql`select issue_id as id, written::text::bigint as version from issue_words
    where issue_id = any(${[...new Set(ids)]})`;
  const found: { id: string; version: number }[] = await tx.query(query.text, query.values);
  const missing = found.filter(({ id, version }) => prepared.get(id)?.version !== version);
  const texts = sql`select i.id, i.title, ${TEXT} as text from issues i where i.id = any(${missing.map(({ id }) => id)})`;
  const rows: { id: string; title: string; text: string }[] = missing.length
    ? await tx.query(texts.text, texts.values)
    : [];
  const fresh = new Map(await inTurns(rows, ({ id, title, text }) => [id, issuePrint(text, title)] as const));
  const prints = new Map<string, IssuePrint>();
  for (const { id, version } of found) {
    const print = fresh.get(id) ?? prepared.get(id)?.print;
    if (!print) continue;
    prints.set(id, print);
    prepared.delete(id);
    prepared.set(id, { version, print });
  }
  for (const id of prepared.keys()) {
    if (prepared.size <= PREPARED) break;
    prepared.delete(id);
  }
  return prints;
}

function compare(print: IssuePrint, ids: string[], prints: Map<string, IssuePrint>): Hit[] {
  return ids
    .flatMap((id) => {
      const other = prints.get(id);
      return other ? [{ id, print: other, score: likeness(print, other) }] : [];
    })
    .filter(({ score }) => score >= SIMILAR)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1));
}

const PLAIN = sql`'id', i.id, 'number', i.number, 'title', i.title, 'stage', i.stage, 'outcome', i.outcome, 'lesson', i.lesson,
  'leadDepartmentId', i.lead_department_id`;

/** The newest response to a request that this person sees, not one that was sent back. */
const lastAnswer = (principal: Principal): Sql => sql`(
  select json_build_object('text', left(p.text, ${ANSWER_SHOWN}), 'state', p.state, 'departmentId', q.department_id,
    'department', (select d.name from departments d where d.id = q.department_id), 'at', p.posted_at)
  from requests q join responses p on p.request_id = q.id
  where q.issue_id = i.id and p.state <> 'returned' and ${GIVEN_BY_WHO_IS_ASKED} and ${visibleRequests(principal)}
  order by p.posted_at desc, p.id desc limit 1)`;

async function describe(
  tx: Tx,
  hits: { id: string }[],
  { columns, condition }: { columns: Sql; condition: Sql },
): Promise<Map<string, Known>> {
  if (!hits.length) return new Map();
  const query = sql`select json_build_object(${columns}) as known
    from issues i where i.id = any(${[...new Set(hits.map(({ id }) => id))]}) and ${condition}`;
  const rows: { known: Known }[] = await tx.query(query.text, query.values);
  return new Map(rows.map(({ known }) => [known.id, known]));
}

function shown(print: IssuePrint, hits: Hit[], issues: Map<string, Known>): SimilarIssue[] {
  return hits.flatMap(({ id, score, print: other }) => {
    const issue = issues.get(id);
    if (!issue) return [];
    // What is closed is a precedent with a lesson, not the same matter again.
    const duplicate = isDuplicate(score) && issue.stage !== 'closed';
    return [{ ...issue, score: rounded(score), duplicate, shared: sharedTerms(print.whole, other.whole) }];
  });
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;
