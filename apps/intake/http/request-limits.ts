import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Env } from '#platform/env.js';
import { Problem } from '#platform/problem.js';
import type { Authenticated } from './caller.js';

/** Many sit behind one address of an office. */
const ACCOUNTS_PER_ADDRESS = 20;
const MINUTE_S = 60;

interface RequestLimits {
  /** Asked before anything else is. */
  ofAddress: (request: FastifyRequest) => Promise<void>;
  /** Asked once it is known who asks. */
  ofAccount: (request: Authenticated) => Promise<void>;
}

/**
 * No more requests a minute than the settings say, of an account and of an address. Each process counts for itself and in its own
 * memory, so that Redis may be away. @throws Problem `request.too_many`, with the time to wait
 */
export function requestLimits({ REQUESTS_PER_MINUTE: most }: Env): RequestLimits {
  if (!most) return { ofAddress: async () => undefined, ofAccount: async () => undefined };
  const addresses = new RateLimiterMemory({ points: most * ACCOUNTS_PER_ADDRESS, duration: MINUTE_S });
  const accounts = new RateLimiterMemory({ points: most, duration: MINUTE_S });
  return {
    ofAddress: async ({ url, ip }) => {
      if (!url.startsWith('/health/')) await count(addresses, ip);
    },
    ofAccount: async ({ principal }) => {
      if (principal) await count(accounts, principal.id);
    },
  };
}

async function count(limiter: RateLimiterMemory, key: string): Promise<void> {
  await limiter.consume(key).catch((refused: RateLimiterRes) => {
    const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new Problem('request.too_many', {}, { retryAfterSeconds });
  });
}
