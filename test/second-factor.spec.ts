import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api, type Json } from './support/api.js';
import { City, eventually, freePort } from './support/city.js';
import { codeOf, setUp, stepBegins } from './support/second-factor.js';

const PASSWORD = 'a-long-enough-password';
const LOGS = '/tmp/haechi-test-logs';

let city: City;
let second: string;
let strict: string;
let admin: Api;

beforeAll(async () => {
  city = await City.start({ apps: ['intake', 'notifier'] });
  const ports = [await freePort(), await freePort()];
  [second, strict] = ports.map((port) => `http://127.0.0.1:${port}`) as [string, string];
  await city.run('intake', { name: 'intake-2', env: { PORT: String(ports[0]) } });
  await city.run('intake', {
    name: 'intake-strict',
    env: { PORT: String(ports[1]), SECOND_FACTOR_ROLES: 'manager, auditor' },
  });
  ({ admin } = await city.asEach('admin'));
}, 120_000);
afterAll(() => city?.stop());

let people = 0;
async function somebody(role = 'officer'): Promise<{ id: string; email: string; api: Api }> {
  const email = `two-${(people += 1)}@city.test`;
  const { id } = await admin.post('/users', { email, name: '사람', role, password: PASSWORD });
  return { id, email, api: await Api.signIn(city.url, email, PASSWORD) };
}
const signIn = (body: object, url = city.url): Promise<Response> =>
  fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password: PASSWORD, ...body }),
  });
const said = async (answer: Response): Promise<string> =>
  answer.status === 204
    ? '204'
    : `${answer.status} ${((await answer.json()) as Json).type.split('problem:')[1]}`;
const tried = async (body: object, url?: string): Promise<string> => said(await signIn(body, url));
const status = async (by: Api): Promise<number> => (await by.send('GET', '/me')).status;
const count = (all: string[], one: string): number => all.filter((each) => each === one).length;

