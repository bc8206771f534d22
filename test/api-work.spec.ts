import { randomUUID } from 'node:crypto';
import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { anIssue, atWork, heavy, light, settled } from './support/issues.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer' | 'colleague' | 'manager' | 'labour' | 'economy', Api>;
let labour: string;
let economy: string;

beforeAll(async () => {
  city = await City.start({ apps: ['intake', 'pipeline'] });
  who = await city.asEach('officer', 'colleague', 'manager', 'labour', 'economy');
  labour = city.people.labour.departmentId!;
  economy = city.people.economy.departmentId!;
}, 120_000);
afterAll(() => city?.stop());

/** What the officer is answered: status, and the field that is wrong or the code of the problem. */
async function refusal(path: string, body: object, by: Api = who.officer, verb = 'POST'): Promise<string> {
  const answer = await by.send(verb, path, body, verb === 'PATCH' ? { 'if-match': '*' } : {});
  const { errors = [], type = '' } = answer.body;
  return `${answer.status} ${errors.length ? errors.map(({ path: field }: Json) => field).join() : type.split(':').at(-1)}`.trim();
}

const registered = async (more: object = {}): Promise<Json> =>
  settled(who.officer, (await who.officer.post('/issues', anIssue(more))).id);
const events = async (id: string): Promise<string[]> =>
  (await who.officer.get(`/issues/${id}/timeline?limit=200`)).items.map(({ name }: Json) => name);

