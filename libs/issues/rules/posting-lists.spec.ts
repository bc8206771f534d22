import fc from 'fast-check';
import { PostingLists } from './posting-lists.js';

describe('posting lists', () => {
  it('raise exactly the slots that were noted, however far apart and however many', () => {
    const note = fc.record({ key: fc.nat({ max: 3 }), gap: fc.constantFrom(1, 2, 127, 128, 300, 20_000) });
    fc.assert(
      fc.property(fc.array(note, { maxLength: 400 }), (notes) => {
        const lists = new PostingLists(4);
        const wanted = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()];
        let slot = -1;
        for (const { key, gap } of notes) {
          slot += gap;
          lists.append(key, slot);
          wanted[key]!.add(slot);
        }
        for (const [key, slots] of wanted.entries()) {
          const scores = new Float64Array(slot + 1);
          lists.raise(key, scores, 1);
          expect(lists.count(key)).toBe(slots.size);
          expect(scores.reduce((sum, one) => sum + one, 0)).toBe(slots.size);
          expect([...slots].every((one) => scores[one] === 1)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('take a byte or two for each slot', () => {
    const lists = new PostingLists(16);
    for (let slot = 0; slot < 1_000_000; slot += 1) lists.append(slot % 16, slot);
    expect(lists.bytes).toBeLessThan(2_500_000);
  });
});
