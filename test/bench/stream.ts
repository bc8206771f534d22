import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, City } from './bench.js';
import type { Task, Timed } from './client.js';
import { residentMegabytes } from './cpu.js';
import type { Heard, ListenTask } from './listeners.js';
import { median, quantile, show } from './numbers.js';
import { notRun, type Line } from './table.js';
import { Writer } from './texts.js';

const LISTENERS = 1000;
const PER_SECOND = 1;
const GOAL_MS = 1000;
const PATIENCE_MS = 60_000;

/** A thousand people listen, each with a session of the own, while issues are reported: when does each hear of each event? */
export async function stream(bench: Bench): Promise<Line[]> {
  const city = await bench.found('postgresql');
  const intake = await city.run('intake');
  await city.run('pipeline');
  const client = await city.run('client', 'test/bench/client.js');
  const listeners = await city.run('listeners', 'test/bench/listeners.js');
  const cookie = await city.signIn('officer');
  const report = (bodies: object[]): Promise<Timed> =>
    client.ask({
      kind: 'pace',
      url: city.url,
      cookie,
      path: '/api/v1/issues',
      bodies,
      perSecond: PER_SECOND,
    } satisfies Task);
  const writer = new Writer(5, city.departmentIds);
  await report(writer.write(3));
  const before = residentMegabytes(intake.pid);
  await listeners.ask({
    kind: 'open',
    url: city.url,
    cookies: await signedIn(city, LISTENERS),
  } satisfies ListenTask);
  const open = residentMegabytes(intake.pid);
  // What is loaded once is loaded.
  await report(writer.write(3));
  await sleep(2000);
  await listeners.ask({ kind: 'heard' } satisfies ListenTask);
  const [{ since }] = (await city.query<{ since: string }>('select clock_timestamp()::text as since')) as [
    { since: string },
  ];
  const { milliseconds, failed } = await report(writer.write(bench.quick ? 10 : 30));
  if (failed) throw new Error(`${failed} reports failed`);
  const { events, latencies } = await delays(city, since, () =>
    listeners.ask({ kind: 'heard' } satisfies ListenTask),
  );
  const p99 = quantile(latencies, 0.99);
  const what = `event → each of ${show(LISTENERS)} listeners, ms: median, p99, most (${show(events)} events)`;
  const value = `${show(median(latencies))}, ${show(p99)}, ${show(Math.max(...chunks(latencies)))}`;
  const after = residentMegabytes(intake.pid);
  return [
    { what, value, goal: `p99 < ${show(GOAL_MS)} ms`, met: p99 < GOAL_MS },
    {
      what: '  answer to the POST meanwhile, ms: median, most',
      value: `${show(median(milliseconds))}, ${show(Math.max(...milliseconds))}`,
    },
    before && open && after
      ? {
          what: '  resident memory of intake, MB: before, with all of them, at the end, most',
          value: [before.now, open.now, after.now, after.most].map((size) => show(size)).join(', '),
        }
      : notRun('  resident memory of intake', 'no /proc here'),
  ];
}

/** The greatest of each thousand: too many for the arguments of one call. */
const chunks = (values: number[]): number[] =>
  Array.from({ length: Math.ceil(values.length / 1000) }, (_, i) =>
    Math.max(...values.slice(i * 1000, (i + 1) * 1000)),
  );

/** Officers of their own, who hear of every issue that is not confidential. */
async function signedIn(city: City, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  await city.query(
    `with p as (
       insert into users (id, email, name, role) select gen_random_uuid(), 'listener' || n || '@city.test', '주무관 ' || n, 'officer'
       from generate_series(1, $2::int) n returning id
     ), numbered as (select id, row_number() over () as n from p)
     insert into sessions (token_hash, user_id, expires_at)
     select decode(t.hash, 'hex'), p.id, app_now() + interval '8 hours'
     from numbered p join unnest($1::text[]) with ordinality as t(hash, n) using (n)`,
    [tokens.map((token) => createHash('sha256').update(token).digest('hex')), count],
  );
  await city.query('analyze users, sessions');
  return tokens.map((token) => `haechi=${token}`);
}

/** Milliseconds from each commit until each listener had the event. Fails when one of them misses one. */
async function delays(
  city: City,
  since: string,
  ask: () => Promise<Heard>,
): Promise<{ events: number; latencies: number[] }> {
  const all: Record<string, number[]> = {};
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(500)) {
    const { heard, ended } = await ask();
    if (ended) throw new Error(`${ended} streams ended`);
    for (const [id, times] of Object.entries(heard)) (all[id] ??= []).push(...times);
    const rows = await city.query<{ id: string; ms: number; busy: boolean }>(
      `select id, extract(epoch from pg_xact_commit_timestamp(xmin))::float * 1000 as ms,
         exists (select from issues where state = 'processing') or exists (select from feed_pending) as busy
       from events where at >= $1`,
      [since],
    );
    const missing = rows.filter(({ id }) => (all[id]?.length ?? 0) < LISTENERS);
    if (rows.length && !missing.length && !rows[0]!.busy)
      return { events: rows.length, latencies: rows.flatMap(({ id, ms }) => all[id]!.map((at) => at - ms)) };
    if (Date.now() > end) throw new Error(`${missing.length} of ${rows.length} events were not heard by all`);
  }
}
