import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { expectPeace } from './support/expect-peace.js';
import { Follower } from './support/follow-stream.js';
import { freshDatabase } from './support/fresh-database.js';
import { violations } from './support/invariants.js';
import { Journal } from './support/keep-writing.js';
import { MailSink } from './support/receive-mail.js';
import { haveRedis, TestRedis } from './support/redis.js';
import { lightIssue, standing, storiesOf, story, THROUGH, weightyIssue } from './support/report-issues.js';
import { DurablePostgres } from './support/run-durable-postgres.js';
import { Snags } from './support/snag-steps.js';

jest.setTimeout(300_000);

const onRedis = haveRedis ? it : it.skip;

let city: City;
let officer: Api;
let journal: Journal | undefined;
/** Ends what was started beside the city. */
let others: (() => Promise<unknown>)[] = [];

async function start(options: Parameters<typeof City.start>[0] = {}): Promise<void> {
  city = await City.start({ ...options, env: { RELAY_INTERVAL_MS: '200', ...options.env } });
  officer = await city.as('officer');
}
async function stop(): Promise<void> {
  await city?.stop();
  for (const endOther of others.toReversed()) await endOther();
  others = [];
}
/** What a test before has left dead. */
async function restart(): Promise<void> {
  for (const app of ['intake', 'pipeline', 'notifier'] as const) {
    if (city.child(app).exitCode !== null || city.child(app).signalCode !== null) await city.run(app);
  }
}
afterEach(async () => {
  await journal?.end();
  journal = undefined;
});

const keepJournal = (): Journal => (journal = new Journal(officer));
const keepWriting = (): Journal => keepJournal().write();

/** Waits until a process was killed by its fail-point. */
const died = (name: string): Promise<unknown> =>
  eventually(`the end of ${name}`, async () => city.child(name).signalCode === 'SIGKILL', 30_000);

/** A delivery belongs to its sender for a minute; here nobody waits for that. */
const endClaims = (): Promise<unknown> =>
  city.database.query(`update delivery_leases set until = clock_timestamp()`);

/** Everything acknowledged is there, once; everything that follows from it has happened, once, in order. */
async function expectNothingLost(): Promise<void> {
  expect(await journal!.settle(city.database)).toEqual([]);
  await endClaims();
  await expectPeace(city.database);
  const issues = journal!.writes.filter(({ path }) => path === '/issues').map(({ answer }) => answer!.body);
  expect(await storiesOf(city.database, issues)).toEqual([{ story: THROUGH, issues: issues.length }]);
}

/** Asks a process to end. @returns its exit code and signal; fails after 25 s */
async function end(name: string): Promise<unknown> {
  const ended = once(city.child(name), 'exit');
  city.child(name).kill('SIGTERM');
  return Promise.race([ended, sleep(25_000, 'too late')]);
}

/** An issue whose next step, `act`, waits in the middle of its transaction. */
async function heldInAct(snags: Snags): Promise<string> {
  const before = await snags.reached();
  const { id } = await officer.post('/issues', weightyIssue(city.people.labour.departmentId));
  await standing(officer, id, 'prioritize/review');
  await snags.hold(id, 'act');
  await officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
  await eventually('the step', async () => (await snags.reached()) > before);
  return id;
}

describe('kill -9', () => {
  let sink: MailSink;
  let snags: Snags;
  beforeAll(async () => {
    sink = await MailSink.open();
    others.push(() => sink.close());
    await start({ env: { SMTP_URL: sink.url } });
    snags = await Snags.in(city.database);
  });
  beforeEach(restart);
  afterAll(stop);

  it('of workers and of intake, again and again, loses nothing and does nothing twice', async () => {
    const writer = keepWriting();
    for (const victims of [['pipeline'], ['intake'], ['notifier', 'intake', 'pipeline']] as const) {
      await writer.acknowledges(30);
      await Promise.all(victims.map((name) => city.kill(name)));
      await sleep(300);
      await Promise.all(victims.map((name) => city.run(name)));
    }
    await writer.acknowledges(30);
    await expectNothingLost();
    expect(await violations(city.database)).toEqual([]);
  });

  it('between any two durable effects is made up for: after COMMIT, before it, after publishing, before done', async () => {
    for (const name of ['intake', 'pipeline']) await city.kill(name);
    await city.run('pipeline', { env: { FAILPOINT: 'relay.afterPublish:kill@1' } });
    const writer = keepJournal();
    await city.run('intake', { env: { FAILPOINT: 'write.afterCommit:kill@1' } });
    await writer.post('/issues', lightIssue());
    await died('intake');
    await city.run('intake', { env: { FAILPOINT: 'write.beforeCommit:kill@9' } });
    writer.write();
    await died('intake');
    expect(writer.unknown.length).toBeGreaterThan(1);
    await city.run('intake');
    // Nobody published what was committed first: the relay does, and dies of it.
    await died('pipeline');
    await city.run('pipeline', { env: { FAILPOINT: 'identify.beforeDone:kill@2' } });
    await writer.acknowledges(20);
    await died('pipeline');
    // How long what was begun stays with its worker is proved above.
    await city.database.query('update hints set look_at = clock_timestamp()');
    await city.run('pipeline');
    await expectNothingLost();
  });

  it('by a step itself counts as a try: after five it is parked, and its neighbours have gone on', async () => {
    const before = await snags.reached();
    const poison = await heldInAct(snags);
    const neighbours: Json[] = [];
    for (let deaths = 1; deaths <= 5; deaths += 1) {
      neighbours.push(await officer.post('/issues', lightIssue()));
      await eventually(`try ${deaths}`, async () => (await snags.reached()) >= before + deaths);
      await city.kill('pipeline');
      await snags.abandon();
      await city.database.query('update hints set look_at = clock_timestamp()');
      await city.run('pipeline');
    }
    await standing(officer, poison, 'act/parked');
    expect((await snags.reached()) - before).toBe(5);
    for (const { id } of neighbours) await standing(officer, id, 'act/open');
    const admin = await city.as('admin');
    expect((await admin.get('/parked')).items).toMatchObject([{ queue: 'act', error: expect.any(String) }]);
    await expectPeace(city.database);
    await snags.clear();
  });

  it('between sending a mail and noting it sends it again, the same to the byte', async () => {
    const before = sink.mails.length;
    await city.kill('notifier');
    await city.run('notifier', { env: { FAILPOINT: 'dispatcher.afterSend:kill@1' } });
    const requests = [{ text: '보호 대책 마련', horizon: 'short' }];
    const { id } = await officer.post('/issues', {
      ...weightyIssue(city.people.labour.departmentId),
      requests,
    });
    await standing(officer, id, 'prioritize/review');
    await officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    await died('notifier');
    // A mail is dated to the second.
    await sleep(1100);
    await endClaims();
    await city.run('notifier');
    await expectPeace(city.database);
    const [first, second, ...more] = sink.mails.slice(before);
    expect(first).toMatch(/^Message-ID: <[0-9a-f-]{36}@haechi>\r$/im);
    expect([second, ...more]).toEqual([first]);
  });
});

