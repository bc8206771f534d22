import { Api, type Json } from './support/api.js';
import { SIGNING_IN } from '#config/signing-in.js';
import { City, eventually, freePort } from './support/city.js';
import { Follower } from './support/follow-stream.js';
import { tally } from './support/tally.js';

const PASSWORD = 'a-long-enough-password';

let city: City;
let second: string;
let admin: Api;

beforeAll(async () => {
  city = await City.start({ apps: ['intake'] });
  const port = await freePort();
  second = `http://127.0.0.1:${port}`;
  await city.run('intake', { name: 'intake-2', env: { PORT: String(port), SESSION_IDLE_MINUTES: '30' } });
  ({ admin } = await city.asEach('admin'));
}, 120_000);
afterAll(() => city?.stop());

let people = 0;
async function somebody(more: object = {}): Promise<Json> {
  const email = `someone-${(people += 1)}@city.test`;
  return admin.post('/users', { email, name: '사람', role: 'officer', password: PASSWORD, ...more });
}
const as = ({ email }: Json, password = PASSWORD): Promise<Api> => Api.signIn(city.url, email, password);
const change = async (user: Json, body: object, by: Api = admin): Promise<string> => {
  const answer = await by.send('PATCH', `/users/${user.id}`, body, { 'if-match': '*' });
  return answer.status === 200
    ? '200'
    : `${answer.status} ${answer.body.errors[0]?.path ?? answer.body.type.split(':').at(-1)}`;
};
const status = async (by: Api): Promise<number> => (await by.send('GET', '/me')).status;
const signIn = (email: string, password: string, url = city.url): Promise<Response> =>
  fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
/** Time goes by for the database. */
const later = (minutes: number): Promise<unknown> =>
  city.database.query(
    `insert into clock (shift) values (make_interval(mins => $1)) on conflict (only_row) do update set shift = clock.shift + excluded.shift`,
    [minutes],
  );

