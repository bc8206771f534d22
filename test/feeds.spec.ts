import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { FeedServer, rss } from './support/feed-server.js';

let city: City;
let outlet: FeedServer;
let who: Record<'officer' | 'admin', Api>;

beforeAll(async () => {
  outlet = await FeedServer.open();
  city = await City.start({
    apps: ['intake', 'notifier'],
    env: { OUTBOUND_ALLOW: outlet.host, RELAY_INTERVAL_MS: '100' },
  });
  // Each looks for what is due: whatever is polled twice shows.
  await Promise.all([1, 2, 3].map((n) => city.run('pipeline', { name: `pipeline ${n}` })));
  who = await city.asEach('officer', 'admin');
}, 120_000);
afterAll(async () => {
  await city?.stop();
  outlet?.close();
});

let count = 0;
const aPath = (): string => `/rss/${(count += 1)}.xml`;
const added = async (path: string, more: object = {}): Promise<Json> =>
  who.officer.post('/feeds', { name: `매체 ${path}`, url: outlet.url(path), ...more });
const feed = (id: string): Promise<Json> => who.officer.get(`/feeds/${id}`);
const polled = (id: string, fits: (one: Json) => boolean = () => true): Promise<Json> =>
  eventually(`feed ${id} is polled`, async () => {
    const one = await feed(id);
    return one.polledAt && !one.asked && fits(one) && one;
  });
/** Polls now and waits for what comes of it. */
const polledAgain = async (id: string): Promise<Json> => {
  const { polledAt } = await feed(id);
  expect(await who.officer.post(`/feeds/${id}/poll`)).toMatchObject({ asked: true });
  return polled(id, (one) => one.polledAt !== polledAt);
};
const articles = async (path: string): Promise<Json[]> => {
  const { items } = await who.officer.get('/signals?limit=200');
  return items.filter(({ outlet: name }: Json) => name === `매체 ${path}`);
};
const change = (id: string, body: object): Promise<Json> =>
  who.officer.send('PATCH', `/feeds/${id}`, body, { 'if-match': '*' });

