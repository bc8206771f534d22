import { SCORING, type ScoringPolicy } from '#config/scoring.js';
import type { Tx } from '#platform/database.js';
import { policyOf, type PolicyTerms } from './terms.js';

/** What is activated never changes: once read, a version is known. */
const known = new Map<string, ScoringPolicy>();

/** The policy of today in Seoul: the version that took effect last, or the standard one while the office has none of its own. */
export async function policyInForce(tx: Tx): Promise<ScoringPolicy> {
  const [row] = await tx.query(IN_FORCE);
  if (!row) return SCORING;
  const policy = known.get(row.version) ?? (await activated(tx, row.version));
  known.set(row.version, policy);
  return policy;
}

async function activated(tx: Tx, version: string): Promise<ScoringPolicy> {
  const [row]: { terms: PolicyTerms; from: string }[] = await tx.query(
    'select terms, effective_from as from from policies where version = $1',
    [version],
  );
  return policyOf(version, row!.from, row!.terms);
}

const IN_FORCE = `
select version from policies where activated_at is not null and effective_from <= seoul_today()
order by effective_from desc, activated_at desc limit 1`;
