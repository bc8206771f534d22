import fc from 'fast-check';
import { SCORING } from '#config/scoring.js';
import { FACTORS, type FactorName, type Level } from '#issues/vocabulary.js';
import { atLeast, grade } from './grade.js';

const LEVELS = [1, 2, 3, 4, 5] as const;
const none = { impact: null, likelihood: null };

const rated = (
  levels: Partial<Record<FactorName, Level>>,
  proposed: Partial<Record<FactorName, Level>> = {},
) => ({
  factors: FACTORS.map((name) => ({
    name,
    value: levels[name] ?? 1,
    weight: SCORING.factors[name].weight,
    ...(proposed[name] && { proposed: proposed[name] }),
  })),
});
const everything = (level: Level) => rated(Object.fromEntries(FACTORS.map((name) => [name, level])));

describe('the grade', () => {
  it('tells how many points the score lacks for the next one', () => {
    const short = (level: Level) => grade(everything(level), none, SCORING).short;
    expect([short(1), short(2), short(3), short(4)]).toEqual([25, 20, 15, null]);
  });

  it('follows the thresholds of the score', () => {
    expect(grade(everything(1), none, SCORING)).toMatchObject({
      grade: 'low',
      reasons: ['점수 0점: 낮음(25점 미만)'],
    });
    expect(grade(everything(2), none, SCORING)).toMatchObject({ grade: 'moderate' });
    expect(grade(everything(3), none, SCORING)).toMatchObject({ grade: 'high' });
    expect(
      grade(rated({ safety: 3, reach: 5, budget: 5, council: 5, press: 5, persistence: 5 }), none, SCORING),
    ).toMatchObject({
      grade: 'high',
    });
    expect(grade(everything(4), none, SCORING)).toMatchObject({
      grade: 'critical',
      reasons: expect.arrayContaining([expect.stringContaining('75점')]),
    });
  });

  it.each([
    [{ safety: 5, imminence: 4 }, 'critical'],
    [{ safety: 5 }, 'high'],
    [{ safety: 4, imminence: 5 }, 'high'],
    [{ safety: 4, imminence: 3 }, 'low'],
    [{ legalAudit: 5 }, 'high'],
    [{ press: 5, council: 4 }, 'high'],
    [{ press: 5, council: 3 }, 'low'],
  ] as const)('does not let a sum hide a deadly factor: %j is %s', (levels, expected) => {
    expect(grade(rated(levels), none, SCORING).grade).toBe(expected);
  });

  it.each([
    [5, 4, 'critical'],
    [4, 3, 'high'],
    [2, 3, 'moderate'],
    [5, 1, 'low'],
  ] as const)(
    'takes the officer at their word: impact %i × likelihood %i is at least %s',
    (impact, likelihood, expected) => {
      expect(grade(everything(1), { impact, likelihood }, SCORING).grade).toBe(expected);
    },
  );

  it('needs both impact and likelihood for the grid', () => {
    expect(grade(everything(1), { impact: 5, likelihood: null }, SCORING).grade).toBe('low');
  });

  it('tells what it would be if a person confirmed what was proposed', () => {
    const asked = rated({ safety: 3, imminence: 4 }, { safety: 5 });
    expect(grade(asked, none, SCORING)).toEqual({
      grade: 'low',
      ifConfirmed: 'critical',
      short: 9.75,
      reasons: ['점수 15.25점: 낮음(25점 미만)', '확인 시 매우 높음: 시민 안전·생명 5단계'],
    });
  });

  it('never falls when a factor, impact or likelihood rises', () => {
    const levels = fc.tuple(...FACTORS.map(() => fc.constantFrom(...LEVELS)));
    const own = fc.option(fc.constantFrom(...LEVELS));
    fc.assert(
      fc.property(levels, own, own, fc.nat(FACTORS.length + 1), (values, impact, likelihood, which) => {
        const up = (level: Level | null) => (level === null ? null : (Math.min(5, level + 1) as Level));
        const record = (at: number) =>
          Object.fromEntries(FACTORS.map((name, i) => [name, i === at ? up(values[i]!)! : values[i]!]));
        const before = grade(rated(record(-1)), { impact, likelihood }, SCORING);
        const after = grade(
          rated(record(which)),
          {
            impact: which === FACTORS.length ? up(impact) : impact,
            likelihood: which === FACTORS.length + 1 ? up(likelihood) : likelihood,
          },
          SCORING,
        );
        expect(atLeast(after.grade, before.grade)).toBe(true);
        expect(atLeast(after.ifConfirmed, after.grade)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
