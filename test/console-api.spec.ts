import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api, Json } from './support/api.js';
import { addMonths } from '#platform/calendar.js';
import { City, eventually } from './support/city.js';
import { anIssue, atWork, heavy, settled } from './support/issues.js';
import { deskmate, quiet } from './support/worlds.js';
import { ROOT } from './support/npm-start.js';

/** What the console needs of the API beyond the work itself. */
let city: City;
let who: Record<'officer' | 'colleague' | 'manager' | 'labour' | 'economy' | 'admin', Api>;
let open: Json;

beforeAll(async () => {
  city = await City.start();
  who = await city.asEach('officer', 'colleague', 'manager', 'labour', 'economy', 'admin');
  const { labour, economy } = city.people;
  open = await atWork(who.officer, [labour.departmentId!, economy.departmentId!], {
    expectedMonth: '2026-12',
  });
}, 180_000);
afterAll(() => city?.stop());

const own = (issue: Json): Json =>
  issue.requests.find(({ departmentId }: Json) => departmentId === city.people.labour.departmentId);

describe('a request', () => {
  it('says what it is about and whose it is, an answer who gave it and who judged it', async () => {
    const { id } = own(open);
    const request = await who.labour.get(`/requests/${id}`);
    expect(request).toMatchObject({
      issueNumber: open.number,
      issueTitle: open.title,
      issueGrade: open.grade,
      departmentName: '노동민생정책관',
      response: null,
    });
    expect((await who.labour.get('/requests')).items[0]).toEqual(request);
    const response = await who.labour.post(`/requests/${id}/responses`, { text: '조치 완료' });
    expect(response).toMatchObject({ postedByName: 'labour', reviewedByName: null });
    const judged = await who.officer.post(`/responses/${response.id}/review`, {
      outcome: 'return',
      comment: '보완',
    });
    expect(judged).toMatchObject({
      postedByName: 'labour',
      reviewedByName: 'officer',
      versions: [{ reviewedByName: 'officer' }],
    });
    expect(own(await who.officer.get(`/issues/${open.id}`)).response.reviewedByName).toBe('officer');
  });

  it('is the same in the answer to a repeated registration', async () => {
    const body = anIssue({
      requests: [{ text: '요청', departmentId: city.people.labour.departmentId }, { text: '자체' }],
    });
    const key = { 'idempotency-key': 'console-1' };
    const [first, again] = [
      await who.officer.post('/issues', body, key),
      await who.officer.post('/issues', body, key),
    ];
    expect(again).toEqual(first);
    expect(first.requests).toMatchObject([
      { issueNumber: first.number, issueTitle: first.title, departmentName: '노동민생정책관' },
      { departmentId: null, departmentName: null },
    ]);
  });
});

