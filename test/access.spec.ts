import { randomUUID } from 'node:crypto';
import { Api, type Answer, type Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { Contract } from './support/contract.js';
import { nonsense } from './support/words.js';
import { confidentialCase, deskmate, openCase, prepareEscalation, type Case } from './support/worlds.js';

/**
 * What each may do with each route, in the order of CALLERS: the status of a request that changes nothing. `412` and `400`
 * are said to who was let in. Where there are two rows the second is for what belongs to a confidential issue.
 */
// officer: not named · named: an officer named on it · labour: asked and named · deskmate: of the same department, not named
// economy: asked about something else of the open issue · water: not asked at all
// prettier-ignore
const CALLERS = ['officer', 'named', 'manager', 'auditor', 'admin', 'labour', 'deskmate', 'economy', 'water'] as const;
// prettier-ignore
const EXPECTED: Record<string, string[]> = {
  'POST /sessions':                        ['400 400 400 400 400 400 400 400 400'],
  'DELETE /sessions/current':              ['204 204 204 204 204 204 204 204 204'],
  'POST /sessions/current/extension':      ['200 200 200 200 200 200 200 200 200'],
  'GET /me':                               ['200 200 200 200 200 200 200 200 200'],
  'POST /signals':                         ['400 400 403 403 403 400 400 400 400'],
  'POST /signals/similar':                 ['400 400 403 403 403 403 403 403 403'],
  'POST /signals/scrap':                   ['400 400 403 403 403 403 403 403 403'],
  'POST /signals/batch':                   ['400 400 403 403 403 403 403 403 403'],
  'GET /signals':                          ['200 200 200 200 403 200 200 200 200'],
  'GET /signals/{id}':                     ['200 200 200 200 403 404 404 404 404', '404 200 404 404 403 404 404 404 404'],
  'GET /signals/{id}/timeline':            ['200 200 200 200 403 403 403 403 403', '404 200 404 404 403 403 403 403 403'],
  'POST /signals/{id}/issue':              ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'DELETE /signals/{id}/issue':            ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /signals/{id}/dismissal':          ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'DELETE /signals/{id}/dismissal':        ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /signals/{id}/observation':        ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'DELETE /signals/{id}/observation':      ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /signals/{id}/cluster':            ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'DELETE /signals/{id}/cluster':          ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /signals/{id}/questions':          ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /signals/{id}/answer':             ['403 403 403 403 403 404 404 404 404', '403 403 403 403 403 404 404 404 404'],
  'GET /clusters':                         ['200 200 200 200 403 403 403 403 403'],
  'GET /clusters/{id}':                    ['200 200 200 200 403 403 403 403 403', '404 200 404 404 403 403 403 403 403'],
  'POST /clusters/{id}/issue':             ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'DELETE /clusters/{id}/issue':           ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /clusters/{id}/dismissal':         ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'DELETE /clusters/{id}/dismissal':       ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /clusters/{id}/observation':       ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'DELETE /clusters/{id}/observation':     ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'GET /early-warning-rules':              ['200 200 200 200 200 403 403 403 403'],
  'POST /early-warning-rules':             ['400 400 403 403 400 403 403 403 403'],
  'GET /early-warning-rules/{id}':         ['200 200 200 200 200 403 403 403 403'],
  'PATCH /early-warning-rules/{id}':       ['412 412 403 403 412 403 403 403 403'],
  'POST /early-warning-rules/{id}/dry-run': ['400 400 400 403 403 403 403 403 403'],
  'GET /warnings':                         ['200 200 200 200 403 403 403 403 403'],
  'GET /feeds':                            ['200 200 403 403 200 403 403 403 403'],
  'POST /feeds':                           ['400 400 403 403 400 403 403 403 403'],
  'GET /feeds/{id}':                       ['200 200 403 403 200 403 403 403 403'],
  'PATCH /feeds/{id}':                     ['412 412 403 403 412 403 403 403 403'],
  'DELETE /feeds/{id}':                    ['412 412 403 403 412 403 403 403 403'],
  // It is switched off.
  'POST /feeds/{id}/poll':                 ['409 409 403 403 409 403 403 403 403'],
  'POST /imports':                         ['415 415 403 403 403 403 403 403 403'],
  'GET /imports':                          ['200 200 403 403 403 403 403 403 403'],
  'GET /imports/templates/{file}':         ['404 404 403 403 403 403 403 403 403'],
  'GET /imports/{id}':                     ['404 404 403 403 403 403 403 403 403'],
  'GET /imports/{id}/errors':              ['404 404 403 403 403 403 403 403 403'],
  'GET /imports/{id}/failed-rows':         ['404 404 403 403 403 403 403 403 403'],
  'POST /imports/{id}/cancellation':       ['404 404 403 403 403 403 403 403 403'],
  'POST /issues':                          ['400 400 403 403 403 403 403 403 403'],
  'GET /issues':                           ['200 200 200 200 403 200 200 200 200'],
  'GET /issues/summary':                   ['200 200 200 200 403 200 200 200 200'],
  'GET /issues/export':                    ['400 400 400 400 403 400 400 400 400'],
  'GET /issues/statistics':                ['200 200 200 200 403 200 200 200 200'],
  'POST /issues/similar':                  ['400 400 403 403 403 403 403 403 403'],
  'GET /issues/{id}':                      ['200 200 200 200 403 200 200 200 404', '404 200 404 404 403 200 404 404 404'],
  'PATCH /issues/{id}':                    ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'GET /issues/{id}/timeline':             ['200 200 200 200 403 403 403 403 403', '404 200 404 404 403 403 403 403 403'],
  'GET /issues/{id}/assessments':          ['200 200 200 200 403 403 403 403 403', '404 200 404 404 403 403 403 403 403'],
  'GET /issues/{id}/decisions':            ['200 200 200 200 403 403 403 403 403', '404 200 404 404 403 403 403 403 403'],
  'GET /issues/{id}/similar':              ['200 200 200 200 403 403 403 403 403', '404 200 404 404 403 403 403 403 403'],
  'POST /issues/{id}/decisions':           ['412 412 412 403 403 403 403 403 403', '404 412 404 403 403 403 403 403 403'],
  'POST /issues/{id}/requests':            ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /issues/{id}/closure':             ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /issues/{id}/reopening':           ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'GET /issues/{id}/scores':               ['200 200 200 200 403 403 403 403 403', '404 200 404 404 403 403 403 403 403'],
  'POST /issues/{id}/factors':             ['412 412 412 403 403 403 403 403 403', '404 412 404 403 403 403 403 403 403'],
  'POST /issues/{id}/place':               ['412 412 412 403 403 403 403 403 403', '404 412 404 403 403 403 403 403 403'],
  'POST /issues/{id}/acceptance':          ['412 412 412 403 403 403 403 403 403', '404 412 404 403 403 403 403 403 403'],
  'POST /issues/{id}/acceptance/revocation': ['412 412 412 403 403 403 403 403 403', '404 412 404 403 403 403 403 403 403'],
  'POST /issues/{id}/choice':              ['412 412 412 403 403 403 403 403 403', '404 412 404 403 403 403 403 403 403'],
  'DELETE /issues/{id}/choice':            ['412 412 412 403 403 403 403 403 403', '404 412 404 403 403 403 403 403 403'],
  'GET /queue':                            ['200 200 200 200 403 403 403 403 403'],
  'GET /policies':                         ['200 200 200 200 200 403 403 403 403'],
  'POST /policies':                        ['400 400 403 403 400 403 403 403 403'],
  'GET /policies/{version}':               ['200 200 200 200 200 403 403 403 403'],
  'PATCH /policies/{version}':             ['412 412 403 403 412 403 403 403 403'],
  'DELETE /policies/{version}':            ['412 412 403 403 412 403 403 403 403'],
  'POST /policies/{version}/dry-run':      ['200 200 200 403 403 403 403 403 403'],
  'POST /policies/{version}/activation':   ['412 412 412 403 412 403 403 403 403'],
  'DELETE /issues/{id}/merge':             ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /issues/{id}/lesson-uses':         ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /issues/{id}/follow-ups':          ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /similarity':                      ['400 400 400 400 400 400 400 400 400'],
  'GET /requests':                         ['200 200 200 200 403 200 200 200 200'],
  'GET /requests/{id}':                    ['200 200 200 200 403 200 200 404 404', '404 200 404 404 403 200 404 404 404'],
  'PATCH /requests/{id}':                  ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'GET /requests/{id}/letter':             ['200 200 403 403 403 403 403 403 403', '404 200 403 403 403 403 403 403 403'],
  'POST /requests/{id}/acknowledgement':   ['403 403 403 403 403 412 412 404 404', '403 403 403 403 403 412 404 404 404'],
  'POST /requests/{id}/assignment':        ['403 403 403 403 403 412 412 404 404', '403 403 403 403 403 412 404 404 404'],
  'POST /requests/{id}/collection':        ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /requests/{id}/refusal':           ['403 403 403 403 403 412 412 404 404', '403 403 403 403 403 412 404 404 404'],
  'POST /requests/{id}/transfer':          ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /requests/{id}/responses':         ['403 403 403 403 403 412 412 404 404', '404 403 403 403 403 412 404 404 404'],
  'GET /responses/{id}':                   ['200 200 200 200 403 200 200 404 404', '404 200 404 404 403 200 404 404 404'],
  'POST /responses/{id}/review':           ['412 412 403 403 403 403 403 404 404', '404 412 403 403 403 403 404 404 404'],
  'GET /work':                             ['200 200 200 403 403 200 200 200 200'],
  'GET /requests/statistics':              ['200 200 200 200 403 200 200 200 200'],
  'POST /requests/bulk':                   ['400 400 403 403 403 400 400 400 400'],
  'POST /issues/bulk':                     ['400 400 403 403 403 403 403 403 403'],
  'GET /escalations':                      ['200 200 200 200 403 403 403 403 403'],
  'GET /escalations/{id}':                 ['200 200 200 200 403 403 403 403 403', '404 200 404 404 403 403 403 403 403'],
  'PATCH /escalations/{id}':               ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /escalations/{id}/release':        ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'POST /escalations/{id}/dismissal':      ['412 412 403 403 403 403 403 403 403', '404 412 403 403 403 403 403 403 403'],
  'GET /reviews':                          ['200 200 200 200 403 403 403 403 403'],
  'GET /issues/{id}/reviews':              ['200 200 200 200 403 403 403 403 403', '404 200 404 404 403 403 403 403 403'],
  'POST /issues/{id}/reviews':             ['412 412 412 403 403 403 403 403 403', '404 412 404 403 403 403 403 403 403'],
  'GET /follow-up-questions':              ['200 200 200 200 403 200 200 200 200'],
  // To answer takes the department that led it, whatever version it saw.
  'POST /issues/{id}/follow-up-answer':    ['412 412 403 403 403 412 412 412 404', '404 412 403 403 403 412 404 404 404'],
  'GET /deadlines':                        ['200 200 200 200 200 200 200 200 200'],
  'GET /calendar':                         ['200 200 200 200 403 200 200 200 200'],
  'GET /deputies/candidates':              ['200 200 200 200 200 200 200 200 200'],
  'GET /deputies':                         ['200 200 200 200 200 200 200 200 200'],
  'POST /deputies':                        ['400 400 400 400 400 400 400 400 400'],
  'DELETE /deputies/{id}':                 ['412 412 404 403 412 412 403 404 404'],
  'GET /deputies/{id}/acts':               ['200 200 404 200 200 200 200 404 404'],
  'POST /reports':                         ['400 400 400 403 403 403 403 403 403'],
  'GET /reports':                          ['200 200 200 200 403 403 403 403 403'],
  'GET /reports/{month}':                  ['200 200 200 200 403 403 403 403 403'],
  'GET /reports/{month}/editions/{file}':  ['200 200 200 200 403 403 403 403 403'],
  'POST /reports/{month}/approval':        ['412 412 412 403 403 403 403 403 403'],
  'GET /departments':                      ['200 200 200 200 200 200 200 200 200'],
  'GET /departments/{id}':                 ['200 200 200 200 200 200 200 200 200'],
  'POST /departments/suggestions':         ['400 400 403 403 403 403 403 403 403'],
  'GET /colleagues':                       ['200 200 403 403 403 200 200 200 200'],
  'GET /users':                            ['200 200 403 403 200 403 403 403 403'],
  'POST /users':                           ['403 403 403 403 400 403 403 403 403'],
  'GET /views':                            ['200 200 200 200 200 200 200 200 200'],
  'POST /views':                           ['400 400 400 400 400 400 400 400 400'],
  'PATCH /views/{id}':                     ['412 403 404 404 404 404 404 404 404'],
  'DELETE /views/{id}':                    ['412 403 404 404 404 404 404 404 404'],
  'GET /inbox':                            ['200 200 200 200 200 200 200 200 200'],
  'POST /inbox/{id}/reading':              ['404 404 404 404 404 204 404 404 404'],
  'GET /stream':                           ['200 200 200 200 200 200 200 200 200'],
  'GET /deliveries':                       ['200 200 403 403 200 403 403 403 403'],
  'GET /parked':                           ['200 200 403 403 200 403 403 403 403'],
  'POST /parked/{id}/retry':               ['403 403 403 403 409 403 403 403 403'],
  'POST /parked/{id}/skip':                ['403 403 403 403 409 403 403 403 403'],
};
const PUBLIC = ['POST /sessions'];

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
  'POST /issues/{id}/lesson-uses': () => ({ issueId: randomUUID() }),
  'POST /requests/{id}/refusal': () => ({ reason: '소관 아님' }),
  'POST /requests/{id}/transfer': () => ({ departmentId: randomUUID(), reason: '소관' }),
  'POST /requests/{id}/responses': () => ({ text: '회신' }),
  'POST /responses/{id}/review': () => ({ outcome: 'accept' }),
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
/** A word to a superior about each case's request. */
const prepared = new Map<Case, string>();

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
  await who.officer.post('/policies', { version: 'next', note: '검토용' });
  const saved = { page: 'issues', name: '보기', query: '', shared: true };
  view = (await who.officer.post('/views', saved)).id;
  watch = (await who.admin.get('/early-warning-rules')).items[0].id;
  for (const one of [open, secret]) prepared.set(one, await prepareEscalation(city, one.requestId));
  const away = { kind: 'period', from: '2099-01-01', to: '2099-01-02' };
  deputy = (await who.labour.post('/deputies', { deputyId: (await who.deskmate.get('/me')).id, ...away })).id;
  const switchedOff = { name: '피드', url: 'https://news.example/rss', active: false };
  feed = (await who.admin.post('/feeds', switchedOff)).id;
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
    'early-warning-rules': watch,
    escalations: prepared.get(of)!,
    deputies: deputy,
  };
  const id =
    ids[noun] ?? (noun === 'departments' ? city.people.labour.departmentId : `${randomUUID()}.notify`);
  return route
    .split(' ')[1]!
    .replace('{id}', id)
    .replace('{month}', '2026-12')
    .replace('{version}', 'next')
    .replace('{file}', '1.html');
}

/** Asks in a way that changes nothing: what would be changed is named at a version it never had. */
async function ask(by: Api, route: string, of: Case): Promise<number> {
  const verb = route.split(' ')[0]!;
  const fresh = route === 'DELETE /sessions/current' && by.cookie ? await again(by) : by;
  const body = verb === 'POST' || verb === 'PATCH' ? (BODIES[route]?.(open) ?? {}) : undefined;
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
      expect(await ask(new Api(city.url), route, n ? secret : open)).toBe(PUBLIC.includes(route) ? 400 : 401);
    }
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
    const attempt = (id: string): Promise<[number, string | undefined]> =>
      status(
        who.officer.send('POST', '/issues', {
          title: '제목',
          summary: '내용',
          channel: 'press',
          signalIds: [id],
        }),
      );
    expect(await attempt(secret.signalId)).toEqual([400, 'signalIds']);
    expect(await attempt(randomUUID())).toEqual([400, 'signalIds']);
  });

  const freeSignal = (): Promise<Json> => who.officer.post('/signals', { channel: 'press', title: '보도' });
});
