import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

interface Stat {
  parent: number;
  /** Of itself and of its children that have ended. */
  seconds: number;
}

function statOf(pid: number | string): Stat | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const ticks = [11, 12, 13, 14].map((i) => Number(fields[i])).reduce((sum, one) => sum + one, 0);
    return { parent: Number(fields[1]), seconds: ticks / TICKS_PER_SECOND };
  } catch {
    return null;
  }
}

/** Processor time of a process and all its children so far, in seconds; 0 where /proc is not there. */
export function cpuSeconds(pid: number | undefined): number {
  if (pid === undefined) return 0;
  const own = statOf(pid);
  if (!own) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat?.parent === pid);
  return own.seconds + children.reduce((sum, stat) => sum + stat!.seconds, 0);
}

/** Largest resident size a process has had, in MB; null where /proc is not there. */
export function residentMegabytes(pid: number): { now: number; most: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)![1]) / 1024;
    return { now: of('VmRSS'), most: of('VmHWM') };
  } catch {
    return null;
  }
}

/** Resident size of a process and its children now, in MB; 0 where /proc is not there. */
export function treeMegabytes(pid: number): number {
  if (!statOf(pid)) return 0;
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.parent === pid);
  return [pid, ...children].reduce((sum: number, one) => sum + (sizeOf(Number(one)) ?? 0), 0);
}

function sizeOf(pid: number): number | null {
  try {
    return residentMegabytes(pid)?.now ?? null;
  } catch {
    return null;
  }
}
