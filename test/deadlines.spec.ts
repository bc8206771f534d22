import type { Api, Json } from './support/api.js';
import { expectPeace } from './support/expect-peace.js';
import { hire, type Hired } from './support/hire.js';
import { anIssue, heavy, settled } from './support/issues.js';
import { standing } from './support/report-issues.js';
import { refused, seoul, told, TimedOffice } from './support/timed-office.js';

let office: TimedOffice;
beforeAll(async () => {
  office = await TimedOffice.open();
}, 120_000);
afterAll(() => office?.close());

describe('a department that does not answer', () => {
  it('has a time to confirm receipt; being late with it is a fact', async () => {
    await office.clock('2026-11-25T10:00');
    const issue = await office.asked('critical');
    const [request] = issue.requests;
    expect(seoul(request.acknowledgeBy)).toBe('11-25T12:00');
    expect(request.acknowledgementOverdue).toBe(false);
    await office.clock('2026-11-25T12:01');
    const late = await office.who.labour.get(`/requests/${request.id}`);
    expect(late).toMatchObject({ state: 'delivered', acknowledgementOverdue: true });
    await office.who.labour.post(`/requests/${request.id}/acknowledgement`);
    expect((await office.who.labour.get(`/requests/${request.id}`)).acknowledgementOverdue).toBe(false);
    expect(await office.reminders(issue.id)).toEqual(['11-25T12:00 acknowledgement']);
  });

  it('is reminded once each time, by whichever process looks, and never again once it has answered', async () => {
    await office.clock('2026-11-25T13:00');
    const issue = await office.asked('high');
    const [request] = issue.requests;
    await office.who.labour.post(`/requests/${request.id}/acknowledgement`, { handlingUnit: '노동정책과' });
    for (const at of ['27T09:00', '30T08:59', '30T18:00']) await office.clock(`2026-11-${at}`);
    await office.clock('2026-12-01T09:00');
    const said = ['11-27T09:00 answer', '11-30T18:00 answer', '12-01T09:00 answer +1'];
    expect(await office.reminders(issue.id)).toEqual(said);
    const notices = await told(office.who.labour, 'request.reminded', issue.id);
    expect(notices.map(({ title }) => title.split(' [')[0])).toEqual([
      '[기한 경과]',
      '[재요청]',
      '[회신 요청]',
    ]);
    // What goes up the line by itself is another notice: no head of a bureau is reminded.
    expect(await told(office.bureau.api, 'request.reminded', issue.id)).toEqual([]);
    expect(notices[0].body).toContain('1근무일 지났습니다');
    await office.who.labour.post(`/requests/${request.id}/responses`, { text: '회신합니다' });
    await office.clock('2026-12-04T09:00');
    expect(await office.reminders(issue.id)).toEqual(said);
  });

  it('has the time of the grade again for what it has to amend', async () => {
    await office.clock('2026-11-25T10:00');
    const issue = await office.asked('high');
    const [request] = issue.requests;
    const answer = () => office.who.labour.post(`/requests/${request.id}/responses`, { text: '회신합니다' });
    const send = (id: string) =>
      office.who.officer.post(`/responses/${id}/review`, { outcome: 'return', comment: '보완' });
    await send((await answer()).id);
    expect(seoul((await office.who.labour.get(`/requests/${request.id}`)).dueAt)).toBe('11-30T18:00');
    const { id } = await answer();
    await office.clock('2026-12-01T10:00');
    await send(id);
    expect(seoul((await office.who.labour.get(`/requests/${request.id}`)).dueAt)).toBe('12-04T18:00');
    await office.clock('2026-12-03T09:00');
    expect((await office.reminders(issue.id)).at(-1)).toBe('12-03T09:00 answer');
    // Who has it on the desk hears of it, not the whole department.
    await office.quiet();
    expect(await told(office.who.labour, 'response.returned', issue.id)).toHaveLength(2);
    expect(await told(office.bureau.api, 'response.returned', issue.id)).toEqual([]);
  });

  it('is reminded by its own clock after a transfer', async () => {
    await office.clock('2026-11-25T10:00');
    const issue = await office.asked('high');
    const [request] = issue.requests;
    await office.clock('2026-11-30T10:00');
    await office.who.officer.post(`/requests/${request.id}/transfer`, {
      departmentId: office.unit('economy'),
      reason: '소관 변경',
    });
    const moved = await office.who.economy.get(`/requests/${request.id}`);
    expect([seoul(moved.acknowledgeBy), seoul(moved.dueAt)]).toEqual(['12-01T18:00', '12-03T18:00']);
    const before = (await office.reminders(issue.id)).length;
    await office.clock('2026-12-02T09:00');
    const since = (await office.events(issue.id, 'request.reminded')).slice(before);
    expect(since.map(({ payload }) => payload.departmentId)).toEqual([
      office.unit('economy'),
      office.unit('economy'),
    ]);
    expect((await office.reminders(issue.id)).slice(before)).toEqual([
      '12-02T09:00 acknowledgement +1',
      '12-02T09:00 answer',
    ]);
  });
});

