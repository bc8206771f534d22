import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import { Api, type Json } from '../support/api.js';
import { brought, upload, xlsx, type File } from '../support/upload.js';
import type { App } from './app.js';
import { fill } from './archive.js';
import type { Bench, City } from './bench.js';
import type { Timed } from './client.js';
import { residentMegabytes, treeMegabytes } from './cpu.js';
import { median, quantile, show, withSpread } from './numbers.js';
import type { Line } from './table.js';
import { dice, writeIssue } from './texts.js';

const ROWS = 50_000;
const ROWS_QUICK = 10_000;
const ISSUES = 20_000;
const READS = 400;
const GOAL = 0.1;
/** So many times as long as alone may others wait while a file is taken. */
const OTHERS = 3;
const FIRST_DAY = Date.UTC(2021, 10, 1);
const DAYS = 5 * 365;
const HEADINGS = ['채널', '제목', '매체·기관', '보도일', '링크', '건수', '내용'];

/** A file of signals brought while others read: rows a second against a bare COPY, the memory of the apps, the others' p99. */
export async function importing(bench: Bench): Promise<Line[]> {
  const city = await bench.found('postgresql');
  await fill(city, ISSUES);
  const apps = {
    intake: await city.run('intake'),
    pipeline: await city.run('pipeline'),
    notifier: await city.run('notifier'),
  };
  const client = await city.run('client', 'test/bench/client.js');
  const cookie = await city.signIn('officer');
  const officer = new Api(city.url, cookie);
  const rows = rowsOf(bench.quick ? ROWS_QUICK : ROWS, city);
  const copies: number[] = [];
  for (let round = 0; round < 3; round += 1) copies.push(await copy(bench, city, rows));
  const read = (): Promise<Timed> =>
    client.ask({ kind: 'read', url: city.url, cookie, paths: Array(READS).fill('/api/v1/issues') });
  // Everything is loaded once before it is measured.
  await brought(officer, csvOf(rows.slice(0, 500).map(([, ...row]) => ['민원', ...row])), {
    kind: 'signals',
  });
  await read();
  const alone = await read();
  const lines: Line[] = [{ what: `COPY of ${show(rows.length)} signals, rows/s`, value: withSpread(copies) }];
  const files = { CSV: csvOf(rows), XLSX: await xlsx([HEADINGS, ...rows]) };
  for (const [format, file] of Object.entries(files)) {
    await quiet(city);
    await city.query(`delete from import_keys`);
    await city.query(`delete from signals where state in ('new', 'clustered')`);
    await city.query('vacuum analyze');
    const measured = await bring(officer, file, { apps, read });
    lines.push(...told(format, measured, { copies, alone }));
  }
  return lines;
}

/** What the file before left to do is done: each is measured by itself. */
async function quiet(city: City): Promise<void> {
  while ((await city.query('select 1 from hints limit 1')).length) await sleep(500);
}

function rowsOf(count: number, city: City): string[][] {
  const random = dice(5);
  return Array.from({ length: count }, (_, i) => {
    const { title, summary } = writeIssue(random, city.departmentIds);
    return [
      '언론',
      `${title} ${i}`,
      '한겨레',
      // Five years of them: what an office brings when it begins.
      new Date(FIRST_DAY + Math.floor((i / count) * DAYS) * 86_400_000).toISOString().slice(0, 10),
      `https://news.example/${i}`,
      String(i % 90),
      summary,
    ];
  });
}

const csvOf = (rows: string[][]): File => ({
  name: '동향.csv',
  bytes: Buffer.from(stringify([HEADINGS, ...rows])),
});

/** The same rows into the same table with its indexes, as fast as PostgreSQL takes them. */
async function copy(bench: Bench, city: City, rows: string[][]): Promise<number> {
  const path = join(bench.folder, 'signals.csv');
  const by = city.people.officer.id;
  writeFileSync(path, stringify(rows.map(([, ...row]) => [randomUUID(), 'press', ...row, by])), {
    mode: 0o644,
  });
  const begun = performance.now();
  await city.query(
    `copy signals (id, channel, title, outlet, published_on, url, count, body, created_by) from '${path}' (format csv)`,
  );
  const seconds = (performance.now() - begun) / 1000;
  await city.query(`delete from signals where state = 'new'`);
  await city.query('vacuum analyze signals');
  return rows.length / seconds;
}

/** In MB, by app. */
type Weights = Record<string, { own: number; readers: number }>;

interface Measured {
  perSecond: number;
  reads: number[];
  before: Weights;
  /** One after the other while the file is taken. */
  during: Weights[];
}

const weigh = (apps: Record<string, App>): Weights =>
  Object.fromEntries(
    Object.entries(apps).map(([name, { pid }]) => {
      const own = residentMegabytes(pid)?.now ?? 0;
      return [name, { own, readers: Math.max(0, treeMegabytes(pid) - own) }];
    }),
  );

/** Brings the file and reads on until all its rows are in. */
async function bring(
  officer: Api,
  file: File,
  { apps, read }: { apps: Record<string, App>; read: () => Promise<Timed> },
): Promise<Measured> {
  const before = weigh(apps);
  const during: Weights[] = [];
  const { body } = await upload(officer, file, { kind: 'signals' });
  let done: Json = body;
  const watching = (async () => {
    while (!done.endedAt) {
      await sleep(100);
      during.push(weigh(apps));
      done = await officer.get(`/imports/${body.id}`);
    }
  })();
  const isOver = (): boolean => done.endedAt !== null;
  const reads: number[] = [];
  while (!isOver()) reads.push(...(await read()).milliseconds);
  await watching;
  if (done.created !== done.total) throw new Error(JSON.stringify(done));
  return {
    perSecond: done.total / ((Date.parse(done.endedAt) - Date.parse(done.createdAt)) / 1000),
    reads,
    before,
    during,
  };
}

function told(
  format: string,
  { perSecond, reads, before, during }: Measured,
  { copies, alone }: { copies: number[]; alone: Timed },
): Line[] {
  const ratio = perSecond / median(copies);
  const third = (n: number): Weights[] =>
    during.slice((n * during.length) / 3, ((n + 1) * during.length) / 3);
  const p99 = [alone.milliseconds, reads].map((all) => quantile(all, 0.99)) as [number, number];
  const slower = p99[1] / p99[0];
  return [
    { what: `import of the same rows from ${format}, rows/s`, value: show(perSecond) },
    { what: '  ratio to COPY', value: show(ratio, 2), goal: `≥ ${GOAL.toFixed(2)}`, met: ratio >= GOAL },
    {
      what: '  GET /issues meanwhile, ms: p99 without, with, ratio',
      value: `${show(p99[0])}, ${show(p99[1])}, ${show(slower, 1)}`,
      goal: `≤ ${OTHERS.toFixed(1)}`,
      met: slower <= OTHERS,
    },
    ...Object.keys(before).map((name) => ({
      what: `  resident memory of ${name}, MB: before, most of the first third and of the last`,
      value: [before[name]!.own, most(third(0), name, 'own'), most(third(2), name, 'own')]
        .map((one) => show(one))
        .join(', '),
    })),
    { what: '  of the child that parses, MB: most', value: show(most(during, 'pipeline', 'readers')) },
  ];
}

const most = (weights: Weights[], name: string, of: 'own' | 'readers'): number =>
  Math.max(0, ...weights.map((one) => one[name]![of]));
