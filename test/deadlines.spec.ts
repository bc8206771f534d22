import type { Grade } from '#issues/vocabulary.js';
import type { Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { checked, type CheckedApi } from './support/contract.js';
import { expectPeace } from './support/expect-peace.js';
import { hire, type Hired } from './support/hire.js';
import { anIssue, atWork, heavy, settled } from './support/issues.js';
import { standing } from './support/report-issues.js';
import { turnClock } from './support/turn-clock.js';
import { nonsense } from './support/words.js';
import { quiet } from './support/worlds.js';

let city: City;
let who: Record<'officer' | 'colleague' | 'manager' | 'admin' | 'labour' | 'economy', CheckedApi>;
let head: Hired;
let bureau: Hired;
let acting: Hired;

beforeAll(async () => {
  city = await City.start({
    apps: ['intake', 'notifier'],
    env: { SCHEDULE_INTERVAL_MS: '100', SESSION_HOURS: '9000' },
  });
  await turnClock(city.database, '2026-11-25T09:30');
  await Promise.all([1, 2].map((n) => city.run('pipeline', { name: `pipeline ${n}` })));
  who = await checked(city, 'officer', 'colleague', 'manager', 'admin', 'labour', 'economy');
  const departmentId = city.people.labour.departmentId;
  head = await hire(city, '노동정책과장', { role: 'department', position: 'division-head', departmentId });
  bureau = await hire(city, '노동국장', { role: 'department', position: 'bureau-head', departmentId });
  acting = await hire(city, '주무팀장', { role: 'department', position: 'team-leader', departmentId });
}, 120_000);
afterAll(() => city?.stop());

const clock = async (local: string): Promise<void> => {
  await turnClock(city.database, local);
  await eventually('all that is due is said', async () => {
    const [row] = await city.database.query<{ n: number }>(
      `select (select count(*) from requests where look_at <= app_now())::int
         + (select count(*) from issues where stage = 'act' and review_due_on is distinct from review_told_for
             and (review_due_on + time '09:00') at time zone 'Asia/Seoul' <= app_now())::int
         + (select count(*) from follow_up_questions where asked_at is null and dropped_at is null and answered_at is null
             and (ask_on + time '09:00') at time zone 'Asia/Seoul' <= app_now())::int as n`,
    );
    return row!.n === 0;
  });
  await quiet(city);
};

/** An issue of a grade, its one request at the department of labour. */
async function asked(grade: Grade, more: object = {}, departmentId = unit('labour')): Promise<Json> {
  const requests = [{ text: nonsense(4), departmentId, ...more }];
  const { id } = await who.officer.post(
    '/issues',
    anIssue({ ...heavy, requests, leadDepartmentId: departmentId }),
  );
  await standing(who.officer, id, 'prioritize/review');
  await who.officer.post(`/issues/${id}/decisions`, {
    stage: 'prioritize',
    outcome: 'override',
    grade,
    reason: '조정',
  });
  return standing(who.officer, id, 'act/open');
}

const unit = (name: 'labour' | 'economy'): string => city.people[name].departmentId!;
const events = async (id: string, name: string): Promise<Json[]> =>
  (await who.officer.get(`/issues/${id}/timeline?limit=200`)).items.filter((one: Json) => one.name === name);
const reminders = async (id: string): Promise<string[]> =>
  (await events(id, 'request.reminded')).map(
    ({ payload: { of, moment, late } }: Json) => `${seoul(moment)} ${of}${late ? ` +${late}` : ''}`,
  );
const seoul = (instant: string): string =>
  new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(5, 16);
const told = async (
  by: { get(path: string): Promise<Json> },
  event: string,
  issueId: string,
): Promise<Json[]> =>
  (await by.get('/inbox?limit=200')).items.filter(
    (one: Json) => one.event === event && one.issueId === issueId,
  );
const refused = async (by: CheckedApi | Hired['api'], path: string, body: object = {}): Promise<string> => {
  const { status, body: said } = await by.send('POST', path, body);
  const fields = (said.errors ?? []).map((one: Json) => one.path).join();
  return `${status} ${fields || said.type.split(':').at(-1)}`;
};

describe('a department that does not answer', () => {
  it('has a time to confirm receipt; being late with it is a fact', async () => {
    await clock('2026-11-25T10:00');
    const issue = await asked('critical');
    const [request] = issue.requests;
    expect(seoul(request.acknowledgeBy)).toBe('11-25T12:00');
    expect(request.acknowledgementOverdue).toBe(false);
    await clock('2026-11-25T12:01');
    const late = await who.labour.get(`/requests/${request.id}`);
    expect(late).toMatchObject({ state: 'delivered', acknowledgementOverdue: true });
    await who.labour.post(`/requests/${request.id}/acknowledgement`);
    expect((await who.labour.get(`/requests/${request.id}`)).acknowledgementOverdue).toBe(false);
    expect(await reminders(issue.id)).toEqual(['11-25T12:00 acknowledgement']);
  });

  it('is reminded once each time, by whichever process looks, and never again once it has answered', async () => {
    await clock('2026-11-25T13:00');
    const issue = await asked('high');
    const [request] = issue.requests;
    await who.labour.post(`/requests/${request.id}/acknowledgement`, { handlingUnit: '노동정책과' });
    for (const at of ['27T09:00', '30T08:59', '30T18:00']) await clock(`2026-11-${at}`);
    await clock('2026-12-01T09:00');
    const said = ['11-27T09:00 answer', '11-30T18:00 answer', '12-01T09:00 answer +1'];
    expect(await reminders(issue.id)).toEqual(said);
    const notices = await told(who.labour, 'request.reminded', issue.id);
    expect(notices.map(({ title }) => title.slice(0, 7))).toEqual([
      '[기한 경과]',
      '[회신 요청]',
      '[회신 요청]',
    ]);
    expect(notices[0].body).toContain('1근무일 지났습니다');
    await who.labour.post(`/requests/${request.id}/responses`, { text: '회신합니다' });
    await clock('2026-12-04T09:00');
    expect(await reminders(issue.id)).toEqual(said);
  });

  it('is reminded by its own clock after a transfer', async () => {
    await clock('2026-11-25T10:00');
    const issue = await asked('high');
    const [request] = issue.requests;
    await clock('2026-11-30T10:00');
    await who.officer.post(`/requests/${request.id}/transfer`, {
      departmentId: unit('economy'),
      reason: '소관 변경',
    });
    const moved = await who.economy.get(`/requests/${request.id}`);
    expect([seoul(moved.acknowledgeBy), seoul(moved.dueAt)]).toEqual(['12-01T18:00', '12-03T18:00']);
    const before = (await reminders(issue.id)).length;
    await clock('2026-12-02T09:00');
    const since = (await events(issue.id, 'request.reminded')).slice(before);
    expect(since.map(({ payload }) => payload.departmentId)).toEqual([unit('economy'), unit('economy')]);
    expect((await reminders(issue.id)).slice(before)).toEqual([
      '12-02T09:00 acknowledgement +1',
      '12-02T09:00 answer',
    ]);
  });
});

describe('what goes up the line', () => {
  const lines = async (issueId: string): Promise<Json[]> =>
    (await who.officer.get(`/escalations?issueId=${issueId}&sort=createdAt`)).items;

  it('goes by itself to the head of the division and the handler, and to a superior as an officer releases it', async () => {
    await clock('2026-11-25T10:00');
    const issue = await asked('critical');
    const [request] = issue.requests;
    await who.labour.post(`/requests/${request.id}/acknowledgement`, { handlingUnit: '노동정책과' });
    await clock('2026-11-26T10:00');
    expect(await told(head.api, 'request.escalated', issue.id)).toMatchObject([
      { title: expect.stringMatching(/^\[상향 보고\]/), body: expect.stringContaining('1. 개요') },
    ]);
    expect(await told(who.officer, 'request.escalated', issue.id)).toHaveLength(1);
    expect(await told(bureau.api, 'request.escalated', issue.id)).toEqual([]);

    await clock('2026-11-26T14:00');
    const [first, prepared] = await lines(issue.id);
    expect(first).toMatchObject({ state: 'automatic', position: 'division-head', step: 1 });
    expect(prepared).toMatchObject({
      state: 'prepared',
      needed: true,
      position: 'bureau-head',
      superiors: [{ name: '노동국장' }],
    });
    expect(prepared.text).toContain('상향 보고 과장·담당관 2026. 11. 26.(목)');
    expect(await told(who.officer, 'escalation.prepared', issue.id)).toHaveLength(1);
    expect(await told(bureau.api, 'escalation.released', issue.id)).toEqual([]);

    const path = `/escalations/${prepared.id}`;
    const text = `${prepared.text}\n - 유선 보고 완료`;
    const edited = await who.officer.send('PATCH', path, { text }, { 'if-match': `"${prepared.version}"` });
    expect(edited.body).toMatchObject({ text, version: prepared.version + 1 });
    const released = await who.officer.post(`${path}/release`);
    expect(released).toMatchObject({ state: 'released', settledByName: 'officer' });
    await quiet(city);
    const [heard] = await told(bureau.api, 'escalation.released', issue.id);
    expect(heard.body).toContain('유선 보고 완료');
    expect(await refused(who.officer, `${path}/release`)).toBe('409 escalation.settled');
    expect(await events(issue.id, 'escalation.released')).toMatchObject([{ actor: 'officer' }]);
  });

  it('is dismissed with a reason, and taken back by itself when the answer comes', async () => {
    await clock('2026-11-25T10:00');
    const issue = await asked('critical');
    const [request] = issue.requests;
    await clock('2026-11-27T09:00');
    const [, second, third] = (await lines(issue.id)).filter(({ about }) => about === 'answer');
    expect(await refused(who.officer, `/escalations/${second.id}/dismissal`)).toBe('400 reason');
    await who.officer.post(`/escalations/${second.id}/dismissal`, { reason: '내일 회신 예정' });
    await who.labour.post(`/requests/${request.id}/responses`, { text: '늦었습니다' });
    expect(await refused(who.officer, `/escalations/${third.id}/release`)).toBe('409 escalation.settled');
    await clock('2026-12-03T09:00');
    const answers = (await lines(issue.id)).filter(({ about }) => about === 'answer');
    expect(answers.map(({ state }) => state)).toEqual(['automatic', 'dismissed', 'withdrawn']);
    expect(await events(issue.id, 'escalation.withdrawn')).toMatchObject([
      { actor: null, payload: { position: 'office-head' } },
    ]);
    expect((await who.labour.send('GET', '/escalations')).status).toBe(403);
  });
});

describe('a deputy', () => {
  it('hears what the absent one hears, decides by that position, and is on record as acting for them', async () => {
    await clock('2026-11-25T10:00');
    const chief = await hire(city, '기획조정실장', { role: 'manager', position: 'office-head' });
    const planner = await hire(city, '정책기획관', { role: 'manager', position: 'bureau-head' });
    const { id } = await who.officer.post('/issues', anIssue({ impact: 5, likelihood: 5 }));
    const { stage, revision } = await settled(who.officer, id);
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
    expect((await who.officer.get(`/issues/${id}/decisions`)).items).toMatchObject([
      { decidedBy: '정책기획관', onBehalfOf: '기획조정실장', authority: 'own' },
    ]);
    expect(await events(id, 'decision.taken')).toMatchObject([
      { actor: '정책기획관', onBehalfOf: '기획조정실장' },
    ]);
    const acts = (await chief.api.get(`/deputies/${deputy.id}/acts`)).items;
    expect(acts.map((one: Json) => one.issueId)).toContain(id);
  });

  it('of a department acts in the name of the absent one where it says so, and gets the notices', async () => {
    await clock('2026-11-25T10:00');
    const { id, version } = await bureau.api.post('/deputies', {
      deputyId: acting.id,
      kind: 'period',
      from: '2026-11-25',
      to: '2026-12-31',
    });
    const issue = await asked('critical');
    const [request] = issue.requests;
    await acting.api.post(`/requests/${request.id}/acknowledgement`, {}, { 'on-behalf-of': bureau.id });
    expect(await events(issue.id, 'request.acknowledged')).toMatchObject([
      { actor: '주무팀장', onBehalfOf: '노동국장' },
    ]);
    const foreign = await acting.api.send(
      'POST',
      `/requests/${request.id}/responses`,
      { text: '회신' },
      {
        'on-behalf-of': head.id,
      },
    );
    expect(foreign.status).toBe(403);
    await clock('2026-11-26T14:00');
    const { items } = await who.officer.get(`/escalations?issueId=${issue.id}&state=prepared`);
    await who.officer.post(`/escalations/${items[0].id}/release`);
    await quiet(city);
    for (const one of [bureau, acting])
      expect(await told(one.api, 'escalation.released', issue.id)).toHaveLength(1);
    const ended = await bureau.api.send('DELETE', `/deputies/${id}`, undefined, {
      'if-match': `"${version}"`,
    });
    expect([ended.status, ended.body.state]).toEqual([200, 'ended']);
    expect((await acting.api.get('/me')).standsFor).toEqual([]);
  });

  it('is nobody for oneself, no link of a chain, and the only one of a day', async () => {
    const people = [];
    for (const name of ['가', '나', '다'])
      people.push(await hire(city, name, { role: 'officer', position: 'staff' }));
    const [a, b, c] = people as [Hired, Hired, Hired];
    const period = { kind: 'period', from: '2026-12-01', to: '2026-12-10' };
    expect(await refused(a.api, '/deputies', { ...period, deputyId: a.id })).toBe('400 deputyId');
    expect(await refused(a.api, '/deputies', { ...period, to: '2026-11-30', deputyId: b.id })).toBe('400 to');
    expect(await refused(a.api, '/deputies', { ...period, deputyId: head.id })).toBe('409 deputy.unfit');
    expect(await refused(head.api, '/deputies', { ...period, absentId: bureau.id, deputyId: head.id })).toBe(
      '403 forbidden',
    );
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
});

describe('an open issue', () => {
  it('is reviewed in the rhythm of its grade; its handler hears when it is due, once', async () => {
    await clock('2026-11-25T10:00');
    const issue = await asked('high');
    expect(issue.reviewDueOn).toBe('2026-12-09');
    await clock('2026-12-09T09:00');
    expect(await told(who.officer, 'issue.review-due', issue.id)).toHaveLength(1);
    const due = (await who.manager.get('/reviews?until=2026-12-09&limit=200')).items;
    expect(due).toContainEqual(
      expect.objectContaining({ issueId: issue.id, due: true, overdue: false, lastReviewedAt: null }),
    );
    const path = `/issues/${issue.id}/reviews`;
    expect(await refused(who.officer, path, { outcome: 'keep' })).toBe('400 note');
    expect(await refused(who.officer, path, { outcome: 'keep', note: '-', nextOn: '2026-12-09' })).toBe(
      '400 nextOn',
    );
    const reviewed = await who.officer.post(path, { outcome: 'keep', note: '추진 중' });
    expect(reviewed.reviewDueOn).toBe('2026-12-23');
    expect((await who.manager.get(path)).items).toMatchObject([
      {
        outcome: 'keep',
        dueOn: '2026-12-09',
        nextOn: '2026-12-23',
        reviewedByName: 'officer',
        grade: 'high',
      },
    ]);
    const heavier = { stage: 'act', outcome: 'override', grade: 'critical', reason: '확산' };
    await who.officer.post(`/issues/${issue.id}/decisions`, heavier);
    expect((await who.officer.get(`/issues/${issue.id}`)).reviewDueOn).toBe('2026-12-16');
    expect((await who.labour.get(`/issues/${issue.id}`)).reviewDueOn).toBeNull();
  });
});

describe('a closed issue', () => {
  const close = (id: string, more: object = {}): Promise<Json> =>
    who.colleague.post(`/issues/${id}/closure`, { outcome: 'eased', lesson: '교훈', ...more });

  it('is asked about weeks later; what happened again is taken up again in the same step', async () => {
    await clock('2026-11-25T10:00');
    const issue = await asked('critical');
    expect((await close(issue.id)).followUpOn).toBe('2026-12-23');
    await clock('2026-12-22T18:00');
    expect(await events(issue.id, 'issue.follow-up-asked')).toEqual([]);
    await clock('2026-12-23T09:00');
    for (const by of [who.colleague, who.labour])
      expect(await told(by, 'issue.follow-up-asked', issue.id)).toHaveLength(1);
    expect((await who.labour.get('/follow-up-questions?due=true')).items).toMatchObject([
      { issueId: issue.id, due: true, closedByName: 'colleague' },
    ]);
    const path = `/issues/${issue.id}/follow-up-answer`;
    expect(await refused(who.labour, path, { recurred: 'yes' })).toBe('400 note');
    expect(await refused(who.economy, path, { recurred: 'no' })).toBe('404 not-found');
    const unclear = await who.officer.post(path, { recurred: 'unclear', note: '확인 중' });
    expect([unclear.stage, unclear.followUpOn]).toEqual(['closed', '2027-01-20']);
    const again = await who.labour.post(path, { recurred: 'yes', note: '같은 사고가 또 남' });
    expect([again.stage, again.followUpOn]).toEqual(['act', null]);
    expect(await events(issue.id, 'issue.reopened')).toMatchObject([
      { actor: 'labour', changes: { reason: [null, '재발 확인: 같은 사고가 또 남'] } },
    ]);
    await quiet(city);
    expect(await told(who.colleague, 'issue.reopened', issue.id)).toMatchObject([
      { body: expect.stringContaining('같은 사고가 또 남') },
    ]);
    expect(await refused(who.officer, path, { recurred: 'no' })).toBe('409 follow_up.none');
  });

  it('is asked about on another day, or never, where its closer says so; reopening drops the question', async () => {
    await clock('2026-11-25T10:00');
    const [one, never, reopened] = await Promise.all(
      [1, 2, 3].map(() => atWork(who.officer, [unit('labour')])),
    );
    expect((await close(one!.id, { followUpOn: '2027-03-02' })).followUpOn).toBe('2027-03-02');
    expect((await close(never!.id, { followUpOn: null })).followUpOn).toBeNull();
    expect(
      await refused(who.officer, `/issues/${reopened!.id}/closure`, {
        outcome: 'eased',
        lesson: '교훈',
        followUpOn: '2026-11-25',
      }),
    ).toBe('400 followUpOn');
    expect((await close(reopened!.id)).followUpOn).toBe('2027-02-17');
    await who.officer.post(`/issues/${reopened!.id}/reopening`, { reason: '다시' });
    expect((await who.officer.get(`/follow-up-questions?issueId=${reopened!.id}`)).items).toMatchObject([
      { dropped: true, due: false },
    ]);
  });
});

describe('the calendar', () => {
  it('shows deadlines, reviews and holidays of a month, to a department its own', async () => {
    await clock('2026-11-25T10:00');
    const issue = await asked('high');
    const office = await who.officer.get('/calendar?month=2026-12');
    expect(office.days).toHaveLength(31);
    expect(office.days[24]).toMatchObject({
      day: '2026-12-25',
      working: false,
      holidays: [expect.any(String)],
    });
    const mine = (list: Json[]) =>
      list.filter(({ issueId }) => issueId === issue.id).map(({ kind, on }) => [kind, on]);
    expect(mine(office.entries)).toContainEqual(['review', '2026-12-09']);
    const labour = await who.labour.get('/calendar?month=2026-11');
    expect(mine(labour.entries)).toEqual([
      ['acknowledgement', '2026-11-26'],
      ['answer', '2026-11-30'],
    ]);
    expect(mine((await who.economy.get('/calendar?month=2026-11')).entries)).toEqual([]);
    const rules = await who.labour.get('/deadlines?year=2026');
    expect(rules.grades[0]).toMatchObject({
      grade: 'critical',
      acknowledge: { kind: 'officeHours', hours: 2 },
    });
    expect(rules.holidays).toContainEqual({ date: '2026-10-05', name: expect.any(String) });
  });

  it('leaves every fact with its event, and nothing undone', async () => {
    expect(await expectPeace(city.database)).toBeLessThan(30_000);
  });
});
