import { fill } from './archive.js';
import type { Bench, City } from './bench.js';
import type { Loaded, Task, Timed } from './client.js';
import { residentMegabytes } from './cpu.js';
import { median, quantile, show } from './numbers.js';
import type { Line } from './table.js';
import { dice, writeIssue } from './texts.js';

const ROWS = 100_000;
const ROWS_QUICK = 20_000;
const GOAL_MS = 50;

/** What a text resembles among the issues of a large archive, and whose it may be, through the API. */
export async function similar(bench: Bench): Promise<Line[]> {
  const city = await bench.found('postgresql');
  const rows = bench.quick ? ROWS_QUICK : ROWS;
  await fill(city, rows);
  await city.query(ANSWER, [city.people.officer.id]);
  await city.query('vacuum analyze');
  const begun = performance.now();
  const intake = await city.run('intake');
  const ready = performance.now() - begun;
  const client = await city.run('client', 'test/bench/client.js');
  const cookie = await city.signIn('officer');
  const texts = await written(city, bench.quick ? 150 : 500);
  const ask = (bodies: object[]): Promise<Timed> =>
    client.ask({ kind: 'ask', url: city.url, cookie, path: '/api/v1/issues/similar', bodies } satisfies Task);
  const first = await ask(texts.slice(0, 1));
  await ask(texts.slice(0, 20));
  const { milliseconds, failed } = await ask(texts.slice(20));
  const suggested = await client.ask<Loaded>({
    kind: 'load',
    url: city.url,
    cookie,
    path: '/api/v1/departments/suggestions',
    body: texts[0]!,
    connections: 8,
    seconds: bench.quick ? 5 : 10,
  } satisfies Task);
  if (failed || suggested.failed) throw new Error(`${failed + suggested.failed} failed`);
  const middle = median(milliseconds);
  return [
    {
      what: `similar, top 20 of ${show(rows)} issues, ms: median, p95`,
      value: `${show(middle, 1)}, ${show(quantile(milliseconds, 0.95), 1)}`,
      goal: `≤ ${GOAL_MS} ms`,
      met: middle <= GOAL_MS,
    },
    { what: '  the very first after the start, ms', value: show(first.milliseconds[0]!, 1) },
    { what: '  start of intake until ready, with all texts, s', value: show(ready / 1000, 1) },
    { what: '  resident memory of intake, MB: most, at the end', value: weight(intake.pid) },
    { what: 'suggestions of departments, answers/s', value: show(suggested.perSecond) },
  ];
}

/** Half of them are issues that are there, a third of their words left out; half are new. */
async function written(city: City, count: number): Promise<{ text: string }[]> {
  const random = dice(5);
  const known = await city.query<{ text: string }>(
    `select title || '. ' || summary as text from issues tablesample system (20) limit $1`,
    [count / 2],
  );
  return Array.from({ length: count }, (_, i) => {
    const one = known[i >> 1];
    if (i % 2 && one)
      return {
        text: one.text
          .split(' ')
          .filter(() => random() < 0.67)
          .join(' '),
      };
    const { title, summary } = writeIssue(random, city.departmentIds);
    return { text: `${title}. ${summary}` };
  });
}

function weight(pid: number): string {
  const size = residentMegabytes(pid);
  return size ? `${show(size.most)}, ${show(size.now)}` : 'no /proc here';
}

// So that there is a last answer to be shown.
const ANSWER = `
insert into responses (id, request_id, version, text, state, posted_by, posted_at, reviewed_by, reviewed_at)
select gen_random_uuid(), q.id, 1, '현장 점검을 마치고 안내 체계를 보완함', 'accepted', $1, q.answered_at, $1, q.answered_at
from requests q where q.state = 'accepted'`;
