import { spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Names a process for good, undefined when there is none: pids come back, so the time of its start belongs to its name,
 * and on Linux, where that counts from boot, the boot.
 */
export function identityOf(pid: number): string | undefined {
  if (process.platform !== 'linux') {
    return (
      spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined
    );
  }
  try {
    // The name in brackets may hold blanks; the state is the first field after it, the start time the twentieth.
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state === 'Z'
      ? undefined
      : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[18]}`;
  } catch {
    return undefined;
  }
}

/** How a process was called, empty when there is none. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

export const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

/** Waits for the end of a child; false when the time is over first. */
export async function ended(child: ChildProcess, withinMs: number, hurry?: AbortSignal): Promise<boolean> {
  if (hasEnded(child) || child.pid === undefined) return true;
  const timeout = new AbortController();
  const signal = hurry ? AbortSignal.any([hurry, timeout.signal]) : timeout.signal;
  const end = new Promise<true>((resolve) => child.once('exit', () => resolve(true)));
  const over = delay(withinMs, false, { signal }).catch(() => false);
  const result = await Promise.race([end, over]);
  timeout.abort();
  return result;
}

/** Pause before the n-th restart in a row: 0.5 s, doubling up to 10 s. */
export const backoffMs = (n: number): number => Math.min(500 * 2 ** n, 10_000);