describe('an administrator', () => {
  it('changes what somebody is, on record with what was before', async () => {
    const user = await somebody();
    expect(
      await change(user, { position: 'division-head', delegatedPosition: 'office-head', name: '새 이름' }),
    ).toBe('200');
    expect(await admin.get(`/users/${user.id}`)).toMatchObject({
      position: 'division-head',
      name: '새 이름',
      version: 2,
    });
    const { items } = await admin.get(`/audit?what=user.changed&limit=1`);
    expect(items[0]).toMatchObject({
      actor: 'admin',
      subject: `user:${user.id}`,
      changes: { name: ['사람', '새 이름'], position: ['staff', 'division-head'] },
    });
    const stale = await admin.send('PATCH', `/users/${user.id}`, { name: '다시' }, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect(await change(user, { role: 'department' })).toBe('400 departmentId');
  });

  it('closes somebody out, who is gone at once from every device, and lets them back in', async () => {
    const user = await somebody();
    const [one, other] = [await as(user), await as(user)];
    expect(await change(user, { active: false })).toBe('200');
    expect([await status(one), await status(other)]).toEqual([401, 401]);
    expect((await signIn(user.email, PASSWORD)).status).toBe(401);
    expect(await change(user, { active: true })).toBe('200');
    expect(await status(await as(user))).toBe(200);
  });

  it('gives a new password, or signs out everywhere', async () => {
    const user = await somebody();
    const before = await as(user);
    const token = async (by: Api): Promise<string> =>
      (await by.post('/tokens', { name: '연계', scope: 'read', expiresInDays: 30 })).token;
    const bearers = [await token(before)];
    const borne = (): Promise<number[]> =>
      Promise.all(
        bearers.map(async (bearer) => {
          const headers = { authorization: `Bearer ${bearer}` };
          return (await admin.send('GET', '/me', undefined, headers)).status;
        }),
      );
    expect(await change(user, { password: 'another-long-password' })).toBe('200');
    expect([await status(before), await borne()]).toEqual([401, [401]]);
    const after = await as(user, 'another-long-password');
    bearers.push(await token(after));
    expect(await borne()).toEqual([401, 200]);
    const out = await admin.send('DELETE', `/users/${user.id}/sessions`, undefined, { 'if-match': '*' });
    expect([out.status, await status(after), await borne()]).toEqual([204, 401, [401, 401]]);
  });

  it('cannot close the own account out, and of two who do so to each other one remains', async () => {
    const own = await admin.get('/me');
    expect(await change(own, { role: 'officer' })).toBe('409 user.yourself');
    const other = await somebody({ role: 'admin' });
    const theirs = await as(other);
    const said = await Promise.all([
      change(other, { active: false }),
      change(own, { active: false }, theirs),
    ]);
    expect(said.filter((one) => one === '200')).toHaveLength(1);
    const [{ n }] = (await city.database.query(
      `select count(*) as n from users where role = 'admin' and active`,
    )) as [{ n: number }];
    expect(n).toBe(1);
    await city.database.query('update users set active = true where id = $1', [own.id]);
    admin = (await city.asEach('admin')).admin;
  });
});

describe('a password', () => {
  it.each(['short', 'password2026!', 'aaaaaaaaaaaa', '1q2w3e4r5t6y'])('is not %s', async (password) => {
    const answer = await admin.send('POST', '/users', {
      email: 'no@city.test',
      name: '사람',
      role: 'officer',
      password,
    });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'password']);
  });

  it('is changed by its owner who knows it, which ends the other sessions and is on record without it', async () => {
    const user = await somebody();
    const [here, there] = [await as(user), await as(user)];
    const set = (current: string, password: string) =>
      here.send('PUT', '/me/password', { current, password });
    expect((await set('not-the-password', 'a-new-long-password')).body.errors[0].path).toBe('current');
    expect((await set(PASSWORD, 'password2026!')).body.errors[0].path).toBe('password');
    expect((await set(PASSWORD, 'a-new-long-password')).status).toBe(204);
    expect([await status(here), await status(there)]).toEqual([200, 401]);
    expect((await signIn(user.email, PASSWORD)).status).toBe(401);
    const rows = await city.database.query(`select e::text as row from events e where name like 'user.%'`);
    expect(JSON.stringify(rows)).not.toContain('a-new-long-password');
  });

  it('that somebody else chose can be one to be changed first: nothing else is done before', async () => {
    const user = await somebody({ passwordDue: true });
    expect(user.passwordDue).toBe(true);
    const owner = await as(user);
    const refused = async (): Promise<string> => {
      const { status: code, body } = await owner.send('GET', '/issues');
      return code === 403 ? body.type.split('problem:')[1] : String(code);
    };
    expect([await refused(), (await owner.get('/me')).passwordDue]).toEqual(['password.due', true]);
    expect((await owner.get('/me')).permissions).not.toContain('GET /api/v1/issues');
    const own = { current: PASSWORD, password: 'known to nobody else' };
    expect((await owner.send('PUT', '/me/password', own)).status).toBe(204);
    expect([await refused(), (await owner.get('/me')).passwordDue]).toEqual(['200', false]);
    expect((await admin.get(`/users/${user.id}`)).passwordDue).toBe(false);
    // A new one from an administrator may be theirs to keep, or to change.
    expect(await change(user, { password: 'a third long password', passwordDue: true })).toBe('200');
    expect((await (await as(user, 'a third long password')).get('/me')).passwordDue).toBe(true);
    expect(await change(user, { password: 'a fourth long password' })).toBe('200');
    expect((await (await as(user, 'a fourth long password')).get('/me')).passwordDue).toBe(false);
  });

  it('is taken to the letter, blanks at its ends too', async () => {
    const { email } = await somebody({ password: ' with a blank before and after ' });
    const tried = async (password: string) => (await signIn(email, password)).status;
    expect(await tried('with a blank before and after')).toBe(401);
    expect(await tried(' with a blank before and after ')).toBe(204);
  });
});

