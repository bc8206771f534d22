import fc from 'fast-check';
import type { Api, Json } from './support/api.js';
import { City } from './support/city.js';
import { expectPeace } from './support/expect-peace.js';
import { anIssue, atWork, settled } from './support/issues.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer' | 'colleague' | 'manager' | 'labour', Api>;
let labour: string;

beforeAll(async () => {
  city = await City.start();
  who = await city.asEach('officer', 'colleague', 'manager', 'labour');
  labour = city.people.labour.departmentId!;
}, 120_000);
afterAll(() => city?.stop());

describe('what a text resembles', () => {
  it('is shown with who leads it, what was answered last and what was learnt', async () => {
    const text = nonsense(12);
    const issue = await atWork(who.officer, [labour], { summary: text });
    const [request] = issue.requests;
    await who.labour.post(`/requests/${request.id}/responses`, { text: `점검 계획 ${'가'.repeat(400)}` });
    const [found] = (await who.officer.post('/issues/similar', { text: `${issue.title}. ${text}` })).items;
    expect(found).toMatchObject({
      id: issue.id,
      score: 1,
      duplicate: true,
      stage: 'act',
      leadDepartment: '노동민생정책관',
      mergedInto: null,
      lastAnswer: { departmentId: labour, department: '노동민생정책관', state: 'submitted' },
    });
    expect(found.lastAnswer.text).toHaveLength(300);
    // All that there is while an issue is typed.
    const typed = await who.officer.post('/issues/similar', { text: `${issue.title}\n` });
    expect(typed.items).toMatchObject([{ id: issue.id, score: 1, duplicate: true }]);
    await who.officer.post(`/issues/${issue.id}/closure`, { outcome: 'eased', lesson: '미리 알리기' });
    const { items } = await who.officer.post('/issues/similar', { text });
    expect(items[0]).toMatchObject({
      id: issue.id,
      duplicate: false,
      outcome: 'eased',
      lesson: '미리 알리기',
    });
  });

  it('holds at once what another process registered or changed', async () => {
    const [first, second] = [nonsense(10), nonsense(10)];
    const search = async (text: string): Promise<string[]> =>
      (await who.officer.post('/issues/similar', { text })).items.map(({ id }: Json) => id);
    expect(await search(first)).toEqual([]);
    const [row] = await city.database.query<{ id: string }>(
      `insert into issues (id, number, title, summary, channel)
       values (gen_random_uuid(), '2020-9001', $1, $1, 'own') returning id`,
      [first],
    );
    const { id } = row!;
    expect(await search(first)).toEqual([id]);
    await city.database.query('update issues set title = $2, summary = $2 where id = $1', [id, second]);
    expect(await search(first)).toEqual([]);
    expect(await search(second)).toEqual([id]);
  });

  it('misses nothing that was still being written when one looked', async () => {
    const [slow, quick] = [nonsense(10), nonsense(10)];
    const insert = (text: string, no: string): string =>
      `insert into issues (id, number, title, summary, channel) values (gen_random_uuid(), '${no}', '${text}', '${text}', 'own')`;
    const search = async (text: string): Promise<number> =>
      (await who.officer.post('/issues/similar', { text })).items.length;
    const writing = city.database.query(
      `do $$ begin ${insert(slow, '2020-9002')}; perform pg_sleep(1.5); end $$`,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    await city.database.query(insert(quick, '2020-9003'));
    expect([await search(quick), await search(slow)]).toEqual([1, 0]);
    await writing;
    expect(await search(slow)).toBe(1);
  });
});

/** A response as it is refused: status, and the fields that are wrong or the code of the problem. */
async function refusal(verb: string, path: string, body?: object, by: Api = who.officer): Promise<string> {
  const answer = await by.send(verb, path, body, { 'if-match': '*' });
  const { errors = [], type = '' } = answer.body;
  return `${answer.status} ${errors.map(({ path: field }: Json) => field).join() || type.split(':').at(-1)}`;
}
const patch = async (id: string, body: object): Promise<Json> => {
  const answer = await who.officer.send('PATCH', `/issues/${id}`, body, { 'if-match': '*' });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const registered = async (more: object = {}, by: Api = who.officer): Promise<Json> =>
  settled(by, (await by.post('/issues', anIssue(more))).id);
const signals = (n: number): object[] => Array.from({ length: n }, () => ({ title: nonsense(5) }));
const merge = async (issue: Json, into: Json, by: Api = who.officer): Promise<Json> =>
  by.post(`/issues/${issue.id}/decisions`, { stage: issue.stage, outcome: 'merge', mergeInto: into.id });
const names = async (id: string): Promise<string[]> =>
  (await who.officer.get(`/issues/${id}/timeline?limit=200`)).items.map(({ name }: Json) => name);

describe('a merge', () => {
  it('brings the signals over, links both ways, and is told on both sides', async () => {
    const into = await registered({ signals: signals(1) });
    const issue = await registered({ signals: signals(2) });
    expect(await merge(issue, into)).toMatchObject({
      stage: 'closed',
      outcome: 'duplicate',
      mergedInto: into.id,
      signals: [],
    });
    const grown = await settled(who.officer, into.id);
    expect(grown).toMatchObject({ revision: 2, mergedFrom: [{ id: issue.id, number: issue.number }] });
    expect(grown.signals).toHaveLength(3);
    expect(await names(into.id)).toContain('issue.absorbed');
    // What comes later goes where the issue went.
    const late = await who.officer.post('/signals', { channel: 'press', title: nonsense(5) });
    await who.officer.post(`/signals/${late.id}/issue`, { issueId: issue.id });
    expect((await who.officer.get(`/issues/${into.id}`)).signals).toHaveLength(4);
    const out = await who.officer.send('DELETE', `/issues/${issue.id}/merge`, undefined, { 'if-match': '*' });
    expect(out.body).toMatchObject({ stage: issue.stage, mergedInto: null, outcome: null });
    expect(out.body.signals).toHaveLength(2);
    expect((await settled(who.officer, into.id)).signals).toHaveLength(2);
    expect((await names(issue.id)).filter((name) => /merged|reopened/.test(name))).toEqual([
      'issue.merged',
      'issue.unmerged',
      'issue.reopened',
    ]);
    expect(await names(into.id)).toContain('issue.released');
  });

  it('and its undoing leave both issues as they were, whatever they were', async () => {
    /** All that people see but for what counts changes. */
    const picture = async (id: string): Promise<Json> => {
      const { version: _v, revision: _r, updatedAt: _u, requests, ...rest } = await settled(who.officer, id);
      const { items } = await who.officer.get(`/issues/${id}/decisions`);
      const taken = items.filter(({ outcome }: Json) => outcome !== 'merge');
      return {
        ...rest,
        signals: rest.signals.map(({ id: signal }: Json) => signal).toSorted(),
        requests: requests.map(({ version: _version, ...request }: Json) => request),
        decisions: taken.map(({ id: decision, voidedAt }: Json) => [decision, voidedAt]),
      };
    };
    const made = async ({ weight, count, decided }: { weight: number; count: number; decided: boolean }) => {
      const requests = [{ text: nonsense(4), departmentId: labour }];
      const issue = await registered({
        impact: weight,
        likelihood: weight,
        signals: signals(count),
        leadDepartmentId: labour,
        requests,
      });
      if (!decided || issue.state !== 'review') return issue;
      await who.officer.post(`/issues/${issue.id}/decisions`, { stage: issue.stage, outcome: 'confirm' });
      return settled(who.officer, issue.id);
    };
    const kind = fc.record({
      weight: fc.constantFrom(1, 3, 4),
      count: fc.nat({ max: 2 }),
      decided: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(kind, kind, fc.boolean(), async (one, other, byReopening) => {
        const [issue, into] = [await made(one), await made(other)];
        const before = [await picture(issue.id), await picture(into.id)];
        await merge(issue, into);
        if (byReopening) await who.officer.post(`/issues/${issue.id}/reopening`, { reason: '별개' });
        else await who.officer.send('DELETE', `/issues/${issue.id}/merge`, undefined, { 'if-match': '*' });
        expect([await picture(issue.id), await picture(into.id)]).toEqual(before);
      }),
      { numRuns: 6, seed: 4 },
    );
  });

  it('cannot be undone where the other issue is closed, and what was decided since stays to be decided again', async () => {
    const [into, issue] = [
      await registered({ signals: signals(1) }),
      await registered({ signals: signals(1) }),
    ];
    expect(await refusal('DELETE', `/issues/${issue.id}/merge`)).toBe('409 merge.none');
    await merge(issue, into);
    await settled(who.officer, into.id);
    await who.officer.post(`/issues/${into.id}/closure`, { outcome: 'eased', lesson: '교훈' });
    expect(await refusal('DELETE', `/issues/${issue.id}/merge`)).toBe('409 merge.target_closed');
    await who.officer.post(`/issues/${into.id}/reopening`, { reason: '재발' });
    await patch(into.id, { summary: nonsense(12) });
    await who.officer.send('DELETE', `/issues/${issue.id}/merge`, undefined, { 'if-match': '*' });
    expect(await settled(who.officer, into.id)).toMatchObject({ revision: 4, mergedFrom: [] });
  });

  it('of a confidential issue shows nothing of it on a public one', async () => {
    const into = await registered();
    const secret = await registered({ confidential: true, signals: signals(1) }, who.colleague);
    await merge(secret, into, who.colleague);
    const seen = await who.officer.get(`/issues/${into.id}`);
    expect(seen).toMatchObject({ version: into.version, mergedFrom: [], signals: [] });
    expect(await names(into.id)).not.toContain('issue.absorbed');
    const { mergedFrom } = await who.colleague.get(`/issues/${into.id}`);
    expect(mergedFrom).toMatchObject([{ id: secret.id }]);
    expect((await who.colleague.get(`/issues/${secret.id}`)).signals).toHaveLength(1);
  });
});

describe('issues under another', () => {
  it('stand there one level deep, are listed and found by it', async () => {
    const [parent, child, other] = [await registered(), await registered(), await registered()];
    expect(await patch(child.id, { parentId: parent.id })).toMatchObject({ parentId: parent.id });
    expect((await who.officer.get(`/issues/${parent.id}`)).children).toMatchObject([
      { id: child.id, number: child.number, stage: 'act', grade: 'low' },
    ]);
    const { items } = await who.officer.get(`/issues?parentId=${parent.id}`);
    expect(items.map(({ id }: Json) => id)).toEqual([child.id]);
    expect(await refusal('PATCH', `/issues/${parent.id}`, { parentId: child.id })).toBe('409 group.depth');
    expect(await refusal('PATCH', `/issues/${other.id}`, { parentId: child.id })).toBe('409 group.depth');
    expect(await refusal('PATCH', `/issues/${parent.id}`, { parentId: other.id })).toBe('409 group.depth');
    expect(await refusal('PATCH', `/issues/${other.id}`, { parentId: other.id })).toBe('400 parentId');
    expect(await patch(child.id, { parentId: null })).toMatchObject({ parentId: null });
  });

  it('close with it as far as they may, each with its result', async () => {
    const [parent, child, closed, stranger] = await Promise.all([1, 2, 3, 4].map(() => registered()));
    await patch(child.id, { parentId: parent.id });
    await patch(closed.id, { parentId: parent.id });
    await who.officer.post(`/issues/${closed.id}/closure`, { outcome: 'eased', lesson: '먼저' });
    const answer = await who.officer.post(`/issues/${parent.id}/closure`, {
      outcome: 'ended',
      lesson: '함께',
      closeChildren: [child.id, closed.id, stranger.id],
    });
    expect(answer).toMatchObject({
      stage: 'closed',
      closedChildren: [
        { id: child.id, closed: true, reason: null },
        { id: closed.id, closed: false, reason: expect.stringContaining('종결') },
        { id: stranger.id, closed: false, reason: '찾을 수 없습니다.' },
      ],
    });
    expect(await who.officer.get(`/issues/${child.id}`)).toMatchObject({ outcome: 'ended', lesson: '함께' });
    expect(await who.officer.get(`/issues/${stranger.id}`)).toMatchObject({ stage: 'act' });
  });

  it('show a confidential one to its readers only, and never stand under one that others do not see', async () => {
    const parent = await registered();
    const secret = await registered({ confidential: true }, who.colleague);
    const by = who.colleague;
    const put = (id: string, parentId: string): Promise<Json> =>
      by.send('PATCH', `/issues/${id}`, { parentId }, { 'if-match': '*' });
    expect((await put(secret.id, parent.id)).status).toBe(200);
    expect((await who.officer.get(`/issues/${parent.id}`)).children).toEqual([]);
    expect((await who.officer.get(`/issues?parentId=${parent.id}`)).items).toEqual([]);
    expect((await by.get(`/issues/${parent.id}`)).children).toMatchObject([{ id: secret.id }]);
    const top = await registered({ confidential: true }, by);
    expect((await put(parent.id, top.id)).body.errors).toMatchObject([{ path: 'parentId' }]);
  });
});

describe('districts and fields of a kind', () => {
  it('are of closed lists, filtered by, exported, and counted in the reach', async () => {
    const issue = await registered({ districts: ['마포구', '중구'] });
    expect(issue.districts).toEqual(['마포구', '중구']);
    const found = (await who.officer.get(`/issues?district=${encodeURIComponent('마포구')}`)).items;
    expect(found.map(({ id }: Json) => id)).toEqual([issue.id]);
    const { items } = await who.officer.get(`/issues/${issue.id}/assessments`);
    const reach = items
      .find(({ stage }: Json) => stage === 'analyze')
      .factors.find(({ name }: Json) => name === 'reach');
    expect(reach).toMatchObject({ value: 3, evidence: [expect.stringContaining('마포구')] });
    for (const districts of [['부산진구'], ['중구', '중구']])
      expect(await refusal('POST', '/issues', anIssue({ districts }))).toBe('400 districts');
    expect(await refusal('GET', `/issues?district=${encodeURIComponent('해운대구')}`)).toBe('400 district');
    const { id } = await who.officer.post('/issues', anIssue({ title: '강남구와 서초구 경계 도로 정비' }));
    await settled(who.officer, id);
    const [{ findings }] = (await who.officer.get(`/issues/${id}/assessments`)).items;
    expect(findings.districts).toEqual(['서초구', '강남구']);
    const southern = (await who.officer.get(`/issues?district=${encodeURIComponent('서초구')}`)).items;
    expect(southern.map((one: Json) => one.id)).toEqual([id]);
  });

  it('are checked by the kind, all that is wrong at once, and kept as they were typed', async () => {
    const wrong = {
      kind: 'contract',
      fields: { expiresOn: '2026-02-30', amount: 'viel', renewal: 'maybe', colour: 1 },
    };
    expect(await refusal('POST', '/issues', anIssue(wrong))).toBe(
      '400 fields.expiresOn,fields.amount,fields.renewal,fields.colour',
    );
    expect(await refusal('POST', '/issues', anIssue({ fields: { amount: 1 } }))).toBe('400 fields.amount');
    expect(await refusal('POST', '/issues', anIssue({ kind: 'weather' }))).toBe('400 kind');
    const issue = await registered({
      kind: 'contract',
      fields: { contractor: '○○재단', amount: 1200, staff: null },
    });
    expect(issue).toMatchObject({ kind: 'contract', fields: { contractor: '○○재단', amount: 1200 } });
    expect(issue.fields).not.toHaveProperty('staff');
    expect(await patch(issue.id, { kind: 'law' })).toMatchObject({ kind: 'law', fields: {} });
    expect(await patch(issue.id, { kind: null })).toMatchObject({ kind: null, fields: {} });
    const { body } = await who.officer.send('GET', '/issues/export?format=csv&columns=number,kind,fields');
    expect(body).toContain('이슈번호');
  });

  it('are required from a grade on: nothing of a light issue, all at once of a heavy one', async () => {
    const light = await registered({ kind: 'contract' });
    expect(light).toMatchObject({ grade: 'low', stage: 'act' });
    const heavy = await registered({ kind: 'contract', impact: 4, likelihood: 4, leadDepartmentId: labour });
    const confirm = { stage: 'prioritize', outcome: 'confirm' };
    const missing = '400 fields.contractor,fields.expiresOn,fields.renewal';
    expect(await refusal('POST', `/issues/${heavy.id}/decisions`, confirm)).toBe(missing);
    expect(await refusal('PATCH', `/issues/${heavy.id}`, { fields: { amount: 5 } })).toBe(missing);
    await patch(heavy.id, { fields: { contractor: '○○재단', expiresOn: '2026-12-31', renewal: 'tender' } });
    await who.officer.post(`/issues/${heavy.id}/requests`, { text: nonsense(4) });
    await who.officer.post(`/issues/${heavy.id}/decisions`, confirm);
    expect(await settled(who.officer, heavy.id)).toMatchObject({ stage: 'act', state: 'open' });
  });
});

describe('a crisis', () => {
  it('is handed over to somebody on record, and what follows it is an issue that points to it', async () => {
    const fire = {
      title: '공장 화재 발생',
      summary: '오늘 새벽 공장에서 화재가 발생하여 3명이 부상, 현재 진화 작업 중',
      districts: ['금천구'],
    };
    const crisis = await registered(fire);
    expect(await refusal('POST', `/issues/${crisis.id}/follow-ups`, {})).toBe('409 crisis.none');
    const unknown = { stage: 'identify', outcome: 'crisis', handOverTo: crisis.id };
    expect(await refusal('POST', `/issues/${crisis.id}/decisions`, unknown)).toBe('400 handOverTo');
    const closed = await who.officer.post(`/issues/${crisis.id}/decisions`, {
      stage: 'identify',
      outcome: 'crisis',
    });
    const [{ id: brigade }] = (await who.officer.get('/departments')).items.filter(
      ({ name }: Json) => name === '소방재난본부',
    );
    expect(closed).toMatchObject({ outcome: 'crisis', handedOverTo: brigade });
    const after = await who.officer.post(`/issues/${crisis.id}/follow-ups`);
    expect(after).toMatchObject({ followUpOf: crisis.id, districts: ['금천구'] });
    expect(after.title).toContain('공장 화재 발생');
    expect((await settled(who.officer, after.id)).stage).not.toBe('identify');
    expect((await who.officer.get(`/issues/${crisis.id}`)).followUps).toMatchObject([{ id: after.id }]);
    expect(await names(crisis.id)).toContain('issue.followed-up');
  });
});

it('leaves no trace of what must never be', async () => {
  await city.database.query(`delete from issues where number like '2020-900%'`);
  expect(await expectPeace(city.database)).toBeLessThan(60_000);
}, 60_000);
