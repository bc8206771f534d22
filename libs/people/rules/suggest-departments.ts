import { RELATED_WORDS, type RelatedWords } from '#config/related-words.js';
import { TRIGGERS, type Trigger } from '#config/triggers.js';
import { wordsByStem } from '#issues/rules/hangul.js';
import { strongest } from '#issues/rules/strongest.js';
import { historyOf } from './history.js';
import { mandatesOf, type ConfirmedLead, type SuggestableDepartment } from './mandate.js';
import { occasionsIn, type Occasion } from './occasions.js';
import { reasonsFor } from './suggestion-reasons.js';
import { bridges, OF_EVERY_OFFICE, queryTerms, taken, wordsOf, type SaidWord } from './terms.js';

export type { ConfirmedLead, SuggestableDepartment } from './mandate.js';

export interface Suggestion {
  id: string;
  /** How much of the text points to this department, 0 to 1: its share of the evidence, less where there is little. */
  score: number;
  /** What of the mandate or of earlier decisions speaks for it, in Korean; never empty. */
  reasons: string[];
}

/** Departments and history prepared for many texts. */
export interface DepartmentIndex {
  /** Departments that anything speaks for, best first; equal scores in the order given. */
  suggest(text: string, limit?: number): Suggestion[];
}

/** From this score on a department is written to an issue without a person; below it is only shown. */
export const SPEAKS = 0.12;

// Tuned by leaving one out of 238 issues (see the spec); none of them is sharp: the neighbouring values differ by an issue or two.
// A mandate is sure when it has a fifth of what the text says; what officers decided counts as much as what is written.
const SURE = 0.2;
const OCCASIONS = 0.2;
// Of less than two words that say what it is about nobody can tell whose it is.
const LEAST = 14;

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
 * Hangul and words; words that many mandates share say little by themselves, those of every office (`config/general-words.ts`) next to
 * nothing. Citizens' words are led to those of mandates by `config/related-words.ts`; the usual units of an occasion that the text
 * speaks of count a little.
 */
export function departmentIndex(
  departments: readonly SuggestableDepartment[],
  history: readonly ConfirmedLead[] = [],
  related: readonly RelatedWords[] = RELATED_WORDS,
  triggers: readonly Trigger[] = TRIGGERS,
): DepartmentIndex {
  const all = bridges(related);
  const ids = new Map(departments.map(({ id }, at) => [id, at]));
  const places = new Map(departments.map(({ name }, at) => [name, at]));
  const known = history.filter(({ departmentId }) => ids.has(departmentId));
  const mandates = mandatesOf(departments);
  const decided = historyOf(known, all);

  return {
    suggest(text, limit = 5) {
      const said = wordsOf(text);
      const bridged = taken(text, all);
      const query = queryTerms(said, bridged);
      const written = mandates.rank(query, text);
      const most = Math.max(...written, 0) / Math.max(LEAST, mandates.whole(query));
      const sure = tellingPart(said) * Math.min(1, most / SURE);
      const occasions = occasionsIn(text, triggers);
      const past = decided(said, query, LEAST);
      const scores = sum(
        share(written).map((part) => sure * part),
        byOccasion(occasions, places),
      );
      past.issues.forEach((issue, i) => {
        scores[ids.get(known[issue]!.departmentId)!]! += past.weights[i]!;
      });
      const certain = Math.max(
        1,
        scores.reduce((total, score) => total + score, 0),
      );
      const near = past.issues.map((issue) => known[issue]!);
      const evidence = { said, written: wordsByStem(text), query, bridged, idf: mandates.idf };
      return strongest(scores, limit).map((at) => {
        const { id, name } = departments[at]!;
        const alike = near.filter(({ departmentId }) => departmentId === id);
        const usual = occasions.filter(({ departments: units }) => units.includes(name));
        return {
          id,
          score: Math.round((scores[at]! / certain) * 1000) / 1000,
          reasons: reasonsFor(mandates.passages[at]!, { ...evidence, alike, usual }),
        };
      });
    },
  };
}

/** Where nothing but words of every office is said, next to nothing is known. */
function tellingPart(said: readonly SaidWord[]): number {
  const telling = said.reduce((total, { weight, general }) => total + (general ? 0 : weight), 0);
  return Math.max(OF_EVERY_OFFICE, Math.min(1, telling));
}

/** What the usual units of occasions have for it: the usual lead most. */
function byOccasion(occasions: readonly Occasion[], places: ReadonlyMap<string, number>): Float64Array {
  const found = new Float64Array(places.size);
  for (const { departments, weight } of occasions)
    departments.forEach((name, rank) => {
      const at = places.get(name);
      if (at !== undefined) found[at]! += weight / (rank + 1);
    });
  return share(found).map((part) => OCCASIONS * part);
}

const sum = (a: Float64Array, b: Float64Array): Float64Array => a.map((score, at) => score + b[at]!);

/** Scores as parts of their sum. */
function share(scores: Float64Array): Float64Array {
  const total = scores.reduce((all, score) => all + score, 0);
  return scores.map((score) => (total > 0 ? score / total : 0));
}
