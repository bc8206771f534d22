import { OWN_WORK } from '#config/suggesting.js';
import { bm25, type Bm25, type Terms } from './bm25.js';
import { termsOf } from './terms.js';

/** A department as suggestions read it. */
export interface SuggestableDepartment {
  id: string;
  name: string;
  /** False: proposed as lead only where the text names it or its own work: independent bodies, offices of the mayor. */
  leadEligible: boolean;
  /** True: proposed in full only where the text names it: hospitals, museums, institutes. */
  ownWorkOnly: boolean;
  mandate: readonly { goal: string; indicators: readonly string[] }[];
}

/** An issue whose lead department an officer has confirmed. */
export interface ConfirmedLead {
  text: string;
  departmentId: string;
}

/** One thing a department is known by. */
export interface MandatePassage {
  label: '부서명' | '목표' | '지표' | '고유업무';
  text: string;
  terms: Terms;
}

/** What departments answer for, prepared for many texts. */
export interface Mandates extends Pick<Bm25, 'whole' | 'idf'> {
  /** Of each department, by its position. */
  passages: readonly MandatePassage[][];
  /** What each has of a query; units that lead only their own work have little or nothing of a text that does not name it. */
  rank(query: Terms, text: string): Float64Array;
}

// What a hospital, museum or institute has of a text that does not name it. Tuned as the numbers in `suggest-departments.ts` are.
const NOT_ITS_OWN = 0.3;

export function mandatesOf(departments: readonly SuggestableDepartment[]): Mandates {
  const own = departments.flatMap(ownWorkOf);
  const more = new Map(own.map(({ at, words }) => [at, words.slice(1)]));
  const passages = departments.map((department, at) => passagesOf(department, more.get(at)));
  const { rank, whole, idf } = bm25(passages.map(together));
  return {
    passages,
    whole,
    idf,
    rank(query, text) {
      const scores = rank(query);
      const named = text.normalize('NFC');
      for (const { at, words, otherwise } of own)
        if (!words.some((word) => named.includes(word))) scores[at]! *= otherwise;
      return scores;
    },
  };
}

/** Name, goals and indicators of a department, in their order, then what is its own work. */
export function passagesOf(
  { name, mandate }: SuggestableDepartment,
  own: readonly string[] = [],
): MandatePassage[] {
  const passage = (label: MandatePassage['label'], text: string) => ({ label, text, terms: termsOf(text) });
  return [
    passage('부서명', name),
    ...mandate.flatMap(({ goal, indicators }) => [
      passage('목표', goal),
      ...indicators.map((text) => passage('지표', text)),
    ]),
    ...(own.length > 0 ? [passage('고유업무', own.join('·'))] : []),
  ];
}

/** What several passages say together; a term said twice weighs twice. */
export function together(passages: readonly MandatePassage[]): Terms {
  const all = new Map<string, number>();
  for (const { terms } of passages) {
    for (const [term, weight] of terms) all.set(term, (all.get(term) ?? 0) + weight);
  }
  return all;
}

interface OwnWork {
  /** Place of the department. */
  at: number;
  /** Its name as people write it, then other words for it. */
  words: readonly string[];
  /** What its mandate says where none of them is said. */
  otherwise: number;
}

/** Nothing for a department that may lead anything. */
function ownWorkOf({ name, leadEligible, ownWorkOnly }: SuggestableDepartment, at: number): OwnWork[] {
  if (leadEligible && !ownWorkOnly) return [];
  const more: readonly string[] = (OWN_WORK as Record<string, readonly string[]>)[name] ?? [];
  return [
    { at, words: [name.replace(/^(서울|시립)/u, ''), ...more], otherwise: leadEligible ? NOT_ITS_OWN : 0 },
  ];
}