describe('a decision', () => {
  it('confirms what the policy proposes, and only then departments are asked', async () => {
    const issue = await registered({
      ...heavy,
      leadDepartmentId: labour,
      requests: [{ text: '대책 마련', horizon: 'short' }],
    });
    expect(issue).toMatchObject({
      stage: 'prioritize',
      state: 'review',
      grade: 'high',
      direction: 'department',
    });
    expect(issue.requests[0]).toMatchObject({ state: 'planned', deliveredAt: null });
    expect((await who.labour.get('/requests')).items).toEqual([]);
    await who.manager.post(`/issues/${issue.id}/decisions`, {
      stage: 'prioritize',
      outcome: 'confirm',
      revision: 1,
      dueAt: '2026-12-01',
    });
    const open = await settled(who.officer, issue.id);
    expect(open).toMatchObject({ stage: 'act', state: 'open' });
    expect(open.requests[0]).toMatchObject({
      state: 'delivered',
      departmentId: labour,
      dueAt: '2026-12-01T09:00:00+00:00',
    });
    const { items } = await who.officer.get(`/issues/${issue.id}/decisions`);
    expect(items).toMatchObject([
      { outcome: 'confirm', grade: 'high', decidedBy: 'manager', voidedAt: null },
    ]);
  });

  it('overrides for a reason', async () => {
    const { id } = await registered({ ...heavy, leadDepartmentId: labour });
    const path = `/issues/${id}/decisions`;
    const lower = { stage: 'prioritize', outcome: 'override', grade: 'low', direction: 'self' };
    expect(await refusal(path, lower)).toBe('400 reason');
    expect(await refusal(path, { ...lower, reason: '  ' })).toBe('400 reason');
    expect(await refusal(path, { stage: 'prioritize', outcome: 'confirm', grade: 'low' })).toBe('400 grade');
    expect(await refusal(path, { ...lower, reason: '단순 문의', leadDepartmentId: randomUUID() })).toBe(
      '400 leadDepartmentId',
    );
    await who.officer.post(path, { ...lower, reason: '단순 문의' });
    const own = await settled(who.officer, id);
    expect(own).toMatchObject({
      stage: 'act',
      state: 'open',
      grade: 'low',
      direction: 'self',
      agenda: false,
    });
    expect(own.requests).toMatchObject([{ departmentId: null, state: 'delivered' }]);
    const response = await who.officer.post(`/requests/${own.requests[0].id}/responses`, {
      text: '점검함',
      status: 'done',
    });
    await who.officer.post(`/responses/${response.id}/review`, { outcome: 'accept' });
    expect(await who.officer.get(`/issues/${id}`)).toMatchObject({ stage: 'act', state: 'done' });
  });

  it('is adjusted for a reason while departments are at work', async () => {
    const { id } = await registered({ ...heavy, leadDepartmentId: labour });
    await who.officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    const open = await settled(who.officer, id);
    expect(open).toMatchObject({ stage: 'act', state: 'open', needsReview: false });
    const path = `/issues/${id}/decisions`;
    const heavier = { stage: 'act', outcome: 'override', grade: 'critical' };
    expect(await refusal(path, heavier)).toBe('400 reason');
    expect(await refusal(path, { stage: 'act', outcome: 'confirm' })).toBe('409 issue.illegal_transition');
    await who.officer.post(path, { ...heavier, reason: '현안회의 상정' });
    expect(await who.officer.get(`/issues/${id}`)).toMatchObject({
      stage: 'act',
      state: 'open',
      grade: 'critical',
      agenda: true,
      requests: [{ id: open.requests[0].id, state: 'delivered' }],
    });
    expect((await who.officer.get(path)).items.at(-1)).toMatchObject({
      outcome: 'override',
      reason: '현안회의 상정',
    });
  });

  it('is refused where it does not fit: another stage, an overtaken revision, no lead', async () => {
    const { id } = await registered({ ...heavy });
    const path = `/issues/${id}/decisions`;
    expect(await refusal(path, { stage: 'identify', outcome: 'confirm' })).toBe(
      '409 issue.illegal_transition',
    );
    expect(await refusal(path, { stage: 'closed', outcome: 'confirm' })).toBe('409 issue.illegal_transition');
    await who.officer.send('PATCH', `/issues/${id}`, { title: nonsense() }, { 'if-match': '*' });
    await settled(who.officer, id);
    expect(await refusal(path, { stage: 'prioritize', outcome: 'confirm', revision: 1 })).toBe(
      '409 decision.stale',
    );
    await city.database.query('update issues set lead_department_id = null where id = $1', [id]);
    expect(await refusal(path, { stage: 'prioritize', outcome: 'confirm', revision: 2 })).toBe(
      '409 leadDepartmentId',
    );
    expect(
      await refusal(path, { stage: 'prioritize', outcome: 'confirm', revision: 2, leadDepartmentId: labour }),
    ).toBe('201');
    expect(await refusal(path, { stage: 'prioritize', outcome: 'confirm' })).toBe(
      '409 issue.illegal_transition',
    );
  });

  it('is void after a material change, kept, and taken anew while departments are at work', async () => {
    const { id } = await registered({ ...heavy, leadDepartmentId: labour });
    await who.officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    await settled(who.officer, id);
    await who.officer.send('PATCH', `/issues/${id}`, { impact: 5, likelihood: 5 }, { 'if-match': '*' });
    const risen = await eventually('a review is asked for', async () => {
      const issue = await who.officer.get(`/issues/${id}`);
      return issue.needsReview && issue;
    });
    expect(risen).toMatchObject({ stage: 'act', state: 'open', grade: 'high', revision: 2 });
    expect((await who.officer.get(`/issues/${id}/decisions`)).items).toMatchObject([
      { revision: 1, voidedAt: expect.any(String) },
    ]);
    await who.officer.post(`/issues/${id}/decisions`, {
      stage: 'act',
      outcome: 'override',
      grade: 'critical',
      reason: '확산',
    });
    expect(await who.officer.get(`/issues/${id}`)).toMatchObject({
      grade: 'critical',
      needsReview: false,
      stage: 'act',
      state: 'open',
    });
    expect(await events(id)).toEqual(
      expect.arrayContaining(['decision.voided', 'issue.grade-risen', 'issue.amended']),
    );
  });

  it('rejects, merges or hands over wherever the issue stands', async () => {
    const [rejected, merged, target, crisis] = await Promise.all(
      [light, heavy, heavy, heavy].map((levels) => registered(levels)),
    );
    const decide = (issue: Json, body: object): Promise<string> =>
      refusal(`/issues/${issue.id}/decisions`, { stage: issue.stage, ...body });
    expect(await decide(rejected, { outcome: 'reject', reason: '사실과 다름' })).toBe('201');
    expect(await decide(merged, { outcome: 'merge' })).toBe('400 mergeInto');
    expect(await decide(merged, { outcome: 'merge', mergeInto: randomUUID() })).toBe('400 mergeInto');
    expect(await decide(merged, { outcome: 'merge', mergeInto: rejected.id })).toBe('400 mergeInto');
    expect(await decide(merged, { outcome: 'merge', mergeInto: merged.id })).toBe('409 decision.own_merge');
    expect(await decide(merged, { outcome: 'merge', mergeInto: target.id })).toBe('201');
    expect(await decide(crisis, { outcome: 'crisis', reason: '이미 발생' })).toBe('201');
    const now = await Promise.all(
      [rejected, merged, crisis].map(({ id }) => who.officer.get(`/issues/${id}`)),
    );
    expect(now).toMatchObject([
      { stage: 'closed', state: 'done', outcome: 'not-a-risk', lesson: '사실과 다름' },
      { stage: 'closed', outcome: 'duplicate', mergedInto: target.id },
      { stage: 'closed', outcome: 'crisis' },
    ]);
    expect(await events(crisis.id)).toContain('issue.handed-over');
    const signal = await who.officer.post('/signals', { channel: 'press', title: '뒤늦은 보도' });
    expect(await who.officer.post(`/signals/${signal.id}/issue`, { issueId: merged.id })).toMatchObject({
      state: 'attached',
      issueId: target.id,
    });
  });
});

