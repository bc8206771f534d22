import type { FeedPolicy } from '#config/feeds.js';
import type { FeedState } from '../vocabulary.js';

export interface Polled {
  intervalMinutes: number;
  /** In a row, this one included; 0 when it went well. */
  failures: number;
  /** What the server asked for, in seconds. */
  retryAfterSeconds: number | null;
  /** 0 to 1. */
  random: number;
}

/**
 * Seconds until a feed is polled again. What fails is asked ever less often, at the least once a day; who asks to be left alone
 * (`Retry-After`) is, for at most a day.
 */
export function secondsToNextPoll(
  { intervalMinutes, failures, retryAfterSeconds, random }: Polled,
  { jitter, longestIntervalMinutes }: FeedPolicy,
): number {
  const longest = longestIntervalMinutes * 60;
  const doubled = Math.min(intervalMinutes * 60 * 2 ** Math.max(0, failures - 1), longest);
  const spread = failures ? 0.5 + random / 2 : 1 + jitter * (2 * random - 1);
  return Math.round(Math.max(doubled * spread, Math.min(retryAfterSeconds ?? 0, longest)));
}

export const standingAfter = (failures: number, { deadAfter }: FeedPolicy): FeedState =>
  failures === 0 ? 'ok' : failures < deadAfter ? 'failing' : 'dead';
