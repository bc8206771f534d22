import { randomUUID } from 'node:crypto';
import { Api, type Answer, type Json } from './support/api.js';
import { City, freePort } from './support/city.js';
import { Contract } from './support/contract.js';
import { anIssue, atWork, heavy, middling, settled } from './support/issues.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer' | 'colleague' | 'admin' | 'labour', Api>;
/** The same officer at a second intake process. */
let elsewhere: Api;

beforeAll(async () => {
  city = await City.start();
  who = await city.asEach('officer', 'colleague', 'admin', 'labour');
  const port = await freePort();
  await city.run('intake', { name: 'intake-2', env: { PORT: String(port) } });
  elsewhere = new Api(`http://127.0.0.1:${port}`, who.officer.cookie);
}, 120_000);
afterAll(() => city?.stop());

const keyed = (key: string = randomUUID()): Record<string, string> => ({ 'idempotency-key': key });
const register = (body: object, headers: Record<string, string>, by: Api = who.officer): Promise<Answer> =>
  by.send('POST', '/issues', body, headers);
const count = async (title: string): Promise<number> =>
  (
    await city.database.query<{ n: number }>('select count(*)::int as n from issues where title = $1', [
      title,
    ])
  )[0]!.n;

describe('an Idempotency-Key', () => {
  it('gives a repeat the same answer, with one effect', async () => {
    const [issue, key] = [anIssue({ signals: [{ title: '보도' }] }), keyed()];
    const first = await register(issue, key);
    const again = await register(issue, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await count(issue.title)).toBe(1);
  });

  it('gives fifty at once, over two processes, one effect and one answer', async () => {
    const [issue, key] = [anIssue(), keyed()];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => register(issue, key, n % 2 ? elsewhere : who.officer)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await count(issue.title)).toBe(1);
  });

  it('refuses another body under the same key, also when both come at once', async () => {
    const key = keyed();
    const bodies = Array.from({ length: 20 }, () => anIssue());
    const answers = await Promise.all(
      bodies.map((body, n) => register(body, key, n % 2 ? elsewhere : who.officer)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 19 }, () => 422),
    ]);
    const counts = await Promise.all(bodies.map(({ title }) => count(title)));
    expect(counts.reduce((sum, n) => sum + n)).toBe(1);
  });

  it('does not remember what was refused: corrected, it goes through', async () => {
    const key = keyed();
    const issue = anIssue();
    expect((await register({ ...issue, title: '' }, key)).status).toBe(400);
    expect((await register({ ...issue, leadDepartmentId: randomUUID() }, key)).status).toBe(400);
    expect((await register(issue, key)).status).toBe(201);
    const { id } = await settled(who.officer, (await who.officer.post('/issues', anIssue({ ...heavy }))).id);
    expect((await who.officer.send('POST', `/issues/${id}/reopening`, { reason: '재발' }, key)).status).toBe(
      409,
    );
    await who.officer.post(`/issues/${id}/closure`, { outcome: 'eased', lesson: '조기 점검' });
    expect((await who.officer.send('POST', `/issues/${id}/reopening`, { reason: '재발' }, key)).status).toBe(
      200,
    );
  });

  it('is the own of each person and of each route', async () => {
    const key = keyed();
    const issue = anIssue();
    const mine = await register(issue, key);
    const theirs = await register(issue, key, who.colleague);
    const signal = await who.officer.send('POST', '/signals', { channel: 'press', title: '같은 열쇠' }, key);
    expect([mine.status, theirs.status, signal.status]).toEqual([201, 201, 201]);
    expect(mine.body.id).not.toBe(theirs.body.id);
  });

  it.each(['', 'two words', 'x'.repeat(201), 'cl\u00e9'])('of a wrong form is refused: %j', async (key) => {
    const { status, body } = await register(anIssue(), keyed(key));
    expect([status, body.errors[0].path]).toEqual([400, 'Idempotency-Key']);
  });

  it('is taken by every POST but those that only read, sign in, stay signed in, mark as read, or follow', async () => {
    const { operations } = await Contract.of(city.url);
    const without = operations
      .filter(
        ({ verb, operation }) =>
          verb === 'POST' && !operation.parameters?.some(({ name }: Json) => name === 'Idempotency-Key'),
      )
      .map(({ path }) => path.replace('/api/v1', ''));
    expect(without.toSorted()).toEqual(
      [
        '/departments/suggestions',
        '/early-warning-rules/{id}/dry-run',
        '/departments/{id}/following',
        '/inbox/reading',
        '/inbox/{id}/reading',
        '/issues/{id}/following',
        '/me/following',
        '/notice-texts/{name}/{language}/preview',
        '/issues/similar',
        '/policies/{version}/dry-run',
        '/reorganisations/dry-run',
        '/sessions',
        '/signals/scrap',
        '/signals/similar',
        '/sessions/current/extension',
        '/sessions/current/proof',
        // Their answers hold secrets, which are kept for no repeat, or each code counts once.
        '/tokens',
        '/me/second-factor',
        '/me/second-factor/confirmation',
        '/me/second-factor/recovery-codes',
        '/me/second-factor/removal',
        '/similarity',
        '/webhooks/{id}/test',
      ].toSorted(),
    );
  });

  it('holds on every step of the work', async () => {
    const { labour, economy } = city.people;
    const twice = async (by: Api, path: string, body: object, sent: string[] = ['POST']): Promise<Json> => {
      const key = keyed();
      const [first, again] = [
        await by.send(sent[0]!, path, body, key),
        await by.send(sent[0]!, path, body, key),
      ];
      expect([path, first.status < 300, again.status, again.body]).toEqual([
        path,
        true,
        first.status,
        first.body,
      ]);
      return first.body;
    };
    const free = (): Promise<Json> => who.officer.post('/signals', { channel: 'press', title: nonsense() });
    const issue = await settled(
      who.officer,
      (await twice(who.officer, '/issues', anIssue({ ...heavy, leadDepartmentId: labour.departmentId }))).id,
    );
    await twice(who.officer, `/issues/${issue.id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    await settled(who.officer, issue.id);
    const request = await twice(who.officer, `/issues/${issue.id}/requests`, { text: '실태 점검' });
    const other = await twice(who.officer, `/issues/${issue.id}/requests`, { text: '소관 아님' });
    await twice(who.labour, `/requests/${request.id}/acknowledgement`, { handlingUnit: '노동정책과' });
    await twice(who.labour, `/requests/${other.id}/refusal`, { reason: '소관 아님' });
    await twice(who.officer, `/requests/${other.id}/transfer`, {
      departmentId: economy.departmentId,
      reason: '경제 소관',
    });
    await twice(who.officer, `/requests/${other.id}/cancellation`, { reason: '중복 요청' });
    const response = await twice(who.labour, `/requests/${request.id}/responses`, { text: '점검 완료' });
    await twice(who.officer, `/responses/${response.id}/review`, { outcome: 'accept' });
    const signal = await twice(who.officer, '/signals', { channel: 'audit', title: nonsense() });
    await twice(who.officer, `/signals/${signal.id}/issue`, { issueId: issue.id });
    await twice(who.officer, `/signals/${(await free()).id}/dismissal`, { reason: '중복' });
    await twice(who.officer, `/issues/${issue.id}/closure`, { outcome: 'prevented', lesson: '선제 점검' });
    await twice(who.officer, `/issues/${issue.id}/reopening`, { reason: '재발' });
    await twice(who.officer, '/reports', { month: '2031-01' });
    await twice(who.officer, '/reports/2031-01/hold', { reason: '확인 필요' });
    await twice(who.officer, '/reports/2031-01/hold/release', { reason: '확인함' });
    await twice(who.officer, '/reports/2031-01/approval', {});
    const unforeseen = { issueId: issue.id, result: 'unforeseen', reason: '보고 뒤 발생' };
    await twice(who.officer, '/outlook/2026-01/results', { entries: [unforeseen] });
    await twice(who.officer, '/rounds/2031-03', {});
    await twice(who.labour, '/rounds/2031-03/answer', { kind: 'none' });
    await twice(who.officer, '/rounds/2031-03/reminders', {});
    await twice(who.officer, '/rounds/2031-03/closure', {});
    const user = {
      email: `${randomUUID()}@city.test`,
      name: '새 담당',
      role: 'officer',
      password: 'a-very-long-password',
    };
    await twice(who.admin, '/users', user);
    const { items } = await who.officer.get(`/issues/${issue.id}/timeline?limit=200`);
    const names = items.map(({ name }: Json) => name);
    for (const once of [
      'decision.taken',
      'request.acknowledged',
      'request.refused',
      'response.posted',
      'response.accepted',
      'issue.closed',
    ])
      expect([once, names.filter((name: string) => name === once).length]).toEqual([once, 1]);
  });

  it('keeps no password, not even hashed', async () => {
    const user = (password: string): object => ({
      email: 'secret@city.test',
      name: '비밀',
      role: 'auditor',
      password,
    });
    const key = keyed();
    const first = await who.admin.send('POST', '/users', user('correct horse battery'), key);
    const again = await who.admin.send('POST', '/users', user('staple battery horse'), key);
    expect([first.status, again.status]).toEqual([201, 201]);
    const [row] = await city.database.query<{ kept: string }>(
      `select answer::text as kept from idempotency_keys where path = '/api/v1/users' and key = $1`,
      [key['idempotency-key']],
    );
    expect(row!.kept).not.toMatch(/correct horse|argon2|password(?!Due)/);
    await expect(Api.signIn(city.url, 'secret@city.test', 'correct horse battery')).resolves.toBeDefined();
    await expect(Api.signIn(city.url, 'secret@city.test', 'staple battery horse')).rejects.toThrow('401');
  });
});

describe('an ETag', () => {
  const read = (path: string, by: Api = who.officer): Promise<Answer> => by.send('GET', path);
  const tag = async (path: string, by?: Api): Promise<string> => (await read(path, by)).headers.get('etag')!;

  it('is on every single thing and changes with whatever is seen of it', async () => {
    const { labour } = city.people;
    const issue = await atWork(who.officer, [labour.departmentId!]);
    const [request] = issue.requests;
    const issuePath = `/issues/${issue.id}`;
    const requestPath = `/requests/${request.id}`;
    const seen = [await tag(issuePath), await tag(requestPath)];
    expect(seen).toEqual([`"${issue.version}"`, `"${request.version}"`]);
    await who.labour.post(`/requests/${request.id}/acknowledgement`);
    expect(await tag(issuePath)).not.toBe(seen[0]);
    expect(await tag(requestPath)).not.toBe(seen[1]);
    const first = await who.labour.post(`/requests/${request.id}/responses`, { text: '일차 회신' });
    const answered = await tag(`/responses/${first.id}`);
    await who.officer.post(`/responses/${first.id}/review`, { outcome: 'return', comment: '기한 보완' });
    const returned = await tag(`/responses/${first.id}`);
    await who.labour.post(`/requests/${request.id}/responses`, { text: '이차 회신' });
    const overtaken = await tag(`/responses/${first.id}`);
    expect(new Set([answered, returned, overtaken]).size).toBe(3);
    for (const path of ['/departments/' + labour.departmentId, issuePath, requestPath])
      expect(await tag(path)).toMatch(/^"[\w.]+"$/);
  });

  it('must be named to change or take away: 428 without, 412 with what stands now when it is stale', async () => {
    const issue = await settled(
      who.officer,
      (await who.officer.post('/issues', anIssue({ ...middling }))).id,
    );
    const path = `/issues/${issue.id}`;
    const patch = (title: string, match?: string): Promise<Answer> =>
      who.officer.send('PATCH', path, { title }, match === undefined ? {} : { 'if-match': match });
    expect((await patch('첫 제목')).status).toBe(428);
    const changed = await patch('둘째 제목', await tag(path));
    expect([changed.status, changed.body.title, changed.body.revision]).toEqual([
      200,
      '둘째 제목',
      issue.revision + 1,
    ]);
    for (const wrong of [`"${issue.version}"`, '"x"', 'x', '""', '"999999999999"']) {
      const stale = await patch('셋째 제목', wrong);
      expect([wrong, stale.status, stale.body.current.title]).toEqual([wrong, 412, '둘째 제목']);
    }
    expect((await patch('넷째 제목', '*')).status).toBe(200);
    const signal = await who.officer.post('/signals', { channel: 'press', title: '보도' });
    await who.officer.post(`/signals/${signal.id}/issue`, { issueId: issue.id });
    const detach = (headers: Record<string, string>): Promise<Answer> =>
      who.officer.send('DELETE', `/signals/${signal.id}/issue`, undefined, headers);
    expect((await detach({})).status).toBe(428);
    expect((await detach({ 'if-match': '"1"' })).status).toBe(412);
    expect((await detach({ 'if-match': await tag(`/signals/${signal.id}`) })).status).toBe(200);
  });

  it('lets one of two changes at the same time through', async () => {
    const issue = await settled(who.officer, (await who.officer.post('/issues', anIssue({ ...heavy }))).id);
    const match = { 'if-match': await tag(`/issues/${issue.id}`) };
    const both = [who.officer, who.colleague, elsewhere].map((by, n) =>
      by.send('PATCH', `/issues/${issue.id}`, { notes: [`메모 ${n}`] }, match),
    );
    expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  });

  it('is kept to by the verbs that may name it', async () => {
    const { labour } = city.people;
    const issue = await atWork(who.officer, [labour.departmentId!]);
    const [request] = issue.requests;
    const signal = await who.officer.post('/signals', { channel: 'press', title: '보도' });
    await who.officer.post('/reports', { month: '2031-02' });
    await who.officer.post('/rounds/2031-04');
    const stale = { 'if-match': '"0"' };
    const attempts: [Api, string, object][] = [
      [who.officer, `/issues/${issue.id}/decisions`, { stage: 'act', outcome: 'reject' }],
      [who.officer, `/issues/${issue.id}/requests`, { text: '추가' }],
      [who.officer, `/issues/${issue.id}/closure`, { outcome: 'eased', lesson: '교훈' }],
      [who.labour, `/requests/${request.id}/acknowledgement`, {}],
      [who.labour, `/requests/${request.id}/refusal`, { reason: '소관 아님' }],
      [
        who.officer,
        `/requests/${request.id}/transfer`,
        { departmentId: city.people.water.departmentId, reason: '소관' },
      ],
      [who.officer, `/requests/${request.id}/cancellation`, { reason: '중복' }],
      [who.labour, `/requests/${request.id}/responses`, { text: '회신' }],
      [who.officer, `/signals/${signal.id}/issue`, { issueId: issue.id }],
      [who.officer, `/signals/${signal.id}/dismissal`, { reason: '중복' }],
      [who.officer, '/reports/2031-02/approval', {}],
      [who.officer, '/reports/2031-02/hold', { reason: '확인 필요' }],
      [who.labour, '/rounds/2031-04/answer', { kind: 'none' }],
      [who.officer, '/rounds/2031-04/reminders', {}],
      [who.officer, '/rounds/2031-04/closure', {}],
    ];
    for (const [by, path, body] of attempts) {
      const { status, body: problem } = await by.send('POST', path, body, stale);
      expect([path, status, typeof problem.current]).toEqual([path, 412, 'object']);
    }
    const response = await who.labour.post(
      `/requests/${request.id}/responses`,
      { text: '회신' },
      { 'if-match': await tag(`/requests/${request.id}`) },
    );
    const review = (match: string): Promise<Answer> =>
      who.officer.send(
        'POST',
        `/responses/${response.id}/review`,
        { outcome: 'accept' },
        { 'if-match': match },
      );
    expect((await review('"1.accepted"')).status).toBe(412);
    expect((await review(await tag(`/responses/${response.id}`))).status).toBe(200);
  });
});
