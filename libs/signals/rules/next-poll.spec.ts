import fc from 'fast-check';
import { FEED_POLICY } from '#config/feeds.js';
import { retryAfter } from '#platform/retry-after.js';
import { secondsToNextPoll, standingAfter } from './next-poll.js';

const DAY = 86_400;
const polled = fc.record({
  intervalMinutes: fc.integer({ min: 5, max: 1440 }),
  failures: fc.nat(2000),
  retryAfterSeconds: fc.option(fc.nat(10_000_000)),
  random: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('the next poll of a feed', () => {
  it('comes after its interval, a little sooner or later', () => {
    const well = { intervalMinutes: 30, failures: 0, retryAfterSeconds: null };
    expect(secondsToNextPoll({ ...well, random: 0.5 }, FEED_POLICY)).toBe(1800);
    expect(secondsToNextPoll({ ...well, random: 0 }, FEED_POLICY)).toBe(1620);
    expect(secondsToNextPoll({ ...well, random: 1 }, FEED_POLICY)).toBe(1980);
  });

  it('comes ever later while it fails, and never much later than a day', () => {
    const waits = [1, 2, 3, 8, 2000].map((failures) =>
      secondsToNextPoll({ intervalMinutes: 30, failures, retryAfterSeconds: null, random: 1 }, FEED_POLICY),
    );
    expect(waits).toEqual([1800, 3600, 7200, DAY, DAY]);
    fc.assert(
      fc.property(polled, (one) => {
        const wait = secondsToNextPoll(one, FEED_POLICY);
        expect(wait).toBeGreaterThanOrEqual(Math.min(one.retryAfterSeconds ?? 0, DAY));
        expect(wait).toBeGreaterThanOrEqual(one.intervalMinutes * 30);
        expect(wait).toBeLessThanOrEqual(DAY * (1 + FEED_POLICY.jitter));
      }),
    );
  });

  it('is as far off as the server asks', () => {
    expect(retryAfter('120', 0)).toBe(120);
    expect(retryAfter('Mon, 23 Nov 2026 00:10:00 GMT', Date.UTC(2026, 10, 23))).toBe(600);
    expect(retryAfter('Mon, 23 Nov 2020 00:10:00 GMT', Date.UTC(2026, 10, 23))).toBe(0);
    for (const odd of [undefined, '', 'soon', '-5', '1e9']) expect(retryAfter(odd, 0)).toBeNull();
  });

  it('comes for a feed that is not given up on before a day of failures', () => {
    const states = [0, 1, 7, 8, 9].map((failures) => standingAfter(failures, FEED_POLICY));
    expect(states).toEqual(['ok', 'failing', 'failing', 'dead', 'dead']);
  });
});
