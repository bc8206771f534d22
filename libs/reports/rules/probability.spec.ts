import fc from 'fast-check';
import { OUTLOOK } from '#config/outlook.js';
import { GRADES } from '#issues/vocabulary.js';
import { REASON_KINDS } from '#reports/vocabulary.js';
import { correctionOf, forecast, type Experience, type Known } from './probability.js';

const kinds = fc.constantFrom(...REASON_KINDS);
const anything: fc.Arbitrary<Known> = fc.record({
  kind: kinds,
  dayKnown: fc.boolean(),
  recent: fc.nat(40),
  before: fc.nat(40),
  anniversary: fc.boolean(),
  overdue: fc.boolean(),
  grade: fc.constantFrom(...GRADES),
  likelihood: fc.option(fc.integer({ min: 1, max: 5 })),
});
const history = fc.array(
  fc.record({
    kind: kinds,
    uncorrected: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    surfaced: fc.boolean(),
  }),
  { maxLength: 60 },
);
const plain: Known = {
  kind: 'dated',
  dayKnown: false,
  recent: 1,
  before: 1,
  anniversary: false,
  overdue: false,
  grade: 'moderate',
  likelihood: null,
};

describe('the probability that an issue surfaces', () => {
  it('is never claimed to be certain, and comes in steps of five per cent', () => {
    fc.assert(
      fc.property(anything, history, (known, experience) => {
        const { probability } = forecast(known, experience);
        expect(probability).toBeGreaterThanOrEqual(OUTLOOK.lowest);
        expect(probability).toBeLessThanOrEqual(OUTLOOK.highest);
        expect(Math.abs(probability * 20 - Math.round(probability * 20))).toBeLessThan(1e-9);
      }),
    );
  });

  it('never falls where more speaks for it', () => {
    const more: ((known: Known) => Known)[] = [
      (known) => ({ ...known, dayKnown: true }),
      (known) => ({ ...known, recent: known.recent + 1 }),
      (known) => ({ ...known, anniversary: true }),
      (known) => ({ ...known, overdue: true }),
      (known) => ({ ...known, likelihood: Math.min(5, (known.likelihood ?? 3) + 1) }),
      (known) => ({ ...known, grade: GRADES[Math.max(0, GRADES.indexOf(known.grade) - 1)]! }),
    ];
    fc.assert(
      fc.property(anything, history, fc.constantFrom(...more), (known, experience, add) => {
        expect(forecast(add(known), experience).probability).toBeGreaterThanOrEqual(
          forecast(known, experience).probability,
        );
      }),
    );
  });

  it('explains itself: base rate and evidence add up to it', () => {
    fc.assert(
      fc.property(anything, (known) => {
        const { base, evidence, uncorrected } = forecast(known);
        const odds = Math.log(base / (1 - base)) + evidence.reduce((sum, { change }) => sum + change, 0);
        expect(uncorrected).toBeCloseTo(1 / (1 + Math.exp(-odds)), 9);
      }),
    );
  });

  it('follows the reason: what runs out or has a date before what merely trends', () => {
    const of = (kind: Known['kind']) => forecast({ ...plain, kind }).probability;
    expect(of('expiry')).toBeGreaterThan(of('trend'));
    expect(of('anniversary')).toBeGreaterThan(of('trend'));
    expect(of('dated')).toBeGreaterThan(of('judgement'));
  });

  it('does not count the same month of earlier years twice', () => {
    const kind = 'anniversary';
    expect(forecast({ ...plain, kind, anniversary: true })).toEqual(forecast({ ...plain, kind }));
  });
});

describe('experience', () => {
  const seen = (surfaced: number, of: number, uncorrected: number): Experience[] =>
    Array.from({ length: of }, (_, i) => ({ kind: 'dated', uncorrected, surfaced: i < surfaced }));

  it('says nothing before there is any, nor of other kinds', () => {
    expect(correctionOf('dated', [])).toBe(0);
    expect(correctionOf('season', seen(9, 9, 0.5))).toBe(0);
  });

  it('leaves alone what came as foreseen', () => {
    expect(correctionOf('dated', seen(5, 10, 0.5))).toBeCloseTo(0, 9);
  });

  it('pulls towards what came, a little after one month, far after years, never beyond', () => {
    const after = (n: number) => forecast({ ...plain, recent: 0 }, seen(0, n, 0.48)).probability;
    expect(after(1)).toBeGreaterThanOrEqual(0.4);
    expect(after(1)).toBeGreaterThan(after(30));
    expect(after(30)).toBeLessThan(0.2);
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (yes, no, p) => {
        fc.pre(yes + no > 0);
        const shift = correctionOf('dated', seen(yes, yes + no, p));
        const moved = 1 / (1 + Math.exp(-(Math.log(p / (1 - p)) + shift)));
        const rate = yes / (yes + no);
        expect(moved).toBeGreaterThanOrEqual(Math.min(p, rate) - 1e-9);
        expect(moved).toBeLessThanOrEqual(Math.max(p, rate) + 1e-9);
      }),
    );
  });
});