describe('a request', () => {
  it('goes its way: delivered, received, answered, returned, answered again, accepted', async () => {
    const issue = await atWork(who.officer, [labour, economy]);
    const [{ id }, other] = issue.requests;
    expect(await refusal(`/requests/${id}/acknowledgement`, {}, who.economy)).toBe('404 not-found');
    const received = await who.labour.post(`/requests/${id}/acknowledgement`, { handlingUnit: '노동정책과' });
    expect(received).toMatchObject({
      state: 'acknowledged',
      handlingUnit: '노동정책과',
      acknowledgedAt: expect.any(String),
    });
    expect(await refusal(`/requests/${id}/acknowledgement`, {}, who.labour)).toBe(
      '409 request.illegal_transition',
    );
    expect(await refusal(`/requests/${id}/responses`, { text: '' }, who.labour)).toBe('400 text');
    expect(
      await refusal(
        `/requests/${id}/responses`,
        { text: '회신', progress: 101, confirmedBy: { position: '과장' } },
        who.labour,
      ),
    ).toBe('400 progress,confirmedBy.name');
    const first = await who.labour.post(`/requests/${id}/responses`, {
      text: '일차',
      status: 'underway',
      progress: 30,
    });
    const review = (response: Json, body: object): Promise<string> =>
      refusal(`/responses/${response.id}/review`, body);
    expect(await review(first, { outcome: 'return' })).toBe('400 comment');
    expect(await review(first, { outcome: 'reject' })).toBe('400 outcome');
    expect(await review(first, { outcome: 'return', comment: '일정 보완' })).toBe('200');
    expect(await who.labour.get(`/requests/${id}`)).toMatchObject({
      state: 'returned',
      response: { state: 'returned', comment: '일정 보완' },
    });
    const second = await who.labour.post(`/requests/${id}/responses`, { text: '이차' });
    expect(second).toMatchObject({
      version: 2,
      handlingUnit: '노동정책과',
      versions: [
        { text: '일차', state: 'returned' },
        { text: '이차', state: 'submitted' },
      ],
    });
    expect(await review(first, { outcome: 'accept' })).toBe('409 response.not_newest');
    expect(await review(second, { outcome: 'accept' })).toBe('200');
    expect(await review(second, { outcome: 'accept' })).toBe('409 request.illegal_transition');
    expect(await who.officer.get(`/issues/${issue.id}`)).toMatchObject({ state: 'open' });
    const theirs = await who.economy.post(`/requests/${other.id}/responses`, {
      text: '완료',
      status: 'done',
    });
    await review(theirs, { outcome: 'accept' });
    expect(await who.officer.get(`/issues/${issue.id}`)).toMatchObject({ stage: 'act', state: 'done' });
    const more = await who.officer.post(`/issues/${issue.id}/requests`, { text: '추가 점검' });
    expect(more).toMatchObject({ state: 'delivered', departmentId: labour });
    expect(await who.officer.get(`/issues/${issue.id}`)).toMatchObject({ state: 'open' });
  });

  it('that is not theirs is refused for a reason and goes to whom it concerns, with a new deadline', async () => {
    const [{ id }] = (await atWork(who.officer, [labour])).requests;
    expect(await refusal(`/requests/${id}/refusal`, {}, who.labour)).toBe('400 reason');
    expect(
      await refusal(
        `/requests/${id}/refusal`,
        { reason: '소관 아님', suggestedDepartmentId: randomUUID() },
        who.labour,
      ),
    ).toBe('400 suggestedDepartmentId');
    const refused = await who.labour.post(`/requests/${id}/refusal`, {
      reason: '소관 아님',
      suggestedDepartmentId: economy,
    });
    expect(refused).toMatchObject({
      state: 'refused',
      refusalReason: '소관 아님',
      suggestedDepartmentId: economy,
    });
    expect(await refusal(`/requests/${id}/responses`, { text: '회신' }, who.labour)).toBe(
      '409 request.illegal_transition',
    );
    const move = (body: object): Promise<string> => refusal(`/requests/${id}/transfer`, body);
    expect(await move({ departmentId: economy })).toBe('400 reason');
    expect(await move({ departmentId: randomUUID(), reason: '재검토' })).toBe('400 departmentId');
    expect(await move({ departmentId: economy, reason: '경제 소관', dueAt: '2026-12-24' })).toBe('200');
    const { items } = await who.economy.get('/requests?state=delivered');
    expect(items).toContainEqual(
      expect.objectContaining({ id, dueAt: '2026-12-24T09:00:00+00:00', acknowledgedAt: null }),
    );
    expect(await refusal(`/requests/${id}/acknowledgement`, {}, who.labour)).toBe('404 not-found');
  });

  it.each([
    ['2026-12-01', '2026-12-01T09:00:00+00:00'],
    ['2026-12-01T18:00:00+09:00', '2026-12-01T09:00:00+00:00'],
    ['2027-02-28T23:59:59.5Z', '2027-02-28T23:59:59.5+00:00'],
    ['2026-02-30', null],
    ['2026-12-01T18:00:00', null],
    ['2026-12-01T25:00:00Z', null],
    ['2026-12', null],
    ['내일', null],
    [1_780_000_000_000, null],
  ])('takes a day as 18:00 of it in Seoul, and only what is a day or an instant: %j', async (dueAt, kept) => {
    const answer = await who.officer.send(
      'POST',
      '/issues',
      anIssue({ requests: [{ text: '요청', dueAt }] }),
    );
    if (kept) expect(answer.body.requests[0].dueAt).toBe(kept);
    else expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, 'requests.0.dueAt']);
  });
});

