import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from './refusal.js';

/** Why nobody could listen there, or undefined when it is free. */
export function whyTaken(port: number, host = '127.0.0.1'): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'unknown'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** Below the range outgoing connections are given ports from: it stays free while its owner restarts. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (!(await whyTaken(port))) return port;
  }
}

/** @throws Refusal naming PORT when it stays taken for the given time. */
export async function refuseTakenPort(port: number, host: string, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const reason = await whyTaken(port, host);
    if (!reason) return;
    if (reason !== 'EADDRINUSE')
      throw new Refusal(`PORT ${port}: ${host}에서 열 수 없습니다 / cannot listen on ${host} (${reason})`);
    if (Date.now() > until)
      throw new Refusal(`PORT ${port} 사용 중 / PORT ${port} is taken by another program`);
    await delay(250);
  }
}
