import { SCORING } from '#config/scoring.js';
import { termsOf } from '#policies/terms.js';
import type { Page, Policy, PolicyTerms } from './types.js';
import { useMay, useRead } from './queries.js';

type Shown = Pick<PolicyTerms, 'grid' | 'factors'>;

/** What stands until the office's own version has been read, and for whom it is not readable. */
const STANDARD: Shown = termsOf(SCORING);

/** The terms of a version of the policy, e.g. of the one that an assessment was made by; without one, of the version in force. */
export function useTerms(version?: string | null): Shown {
  const may = useMay();
  const readable = may('GET /policies');
  const named = useRead<Policy>(readable && version ? `/policies/${version}` : null);
  const all = useRead<Page<Policy>>(readable && !version ? '/policies' : null);
  const policy = named.data ?? all.data?.items.find(({ state }) => state === 'in-force');
  return policy?.terms ?? STANDARD;
}

export const factorIn = ({ factors }: Shown, name: string) => factors.find((one) => one.name === name);
