import { RELATED_WORDS, type RelatedWords } from '#config/related-words.js';
import { strongest } from '#issues/rules/strongest.js';
import { bm25, type Bm25, type Terms } from './bm25.js';
import { passagesOf, together, type ConfirmedLead, type SuggestableDepartment } from './mandate.js';
import { reasonsFor } from './suggestion-reasons.js';
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
  const past = bm25(known.map(({ text }) => queryTerms(wordsOf(text), taken(text, all))));
  // Hospitals, museums and institutes count in full only where the text names them.
  const namesOfOwn = open.map(({ name, ownWorkOnly }) =>
    ownWorkOnly ? name.replace(/^(서울|시립)/u, '') : null,
  );

  return {
    suggest(text, limit = 5) {
      const said = wordsOf(text);
      const bridged = taken(text, all);
      const query = queryTerms(said, bridged);
      const named = text.normalize('NFC');
      const written = mandates
        .rank(query)
        .map((score, at) => (named.includes(namesOfOwn[at] ?? '') ? score : score * NOT_ITS_OWN));
      const near = nearest(query, past);
      const scores = share(sum(share(written), decisions(near, known, ids, open.length)));
      const evidence = { said, query, bridged, idf: (term: string) => mandates.idf(term) };
      return strongest(scores, limit).map((at) => {
        const { id } = open[at]!;
        const alike = near.issues
          .map((issue) => known[issue]!)
          .filter(({ departmentId }) => departmentId === id);
        return {
          id,
          score: Math.round(scores[at]! * 1000) / 1000,
          reasons: reasonsFor(passages[at]!, { ...evidence, alike }),
        };
      });
    },
  };
}

interface Near {
  /** The nearest confirmed issues, nearest first. */
  issues: number[];
  scores: Float64Array;
  /** How near the first is: 1 from `NEAR` of what the text says on. */
  nearness: number;
}

function nearest(query: Terms, past: Bm25): Near {
  const scores = past.rank(query);
  const issues = strongest(scores, NEIGHBOURS);
  const whole = [...query].reduce((total, [term, weight]) => total + weight * past.idf(term), 0);
  const nearness = whole > 0 && issues.length > 0 ? Math.min(1, scores[issues[0]!]! / whole / NEAR) : 0;
  return { issues, scores, nearness };
}

/** What earlier decisions say for each department. */
function decisions(
  { issues, scores, nearness }: Near,
  known: readonly ConfirmedLead[],
  ids: ReadonlyMap<string, number>,
  count: number,
): Float64Array {
  const found = new Float64Array(count);
  for (const issue of issues) found[ids.get(known[issue]!.departmentId)!]! += scores[issue]!;
  return share(found).map((part) => HISTORY * nearness * part);
}

const sum = (a: Float64Array, b: Float64Array): Float64Array => a.map((score, at) => score + b[at]!);

/** Scores as parts of their sum. */
function share(scores: Float64Array): Float64Array {
  const total = scores.reduce((all, score) => all + score, 0);
  return scores.map((score) => (total > 0 ? score / total : 0));
}
