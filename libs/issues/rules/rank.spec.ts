import fc from 'fast-check';
import { GRADES, PLACES } from '#issues/vocabulary.js';
import { ahead, rank, type Rankable } from './rank.js';

const TODAY = '2026-11-23';
const issue = (more: Partial<Rankable> = {}): Rankable => ({
  grade: 'moderate',
  score: 30,
  expectedMonth: null,
  dueOn: null,
  waits: false,
  aboveAppetite: false,
  placed: null,
  ...more,
});
const any = fc.record({
  grade: fc.constantFrom(null, ...GRADES),
  score: fc.option(fc.integer({ min: 0, max: 100 })),
  expectedMonth: fc.constantFrom(null, '2026-05', '2026-11', '2026-12', '2027-01', '2027-06'),
  dueOn: fc.constantFrom(null, '2026-11-01', '2026-11-23', '2026-11-30', '2027-02-01'),
  waits: fc.boolean(),
  aboveAppetite: fc.boolean(),
  placed: fc.constantFrom(null, ...PLACES),
});

describe('the queue', () => {
  it('tells what puts an issue where it is', () => {
    const { points, parts } = rank(
      issue({ grade: 'high', dueOn: '2026-11-20', expectedMonth: '2026-12', waits: true, score: 52 }),
      TODAY,
    );
    expect(parts).toEqual([
      { reason: 'grade', points: 3000 },
      { reason: 'overdue', points: 250 },
      { reason: 'expected', points: 150 },
      { reason: 'waits', points: 150 },
      { reason: 'score', points: 52 },
    ]);
    expect(points).toBe(3602);
  });

  it('puts the nearer deadline and the nearer month first', () => {
    const points = (more: Partial<Rankable>) => rank(issue(more), TODAY).points;
    expect(points({ dueOn: '2026-11-24' })).toBeGreaterThan(points({ dueOn: '2026-12-01' }));
    expect(points({ dueOn: '2026-11-22' })).toBeGreaterThan(points({ dueOn: '2026-11-23' }));
    expect(points({ expectedMonth: '2026-11' })).toBeGreaterThan(points({ expectedMonth: '2026-12' }));
    expect(points({ expectedMonth: '2027-06' })).toBe(points({}));
  });

  it('never lets a lighter grade pass a heavier one, unless somebody placed it', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [first, second] = [
          { ...a, id: 'a', points: rank(a, TODAY).points },
          { ...b, id: 'b', points: rank(b, TODAY).points },
        ];
        if (a.placed !== b.placed || !a.grade || !b.grade || a.grade === b.grade) return;
        const heavier = GRADES.indexOf(a.grade) < GRADES.indexOf(b.grade);
        expect(ahead(first, second) < 0).toBe(heavier);
      }),
    );
  });

  it('is one order for all: parts add up, the same input gives the same place', () => {
    fc.assert(
      fc.property(any, (one) => {
        const ranked = rank(one, TODAY);
        expect(ranked.parts.reduce((sum, { points }) => sum + points, 0)).toBe(ranked.points);
        expect(rank(one, TODAY)).toEqual(ranked);
      }),
    );
    const place = (placed: Rankable['placed'], id: string) => ({ placed, id, points: 1 });
    expect(
      [place('last', 'a'), place(null, 'c'), place(null, 'b'), place('first', 'd')]
        .toSorted(ahead)
        .map(({ id }) => id),
    ).toEqual(['d', 'b', 'c', 'a']);
  });
});
