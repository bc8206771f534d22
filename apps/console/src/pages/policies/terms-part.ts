import type { PolicyTerms } from '../../api/types.js';

/** One part of the terms as it is read, or changed where there is `change`. */
export interface TermsPart {
  terms: PolicyTerms;
  change: ((part: Partial<PolicyTerms>) => void) | undefined;
  /** What is wrong at a path of the terms, e.g. `floors.0.when`. */
  errorOf: (path: string) => string | undefined;
}
