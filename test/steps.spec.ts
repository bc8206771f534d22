import type { Api, Json } from './support/api.js';
import { City } from './support/city.js';
import { anIssue, atWork, heavy, settled } from './support/issues.js';
import { nonsense } from './support/words.js';

/** Where an issue may stand when somebody acts on it. */
const STATES = ['processing', 'review', 'open', 'done', 'borne', 'closed', 'merged', 'crisis'] as const;
type At = (typeof STATES)[number];

/** What each act is answered, by hand, in the order of STATES: 2xx where it is a step of the way, a refusal everywhere else. */
// prettier-ignore
const TABLE: Record<string, string> = {
  //                       processing review open done borne closed merged crisis
  'change':               '200 200 200 200 200 409 409 409',
  'confirm':              '409 201 409 409 409 409 409 409',
  'override':             '409 201 409 409 409 409 409 409',
  'adjust in act':        '409 409 201 409 201 409 409 409',
  'reject':               '201 201 201 201 201 409 409 409',
  'hand over as crisis':  '201 201 201 201 201 409 409 409',
  'merge':                '201 201 201 201 201 409 409 409',
  'undo a merge':         '409 409 409 409 409 409 200 409',
  'close':                '200 200 200 200 200 409 409 409',
  'reopen':               '409 409 409 409 409 200 200 200',
  'follow up':            '409 409 409 409 409 409 409 201',
  // Before a decision it is planned, and sent with it.
  'ask a department':     '201 201 201 201 201 409 409 409',
  'set a factor':         '409 201 201 201 201 409 409 409',
  'place in the queue':   '200 200 200 200 200 409 409 409',
  'bear the risk':        '409 201 201 201 409 409 409 409',
  'bear it no longer':    '409 409 409 409 200 409 409 409',
  'choose':               '201 201 201 201 201 409 409 409',
  'attach a signal':      '200 200 200 200 200 409 200 409',
};

let city: City;
let officer: Api;
let manager: Api;
let labour: string;
let target: Json;

beforeAll(async () => {
  city = await City.start({ apps: ['intake', 'pipeline'] });
  [officer, manager] = await Promise.all([city.as('officer'), city.as('manager')]);
  labour = city.people.labour.departmentId!;
  target = await made();
}, 120_000);
afterAll(() => city?.stop());

const alternatives = [{ text: '현행 유지', horizon: 'none' }];
const made = async (): Promise<Json> =>
  settled(
    officer,
    (await officer.post('/issues', anIssue({ ...heavy, leadDepartmentId: labour, alternatives }))).id,
  );
const decide = (issue: Json, body: object): Promise<Json> =>
  officer.post(`/issues/${issue.id}/decisions`, { stage: issue.stage, ...body });
const inAct = (): Promise<Json> => atWork(officer, [labour], { alternatives });
const inOneMonth = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** An issue that stands there. */
const ISSUES: Record<At, () => Promise<Json>> = {
  // No pipeline runs when these are registered.
  processing: () => officer.post('/issues', anIssue({ ...heavy, leadDepartmentId: labour, alternatives })),
  review: made,
  open: inAct,
  done: async () => {
    const issue = await inAct();
    const by = await city.as('labour');
    const [request] = issue.requests;
    const { id } = await by.post(`/requests/${request.id}/responses`, { text: '조치함', status: 'done' });
    await officer.post(`/responses/${id}/review`, { outcome: 'accept' });
    return officer.get(`/issues/${issue.id}`);
  },
  borne: async () => {
    const issue = await inAct();
    const body = { reason: '감수', expiresOn: inOneMonth() };
    return manager.post(`/issues/${issue.id}/acceptance`, body);
  },
  closed: async () =>
    officer.post(`/issues/${(await made()).id}/closure`, { outcome: 'ended', lesson: '교훈' }),
  merged: async () => decide(await made(), { outcome: 'merge', mergeInto: target.id }),
  crisis: async () => decide(await made(), { outcome: 'crisis', reason: '이미 발생' }),
};

