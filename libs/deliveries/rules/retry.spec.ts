import { SENDING } from '#config/sending.js';
import { isSpent, secondsToPause, secondsToRetry } from './retry.js';

const { webhook, circuit } = SENDING;
const retry = (attempts: number, random = 1, retryAfterSeconds: number | null = null): number =>
  secondsToRetry({ attempts, random, retryAfterSeconds }, webhook);
const pause = (failures: number, random = 1, retryAfterSeconds: number | null = null): number | null =>
  secondsToPause({ failures, random, retryAfterSeconds }, circuit);

describe('what failed', () => {
  it('waits twice as long each time at most, up to the longest, and anything from nothing to that', () => {
    expect([1, 2, 3, 4].map((n) => retry(n))).toEqual([1, 2, 4, 8].map((n) => n * webhook.first));
    expect(retry(40)).toBe(webhook.longest);
    expect([0, 0.25, 0.5].map((random) => retry(3, random))).toEqual([0, webhook.first, 2 * webhook.first]);
  });

  it('waits as long as its target asked, if that is longer, but never beyond the longest', () => {
    expect(retry(1, 0, 120)).toBe(120);
    expect(retry(8, 1, 120)).toBeGreaterThan(120);
    expect(retry(1, 0, 10 * webhook.longest)).toBe(webhook.longest);
  });

  it('is given up after so many tries, which take about three days', () => {
    expect([isSpent(webhook.attempts - 1, webhook), isSpent(webhook.attempts, webhook)]).toEqual([
      false,
      true,
    ]);
    const half = Array.from({ length: webhook.attempts - 1 }, (_, n) => retry(n + 1, 0.5));
    const days = half.reduce((sum, seconds) => sum + seconds, 0) / 86_400;
    expect(days).toBeGreaterThan(2.5);
    expect(days).toBeLessThan(4);
  });
});

describe('a target that fails', () => {
  it('is left alone from so many failures on, longer each time, with some chance in it', () => {
    expect(pause(circuit.opensAfter - 1)).toBeNull();
    expect([0, 1, 2].map((more) => pause(circuit.opensAfter + more))).toEqual(
      [1, 2, 4].map((n) => n * circuit.first),
    );
    expect(pause(circuit.opensAfter + 20)).toBe(circuit.longest);
    expect(pause(circuit.opensAfter, 0)).toBe(circuit.first / 2);
  });

  it('is left alone as long as it asks, at once, within bounds', () => {
    expect(pause(1, 1, 90)).toBe(90);
    expect(pause(1, 1, 100 * circuit.longestAsked)).toBe(circuit.longestAsked);
    expect(pause(circuit.opensAfter, 1, 1)).toBe(circuit.first);
  });
});
