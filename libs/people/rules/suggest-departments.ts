import { RELATED_WORDS, type RelatedWords } from '#config/related-words.js';
import { bm25, type Terms } from './bm25.js';
import { passagesOf, together, type ConfirmedLead, type SuggestableDepartment } from './mandate.js';
import { reasonsFor, type Evidence } from './suggestion-reasons.js';
import { bridges, queryTerms, taken, wordsOf } from './terms.js';

export type { ConfirmedLead, SuggestableDepartment } from './mandate.js';

export interface Suggestion {
  id: string;
  /** Share of the evidence that points to this department, 0 to 1. */
  score: number;
  /** What of the mandate or of earlier decisions speaks for it, in Korean; never empty. */
  reasons: string[];
}

/** Departments and history prepared for many texts. */
export interface DepartmentIndex {
  /** Departments that anything speaks for, best first; equal scores in the order given. */
  suggest(text: string, limit?: number): Suggestion[];
}

// Tuned by leaving one out of 238 issues (see the spec); none of them is sharp: the neighbouring values differ by an issue or two.
// A word that a bridge leads to says a little less than one that was said, and less again between two issues.
const BRIDGED = 0.6;
const BRIDGED_PAST = 0.5;
// What officers decided counts as much as what is written, when the nearest decided issue shares a third of what the text says.
const HISTORY = 1;
const NEAR = 0.35;
const NEIGHBOURS = 20;
const NOT_ITS_OWN = 0.3;

/** The departments that a text most probably concerns, best first. */
export function suggestDepartments(
  text: string,
  departments: readonly SuggestableDepartment[],
  history: readonly ConfirmedLead[] = [],
): Suggestion[] {
  return departmentIndex(departments, history).suggest(text);
}

/**
 * Prepares departments (their names, goals and indicators) and confirmed issues. A text is compared with both by BM25 over pairs of
 * Hangul and words; words that many mandates share say little by themselves. Citizens' words are led to those of mandates by
 * `config/related-words.ts`.
 */
export function departmentIndex(
  departments: readonly SuggestableDepartment[],
  history: readonly ConfirmedLead[] = [],
  related: readonly RelatedWords[] = RELATED_WORDS,
): DepartmentIndex {
  const all = bridges(related);
  const open = departments.filter(({ leadEligible }) => leadEligible);
  const ids = new Map(open.map(({ id }, at) => [id, at]));
  const known = history.filter(({ departmentId }) => ids.has(departmentId));
  const passages = open.map(passagesOf);
  const mandates = bm25(passages.map(together));
  const past = bm25(known.map(({ text }) => queryTerms(text, taken(text, all), BRIDGED_PAST)));

  return {
    suggest(text, limit = 5) {
      const said = wordsOf(text);
      const bridged = taken(text, all);
      const query = queryTerms(text, bridged, BRIDGED);
      const written = share(ownWork(mandates.rank(query), open, text));
      const near = nearest(queryTerms(text, bridged, BRIDGED_PAST), past);
      const decided = decisions(near, known, ids);
      return [...add(written, decided)]
        .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, limit)
        .map(([at, score]) => {
          const department = open[at]!;
          const alike = near.issues
            .map(([issue]) => known[issue]!)
            .filter((one) => one.departmentId === department.id);
          const evidence: Evidence = { said, query, bridged, idf: (term) => mandates.idf(term), alike };
          return {
            id: department.id,
            score: Math.round(score * 1000) / 1000,
            reasons: reasonsFor(passages[at]!, evidence),
          };
        });
    },
  };
}

/** Hospitals, museums and institutes count in full only where the text names them. */
function ownWork(
  scores: ReadonlyMap<number, number>,
  departments: readonly SuggestableDepartment[],
  text: string,
): Map<number, number> {
  const named = text.normalize('NFC');
  return new Map(
    [...scores].map(([at, score]) => {
      const { name, ownWorkOnly } = departments[at]!;
      const own = !ownWorkOnly || named.includes(name.replace(/^(서울|시립)/u, ''));
      return [at, own ? score : score * NOT_ITS_OWN];
    }),
  );
}

/** The nearest confirmed issues with their scores, and how near the first is: 1 from `NEAR` of what the text says on. */
function nearest(query: Terms, past: ReturnType<typeof bm25>) {
  const issues = [...past.rank(query)].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NEIGHBOURS);
  const whole = [...query].reduce((sum, [term, weight]) => sum + weight * past.idf(term), 0);
  const nearness = whole > 0 ? Math.min(1, (issues[0]?.[1] ?? 0) / whole / NEAR) : 0;
  return { issues, nearness };
}

function decisions(
  { issues, nearness }: ReturnType<typeof nearest>,
  known: readonly ConfirmedLead[],
  ids: ReadonlyMap<string, number>,
): Map<number, number> {
  const found = new Map<number, number>();
  for (const [issue, score] of issues) {
    const at = ids.get(known[issue]!.departmentId)!;
    found.set(at, (found.get(at) ?? 0) + score);
  }
  return new Map([...share(found)].map(([at, part]) => [at, HISTORY * nearness * part]));
}

function add(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): Map<number, number> {
  const sum = new Map(a);
  for (const [at, score] of b) sum.set(at, (sum.get(at) ?? 0) + score);
  return share(sum);
}

/** Scores as parts of their sum. */
function share(scores: ReadonlyMap<number, number>): Map<number, number> {
  const sum = [...scores.values()].reduce((total, score) => total + score, 0);
  return new Map([...scores].map(([at, score]) => [at, sum > 0 ? score / sum : 0]));
}
