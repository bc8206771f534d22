import { setTimeout as sleep } from 'node:timers/promises';
import { SENDING } from '#config/sending.js';
import type { App } from './app.js';
import { fill } from './archive.js';
import type { BareTask } from './bare-sender.js';
import type { Bench, City } from './bench.js';
import { residentMegabytes } from './cpu.js';
import { median, show, withSpread } from './numbers.js';
import { measured, processorTime, type Run } from './run.js';
import type { Counted, Opened, SinkTask } from './sink.js';
import type { Line } from './table.js';

const GOAL = 0.4;
const PATIENCE_MS = 120_000;
const WEBHOOKS = 10;
const TITLE = '[요청사항] [2026-0412] 보호 대책 마련 요청 (11. 27.까지)';
const LINES = [
  '요청 부서 : 노동민생정책관',
  '기한 : 2026. 11. 27.(금) 18:00',
  '요청 : 이동노동자 쉼터 보호 대책',
];
/** As long as those of the product. */
const MAIL = {
  title: TITLE,
  body: [
    TITLE,
    '',
    ...LINES.map((line) => `○ ${line}`),
    '',
    '시정 리스크 관리에서 열기: https://haechi.city.test/issues',
  ].join('\n'),
  html: `<!doctype html><html lang="ko"><body>${LINES.map(
    (line) =>
      `<table role="presentation" width="600"><tr><td style="padding:4px 0;font-family:'Malgun Gothic',sans-serif;font-size:16px;line-height:1.6;color:#1d1d1d">○ ${line}</td></tr></table>`,
  )
    .join('')
    .repeat(3)}</body></html>`,
};
const EVENT = JSON.stringify({
  specversion: '1.0',
  id: '0199d0a0-0000-7000-8000-000000000001',
  source: 'https://haechi.city.test',
  type: 'request.delivered',
  subject: 'issue:0199d0a0-0000-7000-8000-000000000002',
  time: '2026-11-23T03:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: 'https://haechi.city.test/api/v1/events/catalogue#request.delivered.v1',
  sequence: '12',
  data: {
    issueId: '0199d0a0-0000-7000-8000-000000000002',
    requestId: '0199d0a0-0000-7000-8000-000000000003',
    departmentId: '0199d0a0-0000-7000-8000-000000000004',
  },
});

interface Channel {
  /** In how many lanes. */
  targets: number;
  count: number;
  task: (to: Opened) => BareTask;
}

const KINDS = (scale: number): Record<string, Channel> => ({
  'mails to one domain': {
    targets: 1,
    count: 2000 * scale,
    task: ({ mail }) => ({ channel: 'mail', to: mail, count: 0, atOnce: SENDING.mail.atOnce, ...MAIL }),
  },
  'calls of one webhook': {
    targets: 1,
    count: 4000 * scale,
    task: ({ web }) => ({
      channel: 'webhook',
      to: web,
      count: 0,
      atOnce: SENDING.webhook.atOnce,
      body: EVENT,
    }),
  },
  [`calls of ${WEBHOOKS} webhooks`]: {
    targets: WEBHOOKS,
    count: 8000 * scale,
    task: ({ web }) => ({
      channel: 'webhook',
      to: web,
      count: 0,
      atOnce: SENDING.webhook.atOnce * WEBHOOKS,
      body: EVENT,
    }),
  },
});

/** All that waits is sent by one notifier to servers beside it, against the same client alone, as many at once. */
export async function deliveries(bench: Bench): Promise<Line[]> {
  const city = await bench.found('postgresql');
  const sink = await city.run('sink', 'test/bench/sink.js');
  const to = await ask<Opened>(sink, 'open');
  const bare = await city.run('bare', 'test/bench/bare-sender.js');
  await prepare(city, to.web);
  const notifier = await city.run('notifier', undefined, {
    SMTP_URL: `smtp://${to.mail}`,
    OUTBOUND_ALLOW: to.web,
  });
  const lines: Line[] = [];
  for (const [what, channel] of Object.entries(KINDS(bench.quick ? 0.5 : 1))) {
    const { count } = channel;
    const task = { ...channel.task(to), count };
    const alone: Run[] = [];
    const ours: Run[] = [];
    // The first round warms up.
    for (let round = 0; round <= bench.rounds; round += 1) {
      alone.push(
        await measured(
          bench,
          { pid: bare.pid, count },
          async () => (await bare.ask<{ seconds: number }>(task)).seconds,
        ),
      );
      await expectTaken(sink, count);
      await write(city, task, channel);
      ours.push(await measured(bench, { pid: notifier.pid, count }, () => sendAll(city, sink, count)));
    }
    lines.push(...compared(what, { alone: alone.slice(1), ours: ours.slice(1) }));
  }
  const size = residentMegabytes(notifier.pid);
  if (size)
    lines.push({
      what: 'resident memory of notifier, MB: most, at the end',
      value: `${show(size.most)}, ${show(size.now)}`,
    });
  return lines;
}

