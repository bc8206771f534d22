import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandOf, identityOf } from './processes.js';

const STOP_MS = 20_000;

/** Stops a postgres that outlived its supervisor: two on one data folder must never be. */
export async function stopOrphan(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const identity = identityOf(pid);
  // A dead one's file postgres judges better than we do: backends of it may still be ending.
  if (!identity) return;
  const command = commandOf(pid);
  // Its pid now belongs to somebody else, and postgres would refuse to start for that.
  if (!/(^|\/)postgres\b/.test(command)) return rmSync(file);
  if (!command.includes(data)) return;

  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    for (const until = Date.now() + STOP_MS; Date.now() < until; await delay(50)) {
      if (identityOf(pid) !== identity) return;
    }
  }
}
