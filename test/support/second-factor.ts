import { setTimeout as sleep } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import type { Api } from './api.js';

const STEP_MS = 30_000;

/** The code that an app shows so many steps from now. */
export const codeOf = (secret: string, steps = 0): string =>
  TOTP.generate({ secret: new TOTP({ secret }).secret, timestamp: Date.now() + steps * STEP_MS });

/** Until a step has just begun: what follows within 15 s stays in it. */
export async function stepBegins(): Promise<void> {
  const left = STEP_MS - (Date.now() % STEP_MS);
  if (left < STEP_MS / 2) await sleep(left + 50);
}

/** Sets up a second factor; the code of this step is used up then. */
export async function setUp(by: Api, password: string): Promise<{ secret: string; codes: string[] }> {
  const { secret } = await by.post('/me/second-factor', { password });
  const { recoveryCodes } = await by.post('/me/second-factor/confirmation', { code: codeOf(secret) });
  return { secret, codes: recoveryCodes };
}