const ACTS: Record<string, (issue: Json) => Promise<{ status: number }>> = {
  change: ({ id }) => officer.send('PATCH', `/issues/${id}`, { title: nonsense() }, { 'if-match': '*' }),
  confirm: ({ id }) => decision(id, { stage: 'prioritize', outcome: 'confirm' }),
  override: ({ id }) =>
    decision(id, { stage: 'prioritize', outcome: 'override', grade: 'low', reason: '경미' }),
  'adjust in act': ({ id }) =>
    decision(id, { stage: 'act', outcome: 'override', grade: 'critical', reason: '확산' }),
  reject: ({ id, stage }) => decision(id, { stage, outcome: 'reject', reason: '사실과 다름' }),
  'hand over as crisis': ({ id, stage }) => decision(id, { stage, outcome: 'crisis', reason: '발생' }),
  merge: ({ id, stage }) => decision(id, { stage, outcome: 'merge', mergeInto: target.id }),
  'undo a merge': ({ id }) => officer.send('DELETE', `/issues/${id}/merge`, undefined, { 'if-match': '*' }),
  close: ({ id }) => post(`/issues/${id}/closure`, { outcome: 'ended', lesson: '교훈' }),
  reopen: ({ id }) => post(`/issues/${id}/reopening`, { reason: '재발' }),
  'follow up': ({ id }) => post(`/issues/${id}/follow-ups`, {}),
  'ask a department': ({ id }) => post(`/issues/${id}/requests`, { text: '추가', departmentId: labour }),
  'set a factor': ({ id }) =>
    post(`/issues/${id}/factors`, { levels: [{ factor: 'press', level: 2 }], reason: '확인' }),
  'place in the queue': ({ id }) => post(`/issues/${id}/place`, { place: 'first', reason: '시급' }),
  'bear the risk': ({ id }) =>
    post(`/issues/${id}/acceptance`, { reason: '감수', expiresOn: inOneMonth() }, manager),
  'bear it no longer': ({ id }) => post(`/issues/${id}/acceptance/revocation`, { reason: '철회' }),
  choose: ({ id, alternatives: [first] }) =>
    post(`/issues/${id}/choice`, { alternativeId: first.id, reason: '효과' }),
  'attach a signal': async ({ id }) => {
    const signal = await officer.post('/signals', { channel: 'press', title: nonsense(5) });
    return post(`/signals/${signal.id}/issue`, { issueId: id });
  },
};
const post = (path: string, body: object, by: Api = officer): Promise<{ status: number }> =>
  by.send('POST', path, body, { 'if-match': '*' });
const decision = (id: string, body: object): Promise<{ status: number }> =>
  post(`/issues/${id}/decisions`, body);

/** An issue that a person confirmed. */
async function decided(more: object): Promise<Json> {
  const issue = await officer.post('/issues', anIssue({ ...heavy, leadDepartmentId: labour, ...more }));
  await decide(await settled(officer, issue.id), { outcome: 'confirm' });
  return settled(officer, issue.id);
}