describe('sessions', () => {
  it('are listed with where and when, without the token, and ended one by one by their owner only', async () => {
    const user = await somebody();
    const [here, there, stranger] = [await as(user), await as(user), await as(await somebody())];
    const { items } = await here.get('/me/sessions');
    expect(items).toHaveLength(2);
    expect(items.filter(({ current }: Json) => current)).toHaveLength(1);
    expect(items[0]).toMatchObject({ address: '127.0.0.1', agent: expect.any(String) });
    expect(JSON.stringify(items)).not.toContain(here.cookie.split('=')[1]);
    const other = items.find(({ current }: Json) => !current);
    expect((await stranger.send('DELETE', `/me/sessions/${other.id}`)).status).toBe(404);
    expect((await here.send('DELETE', `/me/sessions/${other.id}`)).status).toBe(204);
    expect([await status(here), await status(there)]).toEqual([200, 401]);
  });

  it('end when nobody uses them, and live on while somebody does', async () => {
    const user = await somebody();
    const [used, unused] = [
      await Api.signIn(second, user.email, PASSWORD),
      await Api.signIn(second, user.email, PASSWORD),
    ];
    for (let n = 0; n < 3; n += 1) {
      await later(20);
      await eventually('it is seen', async () => (await status(used)) === 200);
    }
    expect([await status(used), await status(unused)]).toEqual([200, 401]);
    admin = (await city.asEach('admin')).admin;
  });

  it('are not kept alive by what an open page does by itself: its stream, and what it reads while nobody is there', async () => {
    const user = await somebody();
    const left = await Api.signIn(second, user.email, PASSWORD);
    const follower = await Follower.open(left);
    const reads = async () => (await left.send('GET', '/me', undefined, { 'haechi-idle': '1' })).status;
    await later(20);
    expect(await reads()).toBe(200);
    // The stream looks who listens before it passes on anything.
    await somebody();
    await later(20);
    expect(await reads()).toBe(401);
    follower.leave();
    admin = (await city.asEach('admin')).admin;
  });

  it('end with their longest time, however often they are extended', async () => {
    const { email } = await somebody();
    const kept = await Api.signIn(city.url, email, PASSWORD);
    const [{ createdAt }] = (await kept.get('/me/sessions')).items;
    let ends = 0;
    for (let n = 0; n < 9; n += 1) {
      await later(150);
      ends = Date.parse((await kept.post('/sessions/current/extension')).sessionExpiresAt);
    }
    expect((ends - Date.parse(createdAt)) / 3_600_000).toBeCloseTo(SIGNING_IN.longestSessionHours, 3);
    await later(120);
    expect(await status(kept)).toBe(401);
    admin = (await city.asEach('admin')).admin;
  });

  it('of a browser give way to the next that signs in there', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const first = await as(one);
    const next = await first.send('POST', '/sessions', { email: other.email, password: PASSWORD });
    expect([next.status, await status(first)]).toEqual([204, 401]);
  });
});

