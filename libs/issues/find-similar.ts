import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import {
  fingerprint,
  isDuplicate,
  sharedTerms,
  similarity,
  SIMILAR,
  type Fingerprint,
} from './rules/similarity.js';
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

interface Known extends Omit<SimilarIssue, 'score' | 'duplicate' | 'shared'> {
  text: string;
}

/** How far back one looks: at the office's ten issues a month more than ten years. */
const LOOKED_AT = 1500;
/** Of all those, the ones that share the most rare pairs of syllables are compared in full. */
const COMPARED = 24;
const SHOWN = 10;

/** Issues prepared for many look-ups: pairs of syllables lead to the few that are worth comparing. */
export class SimilarIndex {
  private readonly byPair = new Map<number, number[]>();
  private readonly prints: Fingerprint[] = [];

  constructor(private readonly issues: Known[]) {
    issues.forEach(({ text }, i) => {
      const print = cachedPrint(text);
      this.prints.push(print);
      for (const pair of new Set(print.pairs)) {
        const list = this.byPair.get(pair);
        if (list) list.push(i);
        else this.byPair.set(pair, [i]);
      }
    });
  }

  /** The most similar issues, best first, from `SIMILAR` on; `but` itself left out. */
  search(text: string, most: number, but?: string): SimilarIssue[] {
    const print = cachedPrint(text);
    return this.candidates(print)
      .filter((i) => this.issues[i]!.id !== but)
      .map((i) => ({ i, score: similarity(print, this.prints[i]!) }))
      .filter(({ score }) => score >= SIMILAR)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ i, score }) => this.result(i, score, text));
  }

  private candidates(print: Fingerprint): number[] {
    const weights = new Map<number, number>();
    for (const pair of new Set(print.pairs)) {
      const list = this.byPair.get(pair) ?? [];
      const weight = 1 / Math.sqrt(list.length);
      for (const i of list) weights.set(i, (weights.get(i) ?? 0) + weight);
    }
    return [...weights]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, COMPARED)
      .map(([i]) => i);
  }

  private result(i: number, score: number, text: string): SimilarIssue {
    const { text: own, ...issue } = this.issues[i]!;
    const rounded = Math.round(score * 1000) / 1000;
    // What is closed is a precedent with a lesson, not the same matter again.
    return {
      ...issue,
      score: rounded,
      duplicate: isDuplicate(score) && issue.stage !== 'closed',
      shared: sharedTerms(text, own),
    };
  }
}

/** Texts seldom change: the newest ones stay prepared. */
const prints = new Map<string, Fingerprint>();
const KEPT = 4000;

function cachedPrint(text: string): Fingerprint {
  const known = prints.get(text);
  if (known) return known;
  const made = fingerprint(text);
  if (prints.size >= KEPT) prints.delete(prints.keys().next().value!);
  prints.set(text, made);
  return made;
}

/** What a new issue is held against by the machine. Confidential issues are no one's precedent. */
export const openIssueIndex = (tx: Tx): Promise<SimilarIndex> => load(tx, sql`not i.confidential`);

/** What a text resembles among the issues this person sees. */
export async function findSimilar(tx: Tx, principal: Principal, text: string): Promise<SimilarIssue[]> {
  return (await load(tx, visible(principal))).search(text, SHOWN);
}

/** What an issue resembles. @throws Problem `not-found` where this person may not see it */
export async function similarTo(tx: Tx, principal: Principal, id: string): Promise<SimilarIssue[]> {
  const query = sql`select i.title || '. ' || i.summary as text from issues i where i.id = ${id} and ${visible(principal)}`;
  const [issue] = await tx.query(query.text, query.values);
  if (!issue) throw new Problem('not-found');
  return (await load(tx, visible(principal))).search(issue.text, SHOWN, id);
}

export function similarityOf(a: string, b: string): { score: number; duplicate: boolean } {
  const score = similarity(a, b);
  return { score: Math.round(score * 1000) / 1000, duplicate: isDuplicate(score) };
}

async function load(tx: Tx, condition: Sql): Promise<SimilarIndex> {
  const query = sql`
    select i.id, i.number, i.title, i.stage, i.outcome, i.lesson, i.lead_department_id as "leadDepartmentId",
      i.title || '. ' || i.summary as text
    from issues i where ${condition} order by i.created_at desc, i.id desc limit ${LOOKED_AT}`;
  return new SimilarIndex(await tx.query(query.text, query.values));
}
