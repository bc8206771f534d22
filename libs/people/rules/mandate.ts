import type { Terms } from './bm25.js';
import { termsOf } from './terms.js';

/** A department as suggestions read it. */
export interface SuggestableDepartment {
  id: string;
  name: string;
  /** False: never proposed as lead. */
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
  label: '부서명' | '목표' | '지표';
  text: string;
  terms: Terms;
}

/** Name, goals and indicators of a department, in their order. */
export function passagesOf({ name, mandate }: SuggestableDepartment): MandatePassage[] {
  const passage = (label: MandatePassage['label'], text: string) => ({ label, text, terms: termsOf(text) });
  return [
    passage('부서명', name),
    ...mandate.flatMap(({ goal, indicators }) => [
      passage('목표', goal),
      ...indicators.map((text) => passage('지표', text)),
    ]),
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
