import type { RetryPolicy, SendingPolicy } from '#config/sending.js';

export interface Tried {
  /** Since it was first sent, or sent again by hand; this one included. */
  attempts: number;
  /** What the target asked for. */
  retryAfterSeconds: number | null;
  /** 0 to 1. */
  random: number;
}

/** Seconds until it is tried again: exponential with full jitter, so that what failed together does not come back together. */
export function secondsToRetry(
  { attempts, retryAfterSeconds, random }: Tried,
  { first, longest }: Pick<RetryPolicy, 'first' | 'longest'>,
): number {
  const most = Math.min(first * 2 ** Math.max(0, attempts - 1), longest);
  return Math.max(random * most, Math.min(retryAfterSeconds ?? 0, longest));
}

/** Whether it is given up. */
export const isSpent = (attempts: number, policy: Pick<RetryPolicy, 'attempts'>): boolean =>
  attempts >= policy.attempts;

export interface Failing {
  /** In a row. */
  failures: number;
  retryAfterSeconds: number | null;
  random: number;
}

/** Seconds for which a failing target is left alone; null while it is not. */
export function secondsToPause(
  { failures, retryAfterSeconds, random }: Failing,
  { opensAfter, first, longest, longestAsked }: SendingPolicy['circuit'],
): number | null {
  const asked = retryAfterSeconds === null ? null : Math.min(retryAfterSeconds, longestAsked);
  if (failures < opensAfter) return asked;
  const pause = Math.min(first * 2 ** (failures - opensAfter), longest) * (0.5 + random / 2);
  return Math.max(pause, asked ?? 0);
}
