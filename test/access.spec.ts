import { randomUUID } from 'node:crypto';
import { CALLERS, EXPECTED } from './support/access-table.js';
import { Api, type Answer, type Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { Contract } from './support/contract.js';
import { tally } from './support/tally.js';
import { nonsense } from './support/words.js';
import { confidentialCase, deskmate, openCase, prepareEscalation, type Case } from './support/worlds.js';

/** What strangers are answered where it is not 401. */
const PUBLIC: Record<string, number> = {
  'POST /sessions': 400,
  'GET /sign-in': 200,
  'GET /sign-in/oidc': 404,
  'GET /sign-in/oidc/callback': 404,
};

const WORDS = { title: '[모음] {count}건', body: '알림 모음' };

/** Whole bodies, so that only rights stand in the way; where one is missing an empty one does. */
const BODIES: Record<string, (open: Case) => object> = {
  'POST /signals/{id}/issue': ({ issueId }) => ({ issueId }),
  'POST /signals/{id}/cluster': () => ({ signalId: randomUUID() }),
  'POST /signals/{id}/questions': () => ({ text: '언제부터입니까' }),
  'POST /signals/{id}/answer': () => ({ text: '지난주부터' }),
  'POST /clusters/{id}/issue': ({ issueId }) => ({ issueId }),
  'POST /clusters/{id}/dismissal': () => ({ reason: '중복' }),
  'POST /signals/{id}/dismissal': () => ({ reason: '중복' }),
  'PATCH /issues/{id}': () => ({ title: '새 제목' }),
  'POST /issues/{id}/decisions': () => ({ stage: 'act', outcome: 'reject' }),
  'POST /issues/{id}/factors': () => ({ levels: [{ factor: 'press', level: 2 }], reason: '확인' }),
  'POST /issues/{id}/place': () => ({ place: 'first', reason: '시급' }),
  'POST /issues/{id}/acceptance': () => ({ reason: '감수', expiresOn: '2099-01-01' }),
  'POST /issues/{id}/acceptance/revocation': () => ({ reason: '철회' }),
  'POST /issues/{id}/choice': () => ({ alternativeId: randomUUID(), reason: '효과' }),
  'POST /issues/{id}/requests': () => ({ text: '추가' }),
  'PATCH /escalations/{id}': () => ({ text: '보고문' }),
  'POST /escalations/{id}/dismissal': () => ({ reason: '협의' }),
  'POST /issues/{id}/reviews': () => ({ outcome: 'keep', note: '점검' }),
  'POST /issues/{id}/follow-up-answer': () => ({ recurred: 'no' }),
  'POST /issues/{id}/closure': () => ({ outcome: 'eased', lesson: '교훈' }),
  'POST /issues/{id}/reopening': () => ({ reason: '재발' }),
  'PATCH /requests/{id}': () => ({ docNo: '평가담당관-1' }),
  'POST /requests/{id}/assignment': () => ({ handlingUnit: '노동정책과' }),
  'POST /requests/{id}/collection': () => ({ requestIds: [] }),
  'POST /reports/{month}/hold': () => ({ reason: '보완' }),
  'POST /reports/{month}/hold/release': () => ({ reason: '보완함' }),
  'POST /reports/{month}/editions/{number}/resending': () => ({ userId: randomUUID() }),
  'POST /rounds/{month}/answer': () => ({ kind: 'none' }),
  'POST /issues/{id}/lesson-uses': () => ({ issueId: randomUUID() }),
  'POST /requests/{id}/refusal': () => ({ reason: '소관 아님' }),
  'POST /requests/{id}/cancellation': () => ({ reason: '중복' }),
  'POST /requests/{id}/transfer': () => ({ departmentId: randomUUID(), reason: '소관' }),
  'POST /requests/{id}/responses': () => ({ text: '회신' }),
  'POST /issues/{id}/comments': () => ({ text: '의견', mentions: [randomUUID()] }),
  'POST /requests/{id}/comments': () => ({ text: '의견', mentions: [randomUUID()] }),
  'POST /responses/{id}/review': () => ({ outcome: 'accept' }),
  'PUT /notice-texts/{name}/{language}': () => WORDS,
  'POST /notice-texts/{name}/{language}/preview': () => WORDS,
  'PUT /departments/{id}/parent': () => ({ parentId: null, reason: '점검' }),
  'PUT /retention/schedule': () => ({ scheduled: true, reason: '점검' }),
  'POST /parked/{id}/skip': () => ({ reason: '불필요' }),
};

let city: City;
let who: Record<(typeof CALLERS)[number], Api>;
let open: Case;
let secret: Case;
let notice: string;
let view: string;
let feed: string;
let watch: string;
let deputy: string;
let reorganisation: string;
/** A word to a superior about each case's request. */
const prepared = new Map<Case, string>();
let webhook: string;
/** Somebody's notice of each case, by its issue. */
let notices: Map<string, string>;

beforeAll(async () => {
  city = await City.start();
  const [officer, named, manager, auditor, admin, labour, economy, water] = await Promise.all(
    (['officer', 'colleague', 'manager', 'auditor', 'admin', 'labour', 'economy', 'water'] as const).map(
      (name) => city.as(name),
    ),
  );
  who = {
    officer,
    named,
    manager,
    auditor,
    admin,
    labour,
    economy,
    water,
    deskmate: await deskmate(city, admin!),
  } as typeof who;
  const departments = [city.people.labour.departmentId!, city.people.economy.departmentId!];
  open = await openCase(who.officer, who.labour, departments);
  secret = await confidentialCase(
    city,
    who.named,
    who.labour,
    Array.from({ length: 7 }, () => nonsense(3)),
    [city.people.labour.id],
  );
  await who.officer.post('/reports', { month: '2026-12' });
  // Whatever month it is now.
  await city.database.query(
    `insert into rounds (month, due_at) values ('2026-12', '2026-11-25T18:00+09:00')`,
  );
  await city.database.query(
    `insert into round_departments (month, department_id) select '2026-12', id from departments`,
  );
  await who.officer.post('/policies', { version: 'next', note: '검토용' });
  const saved = { page: 'issues', name: '보기', query: '', shared: true };
  view = (await who.officer.post('/views', saved)).id;
  await who.officer.send('PUT', '/notice-texts/digest/ko', WORDS, { 'if-match': '*' });
  watch = (await who.admin.get('/early-warning-rules')).items[0].id;
  for (const one of [open, secret]) prepared.set(one, await prepareEscalation(city, one.requestId));
  const away = { kind: 'period', from: '2099-01-01', to: '2099-01-02' };
  deputy = (await who.labour.post('/deputies', { deputyId: (await who.deskmate.get('/me')).id, ...away })).id;
  const founded = { kind: 'created', fromIds: [], targets: [{ name: '청년정책관' }], issues: [], people: [] };
  reorganisation = (
    await who.officer.post('/reorganisations', { ...founded, effectiveOn: '2099-01-01', reason: '신설' })
  ).id;
  const switchedOff = { name: '피드', url: 'https://news.example/rss', active: false };
  feed = (await who.admin.post('/feeds', switchedOff)).id;
  webhook = (
    await who.admin.post('/webhooks', { name: '웹훅', url: 'https://hooks.invalid/in', active: false })
  ).id;
  notices = await eventually('people are told of both cases', async () => {
    const rows = await city.database.query<{ id: string; issue: string }>(
      `select id, issue_id as issue from deliveries where channel = 'inbox' and issue_id = any($1)`,
      [[open.issueId, secret.issueId]],
    );
    const found = new Map(rows.map(({ id, issue }) => [issue, id]));
    return found.size === 2 && found;
  });
  notice = await eventually('labour is told', async () => (await who.labour.get('/inbox')).items[0]?.id);
}, 180_000);
afterAll(() => city?.stop());

/** The path to one of the things of a case. */
function pathOf(route: string, of: Case): string {
  const [, noun = ''] = /^\w+ \/([\w-]+)/.exec(route) ?? [];
  const ids: Json = {
    signals: of.signalId,
    // One that is alone is a cluster of one.
    clusters: of.signalId,
    issues: of.issueId,
    requests: of.requestId,
    responses: of.responseId,
    inbox: notice,
    views: view,
    feeds: feed,
    webhooks: webhook,
    deliveries: notices.get(of.issueId),
    'early-warning-rules': watch,
    escalations: prepared.get(of)!,
    deputies: deputy,
    reorganisations: reorganisation,
  };
  const id =
    ids[noun] ?? (noun === 'departments' ? city.people.labour.departmentId : `${randomUUID()}.notify`);
  return route
    .split(' ')[1]!
    .replace('{id}', id)
    .replace('{month}', '2026-12')
    .replace('{year}', '2026')
    .replace('{version}', 'next')
    .replace('{file}', '1.html')
    .replace('{number}', '1')
    .replace('{name}/{language}', 'digest/ko');
}

/** Asks in a way that changes nothing: what would be changed is named at a version it never had. */
async function ask(by: Api, route: string, of: Case): Promise<number> {
  const verb = route.split(' ')[0]!;
  const fresh = route === 'DELETE /sessions/current' && by.cookie ? await again(by) : by;
  const body = ['POST', 'PUT', 'PATCH'].includes(verb) ? (BODIES[route]?.(open) ?? {}) : undefined;
  if (route === 'GET /stream') return headOf(by, '/api/v1/stream');
  return (await fresh.send(verb, pathOf(route, of), body, { 'if-match': '"0"' })).status;
}

async function headOf(by: Api, path: string): Promise<number> {
  const leave = new AbortController();
  const { status } = await fetch(`${by.url}${path}`, {
    headers: { cookie: by.cookie },
    signal: leave.signal,
  });
  leave.abort();
  return status;
}

/** A session to be ended. */
async function again(by: Api): Promise<Api> {
  const { email } = await by.get('/me');
  return Api.signIn(by.url, email, city.people.officer.password);
}

describe('the authorization matrix', () => {
  it('has a row for every documented route, and none for others', async () => {
    const { operations } = await Contract.of(city.url);
    const routes = operations
      .filter(({ path }) => path.startsWith('/api'))
      .map(({ verb, path }) => `${verb} ${path.replace('/api/v1', '')}`);
    expect(Object.keys(EXPECTED).toSorted()).toEqual(routes.toSorted());
  });

  it.each(Object.entries(EXPECTED))('%s', async (route, rows) => {
    for (const [n, row] of rows.entries()) {
      const statuses = await Promise.all(CALLERS.map((name) => ask(who[name], route, n ? secret : open)));
      expect(statuses.join(' ')).toBe(row);
      expect(await ask(new Api(city.url), route, n ? secret : open)).toBe(PUBLIC[route] ?? 401);
    }
    tally('cells of the authorization matrix', rows.length * (CALLERS.length + 1));
  });

  it('knows no other verbs and no other paths, and tells strangers nothing of them', async () => {
    for (const [verb, path] of [
      ['PUT', '/issues'],
      ['DELETE', `/issues/${open.issueId}`],
      ['GET', '/secrets'],
      ['POST', '/me'],
    ] as const)
      expect([
        verb,
        path,
        (await who.officer.send(verb, path, verb === 'GET' ? undefined : {})).status,
      ]).toEqual([verb, path, 404]);
    expect(await headOf(new Api(city.url), '/api/v1/issues/')).toBeGreaterThanOrEqual(401);
    const head = await fetch(`${city.url}/api/v1/issues`, { method: 'HEAD' });
    expect(head.status).toBe(401);
  });
});

describe('what belongs to others cannot be reached through a body', () => {
  const status = async (answer: Promise<Answer>): Promise<[number, string | undefined]> => {
    const { status: code, body } = await answer;
    return [code, body.errors?.[0]?.path];
  };

  it.each([
    [
      'attaching a signal to it',
      async (id: string) =>
        status(who.officer.send('POST', `/signals/${(await freeSignal()).id}/issue`, { issueId: id })),
    ],
    [
      'merging into it',
      async (id: string) =>
        status(
          who.officer.send('POST', `/issues/${open.issueId}/decisions`, {
            stage: 'act',
            outcome: 'merge',
            mergeInto: id,
          }),
        ),
    ],
    [
      'asking for its requests',
      async (id: string) => [(await who.officer.get(`/requests?issueId=${id}`)).items.length, undefined],
    ],
  ] as [string, (id: string) => Promise<[number, string | undefined]>][])(
    '%s is answered as for an unknown id',
    async (_, attempt) => {
      expect(await attempt(secret.issueId)).toEqual(await attempt(randomUUID()));
    },
  );

  it('taking its signal along is answered as for an unknown id', async () => {
    const plain = { title: '제목', summary: '내용', channel: 'press' };
    const attempt = (id: string): Promise<[number, string | undefined]> =>
      status(who.officer.send('POST', '/issues', { ...plain, signalIds: [id] }));
    expect(await attempt(secret.signalId)).toEqual([400, 'signalIds']);
    expect(await attempt(randomUUID())).toEqual([400, 'signalIds']);
  });

  const freeSignal = (): Promise<Json> => who.officer.post('/signals', { channel: 'press', title: '보도' });
});