describe('what goes up the line', () => {
  const lines = async (issueId: string): Promise<Json[]> =>
    (await office.who.officer.get(`/escalations?issueId=${issueId}&sort=createdAt`)).items;

  it('goes by itself to the head of the division and the handler, and to a superior as an officer releases it', async () => {
    await office.clock('2026-11-25T10:00');
    const issue = await office.asked('critical');
    const [request] = issue.requests;
    await office.who.labour.post(`/requests/${request.id}/acknowledgement`, { handlingUnit: '노동정책과' });
    await office.clock('2026-11-26T10:00');
    expect(await told(office.head.api, 'request.escalated', issue.id)).toMatchObject([
      { title: expect.stringMatching(/^\[상향 보고\]/), body: expect.stringContaining('1. 개요') },
    ]);
    expect(await told(office.who.officer, 'request.escalated', issue.id)).toHaveLength(1);
    expect(await told(office.bureau.api, 'request.escalated', issue.id)).toEqual([]);

    await office.clock('2026-11-26T14:00');
    const [first, prepared] = await lines(issue.id);
    expect(first).toMatchObject({ state: 'automatic', position: 'division-head', step: 1 });
    expect(prepared).toMatchObject({
      state: 'prepared',
      needed: true,
      position: 'bureau-head',
      superiors: [{ name: '노동국장' }],
    });
    expect(prepared.text).toContain('상향 보고 과장·담당관 2026. 11. 26.(목)');
    const [toRelease, ...more] = await told(office.who.officer, 'escalation.prepared', issue.id);
    expect([toRelease.body, more]).toEqual([expect.stringContaining('회신 지연으로'), []]);
    expect(toRelease.link).toMatch(/\/escalations$/);
    expect(await told(office.bureau.api, 'escalation.released', issue.id)).toEqual([]);

    const path = `/escalations/${prepared.id}`;
    const text = `${prepared.text}\n - 유선 보고 완료`;
    const edited = await office.who.officer.send(
      'PATCH',
      path,
      { text },
      { 'if-match': `"${prepared.version}"` },
    );
    expect(edited.body).toMatchObject({ text, version: prepared.version + 1 });
    const released = await office.who.officer.post(`${path}/release`);
    expect(released).toMatchObject({ state: 'released', settledByName: 'officer' });
    await office.quiet();
    const [heard] = await told(office.bureau.api, 'escalation.released', issue.id);
    expect(heard.body).toContain('유선 보고 완료');
    expect(await refused(office.who.officer, `${path}/release`)).toBe('409 escalation.settled');
    expect(await office.events(issue.id, 'escalation.released')).toMatchObject([{ actor: 'officer' }]);
  });

  it('waits for the officer where nobody holds the position: nobody would have heard of it', async () => {
    await office.clock('2026-11-25T10:00');
    const post = (position: string) =>
      office.city.database.query('update users set position = $2 where id = $1', [office.head.id, position]);
    await post('staff');
    const issue = await office.asked('critical');
    await office.clock('2026-11-25T13:01');
    const [line, ...more] = await lines(issue.id);
    expect([line, more]).toMatchObject([{ state: 'prepared', position: 'division-head', superiors: [] }, []]);
    const [heard] = await told(office.who.officer, 'escalation.prepared', issue.id);
    expect(heard.body).toContain('접수 지연으로');
    const release = `/escalations/${line.id}/release`;
    expect(await refused(office.who.officer, release)).toBe('409 escalation.nobody');
    await post('division-head');
    expect((await office.who.officer.post(release)).state).toBe('released');
  });

  it('goes on where a heavier grade has put it, and a deadline that moves moves for who had it', async () => {
    await office.clock('2026-11-25T10:00');
    const { officer, labour } = office.who;
    const issue = await office.asked('moderate');
    const [{ id }] = issue.requests;
    await labour.post(`/requests/${id}/acknowledgement`, { handlingUnit: '노동정책과' });
    const dated = { text: '따로 정한 기한', departmentId: office.unit('labour'), dueAt: '2026-12-24' };
    await officer.post(`/issues/${issue.id}/requests`, dated);
    await officer.post(`/issues/${issue.id}/requests`, { ...dated, dueAt: null, horizon: 'long' });
    const adjust = (change: object): Promise<Json> =>
      officer.post(`/issues/${issue.id}/decisions`, {
        stage: 'act',
        outcome: 'override',
        reason: '시의회 일정',
        ...change,
      });
    const dues = async (): Promise<string[]> =>
      (await officer.get(`/issues/${issue.id}`)).requests.map(({ dueAt }: Json) => dueAt.slice(0, 10));
    expect(await dues()).toEqual(['2026-12-04', '2026-12-24', '2027-08-31']);
    await adjust({ dueAt: '2026-12-03' });
    expect(await dues()).toEqual(['2026-12-03', '2026-12-24', '2027-08-31']);
    await office.quiet();
    const [heard] = await told(labour, 'request.due-moved', issue.id);
    expect([heard.link.endsWith(`/requests/${id}`), heard.body]).toEqual([
      true,
      expect.stringContaining('시의회 일정'),
    ]);
    await office.clock('2026-12-08T09:00');
    const up = async (): Promise<string[]> =>
      (await lines(issue.id)).filter((one) => one.requestId === id).map(({ position }) => position);
    expect(await up()).toEqual(['division-head']);
    await adjust({ grade: 'critical' });
    await office.clock('2026-12-08T09:05');
    expect(await up()).toEqual(['division-head', 'bureau-head', 'office-head']);
  });

  it('comes sooner with a heavier grade, later with a lighter one; who was given a day keeps it', async () => {
    await office.clock('2026-11-25T10:00');
    const { officer } = office.who;
    const issue = await office.asked('moderate');
    const dated = { text: '따로 정한 기한', departmentId: office.unit('labour'), dueAt: '2026-12-24' };
    await officer.post(`/issues/${issue.id}/requests`, dated);
    const as = async (grade: string): Promise<string[]> => {
      const decision = { stage: 'act', outcome: 'override', grade, reason: '재평가' };
      await officer.post(`/issues/${issue.id}/decisions`, decision);
      const now = await officer.get(`/issues/${issue.id}`);
      return [now, ...now.requests].map(({ dueAt }: Json) => dueAt.slice(0, 10));
    };
    await office.clock('2026-11-27T10:00');
    // 매우 높음: the same day, reckoned from now on.
    expect(await as('critical')).toEqual(['2026-11-27', '2026-11-27', '2026-12-24']);
    // 보통: seven working days, as if it had been that from the beginning.
    expect(await as('moderate')).toEqual(['2026-12-04', '2026-12-04', '2026-12-24']);
  });

  it('is dismissed with a reason, and taken back by itself when the answer comes', async () => {
    await office.clock('2026-11-25T10:00');
    const issue = await office.asked('critical');
    const [request] = issue.requests;
    await office.clock('2026-11-27T09:00');
    const [, second, third] = (await lines(issue.id)).filter(({ about }) => about === 'answer');
    expect(await refused(office.who.officer, `/escalations/${second.id}/dismissal`)).toBe('400 reason');
    await office.who.officer.post(`/escalations/${second.id}/dismissal`, { reason: '내일 회신 예정' });
    await office.who.labour.post(`/requests/${request.id}/responses`, { text: '늦었습니다' });
    expect(await refused(office.who.officer, `/escalations/${third.id}/release`)).toBe(
      '409 escalation.settled',
    );
    await office.clock('2026-12-03T09:00');
    const answers = (await lines(issue.id)).filter(({ about }) => about === 'answer');
    expect(answers.map(({ state }) => state)).toEqual(['automatic', 'dismissed', 'withdrawn']);
    expect(await office.events(issue.id, 'escalation.withdrawn')).toMatchObject([
      { actor: null, payload: { position: 'office-head' } },
    ]);
    expect((await office.who.labour.send('GET', '/escalations')).status).toBe(403);
  });

  it('of a confidential issue reaches nobody who is not named on it', async () => {
    await office.clock('2026-11-25T10:00');
    const { officer } = office.who;
    const departmentId = office.unit('labour');
    const { id } = await officer.post(
      '/issues',
      anIssue({
        ...heavy,
        confidential: true,
        readers: [office.city.people.labour.id],
        requests: [{ text: '비공개 점검', departmentId }],
        leadDepartmentId: departmentId,
      }),
    );
    await standing(officer, id, 'prioritize/review');
    const decision = { stage: 'prioritize', outcome: 'override', grade: 'critical', reason: '조정' };
    await officer.post(`/issues/${id}/decisions`, decision);
    await standing(officer, id, 'act/open');
    await office.clock('2026-11-26T14:00');
    expect(await told(office.head.api, 'request.escalated', id)).toEqual([]);
    // Nobody over the department is named: each step waits for the officer.
    const { items } = await officer.get(`/escalations?issueId=${id}&state=prepared`);
    expect(items.map(({ position, superiors }: Json) => [position, superiors])).toEqual(
      expect.arrayContaining([
        ['division-head', []],
        ['bureau-head', []],
      ]),
    );
    expect(await refused(officer, `/escalations/${items[0].id}/release`)).toBe('409 escalation.nobody');
    expect((await office.who.colleague.send('GET', `/escalations/${items[0].id}`)).status).toBe(404);
  });
});

