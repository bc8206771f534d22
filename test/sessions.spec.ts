import { randomUUID } from 'node:crypto';
import { Api } from './support/api.js';
import { City, freePort } from './support/city.js';

let city: City;
let https: string;
let officer: Api;

beforeAll(async () => {
  city = await City.start({ apps: ['intake'] });
  officer = await city.as('officer');
  const port = await freePort();
  https = `http://127.0.0.1:${port}`;
  await city.run('intake', {
    name: 'intake-https',
    env: { PORT: String(port), PUBLIC_URL: 'https://risk.city.test' },
  });
}, 120_000);
afterAll(() => city?.stop());

const account = (name: 'officer' | 'manager' | 'water' | 'climate'): { email: string; password: string } => {
  const { email, password } = city.people[name];
  return { email, password };
};

async function signIn(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

const flags = (response: Response): string[] =>
  response.headers.get('set-cookie')!.split('; ').slice(1).toSorted();

describe('signing in', () => {
  it('gives a cookie that no script reads and no other site sends', async () => {
    const plain = await signIn(city.url, account('officer'));
    expect(plain.headers.get('set-cookie')).toMatch(/^haechi=[\w-]{43};/);
    expect(flags(plain)).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax']);
    const secure = await signIn(https, account('officer'));
    expect(secure.headers.get('set-cookie')).toMatch(/^__Host-haechi=[\w-]{43};/);
    expect(flags(secure)).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax', 'Secure']);
    expect(secure.headers.get('strict-transport-security')).toMatch(/max-age/);
  });

  it('answers alike for a wrong password, an unknown address and a closed account', async () => {
    await city.database.query(`update users set active = false where email = 'climate@city.test'`);
    const wrong = [
      { ...account('officer'), password: 'wrong' },
      { email: 'nobody@city.test', password: 'wrong' },
      account('climate'),
    ];
    const answers = await Promise.all(wrong.map(async (one) => (await signIn(city.url, one)).text()));
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(JSON.parse(answers[0]!)).toMatchObject({
      status: 401,
      title: '전자우편 주소 또는 비밀번호가 올바르지 않습니다.',
    });
    expect((await signIn(city.url, { ...account('officer'), email: 'OFFICER@City.Test' })).status).toBe(204);
  });

  it.each([
    { email: "' or '1'='1' --", password: 'x' },
    { email: { $ne: null }, password: { $ne: null } },
    { email: 'officer@city.test', password: '' },
    { email: 'officer@city.test', password: 'x', role: 'admin' },
    { email: 'officer@city.test\u0000', password: 'x' },
    { email: ['officer@city.test'], password: 'x' },
  ])('is refused with %j', async (body) => {
    const response = await signIn(city.url, body);
    expect([400, 401]).toContain(response.status);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('keeps only a hash of the token, and each sign-in has its own', async () => {
    const tokens = await Promise.all(
      [1, 2].map(async () =>
        (await signIn(city.url, account('manager'))).headers.get('set-cookie')!.slice(7, 50),
      ),
    );
    expect(tokens[0]).not.toBe(tokens[1]);
    const rows = await city.database.query<{ row: string }>('select sessions::text as row from sessions');
    for (const token of tokens) expect(rows.map(({ row }) => row).join()).not.toContain(token);
  });
});

describe('a session', () => {
  const me = async (by: Api): Promise<number> => (await by.send('GET', '/me')).status;

  it('is dead at once when it is signed out, and only that one', async () => {
    const [one, other] = [await city.as('manager'), await city.as('manager')];
    const ended = await one.send('DELETE', '/sessions/current');
    expect([ended.status, ended.headers.get('set-cookie')]).toEqual([
      204,
      expect.stringMatching(/^haechi=;.*(Expires=Thu, 01 Jan 1970|Max-Age=0)/),
    ]);
    expect([await me(one), await me(other)]).toEqual([401, 200]);
    expect((await one.send('DELETE', '/sessions/current')).status).toBe(401);
  });

  it('is dead at once when its person is closed out, moved to another role, or its time is over', async () => {
    const water = await city.as('water');
    expect(await me(water)).toBe(200);
    await city.database.query(`update users set active = false where email = 'water@city.test'`);
    expect(await me(water)).toBe(401);
    await city.database.query(
      `update users set active = true, role = 'auditor' where email = 'water@city.test'`,
    );
    expect((await water.send('GET', '/me')).body.role).toBe('auditor');
    expect((await water.send('POST', `/requests/${randomUUID()}/acknowledgement`, {})).status).toBe(403);
    await city.database.query(`update sessions set expires_at = app_now() where user_id = $1`, [
      city.people.water.id,
    ]);
    expect(await me(water)).toBe(401);
  });

  it('ends the open stream of a person who is closed out', async () => {
    const manager = await city.as('manager');
    const response = await fetch(`${city.url}/api/v1/stream`, { headers: { cookie: manager.cookie } });
    const reader = response.body!.getReader();
    await reader.read();
    await manager.send('DELETE', '/sessions/current');
    await city.database.query(`select pg_notify('feed', '')`);
    for (let last = await reader.read(); !last.done; last = await reader.read());
    expect(response.status).toBe(200);
  });

  it.each([
    'haechi=',
    'haechi=x',
    'haechi=; haechi=x',
    'session=x',
    `haechi=${'x'.repeat(3000)}`,
    'haechi=%00',
    '__Host-haechi=x',
  ])('is not made of %j', async (cookie) => {
    expect(await me(new Api(city.url, cookie))).toBe(401);
  });

  it('of one cookie name is none under the other', async () => {
    const token = officer.cookie.split('=')[1];
    expect(await me(new Api(https, `haechi=${token}`))).toBe(401);
    expect(await me(new Api(https, `__Host-haechi=${token}`))).toBe(200);
  });
});

describe('a request from another site', () => {
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: '' },
  ] as Record<string, string>[];
  const issue = { title: '위조된 이슈', summary: '내용', channel: 'press' };

  it.each(foreign)('is refused when it would change something: %j', async (headers) => {
    const answer = await officer.send('POST', '/issues', issue, headers);
    expect([answer.status, answer.body.type]).toEqual([403, 'urn:haechi:problem:origin.foreign']);
    expect((await officer.send('DELETE', '/sessions/current', undefined, headers)).status).toBe(403);
    expect(
      (await officer.send('PATCH', `/issues/${randomUUID()}`, {}, { ...headers, 'if-match': '"1"' })).status,
    ).toBe(403);
    expect((await signIn(city.url, account('manager'), headers)).status).toBe(403);
    expect((await officer.get('/me')).email).toBe('officer@city.test');
  });

  it('goes through from our own pages and from programs that are no browser', async () => {
    const own = [
      { origin: city.url, 'sec-fetch-site': 'same-origin' },
      { origin: city.url },
      { 'sec-fetch-site': 'none' },
      {},
    ] as Record<string, string>[];
    for (const headers of own)
      expect((await officer.send('POST', '/issues', issue, headers)).status).toBe(201);
  });

  it('may read nothing in a browser: no answer allows another origin', async () => {
    const answer = await officer.send('GET', '/issues', undefined, { origin: 'https://evil.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const preflight = await fetch(`${city.url}/api/v1/issues`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('cannot be a form, which any page may send without asking', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
    ]) {
      const response = await fetch(`${city.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(account('officer')),
      });
      expect([type, response.status, response.headers.get('set-cookie')]).toEqual([type, 415, null]);
    }
  });
});

it('answers that hold anything are kept by nobody on the way', async () => {
  for (const path of ['/me', '/issues', '/departments'])
    expect([path, (await officer.send('GET', path)).headers.get('cache-control')]).toEqual([
      path,
      expect.stringContaining('no-'),
    ]);
});
