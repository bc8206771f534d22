import { strongest } from './strongest.js';

const of = (scores: number[], most: number): number[] => strongest(Float64Array.from(scores), most);

describe('the strongest', () => {
  it('come greatest first, the earlier of equals first, and nothing that has no score', () => {
    expect(of([1, 3, 0, 2, 3], 3)).toEqual([1, 4, 3]);
    expect(of([1, 3, 0, 2, 3], 9)).toEqual([1, 4, 3, 0]);
    expect(of([2, 2, 2], 2)).toEqual([0, 1]);
    expect(of([0, 0], 2)).toEqual([]);
    expect(of([], 2)).toEqual([]);
    expect(strongest(Float64Array.of(1, 3, 2, 4), 2, { counts: (at) => at !== 3 })).toEqual([1, 2]);
    expect(strongest(Float64Array.of(1, 3, 2, 4), 9, { above: 2 })).toEqual([3, 1]);
  });

  it('are what sorting everything finds', () => {
    const scores = Array.from({ length: 500 }, (_, i) => (i * 7919) % 101);
    const sorted = scores
      .map((score, at) => ({ score, at }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || a.at - b.at);
    expect(of(scores, 24)).toEqual(sorted.slice(0, 24).map(({ at }) => at));
  });
});
