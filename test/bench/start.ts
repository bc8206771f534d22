import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../apps/supervisor/ports.js';
import { ROOT, type Bench } from './bench.js';
import { median, withSpread } from './numbers.js';
import type { Line } from './table.js';

const GOAL_SECONDS = 10;
const READY = /Haechi is ready/;

/** `npm start` where everything is built and the data is there already, until it says that it is ready. */
export async function start(bench: Bench): Promise<Line[]> {
  const folder = join(bench.folder, 'start');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o711 });
  let running: ChildProcess | undefined;
  const end = (): Promise<void> => (running ? interrupt(running) : Promise.resolve());
  await bench.begin(end);
  const runs: number[] = [];
  // The first one makes the data.
  for (let round = 0; round <= bench.rounds; round += 1) {
    const begun = performance.now();
    running = await npmStart(folder);
    await says(running, READY);
    runs.push((performance.now() - begun) / 1000);
    await end();
  }
  const measured = runs.slice(1);
  return [
    {
      what: 'npm start until ready, built, with its data, s',
      value: withSpread(measured, 1),
      goal: `≤ ${GOAL_SECONDS} s`,
      met: median(measured) <= GOAL_SECONDS,
    },
  ];
}

async function npmStart(folder: string): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: String(await freePort()),
    DATABASE_URL: '',
    REDIS_URL: '',
  };
  return spawn('npm', ['start', '--silent'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
}

async function says(child: ChildProcess, what: RegExp): Promise<void> {
  let said = '';
  for await (const text of child.stdout!.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    said += String(text);
    if (what.test(said)) return void child.stdout!.resume();
  }
  throw new Error(`npm start ended:\n${said}`);
}

/** As Ctrl-C does: the whole group hears it; npm itself passes nothing on. */
async function interrupt(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid!, 'SIGINT');
  await once(child, 'exit');
}
