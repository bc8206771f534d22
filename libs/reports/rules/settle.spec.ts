import fc from 'fast-check';
import { OUTCOMES } from '#issues/vocabulary.js';
import { RESULTS } from '#reports/vocabulary.js';
import { brier, propose, surfacedAs, type Course } from './settle.js';

const quiet: Course = { outcome: null, signals: 0, before: 0, measures: false, over: true };

describe('the result proposed for a foreseen issue', () => {
  it.each([
    ['occurred', 'occurred'],
    ['spread', 'occurred'],
    ['crisis', 'occurred'],
    ['prevented', 'prevented'],
    ['eased', 'eased'],
    ['did-not-occur', 'did-not-occur'],
    ['ended', 'did-not-occur'],
    ['not-ours', 'did-not-occur'],
    ['not-a-risk', 'did-not-occur'],
  ] as const)('of one closed as %s is %s, whatever the signals say', (outcome, result) => {
    expect(propose({ ...quiet, outcome, signals: 9 })).toEqual({ result, basis: 'outcome' });
  });

  it('follows the signals of the month where nothing was closed, or it goes on elsewhere', () => {
    for (const outcome of [null, 'long-term', 'duplicate'] as const) {
      const course = { ...quiet, outcome, signals: 4, before: 1 };
      expect(propose(course)).toEqual({ result: 'occurred', basis: 'signals' });
      expect(propose({ ...course, measures: true })).toEqual({ result: 'eased', basis: 'signals' });
    }
  });

  it('does not take what is always spoken of for surfacing', () => {
    expect(propose({ ...quiet, signals: 40, before: 30 }).result).toBe('did-not-occur');
    expect(propose({ ...quiet, signals: 2 }).result).toBe('did-not-occur');
  });

  it('counts as prevented only where measures were answered and nothing came', () => {
    expect(propose({ ...quiet, measures: true })).toEqual({ result: 'prevented', basis: 'measures' });
  });

  it('is none before the month is over, unless something is settled already', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OUTCOMES, null),
        fc.nat(9),
        fc.nat(9),
        fc.boolean(),
        (outcome, signals, before, measures) => {
          const { result, basis } = propose({ outcome, signals, before, measures, over: false });
          expect(result === null).toBe(basis === 'running');
          expect(['measures', 'nothing']).not.toContain(basis);
        },
      ),
    );
  });
});

describe('the Brier score', () => {
  it('is 0 for certain and right, 1 for certain and wrong, a quarter for always saying half', () => {
    expect(
      brier([
        { probability: 1, result: 'occurred' },
        { probability: 0, result: 'did-not-occur' },
      ]),
    ).toEqual({ score: 0, count: 2 });
    expect(brier([{ probability: 0, result: 'eased' }])).toEqual({ score: 1, count: 1 });
    expect(brier(RESULTS.map((result) => ({ probability: 0.5, result })))).toEqual({ score: 0.25, count: 3 });
  });

  it('leaves out what was prevented, is open, or was never foreseen with a probability', () => {
    expect(surfacedAs('prevented')).toBeNull();
    expect(
      brier([
        { probability: 0.9, result: 'prevented' },
        { probability: 0.9, result: null },
        { probability: null, result: 'occurred' },
      ]),
    ).toBeNull();
  });

  it('lies between 0 and 1 and is smallest for the rate that came', () => {
    const results = fc.array(fc.constantFrom('occurred' as const, 'did-not-occur' as const), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(results, fc.double({ min: 0, max: 1, noNaN: true }), (came, p) => {
        const rate = came.filter((one) => one === 'occurred').length / came.length;
        const of = (probability: number) => brier(came.map((result) => ({ probability, result })))!.score;
        expect(of(p)).toBeGreaterThanOrEqual(of(rate) - 0.001);
        expect(of(p)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
