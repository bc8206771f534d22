import { Api, type Json } from './support/api.js';
import { City, freePort } from './support/city.js';
import { CLIENT, TestProvider, type Claims } from './support/identity-provider.js';
import { tally } from './support/tally.js';
import { Wanderer } from './support/wander.js';

const BEGIN = '/api/v1/sign-in/oidc';
const CALLBACK = `${BEGIN}/callback`;

let city: City;
/** Takes in whom the provider gives a role. */
let open: string;
/** Wants a second factor of managers. */
let strict: string;
let provider: TestProvider;

beforeAll(async () => {
  const [port, ownPort, openPort, strictPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const own = `http://127.0.0.1:${ownPort}`;
  strict = `http://127.0.0.1:${strictPort}`;
  open = `http://127.0.0.1:${openPort}`;
  provider = await TestProvider.start(
    port,
    [own, open, strict].map((url) => url + CALLBACK),
  );
  const env = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
  };
  city = await City.start({ apps: ['intake'], env: { ...env, PORT: String(ownPort) } });
  await city.run('intake', { name: 'intake-open', env: { PORT: String(openPort), OIDC_PROVISION: '1' } });
  await city.run('intake', {
    name: 'intake-strict',
    env: { PORT: String(strictPort), SECOND_FACTOR_ROLES: 'manager' },
  });
}, 120_000);
afterAll(async () => {
  await city?.stop();
  await provider?.close();
});

let subjects = 0;
const someone = (claims: Claims): string => {
  const subject = `subject-${(subjects += 1)}`;
  provider.signsIn(subject, claims);
  return subject;
};
const verified = (email: string, more: Claims = {}): Claims => ({ email, email_verified: true, ...more });

/** As far as what the provider sent back, which is not handed in yet. */
async function sentBack(by: Wanderer, url = city.url, next = '/issues'): Promise<URL> {
  const came = await by.follow(
    `${url}${BEGIN}?next=${encodeURIComponent(next)}`,
    ({ pathname }) => pathname === CALLBACK,
  );
  return new URL(came);
}
/** Hands it in. @returns where that leads to, and by whose session */
async function handIn(by: Wanderer, came: URL): Promise<{ to: string; me: Json }> {
  const response = await by.get(came.href);
  const session = by.cookie(came.origin, 'haechi');
  const me = session ? await new Api(came.origin, `haechi=${session}`).send('GET', '/me') : null;
  return { to: response.headers.get('location')!, me: me?.status === 200 ? me.body : null };
}
async function comesIn(
  url = city.url,
  next?: string,
  by = new Wanderer(),
): Promise<{ to: string; me: Json }> {
  return handIn(by, await sentBack(by, url, next));
}
/** Who would come in, were it not for what is wrong. */
const officerComes = (email = 'officer@city.test'): void =>
  provider.signsIn('officer', verified(email, { name: '다른 이름' }));
const refused = (why: string): object => ({ to: `/sign-in?refused=${why}`, me: null });
const records = async (): Promise<Json[]> =>
  city.database.query(
    `select kind, detail, actor_id as who from access_log where detail ->> 'method' = 'sso' order by at desc, id desc`,
  );

describe('single sign-on', () => {
  it('lets in whose verified address is known, with a cookie as for passwords, on record, and goes on where they wanted', async () => {
    officerComes('Officer@City.Test');
    const by = new Wanderer();
    const came = await sentBack(by, city.url, '/issues?q=1#top');
    const response = await by.get(came.href);
    expect(response.headers.get('location')).toBe('/issues?q=1#top');
    const [cookie] = response.headers.getSetCookie().filter((one) => one.startsWith('haechi='));
    expect(cookie!.split('; ').slice(1).toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=43200',
      'Path=/',
      'SameSite=Lax',
    ]);
    const me = await new Api(city.url, cookie!.split(';')[0]).get('/me');
    expect(me).toMatchObject({ email: 'officer@city.test', name: 'officer', role: 'officer' });
    expect((await records())[0]).toEqual({ kind: 'signed-in', detail: { method: 'sso' }, who: me.id });
    expect(await (await fetch(`${city.url}/api/v1/sign-in`)).json()).toEqual({ sso: true });
  });

  it('knows somebody by the subject from then on, whatever becomes of the address', async () => {
    const subject = someone(verified('colleague@city.test'));
    const first = await comesIn();
    provider.signsIn(subject, verified('renamed@elsewhere.test'));
    expect((await comesIn()).me.id).toBe(first.me.id);
    // Who got the address later is somebody else.
    someone(verified('colleague@city.test'));
    expect(await comesIn()).toEqual(refused('unknown'));
  });

  it('asks for no code of ours: what more is to be proven is the provider’s', async () => {
    const subject = someone(verified('manager@city.test'));
    provider.signsIn(subject, verified('manager@city.test'));
    expect((await comesIn(strict)).me).toMatchObject({ role: 'manager', secondFactorDue: false });
    const local = await Api.signIn(strict, 'manager@city.test', city.people.manager.password);
    expect((await local.get('/me')).secondFactorDue).toBe(true);
  });

  it.each([
    ['nobody of that address', verified('nobody@city.test')],
    ['an address that is not verified', { email: 'labour@city.test', email_verified: false }],
    ['an address of which nothing is said', { email: 'labour@city.test' }],
    ['an address verified by a word', { email: 'labour@city.test', email_verified: 'true' }],
    ['no address at all', { name: 'labour' }],
    ['a list of addresses', { email: ['labour@city.test'], email_verified: true }],
    ['a role, but no account', verified('nobody@city.test', { groups: ['haechi-admin'] })],
  ])('lets in nobody by %s', async (_, claims) => {
    someone(claims);
    expect(await comesIn()).toEqual(refused('unknown'));
    expect((await records())[0]).toMatchObject({ kind: 'sign-in-refused', detail: { why: 'unknown' } });
  });

  it('leaves a closed account closed, by address and by subject, and where people are taken in', async () => {
    const subject = someone(verified('climate@city.test'));
    const { me } = await comesIn();
    expect(me.email).toBe('climate@city.test');
    await city.database.query(
      `update users set active = false where email in ('climate@city.test', 'water@city.test')`,
    );
    expect(await comesIn()).toEqual(refused('unknown'));
    expect(await comesIn(open)).toEqual(refused('unknown'));
    someone(verified('water@city.test', { groups: ['haechi-admin'] }));
    expect(await comesIn(open)).toEqual(refused('unknown'));
    await city.database.query(`update users set active = true where email = 'climate@city.test'`);
    provider.signsIn(subject, verified('climate@city.test'));
    expect((await comesIn()).me.id).toBe(me.id);
  });
});

