import { SCORING, type ScoringPolicy } from '#config/scoring.js';
import type { FactorName, Grade, Level } from '#issues/vocabulary.js';
import type { Label } from '#platform/labels.js';

/** How a version is named, e.g. `2027-1`. */
export const POLICY_VERSION = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;

/**
 * What a version of the policy (평가기준) sets: grid, factors, weights, thresholds, floors, appetite. How evidence is read out of texts and
 * signals is the same in every version and stands in `config/scoring.ts`.
 */
export interface PolicyTerms {
  factors: { name: FactorName; weight: number; label: Label; anchors: Label[] }[];
  /** Points (0–100) from which a grade applies, heaviest first. */
  thresholds: { atLeast: number; grade: Grade }[];
  floors: { when: { factor: FactorName; level: Level }[]; grade: Grade; reason: string }[];
  grid: { impact: Label[]; likelihood: Label[]; bands: { atLeast: number; grade: Grade }[] };
  appetite: { usual: Grade; departments: { departmentId: string; grade: Grade }[] };
}

/** The terms of a policy, e.g. of the standard one to begin a version with. */
export function termsOf(policy: ScoringPolicy): PolicyTerms {
  const { factors, thresholds, floors, grid, appetite } = policy;
  return {
    factors: entries(factors).map(([name, { weight, label, anchors }]) => ({
      name,
      weight,
      label: { ...label },
      anchors: anchors.map((one) => ({ ...one })),
    })),
    thresholds: [...thresholds],
    floors: floors.map(({ when, grade, reason }) => ({
      when: entries(when).map(([factor, level]) => ({ factor, level: level! })),
      grade,
      reason,
    })),
    grid: { impact: [...grid.impact], likelihood: [...grid.likelihood], bands: [...grid.bands] },
    appetite: {
      usual: appetite.usual,
      departments: entries(appetite.departments).map(([departmentId, grade]) => ({ departmentId, grade })),
    },
  };
}

/** A version as the rules take it. */
export function policyOf(version: string, effectiveFrom: string, terms: PolicyTerms): ScoringPolicy {
  const factors = terms.factors.map(
    ({ name, weight, label, anchors }) =>
      [name, { ...SCORING.factors[name], weight, label, anchors: anchors as never }] as const,
  );
  return {
    ...SCORING,
    version,
    effectiveFrom,
    factors: Object.fromEntries(factors) as unknown as ScoringPolicy['factors'],
    thresholds: terms.thresholds,
    floors: terms.floors.map(({ when, grade, reason }) => ({
      when: Object.fromEntries(when.map(({ factor, level }) => [factor, level])),
      grade,
      reason,
    })),
    grid: terms.grid,
    appetite: {
      usual: terms.appetite.usual,
      departments: Object.fromEntries(
        terms.appetite.departments.map(({ departmentId, grade }) => [departmentId, grade]),
      ),
    },
  };
}

const entries = <T extends object>(object: T): [keyof T & string, T[keyof T]][] =>
  Object.entries(object) as never;
