import { missedInARow, type Asked } from './silence.js';

const day = (n: number): Date => new Date(Date.UTC(2026, 10, n));
const asked = (delivered: number, reacted: number | null, by: number | null = delivered + 1): Asked => ({
  deliveredAt: day(delivered),
  acknowledgeBy: by === null ? null : day(by),
  reactedAt: reacted === null ? null : day(reacted),
});
const NOW = day(20);

describe('a department is silent', () => {
  it.each<[string, Asked[], number]>([
    ['never asked', [], 0],
    ['all confirmed in time', [asked(2, 3), asked(4, 5)], 0],
    ['the newest three not confirmed', [asked(2, 3), asked(4, null), asked(6, null), asked(8, null)], 3],
    ['one confirmed in time breaks the row', [asked(4, null), asked(6, 7), asked(8, null)], 1],
    ['one confirmed late does not', [asked(4, null), asked(6, 9), asked(8, null)], 3],
    ['all late, and none left: late is not silent', [asked(4, 9), asked(6, 9), asked(8, 12)], 0],
    ['what may still be confirmed says nothing', [asked(4, null), asked(19, null, 21)], 1],
    ['what is confirmed at leisure says nothing', [asked(4, null, null), asked(6, null, null)], 0],
  ])('%s', (_, requests, missed) => {
    expect(missedInARow(requests, NOW)).toBe(missed);
    expect(missedInARow(requests.toReversed(), NOW)).toBe(missed);
  });
});
