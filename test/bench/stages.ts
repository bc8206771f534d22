import { setTimeout as sleep } from 'node:timers/promises';
import type { NewIssue } from '#issues/new-issue.js';
import type { App } from './app.js';
import { haveRedis, type Backend, type Bench, type City } from './bench.js';
import type { Feed } from './feeder.js';
import { median, withSpread } from './numbers.js';
import { measured, processorTime, type Run } from './run.js';
import type { Line } from './table.js';
import { notRun } from './table.js';
import { Writer } from './texts.js';

const GOAL = 0.3;
const PATIENCE_MS = 120_000;
const WHAT = { postgresql: 'queues on PostgreSQL', redis: 'queues on Redis' };

/** A backlog through all four stages, against the same number of jobs through four queues that do nothing. */
export async function stages(bench: Bench): Promise<Line[]> {
  const lines: Line[] = [];
  for (const backend of bench.backends) lines.push(...(await against(bench, backend)));
  if (!haveRedis)
    lines.push(notRun('issues/s through four stages, queues on Redis', 'no redis-server', `≥ ${GOAL}`));
  return lines;
}

async function against(bench: Bench, backend: Backend): Promise<Line[]> {
  const city = await bench.found(backend);
  const feeder = await city.run('feeder', 'test/bench/feeder.js');
  const pipeline = await city.run('pipeline');
  const hops = await city.run('hops', 'test/bench/hops.js');
  const writer = new Writer(1, city.departmentIds);
  const count = (backend === 'redis' ? 2000 : 800) / (bench.quick ? 2 : 1);
  const throughHops = async (): Promise<number> => (await hops.ask<{ seconds: number }>({ count })).seconds;
  const empty: Run[] = [];
  const real: Run[] = [];
  // The first round warms up.
  for (let round = 0; round <= bench.rounds; round += 1) {
    empty.push(await measured(bench, { pid: hops.pid, count }, throughHops));
    await write(city, feeder, writer.write(count));
    real.push(await measured(bench, { pid: pipeline.pid, count }, () => throughStages(city, feeder, count)));
  }
  return compared(backend, { empty: empty.slice(1), real: real.slice(1) });
}

const write = (city: City, feeder: App, issues: NewIssue[]): Promise<object> =>
  feeder.ask({ kind: 'write', by: city.people.officer.id, issues } satisfies Feed);

/** Seconds from the first hint published until the last issue is open, by the database's clock. */
async function throughStages(city: City, feeder: App, count: number): Promise<number> {
  const { since } = await feeder.ask<{ since: string }>({ kind: 'publish' } satisfies Feed);
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(100)) {
    const [row] = await city.query<{ busy: boolean }>(
      `select exists (select from issues where state = 'processing') as busy`,
    );
    if (!row!.busy) break;
    if (Date.now() > end) throw new Error('The stages did not finish.');
  }
  const [result] = await city.query<{ opened: number; seconds: number }>(
    `select count(*)::int as opened, extract(epoch from max(pg_xact_commit_timestamp(xmin)) - $1::timestamptz)::float as seconds
     from events where name = 'issue.opened' and at >= $1::timestamptz`,
    [since],
  );
  if (result!.opened !== count)
    throw new Error(`${count - result!.opened} of ${count} did not go through: ${await whatWaits(city)}`);
  return result!.seconds;
}

async function whatWaits(city: City): Promise<string> {
  const rows = await city.query<{ why: string }>(
    `select format('%s (%s) %s', i.stage, i.state, a.findings) as why from issues i
     left join assessments a on a.issue_id = i.id and a.stage = i.stage where i.state <> 'open' limit 3`,
  );
  return rows.map(({ why }) => why).join('; ');
}

function compared(backend: Backend, { empty, real }: { empty: Run[]; real: Run[] }): Line[] {
  const ratios = real.map((one, i) => one.perSecond / empty[i]!.perSecond);
  const goal = backend === 'redis' ? { goal: `≥ ${GOAL.toFixed(2)}`, met: median(ratios) >= GOAL } : {};
  return [
    {
      what: `four no-op hops, jobs/s (${WHAT[backend]})`,
      value: withSpread(empty.map(({ perSecond }) => perSecond)),
    },
    { what: 'issues/s through all four stages', value: withSpread(real.map(({ perSecond }) => perSecond)) },
    { what: '  ratio', value: withSpread(ratios, 2), ...goal },
    { what: '  processor ms a job: Node, PostgreSQL, Redis', value: processorTime(empty) },
    { what: '  processor ms an issue: Node, PostgreSQL, Redis', value: processorTime(real) },
  ];
}