describe('alternatives', () => {
  it('are taken with a reason, one at a time, and stay the same when their words are mended', async () => {
    const { id } = await decided({
      alternatives: [
        { text: '안전요원 증원', horizon: 'short', effect: '즉시', precedent: '2022년 ○○축제' },
        { text: '현행 유지', horizon: 'none' },
      ],
    });
    const [first, second] = (await officer.get(`/issues/${id}`)).alternatives;
    expect(first).toMatchObject({ precedent: '2022년 ○○축제', chosenAt: null });
    const path = `/issues/${id}/choice`;
    expect((await officer.send('POST', path, { alternativeId: id, reason: '없는 대안' })).status).toBe(404);
    await officer.post(path, { alternativeId: first.id, reason: '비용이 적음' });
    const chosen = await manager.post(path, { alternativeId: second.id, reason: '추이를 먼저 봄' });
    expect(chosen.alternatives).toMatchObject([
      { chosenAt: null },
      { chosenAt: expect.any(String), chosenBy: 'manager', choiceReason: '추이를 먼저 봄' },
    ]);
    const alternatives = [
      { id: second.id, text: '현행 유지(모니터링)', horizon: 'none' },
      { text: '새 대안', horizon: 'long' },
    ];
    const { body } = await officer.send('PATCH', `/issues/${id}`, { alternatives }, { 'if-match': '*' });
    expect(body.alternatives).toMatchObject([
      { id: second.id, text: '현행 유지(모니터링)', chosenBy: 'manager' },
      { text: '새 대안', chosenAt: null },
    ]);
    const taken = await officer.send('DELETE', path, undefined, { 'if-match': '*' });
    expect(taken.body.alternatives[0]).toMatchObject({ chosenAt: null, choiceReason: null });
  });

  it('never lose a choice in silence', async () => {
    const [first, second] = [{ text: '안전요원 증원' }, { text: '현행 유지', horizon: 'none' }];
    const { id, alternatives } = await decided({ alternatives: [first, second] });
    const choose = async (at: number, reason: string): Promise<Json> =>
      officer.post(`/issues/${id}/choice`, { alternativeId: alternatives[at].id, reason });
    const rewrite = async (list: object[]): Promise<Json[]> =>
      (await officer.send('PATCH', `/issues/${id}`, { alternatives: list }, { 'if-match': '*' })).body
        .alternatives;
    const record = async (name: string): Promise<Json[]> =>
      (await officer.get(`/issues/${id}/timeline?limit=200`)).items
        .filter((event: Json) => event.name === name)
        .map(({ changes }: Json) => changes);
    await choose(0, '즉시 가능');
    await choose(1, '추이를 먼저 봄');
    expect((await record('alternative.chosen')).at(-1)).toEqual({
      chosen: ['안전요원 증원', '현행 유지'],
      reason: ['즉시 가능', '추이를 먼저 봄'],
    });
    // Written anew without ids, and the other way round: the words tell which is which.
    const [turned, ...others] = await rewrite([second, { text: '증원하고 통제' }, first]);
    expect(turned).toMatchObject({ id: alternatives[1].id, choiceReason: '추이를 먼저 봄' });
    expect(others.at(-1)).toMatchObject({ id: alternatives[0].id, chosenAt: null });
    expect(await record('alternative.unchosen')).toEqual([]);
    expect(await rewrite([first])).toMatchObject([{ id: alternatives[0].id, chosenAt: null }]);
    expect(await record('alternative.unchosen')).toEqual([
      { chosen: ['현행 유지', null], reason: ['추이를 먼저 봄', null] },
    ]);
    // An id given twice is one alternative and a new one.
    const twice = await rewrite([0, 1].map((n) => ({ id: alternatives[0].id, text: `안전요원 증원 ${n}` })));
    expect(twice.map(({ id: one }) => one === alternatives[0].id)).toEqual([true, false]);
  });
});

it('lets an issue go its way and refuses every other step, leaving it as it was', async () => {
  const issues = new Map<string, Json>();
  const make = (at: At): Promise<void[]> =>
    Promise.all(Object.keys(ACTS).map(async (act) => void issues.set(`${act} ${at}`, await ISSUES[at]())));
  for (const at of STATES.filter((one) => one !== 'processing')) await make(at);
  await city.kill('pipeline');
  await make('processing');

  const found: Record<string, string> = {};
  const touched: string[] = [];
  for (const [act, run] of Object.entries(ACTS)) {
    const row: number[] = [];
    for (const at of STATES) {
      const issue = issues.get(`${act} ${at}`)!;
      const before = await officer.get(`/issues/${issue.id}`);
      const { status } = await run(issue);
      row.push(status);
      const after = await officer.get(`/issues/${issue.id}`);
      if (status >= 400 && JSON.stringify(after) !== JSON.stringify(before)) touched.push(`${act} ${at}`);
    }
    found[act] = row.join(' ');
  }
  expect(found).toEqual(TABLE);
  expect(touched).toEqual([]);
}, 180_000);
