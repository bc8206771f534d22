import fc from 'fast-check';
import { briefAlternatives } from './brief-alternatives.js';

const alternative = fc.record({
  horizon: fc.constantFrom('short' as const, 'long' as const, 'none' as const, null),
  recommended: fc.boolean(),
});

describe('the brief alternatives', () => {
  it('are at most three, in their order, as many as there are', () => {
    fc.assert(
      fc.property(fc.array(alternative, { maxLength: 8 }), (all) => {
        const brief = briefAlternatives(all);
        expect(brief).toHaveLength(Math.min(3, all.length));
        expect(brief.map((one) => all.indexOf(one))).toEqual(brief.map((one) => all.indexOf(one)).toSorted());
      }),
    );
  });

  it('always hold one that is recommended, and one of each kind where there is room', () => {
    fc.assert(
      fc.property(fc.array(alternative, { maxLength: 8 }), (all) => {
        const brief = briefAlternatives(all);
        expect(brief.some((one) => one.recommended)).toBe(all.some((one) => one.recommended));
        const kinds = new Set(all.flatMap(({ horizon }) => horizon ?? []));
        if (all.every(({ horizon }) => horizon))
          expect(new Set(brief.map(({ horizon }) => horizon)).size).toBe(kinds.size);
      }),
    );
  });
});
