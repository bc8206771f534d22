import type { Json } from './support/api.js';
import { expectPeace } from './support/expect-peace.js';
import { atWork } from './support/issues.js';
import { refused, seoul, told, TimedOffice } from './support/timed-office.js';

let office: TimedOffice;
beforeAll(async () => {
  office = await TimedOffice.open();
}, 120_000);
afterAll(() => office?.close());

describe('an open issue', () => {
  it('is reviewed in the rhythm of its grade; its handler hears when it is due, once', async () => {
    await office.clock('2026-11-25T10:00');
    const issue = await office.asked('high');
    expect(issue.reviewDueOn).toBe('2026-12-09');
    await office.clock('2026-12-09T09:00');
    expect(await told(office.who.officer, 'issue.review-due', issue.id)).toHaveLength(1);
    const due = (await office.who.manager.get('/reviews?until=2026-12-09&limit=200')).items;
    expect(due).toContainEqual(
      expect.objectContaining({ issueId: issue.id, due: true, overdue: false, lastReviewedAt: null }),
    );
    const path = `/issues/${issue.id}/reviews`;
    expect(await refused(office.who.officer, path, { outcome: 'keep' })).toBe('400 note');
    expect(
      await refused(office.who.officer, path, { outcome: 'keep', note: '-', nextOn: '2026-12-09' }),
    ).toBe('400 nextOn');
    const reviewed = await office.who.officer.post(path, { outcome: 'keep', note: '추진 중' });
    expect(reviewed.reviewDueOn).toBe('2026-12-23');
    expect((await office.who.manager.get(path)).items).toMatchObject([
      {
        outcome: 'keep',
        dueOn: '2026-12-09',
        nextOn: '2026-12-23',
        reviewedByName: 'officer',
        grade: 'high',
      },
    ]);
    const heavier = { stage: 'act', outcome: 'override', grade: 'critical', reason: '확산' };
    await office.who.officer.post(`/issues/${issue.id}/decisions`, heavier);
    expect((await office.who.officer.get(`/issues/${issue.id}`)).reviewDueOn).toBe('2026-12-16');
    expect((await office.who.labour.get(`/issues/${issue.id}`)).reviewDueOn).toBeNull();
  });
});

describe('a closed issue', () => {
  const close = (id: string, more: object = {}): Promise<Json> =>
    office.who.colleague.post(`/issues/${id}/closure`, { outcome: 'eased', lesson: '교훈', ...more });

  it('is asked about weeks later; what happened again is taken up again in the same step', async () => {
    await office.clock('2026-11-25T10:00');
    const issue = await office.asked('critical');
    expect((await close(issue.id)).followUpOn).toBe('2026-12-23');
    await office.clock('2026-12-22T18:00');
    expect(await office.events(issue.id, 'issue.follow-up-asked')).toEqual([]);
    await office.clock('2026-12-23T09:00');
    for (const by of [office.who.colleague, office.who.labour])
      expect(await told(by, 'issue.follow-up-asked', issue.id)).toHaveLength(1);
    expect((await office.who.labour.get('/follow-up-questions?due=true')).items).toMatchObject([
      { issueId: issue.id, due: true, closedByName: 'colleague' },
    ]);
    const path = `/issues/${issue.id}/follow-up-answer`;
    expect(await refused(office.who.labour, path, { recurred: 'yes' })).toBe('400 note');
    expect(await refused(office.who.economy, path, { recurred: 'no' })).toBe('404 not-found');
    const unclear = await office.who.officer.post(path, { recurred: 'unclear', note: '확인 중' });
    expect([unclear.stage, unclear.followUpOn]).toEqual(['closed', '2027-01-20']);
    const again = await office.who.labour.post(path, { recurred: 'yes', note: '같은 사고가 또 남' });
    expect([again.stage, again.followUpOn]).toEqual(['act', null]);
    expect(await office.events(issue.id, 'issue.reopened')).toMatchObject([
      { actor: 'labour', changes: { reason: [null, '재발 확인: 같은 사고가 또 남'] } },
    ]);
    await office.quiet();
    expect(await told(office.who.colleague, 'issue.reopened', issue.id)).toMatchObject([
      { body: expect.stringContaining('같은 사고가 또 남') },
    ]);
    expect(await refused(office.who.officer, path, { recurred: 'no' })).toBe('409 follow_up.none');
  });

  it('is asked about on another day, or never, where its closer says so; reopening drops the question', async () => {
    await office.clock('2026-11-25T10:00');
    const [one, never, reopened] = await Promise.all(
      [1, 2, 3].map(() => atWork(office.who.officer, [office.unit('labour')])),
    );
    expect((await close(one!.id, { followUpOn: '2027-03-02' })).followUpOn).toBe('2027-03-02');
    expect((await close(never!.id, { followUpOn: null })).followUpOn).toBeNull();
    expect(
      await refused(office.who.officer, `/issues/${reopened!.id}/closure`, {
        outcome: 'eased',
        lesson: '교훈',
        followUpOn: '2026-11-25',
      }),
    ).toBe('400 followUpOn');
    expect((await close(reopened!.id)).followUpOn).toBe('2027-02-17');
    await office.who.officer.post(`/issues/${reopened!.id}/reopening`, { reason: '다시' });
    expect(
      (await office.who.officer.get(`/follow-up-questions?issueId=${reopened!.id}`)).items,
    ).toMatchObject([{ dropped: true, due: false }]);
  });
});