describe('a token for other systems', () => {
  const byToken = (token: string, method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${city.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  const DRAFT = { title: '연계 시스템 등록', summary: '외부 연계', channel: 'own' };

  it('is shown once, acts for its person as far as it reaches, and in nothing that is done in person', async () => {
    const user = await somebody();
    const owner = await as(user);
    const made = async (scope: string): Promise<Json> =>
      owner.post('/tokens', { name: scope, scope, expiresInDays: 30 });
    const [read, write] = [await made('read'), await made('write')];
    expect(read.token).toMatch(/^haechi_[\w-]{43}$/);
    expect(JSON.stringify(await owner.get('/tokens'))).not.toContain(read.token);
    const rows = await city.database.query(
      'select t::text as t from tokens t union all select e::text from events e',
    );
    expect(JSON.stringify(rows)).not.toContain(read.token);
    expect(await (await byToken(read.token, 'GET', '/me')).json()).toMatchObject({
      id: user.id,
      role: 'officer',
    });
    expect((await byToken(read.token, 'POST', '/issues', DRAFT)).status).toBe(403);
    const issue = (await (await byToken(write.token, 'POST', '/issues', DRAFT)).json()) as Json;
    expect((await owner.get(`/issues/${issue.id}/timeline`)).items[0]).toMatchObject({ actor: '사람' });
    for (const [verb, path] of [
      ['GET', '/tokens'],
      ['GET', '/me/sessions'],
      ['PUT', '/me/password'],
      ['GET', '/stream'],
    ] as const)
      expect((await byToken(write.token, verb, path, verb === 'PUT' ? {} : undefined)).status).toBe(403);
  });

  it('is made soon after somebody proved who they are, or once they prove it again', async () => {
    const owner = await as(await somebody());
    const made = async (): Promise<string> => {
      const asked = { name: '연계', scope: 'read', expiresInDays: 1 };
      const { status: code, body } = await owner.send('POST', '/tokens', asked);
      return code === 201 ? '201' : `${code} ${body.type.split('problem:')[1]}`;
    };
    const prove = async (password: string): Promise<number> =>
      (await owner.send('POST', '/sessions/current/proof', { password })).status;
    expect(await made()).toBe('201');
    await later(SIGNING_IN.freshMinutes + 1);
    expect(await made()).toBe('403 session.stale');
    expect([await prove('wrong'), await made()]).toEqual([400, '403 session.stale']);
    expect([await prove(PASSWORD), await made()]).toEqual([204, '201']);
    // An open screen is no place to guess: wrong tries count as those to sign in do.
    const codes: number[] = [];
    for (let n = 0; n < 8; n += 1) codes.push(await prove(`wrong-${n}`));
    expect(codes.filter((code) => code === 429).length).toBeGreaterThan(0);
  });

  it('is dead at once when it is revoked, its time is over or its person is closed out', async () => {
    const user = await somebody();
    const owner = await as(user);
    const made = (): Promise<Json> =>
      owner.post('/tokens', { name: '연계', scope: 'read', expiresInDays: 1 });
    const [one, other] = [await made(), await made()];
    const said = async ({ token }: Json): Promise<number> => (await byToken(token, 'GET', '/me')).status;
    expect([await said(one), await said(other)]).toEqual([200, 200]);
    expect((await owner.send('DELETE', `/tokens/${one.id}`)).status).toBe(204);
    expect((await admin.send('DELETE', `/tokens/${other.id}`)).status).toBe(404);
    expect([await said(one), await said(other)]).toEqual([401, 200]);
    expect(await change(user, { active: false })).toBe('200');
    expect(await change(user, { active: true })).toBe('200');
    expect(await said(other)).toBe(401);
    expect((await byToken('haechi_nothing', 'GET', '/me')).status).toBe(401);
  });
});

describe('guessing', () => {
  it('gets five tries, however many come at once over two processes, then a wait that doubles and ends', async () => {
    const user = await somebody();
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, n) => signIn(user.email, `wrong-${n}`, n % 2 ? second : city.url)),
    );
    const statuses = guesses.map((one) => one.status);
    expect(statuses.filter((one) => one === 401)).toHaveLength(6);
    expect(statuses.filter((one) => one === 429)).toHaveLength(24);
    tally('guesses at once over two processes', guesses.length);
    const blocked = await signIn(user.email, PASSWORD);
    expect([blocked.status, Number(blocked.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(5);
    await later(1);
    expect((await signIn(user.email, 'wrong again')).status).toBe(401);
    expect((await signIn(user.email, PASSWORD)).status).toBe(429);
    await later(1);
    // The owner is never shut out for good, and begins anew.
    expect((await signIn(user.email, PASSWORD)).status).toBe(204);
    expect((await signIn(user.email, 'one wrong')).status).toBe(401);
    expect((await signIn(user.email, PASSWORD)).status).toBe(204);
  });

  it('is answered alike whether there is such an account or not', async () => {
    const user = await somebody();
    const said = async (email: string): Promise<string[]> => {
      const all: string[] = [];
      for (let n = 0; n < 8; n += 1) {
        const answer = await signIn(email, 'wrong');
        all.push(`${answer.status} ${answer.headers.get('retry-after')} ${await answer.text()}`);
      }
      return all;
    };
    expect(await said(user.email)).toEqual(await said('nobody-at-all@city.test'));
  });
});
