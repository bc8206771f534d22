import type { ReasonKind } from '#reports/vocabulary.js';

/**
 * How likely an expected issue is to surface in its month *if nothing is done*. Base rates by the kind of its first reason, and
 * what evidence adds, in log-odds. Judgement of practice, not measured: what came of earlier months corrects it by kind
 * (`trust`), and the Brier score says how good it is.
 */
export const OUTLOOK = {
  version: '2026-1',
  /** 작년 이맘때 and 만료일 beat a mere trend (practice.md 2.4). */
  baseRates: {
    expiry: 0.6,
    dated: 0.55,
    anniversary: 0.55,
    season: 0.45,
    trend: 0.4,
    judgement: 0.3,
  } satisfies Record<ReasonKind, number>,
  /** Log-odds: 0.4 moves 50 % to 60 %. */
  evidence: {
    /** The day itself is known and lies in the month. */
    dayKnown: 0.4,
    signals: { rising: 0.7, some: 0.2, none: -0.3 },
    /** The like surfaced in the same month of an earlier year, where that is not the first reason already. */
    anniversary: 0.5,
    /** A department owes its answer: what should keep it from happening is late. */
    overdue: 0.3,
    grade: { critical: 0.4, high: 0.2, moderate: 0, low: -0.4 },
    /** For each level above 3 that an officer gave as likelihood (발생 가능성); below 3 as much less. */
    perLevel: 0.5,
  },
  /** Signals of the last four weeks that count as rising, and how many times those of the four before. */
  rising: { fewest: 3, times: 2 },
  /** Settled forecasts of a kind that weigh as much as the base rate itself. */
  trust: 10,
  lowest: 0.05,
  highest: 0.95,
  /** Shown in steps of this: more would be false precision. */
  step: 0.05,
} as const;