describe('a second factor', () => {
  it('is set up by password and code, and asked for from then on; other devices are signed out', async () => {
    const { email, api } = await somebody();
    const other = await Api.signIn(city.url, email, PASSWORD);
    expect((await api.send('POST', '/me/second-factor', { password: 'not mine' })).body.errors[0].path).toBe(
      'password',
    );
    const { secret, uri } = await api.post('/me/second-factor', { password: PASSWORD });
    expect(uri).toMatch(new RegExp(`^otpauth://totp/Haechi:two-\\d+%40city\\.test\\?.*secret=${secret}`));
    // Begun is not in use.
    expect(await tried({ email })).toBe('204');
    const wrong = await api.send('POST', '/me/second-factor/confirmation', { code: '000000' });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'code']);
    const { recoveryCodes } = await api.post('/me/second-factor/confirmation', { code: codeOf(secret) });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect([await status(api), await status(other)]).toEqual([200, 401]);
    expect(await api.get('/me/second-factor')).toEqual({
      since: expect.any(String),
      recoveryCodesLeft: 10,
    });
    const asked = await signIn({ email });
    expect([await said(asked), asked.headers.get('set-cookie')]).toEqual([
      '401 second_factor.required',
      null,
    ]);
    expect(await tried({ email, code: codeOf(secret, 1) })).toBe('204');
    expect(await tried({ email, password: 'wrong', code: codeOf(secret, 1) })).toBe('401 session.wrong');
    const again = await api.send('POST', '/me/second-factor', { password: PASSWORD });
    expect(again.body.type).toContain('second_factor.on');
  });

  it('takes a code within one step of now, in order, and no code twice: of 24 at once over two processes one', async () => {
    const { email, api } = await somebody();
    const { secret } = await api.post('/me/second-factor', { password: PASSWORD });
    await stepBegins();
    await api.post('/me/second-factor/confirmation', { code: codeOf(secret, -1) });
    const outcomes: string[] = [];
    for (const steps of [-3, -2, 2, 3]) outcomes.push(await tried({ email, code: codeOf(secret, steps) }));
    expect(count(outcomes, '401 second_factor.wrong')).toBe(4);
    const code = codeOf(secret);
    const replays = await Promise.all(
      Array.from({ length: 24 }, (_, n) => tried({ email, code }, n % 2 ? second : city.url)),
    );
    expect(count(replays, '204')).toBe(1);
    // What came before the newest counts no more.
    expect(await tried({ email, code: codeOf(secret, -1) })).not.toBe('204');
  });

  it('lets in with each recovery code once, however it is typed, and renewed ones only', async () => {
    const { email, api } = await somebody();
    const { codes } = await setUp(api, PASSWORD);
    const [first, third] = [codes[0]!, codes[2]!];
    const used = await Promise.all(
      Array.from({ length: 6 }, (_, n) => tried({ email, code: first }, n % 2 ? second : city.url)),
    );
    expect(count(used, '204')).toBe(1);
    expect(await tried({ email, code: codes[1]!.toLowerCase().replaceAll('-', ' ') })).toBe('204');
    const own = await Api.signIn(city.url, 'admin@city.test', PASSWORD);
    expect((await own.send('POST', '/me/second-factor/recovery-codes', { password: PASSWORD })).status).toBe(
      409,
    );
    expect((await api.get('/me/second-factor')).recoveryCodesLeft).toBe(8);
    const { recoveryCodes } = await api.post('/me/second-factor/recovery-codes', { password: PASSWORD });
    expect(await tried({ email, code: third })).toBe('401 second_factor.wrong');
    expect(await tried({ email, code: recoveryCodes[9] })).toBe('204');
  });

  it('goes with password and code', async () => {
    const { email, api } = await somebody();
    const { codes } = await setUp(api, PASSWORD);
    const remove = (body: object) => api.send('POST', '/me/second-factor/removal', body);
    expect((await remove({ password: 'wrong', code: codes[0] })).body.errors[0].path).toBe('password');
    expect((await remove({ password: PASSWORD, code: '123456' })).body.errors[0].path).toBe('code');
    expect((await remove({ password: PASSWORD, code: codes[0] })).status).toBe(204);
    expect(await tried({ email })).toBe('204');
    expect((await remove({ password: PASSWORD, code: codes[1] })).status).toBe(409);
  });

  it('that is lost is taken away by an administrator, on record, and its owner is told', async () => {
    const { id, email, api } = await somebody();
    const take = (by: Api, tag = '*') =>
      by.send('DELETE', `/users/${id}/second-factor`, undefined, { 'if-match': tag });
    expect((await take(admin)).body.type).toContain('second_factor.off');
    await setUp(api, PASSWORD);
    expect(await admin.get(`/users/${id}`)).toMatchObject({ secondFactor: true });
    expect((await take(api)).status).toBe(403);
    expect((await take(admin, '"1"')).status).toBe(412);
    expect((await take(admin)).status).toBe(204);
    expect(await status(api)).toBe(401);
    const back = await Api.signIn(city.url, email, PASSWORD);
    const { items } = await admin.get('/audit?what=second-factor.taken-away&limit=1');
    expect(items[0]).toMatchObject({ actor: 'admin', subject: `user:${id}` });
    await eventually('its owner is told', async () =>
      (await back.get('/inbox')).items.find(({ title }: Json) => title.includes('2단계 인증 해제')),
    );
    const mails = await city.database.query(
      `select 1 from deliveries where recipient_id = $1 and channel = 'mail' and kind = 'account'`,
      [id],
    );
    expect(mails).toHaveLength(1);
  });
});

