import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';

/** Turns an issue's life can take that leave it standing nowhere unless somebody thought of them. */
describe('an issue that takes an odd turn', () => {
  let city: City;
  let officer: Api;

  beforeAll(async () => {
    city = await City.start();
    officer = await city.as('officer');
  });
  afterAll(() => city.stop());

  let n = 0;
  const report = (more: object = {}): Promise<Json> => {
    n += 1;
    const subject = ['제설', '수방', '돌봄', '주차', '급식', '녹지', '수소', '도서관'][n % 8];
    return officer.post('/issues', {
      title: `${subject} 분야 ${n}차 점검 필요`,
      summary: `${subject} 관련 ${n * 37}번 사안 설명자료 보완`,
      channel: 'own',
      impact: 4,
      likelihood: 4,
      ...more,
    });
  };
  const standing = (id: string, stage: string, state: string): Promise<Json> =>
    eventually(`issue to be ${stage}/${state}`, async () => {
      const issue = await officer.get(`/issues/${id}`);
      if (issue.stage === 'identify' && issue.state === 'review' && stage !== 'identify') {
        await officer.post(`/issues/${id}/decisions`, { stage: 'identify', outcome: 'confirm' });
      }
      return issue.stage === stage && issue.state === state && issue;
    });
  const confirm = (id: string, more: object = {}) =>
    officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm', ...more });

  it('sends a confidential request as soon as somebody of the department may read it and the officer confirms', async () => {
    const departmentId = city.people.water.departmentId;
    const issue = await report({ confidential: true, requests: [{ text: '현황 제출', departmentId }] });
    await standing(issue.id, 'prioritize', 'review');
    await confirm(issue.id, { leadDepartmentId: departmentId });
    const held = await standing(issue.id, 'act', 'open');
    expect([held.needsReview, held.requests[0].state]).toEqual([true, 'planned']);
    const readers = [...held.readers, city.people.water.id];
    const patched = await officer.send(
      'PATCH',
      `/issues/${issue.id}`,
      { readers },
      { 'if-match': `"${held.version}"` },
    );
    expect(patched.status).toBe(200);
    await officer.post(`/issues/${issue.id}/decisions`, { stage: 'act', outcome: 'confirm' });
    const sent = await standing(issue.id, 'act', 'open');
    expect(sent.requests.map(({ state }: Json) => state)).toEqual(['delivered']);
  });

  it('makes its requests the tasks of the office where the officer keeps it', async () => {
    const issue = await report({ requests: [{ text: '점검표 작성' }] });
    await standing(issue.id, 'prioritize', 'review');
    await officer.post(`/issues/${issue.id}/decisions`, {
      stage: 'prioritize',
      outcome: 'override',
      direction: 'self',
      reason: '평가담당관에서 직접 관리',
    });
    const { requests } = await standing(issue.id, 'act', 'open');
    expect(requests.map(({ state, departmentId }: Json) => [state, departmentId])).toEqual([
      ['delivered', null],
    ]);
    const answer = await officer.post(`/requests/${requests[0].id}/responses`, {
      text: '점검 완료',
      status: 'done',
    });
    await officer.post(`/responses/${answer.id}/review`, { outcome: 'accept' });
    await standing(issue.id, 'act', 'done');
  });

  it('is decided again when it changes before anything has left the office', async () => {
    const issue = await report({ leadDepartmentId: city.people.climate.departmentId });
    await standing(issue.id, 'prioritize', 'review');
    await city.kill('pipeline');
    const decided = await confirm(issue.id);
    const changed = await officer.send(
      'PATCH',
      `/issues/${issue.id}`,
      { summary: '내용이 크게 바뀐 사안', impact: 5 },
      { 'if-match': `"${decided.version}"` },
    );
    expect(changed.status).toBe(200);
    await city.run('pipeline');
    const again = await standing(issue.id, 'prioritize', 'review');
    expect(again.requests).toEqual([]);
    await confirm(issue.id);
    expect((await standing(issue.id, 'act', 'open')).requests).toHaveLength(1);
  });

  it('is never merged into one that is merged into it', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [a, b] = [await report(), await report()];
      for (const { id } of [a, b]) await standing(id, 'prioritize', 'review');
      const merge = (from: Json, into: Json) =>
        officer.send('POST', `/issues/${from.id}/decisions`, {
          stage: 'prioritize',
          outcome: 'merge',
          mergeInto: into.id,
        });
      const answers = await Promise.all([merge(a, b), merge(b, a)]);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    }
  });

  it('tells the department that had the request where it went, and shows each department only its own delays', async () => {
    const issue = await report({
      requests: [
        { text: '수질 자료', departmentId: city.people.water.departmentId },
        { text: '대기 자료', departmentId: city.people.climate.departmentId, dueAt: '2026-01-05' },
      ],
    });
    await standing(issue.id, 'prioritize', 'review');
    await confirm(issue.id, { leadDepartmentId: city.people.water.departmentId });
    const { requests } = await standing(issue.id, 'act', 'open');
    const [water, climate] = [await city.as('water'), await city.as('climate')];
    const late = async (api: Api) =>
      (await api.get('/issues?overdue=true')).items.map(({ id }: Json) => id).includes(issue.id);
    expect([await late(water), await late(climate)]).toEqual([false, true]);
    await officer.post(`/requests/${requests[0].id}/transfer`, {
      departmentId: city.people.economy.departmentId,
      reason: '소관 조정',
    });
    const told = async (api: Api) =>
      (await api.get('/inbox')).items.some(({ event }: Json) => event === 'request.transferred');
    await eventually(
      'both departments to hear',
      async () => (await told(water)) && (await told(await city.as('economy'))),
    );
    expect((await water.send('GET', `/requests/${requests[0].id}`)).status).toBe(404);
  });

  it('kept by the office gives a request without an addressee to nobody else', async () => {
    const issue = await report({ impact: 1, likelihood: 1 });
    expect((await standing(issue.id, 'act', 'open')).direction).toBe('self');
    const added = await officer.post(`/issues/${issue.id}/requests`, { text: '현장 동향 재점검' });
    expect([added.state, added.departmentId]).toEqual(['delivered', null]);
    const { items } = await officer.get(`/issues/${issue.id}/timeline?limit=200`);
    expect(items.map(({ name }: Json) => name)).not.toContain('request.delivered');
  });

  it('asks the department when the officer gives away what the office kept', async () => {
    const departmentId = city.people.economy.departmentId;
    const issue = await report({ impact: 1, likelihood: 1 });
    const kept = await standing(issue.id, 'act', 'open');
    await officer.send(
      'PATCH',
      `/issues/${issue.id}`,
      { summary: '상권 피해로 번져 사안이 달라짐' },
      { 'if-match': `"${kept.version}"` },
    );
    await eventually('a second look', async () => (await officer.get(`/issues/${issue.id}`)).needsReview);
    const body = { stage: 'act', outcome: 'override', reason: '소관 실·국 대응', direction: 'department' };
    await officer.post(`/issues/${issue.id}/decisions`, {
      ...body,
      grade: 'high',
      leadDepartmentId: departmentId,
    });
    const given = await eventually('the department to be asked', async () => {
      const { requests } = await officer.get(`/issues/${issue.id}`);
      return requests.find((one: Json) => one.departmentId === departmentId);
    });
    expect(given.state).toBe('delivered');
  });

  it('takes from a confirmation only what was proposed, and nothing before there is a proposal', async () => {
    const same = await report();
    await standing(same.id, 'prioritize', 'review');
    const turned = { stage: 'prioritize', outcome: 'confirm', direction: 'self' };
    const answer = await officer.send('POST', `/issues/${same.id}/decisions`, turned);
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'direction']);
    const { title, summary } = await officer.get(`/issues/${same.id}`);
    const twin = await officer.post('/issues', { title, summary, channel: 'own' });
    await eventually(
      'a likely duplicate',
      async () => (await officer.get(`/issues/${twin.id}`)).state === 'review',
    );
    const early = { stage: 'identify', outcome: 'override', reason: '경미', grade: 'low' };
    const refused = await officer.send('POST', `/issues/${twin.id}/decisions`, early);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'grade']);
  });

  it('tells the department again when it is reopened, with a deadline that is ahead', async () => {
    const departmentId = city.people.climate.departmentId;
    const issue = await report({ requests: [{ text: '배출량 자료', departmentId, dueAt: '2026-01-05' }] });
    await standing(issue.id, 'prioritize', 'review');
    await confirm(issue.id, { leadDepartmentId: departmentId });
    await standing(issue.id, 'act', 'open');
    await officer.post(`/issues/${issue.id}/closure`, { outcome: 'eased', lesson: '자료 확보' });
    await officer.post(`/issues/${issue.id}/reopening`, { reason: '재발' });
    const { requests } = await officer.get(`/issues/${issue.id}`);
    expect(requests[0].state).toBe('delivered');
    expect(Date.parse(requests[0].dueAt)).toBeGreaterThan(Date.now());
    const climate = await city.as('climate');
    await eventually('the notice', async () =>
      (await climate.get('/inbox')).items.some(
        ({ event, issueId }: Json) => event === 'request.resumed' && issueId === issue.id,
      ),
    );
  });

  it('gives a transferred request the reason of the transfer, and nothing of the refusal before', async () => {
    const { water, economy } = city.people;
    const issue = await report({ requests: [{ text: '누수 통계', departmentId: water.departmentId }] });
    await standing(issue.id, 'prioritize', 'review');
    await confirm(issue.id, { leadDepartmentId: water.departmentId });
    const [{ id }] = (await standing(issue.id, 'act', 'open')).requests;
    await (await city.as('water')).post(`/requests/${id}/refusal`, { reason: '우리 소관 아님' });
    await officer.post(`/requests/${id}/transfer`, {
      departmentId: economy.departmentId,
      reason: '예산 소관',
    });
    expect(await officer.get(`/requests/${id}`)).toMatchObject({
      state: 'delivered',
      refusedAt: null,
      refusalReason: null,
    });
    const inbox = await city.as('economy');
    const notice = await eventually('the notice', async () =>
      (await inbox.get('/inbox')).items.find(
        ({ event, issueId }: Json) => event === 'request.transferred' && issueId === issue.id,
      ),
    );
    expect(notice.body).toContain('○ 사유 : 예산 소관');
    expect(notice.body).toMatch(/○ 회신기한 : 20\d\d\. \d+\. \d+\.\([일월화수목금토]\) \d\d:\d\d까지/);
    expect(notice.body).not.toContain('우리 소관 아님');
  });
});
