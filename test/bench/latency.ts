import { setTimeout as sleep } from 'node:timers/promises';
import type { Timed } from './client.js';
import type { Task } from './client.js';
import type { Backend, Bench, City } from './bench.js';
import { residentMegabytes } from './cpu.js';
import { median, quantile, show } from './numbers.js';
import { notRun, type Line } from './table.js';
import { Writer } from './texts.js';

const PER_SECOND = 50;
const MOST_MEGABYTES = 200;
const APPS = ['intake', 'pipeline', 'notifier'] as const;

/** The whole installation at 50 new issues a second: how soon each is prioritized, and what the apps weigh meanwhile. */
export async function latency(bench: Bench): Promise<Line[]> {
  const lines: Line[] = [];
  for (const backend of bench.backends) lines.push(...(await on(bench, backend)));
  return lines;
}

async function on(bench: Bench, backend: Backend): Promise<Line[]> {
  const city = await bench.found(backend);
  const apps = await Promise.all(APPS.map((name) => city.run(name)));
  const client = await city.run('client', 'test/bench/client.js');
  const cookie = await city.signIn('officer');
  const seconds = bench.quick ? 8 : 20;
  const bodies = new Writer(7, city.departmentIds).write(PER_SECOND * seconds);
  const send = (some: object[]): Promise<Timed> =>
    client.ask({
      kind: 'pace',
      url: city.url,
      cookie,
      path: '/api/v1/issues',
      bodies: some,
      perSecond: PER_SECOND,
    } satisfies Task);
  const warmUp = PER_SECOND * 2;
  await send(bodies.slice(0, warmUp));
  const since = new Date();
  const { milliseconds, failed } = await send(bodies.slice(warmUp));
  if (failed) throw new Error(`${failed} creations failed`);
  const until = await waits(city, since, bodies.length - warmUp);
  return [
    ...spread(`creation → prioritized at ${PER_SECOND}/s, ms: median, p99 (queues on ${backend})`, until),
    ...spread('  answer to the POST, ms: median, p99', milliseconds),
    ...APPS.map((name, i) => weight(`  resident memory of ${name}, MB: most, at the end`, apps[i]!.pid)),
  ];
}

/** Milliseconds from each creation until its issue has left `processing` for everyone to see, by the database's clock. */
async function waits(city: City, since: Date, count: number): Promise<number[]> {
  for (const end = Date.now() + 60_000; ; await sleep(200)) {
    const rows = await city.query<{ ms: number }>(
      `select extract(epoch from pg_xact_commit_timestamp(o.xmin) - r.at)::float * 1000 as ms
       from events r join events o using (subject)
       where r.name = 'issue.reported' and r.at >= $1 and o.name in ('issue.opened', 'issue.referred')`,
      [since],
    );
    if (rows.length >= count) return rows.map(({ ms }) => ms);
    if (Date.now() > end) throw new Error(`${count - rows.length} of ${count} issues were not prioritized`);
  }
}

const spread = (what: string, values: number[]): Line[] => [
  { what, value: `${show(median(values))}, ${show(quantile(values, 0.99))}` },
];

function weight(what: string, pid: number): Line {
  const size = residentMegabytes(pid);
  const goal = `≤ ${MOST_MEGABYTES} MB`;
  if (!size) return notRun(what, 'no /proc here', goal);
  return { what, value: `${show(size.most)}, ${show(size.now)}`, goal, met: size.most <= MOST_MEGABYTES };
}