describe('guessing a code', () => {
  it('gets six tries of 40 at once over two processes, and asking again between them gives no more', async () => {
    const { email, api } = await somebody();
    await setUp(api, PASSWORD);
    const guesses = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        tried({ email, code: `${100_000 + n}` }, n % 2 ? second : city.url),
      ),
    );
    expect(count(guesses, '401 second_factor.wrong')).toBe(6);
    expect(count(guesses, '429 session.too_many')).toBe(34);
    const other = await somebody();
    await setUp(other.api, PASSWORD);
    const between: string[] = [];
    for (let n = 0; n < 10; n += 1)
      between.push(
        await tried({ email: other.email, code: `${200_000 + n}` }),
        await tried({ email: other.email }),
      );
    expect(count(between, '401 second_factor.wrong')).toBe(6);
  });

  it('is no easier on a screen that was left open: of 30 wrong passwords and codes six are tried', async () => {
    const { api } = await somebody();
    await setUp(api, PASSWORD);
    const routes = [
      ['POST', '/me/second-factor/removal', { password: PASSWORD, code: '111111' }],
      ['POST', '/me/second-factor/recovery-codes', { password: 'wrong' }],
      ['PUT', '/me/password', { current: 'wrong', password: 'a-new-long-password' }],
    ] as const;
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => {
        const [verb, path, body] = routes[n % 3]!;
        return api.send(verb, path, body).then((answer) => answer.status);
      }),
    );
    expect(answers.filter((one) => one === 400)).toHaveLength(6);
    expect(answers.filter((one) => one === 429)).toHaveLength(24);
  });

  it.each([
    '',
    ' ',
    '1',
    '1234567',
    '１２３４５６',
    "' or 1=1 --",
    '%',
    '\u0000',
    'x'.repeat(41),
    null,
    0,
    ['123456'],
    { $ne: '' },
  ])('with %j gets in nobody', async (code) => {
    const { email, api } = await somebody();
    await setUp(api, PASSWORD);
    const answer = await signIn({ email, code });
    expect([400, 401]).toContain(answer.status);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

describe('where a role needs a second factor', () => {
  it('nothing else can be done before it is set up, by nobody of that role, nor by their tokens', async () => {
    const { email, api } = await somebody('manager');
    const { token } = await api.post('/tokens', { name: '연계', scope: 'read', expiresInDays: 1 });
    const by = await Api.signIn(strict, email, PASSWORD);
    const me = await by.get('/me');
    expect(me.secondFactorDue).toBe(true);
    const document = await (await fetch(`${strict}/api/openapi.json`)).json();
    const open: string[] = [];
    let refused = 0;
    for (const [path, item] of Object.entries((document as Json).paths as Record<string, object>))
      for (const verb of Object.keys(item)) {
        if (/^\/(health|dev)|\/sign-in|oidc/.test(path) || path === '/api/v1/sessions/current') continue;
        const url = path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
        const answer = await by.send(verb.toUpperCase(), url, verb === 'get' ? undefined : {});
        if (answer.body?.type?.endsWith('second_factor.due')) refused += 1;
        else open.push(`${verb.toUpperCase()} ${path.slice('/api/v1'.length)}`);
      }
    expect(open.toSorted()).toEqual([
      'GET /me',
      'GET /me/second-factor',
      'POST /me/second-factor',
      'POST /me/second-factor/confirmation',
      'POST /sessions',
      'POST /sessions/current/extension',
      'PUT /me/password',
    ]);
    expect(refused).toBeGreaterThan(150);
    const byToken = () =>
      fetch(`${strict}/api/v1/issues`, { headers: { authorization: `Bearer ${token}` } }).then(
        (r) => r.status,
      );
    expect(await byToken()).toBe(403);
    await setUp(by, PASSWORD);
    expect((await by.get('/me')).secondFactorDue).toBe(false);
    expect([(await by.send('GET', '/issues')).status, await byToken()]).toEqual([200, 200]);
    // Nobody else is asked.
    expect(
      (await (await Api.signIn(strict, (await somebody()).email, PASSWORD)).get('/me')).permissions,
    ).toContain('POST /api/v1/issues');
  });

  it('a role that there is not stops the start', async () => {
    const start = city.run('intake', { name: 'wrong', env: { PORT: '0', SECOND_FACTOR_ROLES: 'bishop' } });
    await expect(start).rejects.toThrow('ended');
  });
});

it('leaves its secret and codes in no event, record, mail, answer or log, and the role of requests cannot read them', async () => {
  const { id, email, api } = await somebody();
  const { secret, codes } = await setUp(api, PASSWORD);
  const code = codeOf(secret, 1);
  expect(await tried({ email, code })).toBe('204');
  await tried({ email, code: codes[0]! });
  await tried({ email, code: codes[0]! });
  const rows = await city.database.query(
    ['events', 'access_log', 'deliveries', 'idempotency_keys', 'recovery_codes', 'sessions', 'sign_in_limits']
      .map((table) => `select t::text as t from ${table} t`)
      .join(' union all '),
  );
  const answers = await Promise.all([
    api.get('/me/second-factor'),
    api.get('/me'),
    admin.get(`/users/${id}`),
    admin.get('/audit?limit=200'),
  ]);
  const logs = readdirSync(LOGS)
    .filter((name) => name.includes(`-${process.pid}.`))
    .map((name) => readFileSync(join(LOGS, name), 'utf8'));
  const everything = JSON.stringify([rows, answers, logs]);
  expect(logs.length).toBeGreaterThan(2);
  for (const kept of [secret, ...codes, ...codes.map((one) => one.replaceAll('-', ''))])
    expect(everything).not.toContain(kept);
  for (const column of ['secret', 'last_step'])
    await expect(
      city.database.query(`set role haechi_read; select ${column} from second_factors`),
    ).rejects.toThrow('permission denied');
});