describe('a deputy', () => {
  it('hears what the absent one hears, decides by that position, and is on record as acting for them', async () => {
    await office.clock('2026-11-25T10:00');
    const chief = await hire(office.city, '기획조정실장', { role: 'manager', position: 'office-head' });
    const planner = await hire(office.city, '정책기획관', { role: 'manager', position: 'bureau-head' });
    const { id } = await office.who.officer.post('/issues', anIssue({ impact: 5, likelihood: 5 }));
    const { stage, revision } = await settled(office.who.officer, id);
    const confirm = {
      stage,
      revision,
      outcome: 'override',
      grade: 'critical',
      direction: 'self',
      reason: '중대',
    };
    expect(await refused(planner.api, `/issues/${id}/decisions`, confirm)).toBe('403 decision.not_competent');
    const period = { kind: 'once', from: '2026-11-25', to: '2026-11-27' };
    const deputy = await chief.api.post('/deputies', { deputyId: planner.id, ...period });
    expect(deputy).toMatchObject({ state: 'standing', absent: { name: '기획조정실장' } });
    expect((await planner.api.get('/me')).standsFor).toMatchObject([{ name: '기획조정실장' }]);
    await planner.api.post(`/issues/${id}/decisions`, confirm);
    expect((await office.who.officer.get(`/issues/${id}/decisions`)).items).toMatchObject([
      { decidedBy: '정책기획관', onBehalfOf: '기획조정실장', authority: 'own' },
    ]);
    expect(await office.events(id, 'decision.taken')).toMatchObject([
      { actor: '정책기획관', onBehalfOf: '기획조정실장' },
    ]);
    const acts = (await chief.api.get(`/deputies/${deputy.id}/acts`)).items;
    expect(acts.map((one: Json) => one.issueId)).toContain(id);
  });

  it('of a department acts in the name of the absent one where it says so, and gets the notices', async () => {
    await office.clock('2026-11-25T10:00');
    const { id, version } = await office.bureau.api.post('/deputies', {
      deputyId: office.acting.id,
      kind: 'period',
      from: '2026-11-25',
      to: '2026-12-31',
    });
    const issue = await office.asked('critical');
    const [request] = issue.requests;
    await office.acting.api.post(
      `/requests/${request.id}/acknowledgement`,
      {},
      { 'on-behalf-of': office.bureau.id },
    );
    expect(await office.events(issue.id, 'request.acknowledged')).toMatchObject([
      { actor: '주무팀장', onBehalfOf: '노동국장' },
    ]);
    // What the absent one has on the desk is among what the deputy has to do.
    await office.acting.api.post(`/requests/${request.id}/assignment`, {
      handlingUnit: '노동정책과',
      handlerId: office.bureau.id,
    });
    const mine = async (by: Api): Promise<string[]> =>
      (await by.get('/work?scope=mine&limit=200')).items.map((one: Json) => one.requestId);
    expect(await mine(office.acting.api)).toContain(request.id);
    expect(await mine(office.who.labour)).not.toContain(request.id);
    const foreign = await office.acting.api.send(
      'POST',
      `/requests/${request.id}/responses`,
      { text: '회신' },
      {
        'on-behalf-of': office.head.id,
      },
    );
    expect(foreign.status).toBe(403);
    await office.clock('2026-11-26T14:00');
    const { items } = await office.who.officer.get(`/escalations?issueId=${issue.id}&state=prepared`);
    await office.who.officer.post(`/escalations/${items[0].id}/release`);
    await office.quiet();
    for (const one of [office.bureau, office.acting])
      expect(await told(one.api, 'escalation.released', issue.id)).toHaveLength(1);
    const ended = await office.bureau.api.send('DELETE', `/deputies/${id}`, undefined, {
      'if-match': `"${version}"`,
    });
    expect([ended.status, ended.body.state]).toEqual([200, 'ended']);
    expect((await office.acting.api.get('/me')).standsFor).toEqual([]);
  });

  it('is nobody for oneself, no link of a chain, and the only one of a day', async () => {
    const people = [];
    for (const name of ['가', '나', '다'])
      people.push(await hire(office.city, name, { role: 'officer', position: 'staff' }));
    const [a, b, c] = people as [Hired, Hired, Hired];
    const period = { kind: 'period', from: '2026-12-01', to: '2026-12-10' };
    expect(await refused(a.api, '/deputies', { ...period, deputyId: a.id })).toBe('400 deputyId');
    expect(await refused(a.api, '/deputies', { ...period, to: '2026-11-30', deputyId: b.id })).toBe('400 to');
    expect(await refused(a.api, '/deputies', { ...period, deputyId: office.head.id })).toBe(
      '409 deputy.unfit',
    );
    expect(
      await refused(office.head.api, '/deputies', {
        ...period,
        absentId: office.bureau.id,
        deputyId: office.head.id,
      }),
    ).toBe('403 forbidden');
    const results = await Promise.all(
      [b, c].map((one) => a.api.send('POST', '/deputies', { ...period, deputyId: one.id })),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const [stands] = (await a.api.get('/deputies?current=true')).items;
    const [deputy, other] = stands.deputyId === b.id ? [b, c] : [c, b];
    expect(await refused(deputy.api, '/deputies', { ...period, deputyId: other.id })).toBe(
      '409 deputy.chain',
    );
    expect(await refused(other.api, '/deputies', { ...period, deputyId: a.id })).toBe('409 deputy.chain');
    const later = { ...period, from: '2026-12-11', to: '2026-12-12' };
    expect((await deputy.api.send('POST', '/deputies', { ...later, deputyId: other.id })).status).toBe(201);
  });

  it('leaves every fact with its event, and nothing undone', async () => {
    expect(await expectPeace(office.city.database)).toBeLessThan(30_000);
  });
});
