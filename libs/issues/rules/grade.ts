import { GRADES, type FactorName, type Grade, type Level } from '#issues/vocabulary.js';
import type { ScoringPolicy } from '#config/scoring.js';
import type { Scored } from './score.js';

export interface Graded {
  grade: Grade;
  /** Every rule that spoke, in Korean; the first is the score. */
  reasons: string[];
  /** The grade should a person confirm every proposed level. */
  ifConfirmed: Grade;
  /** Points that the score lacks for the next heavier grade; null where there is none. */
  short: number | null;
}

type Factors = readonly Pick<Scored['factors'][number], 'name' | 'value' | 'weight' | 'proposed'>[];
type Verdict = { grade: Grade; reason: string };

/**
 * The grade of a scored issue: the heaviest of the score's threshold, the floors and, where the officer gave both, the grid of
 * impact × likelihood. Raising any level never lowers it (`config/scoring.ts`).
 */
export function grade(
  scored: { factors: Factors },
  own: { impact?: number | null; likelihood?: number | null },
  policy: ScoringPolicy,
): Graded {
  const now = verdicts(scored.factors, own, policy);
  const confirmed = scored.factors.map((factor) => ({ ...factor, value: factor.proposed ?? factor.value }));
  const then = heaviest(verdicts(confirmed, own, policy));
  const result = heaviest(now);
  const asked = scored.factors.filter((factor) => factor.proposed);
  const reasons = now.map((one) => one.reason);
  if (then !== result) {
    const names = asked.map(({ name, proposed }) => `${policy.factors[name].label.ko} ${proposed}단계`);
    reasons.push(`확인 시 ${policy.grades[then].ko}: ${names.join(', ')}`);
  }
  return { grade: result, reasons, ifConfirmed: then, short: shortOf(heavierThan(result), scored, policy) };
}

/** Whether a weighs at least as much as b. */
export function atLeast(a: Grade, b: Grade): boolean {
  return GRADES.indexOf(a) <= GRADES.indexOf(b);
}

/** The next heavier grade. */
export function heavierThan(one: Grade): Grade | undefined {
  return GRADES[GRADES.indexOf(one) - 1];
}

function shortOf(heavier: Grade | undefined, { factors }: { factors: Factors }, policy: ScoringPolicy) {
  const threshold = policy.thresholds.find((step) => step.grade === heavier)?.atLeast;
  return threshold === undefined ? null : threshold - pointsOf(factors);
}

const pointsOf = (factors: Factors): number =>
  factors.reduce((sum, { weight, value }) => sum + (weight * (value - 1)) / 4, 0);

function verdicts(
  factors: Factors,
  { impact, likelihood }: { impact?: number | null; likelihood?: number | null },
  policy: ScoringPolicy,
): Verdict[] {
  const label = (value: Grade) => policy.grades[value].ko;
  const points = pointsOf(factors);
  const byScore = policy.thresholds.find((step) => points >= step.atLeast);
  const from = byScore ? `${byScore.atLeast}점 이상` : `${policy.thresholds.at(-1)?.atLeast}점 미만`;
  const found: Verdict[] = [
    {
      grade: byScore?.grade ?? 'low',
      reason: `점수 ${points}점: ${label(byScore?.grade ?? 'low')}(${from})`,
    },
  ];
  const levels = Object.fromEntries(factors.map(({ name, value }) => [name, value]));
  for (const floor of policy.floors) {
    const met = (Object.entries(floor.when) as [FactorName, Level][]).every(
      ([name, level]) => (levels[name] ?? 1) >= level,
    );
    if (met) found.push({ grade: floor.grade, reason: `${floor.reason}: ${label(floor.grade)} 이상` });
  }
  if (impact != null && likelihood != null) {
    const product = impact * likelihood;
    const band = policy.grid.bands.find((step) => product >= step.atLeast)?.grade ?? 'low';
    const reason = `영향도 ${impact} × 발생 가능성 ${likelihood} = ${product}: ${label(band)}`;
    found.push({ grade: band, reason });
  }
  return found;
}

function heaviest(found: readonly Verdict[]): Grade {
  return GRADES.find((one) => found.some((verdict) => verdict.grade === one)) ?? 'low';
}
