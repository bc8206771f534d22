import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { FORMATS, type Format } from '#reports/vocabulary.js';
import { ROOT, type Bench } from './bench.js';
import { treeMegabytes } from './cpu.js';
import { median, show, withSpread } from './numbers.js';
import type { Made, Wish } from './report-maker.js';
import type { Line } from './table.js';

const GOAL = 3;
const LOOK_MS = 50;

/** A month's report in every format against a bare compile of the same pages by Typst, and the memory it takes. */
export async function report(bench: Bench): Promise<Line[]> {
  const [forty, many] = [await measure(40, bench.rounds), await measure(400, bench.quick ? 1 : 3)];
  return [...linesOf('40 issues', forty, GOAL), ...linesOf('400 issues', many)];
}

interface Measured {
  bare: number[];
  made: Made[];
  megabytes: { before: number; most: number };
}

/** The maker of every format lives on, as the pipeline does; Typst alone begins anew each time, or it would only look up. */
async function measure(issues: number, rounds: number): Promise<Measured> {
  const maker = fork(join(ROOT, 'dist/test/bench/report-maker.js'));
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, treeMegabytes(maker.pid!))), LOOK_MS);
  try {
    // What loads once is loaded before it is measured.
    await ask<Made>(maker, { what: 'all', issues: 1 });
    const before = treeMegabytes(maker.pid!);
    const [bare, made]: [number[], Made[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await bareMs(issues));
      made.push(await ask<Made>(maker, { what: 'all', issues }));
    }
    return { bare, made, megabytes: { before, most } };
  } finally {
    clearInterval(timer);
    maker.kill();
  }
}

async function bareMs(issues: number): Promise<number> {
  const child = fork(join(ROOT, 'dist/test/bench/report-maker.js'));
  try {
    return (await ask<{ bareMs: number }>(child, { what: 'bare', issues })).bareMs;
  } finally {
    child.kill();
  }
}

async function ask<T>(child: ChildProcess, wish: Wish): Promise<T> {
  child.send(wish);
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`the maker of reports ended with ${code}`);
  });
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [T];
  ended.catch(() => undefined);
  return answer;
}

function linesOf(what: string, { bare, made, megabytes }: Measured, goal?: number): Line[] {
  const formats = Object.keys(FORMATS) as Format[];
  const all = made.map(({ ms }) => formats.reduce((sum, format) => sum + ms[format], 0));
  const ratios = all.map((ms, round) => ms / bare[round]!);
  const each = formats.map((format) => show(median(made.map(({ ms }) => ms[format]))));
  const sizes = formats.map((format) => show((made[0]?.bytes[format] ?? 0) / 1024));
  return [
    { what: `bare Typst, report of ${what}, ms`, value: withSpread(bare) },
    { what: `report of ${what} in every format, ms`, value: withSpread(all) },
    {
      what: '  ratio to bare Typst',
      value: withSpread(ratios, 1),
      ...(goal ? { goal: `≤ ${goal}`, met: median(ratios) <= goal } : {}),
    },
    { what: `  ${formats.join(', ')}, ms`, value: each.join(', ') },
    { what: `  ${formats.join(', ')}, KB`, value: sizes.join(', ') },
    {
      what: '  resident memory with its children, MB: before, most',
      value: `${show(megabytes.before)}, ${show(megabytes.most)}`,
    },
  ];
}
