import fc from 'fast-check';
import { CHANNELS } from '#issues/vocabulary.js';
import { RESULTS, SURPRISES } from '#reports/vocabulary.js';
import { tally, tallyByChannel } from './tally.js';

const results = fc.constantFrom(...RESULTS, null);
const entries = fc.array(
  fc.record({
    channel: fc.constantFrom(...CHANNELS),
    probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    proposed: results,
    result: results,
  }),
);
const surprises = fc.array(
  fc.record({ channel: fc.constantFrom(...CHANNELS), result: fc.constantFrom(...SURPRISES, null) }),
);

describe('the counts of a month', () => {
  it('tell of every entry once', () => {
    fc.assert(
      fc.property(entries, surprises, (all, others) => {
        const counts = tally(all, others);
        expect(RESULTS.reduce((sum, result) => sum + counts[result], counts.open)).toBe(all.length);
        expect(counts.confirmed).toBe(all.filter(({ result }) => result).length);
      }),
    );
  });

  it('are the sum of the channels', () => {
    fc.assert(
      fc.property(entries, surprises, (all, others) => {
        const whole = tally(all, others);
        const parts = tallyByChannel(all, others);
        for (const field of ['total', 'occurred', 'prevented', 'open', 'confirmed', 'unforeseen'] as const)
          expect(parts.reduce((sum, part) => sum + part[field], 0)).toBe(whole[field]);
        expect(parts.reduce((sum, part) => sum + (part.brier?.count ?? 0), 0)).toBe(whole.brier?.count ?? 0);
      }),
    );
  });

  it('go by what an officer settled, else by what is proposed, and score only what is settled', () => {
    const entry = { channel: 'press', probability: 0.8 } as const;
    const counts = tally(
      [
        { ...entry, proposed: 'did-not-occur', result: 'occurred' },
        { ...entry, proposed: 'did-not-occur', result: null },
        { ...entry, proposed: 'occurred', result: 'prevented' },
      ],
      [
        { channel: 'press', result: null },
        { channel: 'press', result: 'dismissed' },
      ],
    );
    expect(counts).toMatchObject({
      occurred: 1,
      'did-not-occur': 1,
      prevented: 1,
      unforeseen: 1,
      confirmed: 2,
    });
    expect(counts.brier).toEqual({ score: 0.04, count: 1 });
  });
});