describe('SIGTERM', () => {
  beforeAll(() => start());
  afterAll(stop);

  it('lets a step under way finish, takes no other, and ends every process within 25 s', async () => {
    const snags = await Snags.in(city.database);
    const writer = keepWriting();
    await writer.acknowledges(10);
    const follower = await Follower.open(officer);
    const held = await heldInAct(snags);
    const ended = end('pipeline');
    await sleep(1000);
    expect(city.child('pipeline').exitCode).toBeNull();
    await snags.clear();
    expect(await ended).toEqual([0, null]);
    await standing(officer, held, 'act/open');
    expect(await end('intake')).toEqual([0, null]);
    expect(await end('notifier')).toEqual([0, null]);
    follower.leave();
    await restart();
    await writer.acknowledges(10);
    expect(await writer.settle(city.database)).toEqual([]);
    await expectPeace(city.database);
  });
});

describe('with PostgreSQL away', () => {
  afterAll(stop);

  it('refuses clearly within 3 s, heals by itself, and after kill -9 has all that it ever acknowledged', async () => {
    const postgres = await DurablePostgres.start();
    others.push(() => postgres.end());
    await start({ database: await freshDatabase(postgres.url) });
    const writer = keepWriting();
    await writer.acknowledges(20);
    await postgres.kill();
    const asked = Date.now();
    const refused = await officer.send('POST', '/issues', lightIssue());
    expect(refused).toMatchObject({
      status: 503,
      body: { type: 'urn:haechi:problem:unavailable', status: 503 },
    });
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Date.now() - asked).toBeLessThan(3000);
    await postgres.up();
    await writer.acknowledges(10);
    await expectNothingLost();
    for (const app of ['intake', 'pipeline', 'notifier']) expect(city.child(app).exitCode).toBeNull();
  });
});

describe(`with queues on ${haveRedis ? 'Redis' : 'PostgreSQL (there is no redis-server here)'}`, () => {
  let redis: TestRedis | undefined;
  beforeAll(async () => {
    redis = haveRedis ? await TestRedis.start() : undefined;
    if (redis) others.push(() => redis!.kill());
    await start({ ...(redis && { redisUrl: redis.url }) });
  });
  afterAll(stop);

  onRedis('takes writes while Redis is away, and when it is back, empty, does everything that was left', () =>
    loseRedis(redis!),
  );

  it('does nothing twice when a worker freezes in its work and wakes after another has done it', async () => {
    const snags = await Snags.in(city.database);
    // Two lists are what it works on at once; the third it has taken and not begun.
    const ids = [
      await heldInAct(snags),
      await heldInAct(snags),
      (await officer.post('/issues', lightIssue())).id,
    ];
    await standing(officer, ids[2], 'act/processing');
    await sleep(300);
    city.child('pipeline').kill('SIGSTOP');
    await snags.clear();
    await city.run('pipeline', { name: 'other' });
    for (const id of ids) await standing(officer, id, 'act/open');
    city.child('pipeline').kill('SIGCONT');
    await sleep(2000);
    await expectPeace(city.database);
    for (const id of ids) expect((await story(officer, id)).match(/issue.opened/g)).toHaveLength(1);
    await city.kill('other');
    const { id } = await officer.post('/issues', lightIssue());
    await standing(officer, id, 'act/open');
    await expectPeace(city.database);
  });
});

async function loseRedis(redis: TestRedis): Promise<void> {
  const writer = keepWriting();
  for (let round = 1; round <= 2; round += 1) {
    await writer.acknowledges(40);
    await redis.kill();
    await writer.acknowledges(20, 10_000);
    // As if the relay had failed for minutes.
    await city.database.query('update hints set published = 6');
    await sleep(1000);
    await redis.up();
  }
  await writer.acknowledges(10);
  await writer.end();
  expect(writer.unknown).toEqual([]);
  expect(Math.max(...writer.writes.map(({ ms }) => ms!))).toBeLessThan(3000);
  await expectNothingLost();
}