describe('what a department sent back', () => {
  const reminded = async (issueId: string): Promise<string[]> =>
    (await office.events(issueId, 'office.reminded')).map(
      ({ payload: { of, moment, late } }: Json) => `${seoul(moment)} ${of}${late ? ` +${late}` : ''}`,
    );
  const waiting = async (id: string): Promise<Json> =>
    (await office.who.officer.get('/work?limit=200')).items.find((one: Json) => one.requestId === id);

  it('does not wait unseen: the office has a day to settle and three to judge, and is reminded until it has', async () => {
    await office.clock('2026-11-25T10:00');
    const { officer, labour, economy } = office.who;
    const issue = await office.asked('high');
    const { id } = issue.requests[0];
    await labour.post(`/requests/${id}/refusal`, { reason: '소관 아님' });
    const settle = await waiting(id);
    expect([settle.kind, seoul(settle.dueAt), settle.overdue]).toEqual(['settle', '11-26T18:00', false]);
    await office.clock('2026-11-26T18:00');
    await office.clock('2026-11-27T09:00');
    await office.clock('2026-12-01T09:00');
    expect(await reminded(issue.id)).toEqual([
      '11-26T18:00 settlement',
      '11-27T09:00 settlement +1',
      '12-01T09:00 settlement +3',
    ]);
    expect((await waiting(id)).overdue).toBe(true);
    const [, late, due] = await told(officer, 'office.reminded', issue.id);
    expect([due.title, late.body]).toEqual([
      expect.stringMatching(/^\[소관 조정 대기\]/),
      expect.stringContaining('1근무일 지났습니다'),
    ]);
    expect(late.link).toMatch(new RegExp(`/requests/${id}$`));
    expect(await told(labour, 'office.reminded', issue.id)).toEqual([]);

    await officer.post(`/requests/${id}/transfer`, { departmentId: office.unit('economy'), reason: '소관' });
    const answer = await economy.post(`/requests/${id}/responses`, { text: '회신' });
    expect(seoul((await waiting(id)).dueAt)).toBe('12-04T18:00');
    await office.clock('2026-12-04T18:00');
    await officer.post(`/responses/${answer.id}/review`, { outcome: 'accept' });
    await office.clock('2026-12-09T09:00');
    expect((await reminded(issue.id)).slice(3)).toEqual(['12-04T18:00 review']);
  });
});