describe('a press feed', () => {
  it('is polled when it is added, and each article becomes one signal: title, link, day, outlet', async () => {
    const path = aPath();
    const date = new Date().toUTCString();
    outlet.serve(path, [
      { title: '첫 강설에 &lt;b&gt;출근길&lt;/b&gt; 정체', guid: '1', link: '/news/1', date },
      { title: '오래된 기사', guid: '0', date: 'Mon, 01 Jan 2024 09:00:00 +0900' },
    ]);
    const { id } = await added(path);
    expect(await polled(id)).toMatchObject({ state: 'ok', received: 1, failures: 0, fault: null });
    const [signal, ...others] = await articles(path);
    expect(others).toEqual([]);
    expect(signal).toMatchObject({
      channel: 'press',
      title: '첫 강설에 출근길 정체',
      url: outlet.url('/news/1'),
      externalId: '127.0.0.1#1',
      body: null,
      state: 'new',
      createdBy: city.people.officer.id,
    });
    expect(signal.publishedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('asks only for what has changed, and takes nothing in twice', async () => {
    const path = aPath();
    outlet.serve(path, [{ title: '하나', guid: `${path}/1` }]);
    const { id } = await added(path);
    const first = await polled(id);
    expect(await polledAgain(id)).toMatchObject({ received: 1, changedAt: first.changedAt });
    expect(outlet.asked.findLast((one) => one.path === path)!.headers['if-none-match']).toBe('"1"');
    outlet.serve(
      path,
      [
        { title: '둘', guid: `${path}/2` },
        { title: '하나', guid: `${path}/1` },
      ],
      '"2"',
    );
    expect(await polledAgain(id)).toMatchObject({ received: 2 });
    expect((await articles(path)).map(({ title }) => title).toSorted()).toEqual(['둘', '하나']);
  });

  it('is polled once when it is due, however many processes look, and is due again after its interval', async () => {
    const paths = Array.from({ length: 12 }, aPath);
    for (const path of paths) outlet.serve(path, []);
    const feeds = await Promise.all(paths.map((path) => added(path, { intervalMinutes: 60 })));
    for (const { id } of feeds) {
      const { nextPollAt, polledAt } = await polled(id);
      const minutes = (Date.parse(nextPollAt) - Date.parse(polledAt)) / 60_000;
      expect(minutes).toBeGreaterThanOrEqual(54);
      expect(minutes).toBeLessThanOrEqual(66);
    }
    expect(paths.map(outlet.times)).toEqual(paths.map(() => 1));
    await city.database.query(`update feeds set next_poll_at = app_now(), look_at = clock_timestamp()
      where interval_minutes = 60`);
    await eventually('all are polled again', async () => paths.every((path) => outlet.times(path) === 2));
    expect((await who.officer.get('/feeds?limit=200')).items.length).toBeGreaterThan(12);
  });

  it('whose address changes while it is polled takes in nothing of the old one', async () => {
    const [path, there] = [aPath(), aPath()];
    let release: (() => void) | undefined;
    outlet.on(path, (_, response) => {
      release = () => void response.end(rss([{ title: '늦은 기사', guid: `${path}/1` }]));
    });
    outlet.serve(there, [{ title: '새 주소의 기사', guid: `${there}/1` }]);
    const { id } = await added(path);
    await eventually('its server is asked', async () => release !== undefined);
    await change(id, { url: outlet.url(there) });
    await polled(id);
    release!();
    expect(await polledAgain(id)).toMatchObject({ received: 1, url: outlet.url(there) });
    expect((await articles(path)).map(({ title }) => title)).toEqual(['새 주소의 기사']);
  });

  it('whose poll came to no end is polled by somebody else', async () => {
    const path = aPath();
    outlet.serve(path, []);
    const { id } = await added(path);
    await polled(id);
    await city.database.query(
      `update feeds set next_poll_at = app_now(), look_at = clock_timestamp(), polled_at = null,
         polls = polls + 1, polling_until = clock_timestamp() - interval '1 second' where id = $1`,
      [id],
    );
    await polled(id);
    expect(outlet.times(path)).toBe(2);
  });
});

describe('a press feed that fails', () => {
  // prettier-ignore
  const FAILURES: [string, string, Parameters<FeedServer['on']>[1]][] = [
    ['answers with an error', 'status', (_, response) => void response.writeHead(500).end()],
    ['sends a web page', 'web-page', (_, response) => void response.end('<!doctype html><html>점검 중</html>')],
    ['sends broken XML', 'malformed', (_, response) => void response.end(rss([{ title: '가', guid: '1' }]).slice(0, -20))],
    ['sends a DOCTYPE', 'doctype', (_, response) => void response.end(`<!DOCTYPE rss [<!ENTITY a "b">]>${rss([])}`)],
    ['leads inside', 'forbidden', (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:22/' }).end()],
    ['leads in circles', 'redirects', ({ url }, response) => void response.writeHead(302, { location: url! }).end()],
    ['hangs up', 'unreachable', (_, response) => void response.socket!.destroy()],
    ['sends what is no gzip', 'broken', (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x')],
    ['sends without end', 'too-large', (_, response) => void response.end(Buffer.alloc(6_000_000))],
  ];
  it.each(FAILURES)(
    'because it %s says so in plain words and is tried less often',
    async (_, fault, behaviour) => {
      const path = aPath();
      outlet.on(path, behaviour);
      const { id } = await added(path);
      const failed = await polled(id);
      expect(failed).toMatchObject({ state: 'failing', failures: 1, fault, received: 0, active: true });
      expect(failed.faultText).toMatch(/[가-힣].*\.$/);
      const { body } = await who.officer.send('GET', `/feeds/${id}`, undefined, { 'accept-language': 'en' });
      expect(body.faultText).toMatch(/^[ -~]+\.$/);
    },
  );

  it('waits as long as its server asks it to', async () => {
    const path = aPath();
    outlet.on(path, (_, response) => void response.writeHead(429, { 'retry-after': '7200' }).end());
    const { polledAt, nextPollAt, faultText } = await polled((await added(path, { intervalMinutes: 5 })).id);
    expect(Date.parse(nextPollAt) - Date.parse(polledAt)).toBe(7_200_000);
    expect(faultText).toContain('429');
  });

  it('again and again is flagged, its people are told once, and it is well again when it answers', async () => {
    const path = aPath();
    outlet.on(path, (_, response) => void response.writeHead(503).end());
    const { id } = await added(path);
    await polled(id);
    await city.database.query('update feeds set failures = 6 where id = $1', [id]);
    expect(await polledAgain(id)).toMatchObject({ state: 'failing', failures: 7 });
    expect(await polledAgain(id)).toMatchObject({ state: 'dead', failures: 8, active: true });
    expect(await polledAgain(id)).toMatchObject({ state: 'dead', failures: 9 });
    const told = async (by: Api): Promise<Json[]> =>
      (await by.get('/inbox')).items.filter(({ title }: Json) => title.includes(path));
    for (const by of [who.officer, who.admin]) {
      await eventually('they are told', async () => (await told(by)).length > 0);
      const [notice, ...more] = await told(by);
      expect(more).toEqual([]);
      expect(notice).toMatchObject({ event: 'feed.died', title: `[피드 수신 중단] 매체 ${path}` });
      expect(notice.body).toContain('HTTP 503');
    }
    expect((await who.officer.get('/feeds?state=dead&limit=200')).items).toMatchObject([{ id }]);
    outlet.serve(path, [{ title: '복구', guid: `${path}/1` }]);
    expect(await polledAgain(id)).toMatchObject({ state: 'ok', failures: 0, fault: null, received: 1 });
  });

  it('for good (410) is switched off', async () => {
    const path = aPath();
    outlet.on(path, (_, response) => void response.writeHead(410).end());
    const { id } = await added(path);
    expect(await polled(id)).toMatchObject({ state: 'dead', active: false, fault: 'gone', nextPollAt: null });
    const { status, body } = await who.officer.send('POST', `/feeds/${id}/poll`);
    expect([status, body.type]).toEqual([409, expect.stringContaining('feed.off')]);
  });

  it('by having moved for good is read where it is now, and says so', async () => {
    const [path, there] = [aPath(), aPath()];
    outlet.on(path, (_, response) => void response.writeHead(301, { location: there }).end());
    outlet.serve(there, [{ title: '이사', guid: `${there}/1` }]);
    const { id } = await added(path);
    expect(await polled(id)).toMatchObject({ state: 'ok', received: 1, movedTo: outlet.url(there) });
    expect((await change(id, { url: outlet.url(there) })).body).toMatchObject({ movedTo: null });
    expect(await polled(id, ({ movedTo }) => movedTo === null)).toMatchObject({ received: 1 });
  });
});

describe('the address of a feed', () => {
  it.each([
    ['http://127.0.0.1/rss'],
    ['http://2130706433/rss'],
    ['http://[::ffff:7f00:1]/rss'],
    ['http://169.254.169.254/latest/meta-data'],
    ['http://intranet/rss'],
    ['https://news.example.com:6379/'],
    ['https://me:secret@news.example.com/rss'],
    ['ftp://news.example.com/rss'],
  ])('is refused at once where it leads inside or nowhere: %s', async (url) => {
    const { status, body } = await who.officer.send('POST', '/feeds', { name: '피드', url });
    expect([status, body.errors[0].path]).toEqual([400, 'url']);
  });

  it('is there once; a feed is changed with the version one saw, and leaves its signals when it goes', async () => {
    const path = aPath();
    outlet.serve(path, [{ title: '남는 기사', guid: `${path}/1` }]);
    const { id, version } = await added(path);
    expect((await who.admin.send('POST', '/feeds', { name: '또', url: outlet.url(path) })).status).toBe(409);
    await polled(id);
    expect((await who.admin.send('PATCH', `/feeds/${id}`, { active: false })).status).toBe(428);
    const off = await who.admin.send(
      'PATCH',
      `/feeds/${id}`,
      { active: false },
      { 'if-match': `"${version}"` },
    );
    expect(off.body).toMatchObject({ active: false, nextPollAt: null });
    expect((await change(id, { intervalMinutes: 1 })).status).toBe(400);
    const stale = { 'if-match': `"${version}"` };
    expect((await who.admin.send('DELETE', `/feeds/${id}`, undefined, stale)).status).toBe(412);
    expect((await who.admin.send('DELETE', `/feeds/${id}`, undefined, { 'if-match': '*' })).status).toBe(204);
    expect((await who.admin.send('GET', `/feeds/${id}`)).status).toBe(404);
    expect(await articles(path)).toHaveLength(1);
  });
});
