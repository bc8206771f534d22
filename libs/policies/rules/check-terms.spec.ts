import { SCORING } from '#config/scoring.js';
import { policyOf, termsOf, type PolicyTerms } from '../terms.js';
import { checkTerms } from './check-terms.js';

const with_ = (more: Partial<PolicyTerms>): PolicyTerms => ({ ...termsOf(SCORING), ...more });
const said = (more: Partial<PolicyTerms>): string[] =>
  checkTerms(with_(more)).map(({ path, message }) => `${path} ${message}`);

describe('the terms of a policy', () => {
  it('are those of the standard policy, there and back again', () => {
    const terms = termsOf(SCORING);
    expect(checkTerms(terms)).toEqual([]);
    expect(policyOf(SCORING.version, SCORING.effectiveFrom, terms)).toEqual(SCORING);
    expect(JSON.parse(JSON.stringify(terms))).toEqual(terms);
  });

  it('weigh all ten factors, to a hundred', () => {
    const { factors } = termsOf(SCORING);
    expect(said({ factors: factors.slice(1) })).toEqual(['factors missing|safety']);
    const heavier = factors.map((one) => (one.name === 'press' ? { ...one, weight: one.weight + 3 } : one));
    expect(said({ factors: heavier })).toEqual(['factors hundred|103']);
    expect(said({ factors: [...factors, factors[0]!] })).toContain('factors twice');
    const short = factors.map((one, i) => (i ? one : { ...one, anchors: one.anchors.slice(1) }));
    expect(said({ factors: short })).toEqual(['factors.0.anchors exactly|5']);
  });

  it('step down from grade to grade', () => {
    const steps = [
      { atLeast: 60, grade: 'critical' },
      { atLeast: 60, grade: 'high' },
      { atLeast: 20, grade: 'moderate' },
    ] as const;
    expect(said({ thresholds: [...steps] })).toEqual(['thresholds.1.atLeast descending']);
    expect(said({ thresholds: steps.slice(0, 2) })).toEqual(['thresholds steps|critical, high, moderate']);
  });

  it('say everything that is wrong at once', () => {
    const grid = { ...termsOf(SCORING).grid, impact: [] };
    const floors = [{ when: [], grade: 'high' as const, reason: '조건 없음' }];
    expect(said({ grid, floors })).toEqual(['floors.0.when required', 'grid.impact exactly|5']);
  });
});