const ask = <T extends object>(sink: App, task: SinkTask): Promise<T> => sink.ask<T>({ task });

async function expectTaken(sink: App, wanted: number): Promise<Counted> {
  const counted = await ask<Counted>(sink, 'count');
  if (counted.count !== wanted) throw new Error(`${counted.count} of ${wanted} came`);
  return counted;
}

/** Somebody to write to about an issue, and webhooks that nothing but what is written here goes to. */
async function prepare(city: City, web: string): Promise<void> {
  await fill(city, 1);
  await city.query('update requests set department_id = $1', [city.people.labour.departmentId]);
  await city.query(`insert into subjects (id, last_seq) values ('policy:bench', 0)`);
  await city.query(
    `with w as (
       insert into webhooks (id, name, url, events, position, created_by)
       select gen_random_uuid(), 'bench ' || n, $1, '{report.sent}', 0, $2 from generate_series(1, ${WEBHOOKS}) n returning id
     ) insert into webhook_secrets (webhook_id, secret) select id, $3 from w`,
    [`http://${web}/in`, city.people.admin.id, `whsec_${Buffer.alloc(32, 7).toString('base64')}`],
  );
}

/** Written, and not to be sent before it is asked for. */
async function write(city: City, task: BareTask, { count, targets }: Channel): Promise<void> {
  await city.query(WRITE[task.channel], [
    count,
    ...(task.channel === 'mail'
      ? [city.people.labour.id, task.title, task.body, task.html]
      : [targets, task.body]),
  ]);
  await city.query('analyze deliveries');
}

const EVENTS = `
last as (select last_seq from subjects where id = 'policy:bench'),
raised as (update subjects set last_seq = last_seq + $1::int where id = 'policy:bench'),
e as (
  insert into events (id, subject, seq, name, payload)
  select gen_random_uuid(), 'policy:bench', last_seq + n, 'policy.drafted', '{}' from last, generate_series(1, $1::int) n
  returning id, seq
)`;
const WRITE = {
  mail: `with ${EVENTS}
    insert into deliveries (id, event_id, channel, recipient_id, issue_id, title, body, html, due_at)
    select gen_random_uuid(), e.id, 'mail', $2, (select id from issues limit 1), $3, $4, $5, 'infinity' from e`,
  webhook: `with ${EVENTS}, w as (select id, row_number() over (order by id) - 1 as n from webhooks order by id limit $2)
    insert into deliveries (id, event_id, channel, webhook_id, title, body, due_at)
    select gen_random_uuid(), e.id, 'webhook', w.id, 'policy.drafted', $3, 'infinity' from e join w on e.seq % $2 = w.n`,
};

/** Seconds from the first that came until the last was noted, by clocks of this machine. */
async function sendAll(city: City, sink: App, count: number): Promise<number> {
  await city.query(`update deliveries set due_at = clock_timestamp() where state = 'pending'`);
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(100)) {
    const [row] = await city.query<{ busy: boolean }>(
      `select exists (select from deliveries where state in ('pending', 'failed')) as busy`,
    );
    if (!row!.busy) break;
    if (Date.now() > end) throw new Error('Not everything was sent.');
  }
  const { since } = await expectTaken(sink, count);
  const [row] = await city.query<{ until: number }>(
    `select extract(epoch from max(pg_xact_commit_timestamp(xmin)))::float * 1000 as until from deliveries`,
  );
  return (row!.until - since) / 1000;
}

function compared(what: string, { alone, ours }: { alone: Run[]; ours: Run[] }): Line[] {
  const ratios = ours.map((one, i) => one.perSecond / alone[i]!.perSecond);
  const rate = (runs: Run[]): string => withSpread(runs.map(({ perSecond }) => perSecond));
  return [
    { what: `${what} by the client alone, a second`, value: rate(alone) },
    { what: `${what} by the notifier, a second`, value: rate(ours) },
    {
      what: '  ratio',
      value: withSpread(ratios, 2),
      goal: `≥ ${GOAL.toFixed(2)}`,
      met: median(ratios) >= GOAL,
    },
    { what: '  processor ms each: client alone', value: processorTime(alone, ['node']) },
    { what: '  processor ms each: notifier, PostgreSQL', value: processorTime(ours, ['node', 'postgres']) },
  ];
}
