import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Api, type Json } from './support/api.js';
import { City, eventually, freePort } from './support/city.js';
import { anIssue, heavy, settled } from './support/issues.js';
import { MailSink } from './support/receive-mail.js';
import { WebhookSink } from './support/receive-webhooks.js';
import { haveRedis, TestRedis } from './support/redis.js';
import { setUp } from './support/second-factor.js';

const LOGS = '/tmp/haechi-test-logs';
const APPS = ['intake', 'pipeline', 'notifier'] as const;

/** Where a secret may lie, and nowhere else: apart, closed to the role that reads for people. */
const KEPT_IN: Record<string, string> = { totp: 'second_factors', webhook: 'webhook_secrets' };

let city: City;
let redis: TestRedis | null = null;
let mail: MailSink;
let sink: WebhookSink;
const canaries = new Map<string, string>();
/** What the API said, but for the one answer that shows a secret. */
const heard: string[] = [];

const plant = (name: string): string => {
  const secret = `Canary-${randomBytes(12).toString('hex')}`;
  canaries.set(name, secret);
  return secret;
};

async function ask(by: Api, method: string, path: string, body?: unknown): Promise<Json> {
  const { status, headers, body: said } = await by.send(method, path, body);
  heard.push(`${status} ${JSON.stringify([...headers])} ${JSON.stringify(said)}`);
  return said;
}
const post = (url: string, body: string, more: Record<string, string> = {}): Promise<void> =>
  fetch(`${city.url}/api/v1${url}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...more },
    body,
  }).then(async (answer) => void heard.push(await answer.text()));

/** Signs somebody in, sets up everything that has a secret, and uses it rightly and wrongly. */
async function useSecrets(): Promise<void> {
  const admin = await city.as('admin');
  const email = 'canary@city.test';
  const password = plant('password');
  await ask(admin, 'POST', '/users', { email, name: '사람', role: 'officer', password });
  const typed = plant('a wrong password');
  await post('/sessions', JSON.stringify({ email, password: typed }));
  // Now and then somebody types it where the address belongs.
  await post('/sessions', JSON.stringify({ email: plant('a password as address'), password: 'x' }));
  await post(
    '/sessions',
    JSON.stringify({ email: { [email]: plant('a password as an object') }, password: [typed] }),
  );
  await post('/sessions', `{"email":"${email}","password":"${plant('a password in broken JSON')}`);
  const by = await Api.signIn(city.url, email, password);
  canaries.set('session', by.cookie.split('=')[1]!);
  const { secret, codes } = await setUp(by, password);
  canaries.set('totp', secret).set('recovery code', codes[0]!);
  await post('/sessions', JSON.stringify({ email, password, code: plant('a wrong code').slice(0, 40) }));
  await post('/sessions', JSON.stringify({ email, password, code: codes[1] }));
  canaries.set('used recovery code', codes[1]!);
  const { token } = await by.post('/tokens', { name: '연계', scope: 'write', expiresInDays: 1 });
  canaries.set('token', token);
  await post('/issues', JSON.stringify(anIssue(heavy)), { authorization: `Bearer ${token}` });
  await post('/issues', '{', { authorization: `Bearer ${plant('a wrong token')}` });
  const next = plant('new password');
  await ask(by, 'PUT', '/me/password', { current: password, password: next });
  await ask(by, 'PUT', '/me/password', { current: next, password: plant('no password').slice(0, 8) });
  canaries.delete('no password');
  // They are told by mail.
  await admin.send('DELETE', `/users/${(await by.get('/me')).id}/second-factor`, undefined, {
    'if-match': '*',
  });
  const hook = { name: '연계', url: sink.url('/canary'), events: ['policy.drafted'] };
  const { secret: signing } = await admin.post('/webhooks', hook);
  canaries.set('webhook', signing);
}

beforeAll(async () => {
  redis = haveRedis ? await TestRedis.start() : null;
  [mail, sink] = [await MailSink.open(), await WebhookSink.open()];
  const smtp = new URL(mail.url);
  smtp.username = 'robot';
  smtp.password = plant('password of the mail server');
  city = await City.start({
    ...(redis && { redisUrl: redis.url }),
    env: {
      LOG_LEVEL: 'trace',
      SMTP_URL: smtp.href,
      OUTBOUND_ALLOW: sink.host,
      OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
      OIDC_CLIENT_ID: 'haechi',
      OIDC_CLIENT_SECRET: plant('secret of single sign-on'),
    },
  });
  await useSecrets();
  const officer = await city.as('officer');
  await fetch(`${city.url}/api/v1/sign-in/oidc`, { redirect: 'manual' });
  const { id } = await officer.post('/issues', anIssue(heavy));
  await settled(officer, id);
  await officer.post('/policies', { version: 'canary', note: '검토용' });
  await eventually('the webhook was told', async () => sink.at('/canary').length > 0);
  const admin = await city.as('admin');
  await eventually('a mail was tried', async () =>
    (await admin.get('/deliveries?channel=mail&limit=200')).items.some(({ attempts }: Json) => attempts > 0),
  );
  for (const path of [
    '/users',
    '/webhooks',
    '/deliveries?limit=200',
    '/parked',
    '/contacts',
    '/audit?limit=200',
    '/me/sessions',
    '/tokens',
  ])
    await ask(admin, 'GET', path);
}, 180_000);
afterAll(async () => {
  await city?.stop();
  sink?.close();
  await mail?.close();
  await redis?.kill();
});

/** The secrets that are found in a text, by their names. */
const found = (text: string): string[] =>
  [...canaries].filter(([, secret]) => text.includes(secret)).map(([name]) => name);

describe('a secret that was planted', () => {
  it('is in no log, though every process says all that it can', () => {
    const lines = APPS.map((name) => readFileSync(join(LOGS, `${name}-${process.pid}.log`), 'utf8'));
    expect(lines.join('').length).toBeGreaterThan(1000);
    expect(found(lines.join('\n'))).toEqual([]);
    expect(readdirSync(LOGS).length).toBeGreaterThan(0);
  });

  it('is in no answer but the one that shows it', () => {
    expect(heard.length).toBeGreaterThan(15);
    expect(found(heard.join('\n'))).toEqual([]);
  });

  it('is in no table but the one that keeps it, not in queues, events, mails or records', async () => {
    const tables = await city.database.query<{ name: string; text: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(50);
    const misplaced: string[] = [];
    for (const { name } of tables) {
      const [row] = await city.database.query<{ text: string | null }>(
        `select string_agg(t::text, e'\\n') as text from ${name} t`,
      );
      for (const secret of found(row?.text ?? ''))
        if (name !== `public.${KEPT_IN[secret]}`) misplaced.push(`${secret} in ${name}`);
    }
    expect(misplaced).toEqual([]);
  });

  it('is nowhere in Redis', async () => {
    expect(redis !== null || !haveRedis).toBe(true);
    if (!redis) return;
    const client = new Redis(redis.url);
    const keys = await client.keys('*');
    expect(keys.length).toBeGreaterThan(5);
    const read: Record<string, (key: string) => Promise<unknown>> = {
      string: (key) => client.get(key),
      hash: (key) => client.hgetall(key),
      list: (key) => client.lrange(key, 0, -1),
      set: (key) => client.smembers(key),
      zset: (key) => client.zrange(key, 0, -1),
      stream: (key) => client.xrange(key, '-', '+'),
    };
    for (const key of keys)
      expect(found(JSON.stringify(await read[await client.type(key)]!(key)))).toEqual([]);
    client.disconnect();
  });
});