describe('a measure that takes long', () => {
  it('is asked about each quarter, and may be told of until it is done, though its answer was accepted', async () => {
    await office.clock('2026-11-25T10:00');
    const { officer, labour } = office.who;
    const issue = await office.asked('high');
    const departmentId = office.unit('labour');
    await officer.post(`/requests/${issue.requests[0].id}/cancellation`, { reason: '장기 과제로 요청' });
    const long = { text: '예산 확보', horizon: 'long', departmentId };
    await officer.post(`/issues/${issue.id}/requests`, long);
    const { id } = (await officer.get(`/issues/${issue.id}`)).requests.at(-1);
    const answer = (status: string): Promise<Json> =>
      labour.post(`/requests/${id}/responses`, { text: '추진상황', status });
    const accept = (of: Json): Promise<Json> =>
      officer.post(`/responses/${of.id}/review`, { outcome: 'accept' });
    const toTell = async (): Promise<Json[]> =>
      (await labour.get('/work?kind=progress')).items.filter((one: Json) => one.requestId === id);
    await accept(await answer('underway'));
    expect(await toTell()).toEqual([]);
    await office.clock('2027-02-25T09:00');
    expect(await toTell()).toMatchObject([{ kind: 'progress', dueAt: null, overdue: false }]);
    expect((await officer.get(`/issues/${issue.id}`)).state).toBe('done');
    const done = await answer('done');
    expect(await toTell()).toEqual([]);
    expect(await officer.get(`/issues/${issue.id}`)).toMatchObject({ state: 'open' });
    await accept(done);
    expect((await officer.get(`/issues/${issue.id}`)).state).toBe('done');
    expect(await refused(labour, `/requests/${id}/responses`, { text: '또' })).toBe(
      '409 request.illegal_transition',
    );
  });
});

describe('an answer that nobody judged', () => {
  it('is no longer open once its issue is closed, and its department hears that nothing is left to do', async () => {
    await office.clock('2026-11-25T10:00');
    const { officer, labour } = office.who;
    const issue = await office.asked('high');
    await labour.post(`/requests/${issue.requests[0].id}/responses`, { text: '조치함' });
    const listed = async (by: typeof officer, open: boolean): Promise<number> =>
      (await by.get(`/requests?open=${open}&issueId=${issue.id}`)).items.length;
    const measured = async (): Promise<number> => (await labour.get('/requests/statistics')).items[0].open;
    const before = await measured();
    expect(await listed(officer, true)).toBe(1);
    await officer.post(`/issues/${issue.id}/closure`, { outcome: 'eased', lesson: '교훈' });
    expect([await listed(officer, true), await listed(labour, true), await listed(labour, false)]).toEqual([
      0, 0, 1,
    ]);
    expect(await measured()).toBe(before - 1);
    await office.quiet();
    expect(await told(labour, 'issue.closed', issue.id)).toMatchObject([
      { title: expect.stringMatching(/^\[종결\]/), body: expect.stringContaining('더 하실 일은 없습니다') },
    ]);
    expect(await told(office.bureau.api, 'issue.closed', issue.id)).toEqual([]);
  });
});

describe('the calendar', () => {
  it('shows deadlines, reviews and holidays of a month, to a department its own', async () => {
    await office.clock('2026-11-25T10:00');
    const issue = await office.asked('high');
    const december = await office.who.officer.get('/calendar?month=2026-12');
    expect(december.days).toHaveLength(31);
    expect(december.days[24]).toMatchObject({
      day: '2026-12-25',
      working: false,
      holidays: [expect.any(String)],
    });
    const mine = (list: Json[]) =>
      list.filter(({ issueId }) => issueId === issue.id).map(({ kind, on }) => [kind, on]);
    expect(mine(december.entries)).toContainEqual(['review', '2026-12-09']);
    const labour = await office.who.labour.get('/calendar?month=2026-11');
    expect(mine(labour.entries)).toEqual([
      ['acknowledgement', '2026-11-26'],
      ['answer', '2026-11-30'],
    ]);
    expect(mine((await office.who.economy.get('/calendar?month=2026-11')).entries)).toEqual([]);
    const rules = await office.who.labour.get('/deadlines?year=2026');
    expect(rules.grades[0]).toMatchObject({
      grade: 'critical',
      acknowledge: { kind: 'officeHours', hours: 2 },
    });
    expect(rules.holidays).toContainEqual({ date: '2026-10-05', name: expect.any(String) });
  });

  it('leaves every fact with its event, and nothing undone', async () => {
    expect(await expectPeace(office.city.database)).toBeLessThan(30_000);
  });
});