describe('role and department', () => {
  it('are what the provider says at each sign-in, on record; other sessions of another role end', async () => {
    const groups = ['staff', 'haechi-department'];
    const subject = someone(verified('economy@city.test', { groups, department: '노동민생정책관' }));
    const moved = await comesIn();
    expect(moved.me).toMatchObject({ role: 'department', departmentName: '노동민생정책관' });
    const before = await city.as('economy');
    provider.signsIn(subject, verified('economy@city.test', { groups: ['haechi-auditor'] }));
    expect((await comesIn()).me).toMatchObject({ role: 'auditor', departmentName: '노동민생정책관' });
    expect((await before.send('GET', '/me')).status).toBe(401);
    const [event] = await city.database.query<Json>(
      `select changes, actor_id as by from events where subject = $1 and name = 'user.changed' order by seq desc limit 1`,
      [`user:${moved.me.id}`],
    );
    expect(event).toEqual({ changes: { role: ['department', 'auditor'] }, by: null });
    provider.signsIn(
      subject,
      verified('economy@city.test', { groups: ['unknown'], department: '없는 부서' }),
    );
    expect((await comesIn()).me).toMatchObject({ role: 'auditor', departmentName: '노동민생정책관' });
  });

  it('make an account where people are taken in, once however often they come at once, and only with a role of ours', async () => {
    const subject = someone(
      verified('new@city.test', {
        name: '새 사람',
        groups: ['haechi-department'],
        department: '물순환안전국',
      }),
    );
    const came = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const by = new Wanderer();
        return { by, came: await sentBack(by, open) };
      }),
    );
    const all = await Promise.all(came.map((one) => handIn(one.by, one.came)));
    expect(new Set(all.map(({ me }) => me.id)).size).toBe(1);
    expect(all[0]!.me).toMatchObject({ name: '새 사람', role: 'department', departmentName: '물순환안전국' });
    const password = await fetch(`${open}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'new@city.test', password: 'null' }),
    });
    expect(password.status).toBe(401);
    provider.signsIn(subject, {});
    for (const claims of [
      {},
      { groups: ['admin'] },
      { groups: ['haechi-department'], department: '없는 부서' },
    ]) {
      someone(verified(`newer-${subjects}@city.test`, claims));
      expect(await comesIn(open)).toEqual(refused('unknown'));
    }
  });
});

describe('what comes back from the provider', () => {
  const attempt = (by: Wanderer): Json =>
    JSON.parse(Buffer.from(by.cookie(city.url, 'haechi-sso')!, 'base64url').toString());
  const forge = (by: Wanderer, more: object): void =>
    by.setCookie(
      city.url,
      'haechi-sso',
      Buffer.from(JSON.stringify({ ...attempt(by), ...more })).toString('base64url'),
    );

  const FORGERIES: [string, (by: Wanderer, came: URL) => void][] = [
    ['another state', (_, came) => came.searchParams.set('state', 'another')],
    ['no state', (_, came) => came.searchParams.delete('state')],
    ['two states', (_, came) => came.searchParams.append('state', 'another')],
    ['another code', (_, came) => came.searchParams.set('code', 'another')],
    ['no code', (_, came) => came.searchParams.delete('code')],
    ['another issuer', (_, came) => came.searchParams.set('iss', 'https://evil.example')],
    ['no issuer', (_, came) => came.searchParams.delete('iss')],
    ['an error put in', (_, came) => came.searchParams.set('error', 'server_error')],
    ['a token put in', (_, came) => came.searchParams.set('id_token', 'x.y.z')],
    ['another nonce', (by) => forge(by, { nonce: 'another' })],
    ['another verifier', (by) => forge(by, { verifier: 'v'.repeat(43) })],
    ['another state of the browser', (by) => forge(by, { state: 'another' })],
  ];
  it.each(FORGERIES)(`with %s lets in nobody (${FORGERIES.length} forgeries)`, async (_, change) => {
    officerComes();
    const by = new Wanderer();
    const came = await sentBack(by);
    change(by, came);
    expect(await handIn(by, came)).toEqual(refused('failed'));
    expect((await records())[0]).toEqual({
      kind: 'sign-in-refused',
      detail: { method: 'sso', why: 'failed' },
      who: null,
    });
    tally('forged single sign-ons', 1);
  });

  it('counts once: neither handed in again, nor its code with an attempt of one’s own', async () => {
    const subject = someone(verified('auditor@city.test'));
    const by = new Wanderer();
    const came = await sentBack(by);
    const kept = by.cookie(city.url, 'haechi-sso')!;
    expect((await handIn(by, came)).me.role).toBe('auditor');
    const thief = new Wanderer();
    expect(await handIn(thief, came)).toEqual(refused('expired'));
    thief.setCookie(city.url, 'haechi-sso', kept);
    expect(await handIn(thief, came)).toEqual(refused('failed'));
    provider.signsIn(subject, verified('auditor@city.test'));
    const own = await sentBack(thief);
    own.searchParams.set('code', came.searchParams.get('code')!);
    expect(await handIn(thief, own)).toEqual(refused('failed'));
  });

  it('to another browser than was sent lets in nobody: nobody is signed in as somebody else unawares', async () => {
    officerComes();
    const came = await sentBack(new Wanderer());
    const victim = new Wanderer();
    expect(await handIn(victim, came)).toEqual(refused('expired'));
    await sentBack(victim);
    expect(await handIn(victim, came)).toEqual(refused('failed'));
  });

  it.each([
    '',
    'x',
    '%00',
    'bnVsbA',
    'W10',
    'e30',
    Buffer.from('{"state":1}').toString('base64url'),
    'x'.repeat(3500),
  ])('with the cookie %j lets in nobody', async (cookie) => {
    officerComes();
    const by = new Wanderer();
    const came = await sentBack(by);
    by.setCookie(city.url, 'haechi-sso', cookie);
    expect(await handIn(by, came)).toEqual(refused('expired'));
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
  ])('leads to our own pages only, not to %s, nor where the cookie says so', async (next) => {
    officerComes();
    expect((await comesIn(city.url, next)).to).toBe('/');
    const by = new Wanderer();
    const came = await sentBack(by);
    forge(by, { next });
    expect((await handIn(by, came)).to).toBe('/');
  });

  it('is a refusal where the person declines', async () => {
    provider.declines();
    expect(await comesIn()).toEqual(refused('cancelled'));
  });
});

describe('a provider that is away', () => {
  it('is said clearly, at the beginning and at the end; passwords go on, and so does it when it is back', async () => {
    officerComes();
    const by = new Wanderer();
    const came = await sentBack(by);
    await provider.close();
    expect(await handIn(by, came)).toEqual(refused('away'));
    await city.run('intake', { name: 'intake-fresh', env: { PORT: String(await freshPort()) } });
    const started = await new Wanderer().get(`http://127.0.0.1:${fresh}${BEGIN}`);
    expect([started.status, started.headers.get('location')]).toEqual([302, '/sign-in?refused=away']);
    expect((await (await city.as('officer')).get('/me')).email).toBe('officer@city.test');
    await provider.open();
    const again = await new Wanderer().get(`http://127.0.0.1:${fresh}${BEGIN}`);
    expect(again.headers.get('location')).toMatch(provider.issuer);
    officerComes();
    expect((await comesIn()).me.role).toBe('officer');
  });
});
let fresh = 0;
const freshPort = async (): Promise<number> => (fresh = await freePort());

it('is not there where it is not set up, and is not set up by halves', async () => {
  const port = await freePort();
  await city.run('intake', { name: 'intake-without', env: { PORT: String(port), OIDC_ISSUER: '' } });
  const without = `http://127.0.0.1:${port}`;
  expect(await (await fetch(`${without}/api/v1/sign-in`)).json()).toEqual({ sso: false });
  for (const path of [BEGIN, `${CALLBACK}?code=x&state=y`])
    expect((await fetch(without + path, { redirect: 'manual' })).status).toBe(404);
  const halves: Record<string, string>[] = [
    { OIDC_CLIENT_ID: '' },
    { OIDC_ISSUER: 'http://login.city.example' },
  ];
  for (const half of halves)
    await expect(city.run('intake', { name: 'half', env: { PORT: '0', ...half } })).rejects.toThrow('ended');
});
