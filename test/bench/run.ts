import type { Bench } from './bench.js';
import { cpuSeconds } from './cpu.js';
import { median, show } from './numbers.js';

/** So many of something, one after the other or at once. */
export interface Run {
  perSecond: number;
  /** Processor time of one of them, in milliseconds. */
  cpu: { node: number; postgres: number; redis: number };
}

/** Runs it, and looks at what the process and the brokers used meanwhile. `run` answers the seconds that count. */
export async function measured(
  bench: Bench,
  { pid, count }: { pid: number; count: number },
  run: () => Promise<number>,
): Promise<Run> {
  const look = (): Run['cpu'] => ({ node: cpuSeconds(pid), ...bench.cpu });
  const before = look();
  const seconds = await run();
  const after = look();
  const used = (what: keyof Run['cpu']): number => ((after[what] - before[what]) * 1000) / count;
  return {
    perSecond: count / seconds,
    cpu: { node: used('node'), postgres: used('postgres'), redis: used('redis') },
  };
}

export const processorTime = (
  runs: Run[],
  of: readonly (keyof Run['cpu'])[] = ['node', 'postgres', 'redis'],
): string => of.map((what) => show(median(runs.map(({ cpu }) => cpu[what])), 2)).join(', ');