describe('a session', () => {
  it('tells who is signed in, until when, and whether there is a mailbox', async () => {
    const me = await who.labour.get('/me');
    expect(me).toMatchObject({
      position: 'staff',
      language: 'ko',
      departmentName: '노동민생정책관',
      mailbox: true,
    });
    const hours = (Date.parse(me.sessionExpiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11);
    expect(hours).toBeLessThanOrEqual(12);
    expect((await who.officer.get('/me')).departmentName).toBeNull();
  });

  it('lasts its full time again once it is extended, with a new cookie', async () => {
    await city.database.query(
      `update sessions set expires_at = app_now() + interval '1 hour' where user_id = $1`,
      [city.people.economy.id],
    );
    const before = await who.economy.get('/me');
    const answer = await who.economy.send('POST', '/sessions/current/extension');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(
      new RegExp(`^${who.economy.cookie}; Max-Age=43200; Path=/; HttpOnly`),
    );
    expect(Date.parse(answer.body.sessionExpiresAt) - Date.parse(before.sessionExpiresAt)).toBeGreaterThan(
      10.9 * 3_600_000,
    );
    expect(await who.economy.get('/me')).toEqual(answer.body);
  });
});

describe('the mailbox of an installation without a mail server', () => {
  it('lists as data what was sent, newest first', async () => {
    const items = await eventually('a mail is there', async () => {
      const found = (await (await fetch(`${city.url}/dev/mail.json`)).json()) as Json;
      return found.items.length > 1 && found.items;
    });
    expect(Object.keys(items[0]).toSorted()).toEqual(['at', 'id', 'title', 'to']);
    expect(items.map(({ to }: Json) => to)).toContain('labour <labour@city.test>');
    const times = items.map(({ at }: Json) => new Date(at).toISOString());
    expect(items.map(({ at }: Json) => at)).toEqual(times);
    expect(times).toEqual(times.toSorted().toReversed());
    expect((await fetch(`${city.url}/dev/mail/${items[0].id}`)).status).toBe(200);
  });
});

describe('the statistics', () => {
  const months = (from: string, count: number): string[] =>
    Array.from({ length: count }, (_, n) => addMonths(from, n));

  it('count what a person sees, month by month, zeros included', async () => {
    await quiet(city);
    const before = await who.officer.get('/issues/statistics');
    const { month } = before;
    expect(before.trend.map((one: Json) => one.month)).toEqual(months(addMonths(month, -11), 12));
    expect(before.outlook.map((one: Json) => one.month)).toEqual(months(month, 6));
    expect(before.channels.map((one: Json) => one.channel)).toEqual([
      'politics',
      'press',
      'audit',
      'complaint',
      'own',
    ]);
    const expectedMonth = addMonths(month, 2);
    const issue = anIssue({ ...heavy, channel: 'audit', expectedMonth });
    const { id } = await who.officer.post('/issues', {
      ...issue,
      leadDepartmentId: city.people.labour.departmentId,
    });
    const { grade } = await settled(who.officer, id);
    const after = await who.officer.get('/issues/statistics');
    const of = (list: Json[], key: string, value: unknown): Json =>
      list.find((one) => one[key] === value) ?? {};
    expect(of(after.trend, 'month', month).reported).toBe(of(before.trend, 'month', month).reported + 1);
    expect(of(after.outlook, 'month', expectedMonth)).toMatchObject({
      count: of(before.outlook, 'month', expectedMonth).count + 1,
      [grade]: of(before.outlook, 'month', expectedMonth)[grade] + 1,
    });
    expect(of(after.channels, 'channel', 'audit')).toEqual({
      channel: 'audit',
      open: of(before.channels, 'channel', 'audit').open + 1,
      total: of(before.channels, 'channel', 'audit').total + 1,
    });
    const cell = (list: Json[]): number =>
      list.find(({ impact, likelihood }) => impact === 4 && likelihood === 4)?.count ?? 0;
    expect(cell(after.grid)).toBe(cell(before.grid) + 1);
    expect(of(after.grades, 'grade', grade).count).toBe((of(before.grades, 'grade', grade).count ?? 0) + 1);
    expect(after.departments[0]).toEqual({
      departmentId: city.people.labour.departmentId,
      name: '노동민생정책관',
      open: of(before.departments, 'name', '노동민생정책관').open + 1,
      overdue: 0,
    });
    await who.officer.post(`/issues/${id}/closure`, { outcome: 'eased', lesson: '교훈' });
    const closed = await who.officer.get('/issues/statistics');
    expect(cell(closed.grid)).toBe(cell(before.grid));
    expect(closed.grades).toEqual(before.grades);
    expect(of(closed.trend, 'month', month)).toMatchObject({
      reported: of(after.trend, 'month', month).reported,
      closed: of(before.trend, 'month', month).closed + 1,
    });
    expect(of(closed.channels, 'channel', 'audit')).toMatchObject({
      total: of(after.channels, 'channel', 'audit').total,
    });
  });

  it('tell a department of its own issues only, and of no levels', async () => {
    const theirs = await who.economy.get('/issues/statistics');
    expect(theirs.grid).toEqual([]);
    expect(theirs.grades).toEqual([{ grade: open.grade, count: 1 }]);
    expect(theirs.trend.at(-1)).toMatchObject({ reported: 1, closed: 0 });
    expect((await who.economy.get('/issues?impact=3')).items).toEqual([]);
    expect((await who.officer.get('/issues?impact=3')).items).not.toEqual([]);
  });
});

describe('a saved view', () => {
  const body = {
    page: 'issues',
    name: '이번 달 높음',
    query: 'grade=high&sort=-grade',
    columns: ['number', 'title'],
  };
  const change = (by: Api, id: string, content: object, tag: string): Promise<[number, Json]> =>
    by.send('PATCH', `/views/${id}`, content, { 'if-match': tag }).then((a) => [a.status, a.body]);
  const listed = async (by: Api, page = ''): Promise<string[]> =>
    (await by.get(`/views${page && `?page=${page}`}`)).items.map(({ name }: Json) => name);

  it('is kept, listed by name, changed by who saw it last, and removed', async () => {
    const view = await who.officer.post('/views', body);
    expect(view).toMatchObject({ ...body, shared: false, mine: true, ownerName: 'officer', version: 1 });
    await who.officer.post('/views', { page: 'requests', name: '가장 급한 것', query: '' });
    expect(await listed(who.officer)).toEqual(['가장 급한 것', '이번 달 높음']);
    expect(await listed(who.officer, 'issues')).toEqual(['이번 달 높음']);
    expect(await listed(who.colleague)).toEqual([]);
    const [status, changed] = await change(
      who.officer,
      view.id,
      { name: ' 높음 이상\n', columns: [] },
      '"1"',
    );
    expect([status, changed]).toEqual([
      200,
      { ...view, name: '높음 이상', columns: [], version: 2, updatedAt: expect.any(String) },
    ]);
    const [stale, { current }] = await change(who.officer, view.id, { query: '' }, '"1"');
    expect([stale, current]).toEqual([412, changed]);
    const unmatched = await who.officer.send('PATCH', `/views/${view.id}`, { query: '' });
    expect(unmatched.status).toBe(428);
    const gone = await who.officer.send('DELETE', `/views/${view.id}`, undefined, { 'if-match': '"2"' });
    expect(gone.status).toBe(204);
    expect(await listed(who.officer, 'issues')).toEqual([]);
  });

  it('has a name of its own on its page', async () => {
    const one = await who.officer.post('/views', { ...body, name: '하나' });
    const again = await who.officer.send('POST', '/views', { ...body, name: '하나' });
    expect([again.status, again.body.title]).toEqual([409, '같은 이름으로 저장한 보기가 있습니다.']);
    await who.officer.post('/views', { ...body, page: 'signals', name: '하나' });
    await who.colleague.post('/views', { ...body, name: '하나' });
    const other = await who.officer.post('/views', { ...body, name: '둘' });
    const both = await Promise.all([
      change(who.officer, one.id, { name: '셋' }, '*'),
      change(who.officer, other.id, { name: '셋' }, '*'),
    ]);
    expect(both.map(([status]) => status).toSorted()).toEqual([200, 409]);
    expect((await change(who.officer, one.id, { name: '하나' }, '*'))[0]).toBe(200);
  });

  it('saved twice under one key is one', async () => {
    const key = { 'idempotency-key': 'view-1' };
    const [first, second] = [
      await who.manager.post('/views', body, key),
      await who.manager.post('/views', body, key),
    ];
    expect(second).toEqual(first);
    expect(await listed(who.manager)).toEqual([body.name]);
  });

  it('shared is there for people of the same role, of a department for its own, and theirs to read only', async () => {
    const shared = { ...body, name: '함께', shared: true };
    const { id } = await who.officer.post('/views', shared);
    const { id: labours } = await who.labour.post('/views', shared);
    const theirs = (await who.colleague.get('/views?page=issues')).items.find((one: Json) => one.id === id);
    expect(theirs).toMatchObject({ name: '함께', mine: false, ownerName: 'officer' });
    expect(await listed(who.manager)).not.toContain('함께');
    expect(await listed(who.economy)).toEqual([]);
    expect(await listed(await deskmateOf())).toEqual(['함께']);
    expect((await change(who.colleague, id, { name: '남의 것' }, '*'))[0]).toBe(403);
    expect((await change(who.manager, id, { name: '남의 것' }, '*'))[0]).toBe(404);
    expect((await change(who.economy, labours, { name: '남의 것' }, '*'))[0]).toBe(404);
    expect((await change(who.officer, id, { shared: false }, '"1"'))[0]).toBe(200);
    expect((await change(who.colleague, id, { name: '남의 것' }, '*'))[0]).toBe(404);
  });

  const deskmateOf = (): Promise<Api> => deskmate(city, who.admin);

  it.each([
    [{ page: 'reports' }, 'page'],
    [{ name: '' }, 'name'],
    [{ name: '가'.repeat(101) }, 'name'],
    [{ query: 'x'.repeat(2001) }, 'query'],
    [{ columns: Array.from({ length: 31 }, (_, n) => `c${n}`) }, 'columns'],
    [{ shared: 'yes' }, 'shared'],
    [{ ownerId: '1' }, 'ownerId'],
  ])('is refused with %j', async (wrong, path) => {
    const answer = await who.officer.send('POST', '/views', { ...body, ...wrong });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, path]);
  });
});

describe('the types of the console', () => {
  it('are those of the OpenAPI document; `npm run api-types` renews them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'haechi-types-'));
    const written = join(folder, 'schema.d.ts');
    const tool = join(ROOT, 'node_modules/.bin/openapi-typescript');
    execFileSync(tool, [`${city.url}/api/openapi.json`, '-o', written, '--default-non-nullable']);
    const now = readFileSync(written, 'utf8');
    rmSync(folder, { recursive: true });
    expect(readFileSync(join(ROOT, 'apps/console/src/api/schema.d.ts'), 'utf8') === now).toBe(true);
  });
});