describe('closing', () => {
  it('needs an outcome and a lesson, withdraws what is open, and can be undone to where it was', async () => {
    const issue = await atWork(who.officer, [labour, economy]);
    const path = `/issues/${issue.id}`;
    await who.labour.post(`/requests/${issue.requests[0].id}/acknowledgement`);
    expect(await refusal(`${path}/closure`, {})).toBe('400 outcome,lesson');
    expect(await refusal(`${path}/closure`, { outcome: 'solved', lesson: '교훈' })).toBe('400 outcome');
    expect(await refusal(`${path}/reopening`, { reason: '재발' })).toBe('409 issue.illegal_transition');
    const closed = await who.officer.post(`${path}/closure`, { outcome: 'prevented', lesson: '조기 점검' });
    expect(closed).toMatchObject({
      stage: 'closed',
      state: 'done',
      outcome: 'prevented',
      lesson: '조기 점검',
      closedAt: expect.any(String),
    });
    expect(closed.requests.map(({ state }: Json) => state)).toEqual(['cancelled', 'cancelled']);
    expect(await refusal(`${path}/closure`, { outcome: 'eased', lesson: '교훈' })).toBe(
      '409 issue.illegal_transition',
    );
    expect(await refusal(path, { title: '새 제목' }, who.officer, 'PATCH')).toBe(
      '409 issue.illegal_transition',
    );
    expect(await refusal(`${path}/requests`, { text: '추가' })).toBe('409 issue.illegal_transition');
    expect(await refusal(`${path}/reopening`, {})).toBe('400 reason');
    const reopened = await who.colleague.post(`${path}/reopening`, { reason: '재발 우려' });
    expect(reopened).toMatchObject({
      stage: 'act',
      state: 'open',
      outcome: null,
      lesson: null,
      closedAt: null,
    });
    expect(reopened.requests.map(({ state }: Json) => state)).toEqual(['acknowledged', 'delivered']);
    expect((await events(issue.id)).slice(-2)).toEqual(['request.resumed', 'issue.reopened']);
    const { items } = await who.officer.get(`${path}/timeline?limit=200`);
    expect(items.at(-1)).toMatchObject({
      actor: 'colleague',
      changes: { reason: [null, '재발 우려'], outcome: ['prevented', null] },
    });
  });

  it('is possible before anybody decided', async () => {
    const { id } = await registered(heavy);
    expect(
      await who.officer.post(`/issues/${id}/closure`, { outcome: 'not-ours', lesson: '국가 사무' }),
    ).toMatchObject({ stage: 'closed' });
    expect(await who.officer.post(`/issues/${id}/reopening`, { reason: '소관 확인' })).toMatchObject({
      stage: 'prioritize',
      state: 'review',
    });
  });
});
