import { randomUUID } from 'node:crypto';
import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { anIssue, atWork, heavy, settled } from './support/issues.js';

let city: City;
let who: Record<'officer' | 'colleague' | 'manager' | 'labour' | 'economy' | 'water', Api>;
let labour: string;
let economy: string;
let water: string;

beforeAll(async () => {
  city = await City.start();
  who = await city.asEach('officer', 'colleague', 'manager', 'labour', 'economy', 'water');
  [labour, economy, water] = (['labour', 'economy', 'water'] as const).map(
    (name) => city.people[name].departmentId!,
  ) as [string, string, string];
}, 120_000);
afterAll(() => city?.stop());

async function refusal(path: string, body: object, by: Api = who.officer): Promise<string> {
  const { status, body: said } = await by.send('POST', path, body);
  const { errors = [], type = '' } = said;
  return `${status} ${errors.length ? errors.map(({ path: field }: Json) => field).join() : type.split(':').at(-1)}`.trim();
}
const events = async (id: string): Promise<string[]> =>
  (await who.officer.get(`/issues/${id}/timeline?limit=200`)).items.map(({ name }: Json) => name);
const asked = async (departments: string[], more: object = {}): Promise<Json> => {
  const issue = await atWork(who.officer, departments, more);
  return {
    ...issue,
    of: (id: string) => issue.requests.find(({ departmentId }: Json) => departmentId === id),
  };
};
const inbox = async (by: Api, title: string, issueId: string): Promise<Json> =>
  (await by.get('/inbox?limit=200')).items.find(
    (one: Json) => one.title.startsWith(title) && one.issueId === issueId,
  );

describe('a request within a department', () => {
  it('is received, assigned to a division and a person, assigned again, and answered: each with its time and by whom', async () => {
    const issue = await asked([labour]);
    const path = `/requests/${issue.of(labour).id}`;
    expect(await refusal(`${path}/acknowledgement`, { handlerId: city.people.labour.id }, who.labour)).toBe(
      '400 handlingUnit',
    );
    const received = await who.labour.post(`${path}/acknowledgement`);
    expect(received).toMatchObject({
      state: 'acknowledged',
      acknowledgedByName: 'labour',
      assignedAt: null,
      assignBy: expect.any(String),
    });
    expect(await refusal(`${path}/assignment`, {}, who.labour)).toBe('400 handlingUnit');
    const stranger = { handlingUnit: '노동정책과', handlerId: city.people.economy.id };
    expect(await refusal(`${path}/assignment`, stranger, who.labour)).toBe('400 handlerId');
    const first = await who.labour.post(`${path}/assignment`, {
      handlingUnit: '노동정책과',
      handlerId: city.people.labour.id,
    });
    expect(first).toMatchObject({
      handlingUnit: '노동정책과',
      handlerName: 'labour',
      assignedByName: 'labour',
    });
    const again = await who.labour.post(`${path}/assignment`, { handlingUnit: '노동협력과' });
    // Within the department nothing is refused, and the clock does not begin anew.
    expect(again).toMatchObject({ state: 'acknowledged', handlerId: null, dueAt: first.dueAt });
    const all = (await who.officer.get(`/issues/${issue.id}/timeline?limit=200`)).items;
    expect(
      all.filter(({ name }: Json) => name === 'request.assigned').map((one: Json) => one.changes),
    ).toEqual([
      expect.objectContaining({ handlingUnit: [null, '노동정책과'] }),
      expect.objectContaining({ handlingUnit: ['노동정책과', '노동협력과'] }),
    ]);
    await who.labour.post(`${path}/responses`, { text: '조치계획' });
    expect(await refusal(`${path}/assignment`, { handlingUnit: '노동정책과' }, who.labour)).toBe(
      '409 request.illegal_transition',
    );
  });

  it('is received and assigned in one, and assigning receives', async () => {
    const issue = await asked([labour, economy]);
    const one = await who.labour.post(`/requests/${issue.of(labour).id}/acknowledgement`, {
      handlingUnit: '가과',
    });
    expect([one.state, one.assignedAt]).toEqual(['acknowledged', expect.any(String)]);
    const other = await who.economy.post(`/requests/${issue.of(economy).id}/assignment`, {
      handlingUnit: '나과',
    });
    expect([other.state, other.acknowledgedAt]).toEqual(['acknowledged', expect.any(String)]);
  });

  it('names who confirmed the answer, and the office is told where the rank does not fit', async () => {
    const { id } = await settled(
      who.officer,
      (await who.officer.post('/issues', anIssue({ ...heavy, leadDepartmentId: labour }))).id,
    );
    await who.officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    const [request] = (await settled(who.officer, id)).requests;
    const answer = (confirmedBy: object | null): Promise<Json> =>
      who.labour.post(`/requests/${request.id}/responses`, { text: '조치함', confirmedBy });
    expect((await answer(null)).confirmation).toBe('missing');
    expect((await answer({ position: '팀장', name: '김○○' })).confirmation).toBe('below');
    expect((await answer({ position: '노동정책과장', name: '이○○' })).confirmation).toBe('enough');
  });
});

describe('the letter beside it', () => {
  it('is drafted for the e-approval system, and its number and a new deadline are written here', async () => {
    const issue = await asked([labour, economy]);
    const path = `/requests/${issue.of(labour).id}`;
    const letter = await who.officer.get(`${path}/letter`);
    expect(letter).toMatchObject({ to: '노동민생정책관', sender: 'division-head', call: false });
    expect(letter.body).toContain(issue.of(labour).text);
    expect(letter.body).not.toContain(issue.of(economy).text);
    const patch = (body: object): Promise<Json> => who.officer.send('PATCH', path, body, { 'if-match': '*' });
    expect((await patch({ docNo: '평가담당관-4321' })).body).toMatchObject({ docNo: '평가담당관-4321' });
    expect((await patch({ dueAt: '2099-12-01' })).body.errors).toMatchObject([{ path: 'reason' }]);
    expect((await patch({ dueAt: '2099-12-01', reason: '자료 취합 지연' })).body.dueAt).toBe(
      '2099-12-01T09:00:00+00:00',
    );
    await eventually('the department hears of it', () => inbox(who.labour, '[회신기한 변경]', issue.id));
    expect(await events(issue.id)).toEqual(expect.arrayContaining(['request.amended', 'request.due-moved']));
  });
});

const kindsOfWork = async (by: Api, issueId: string, scope = 'all'): Promise<string[]> =>
  (await by.get(`/work?limit=200&scope=${scope}`)).items
    .filter((item: Json) => item.issueId === issueId)
    .map(({ kind }: Json) => kind);

describe('one answer for several departments', () => {
  it('is collected by one of them, which reads the others and may ask them for more', async () => {
    const issue = await asked([labour, economy, water]);
    const [lead, one, other] = [labour, economy, water].map((id) => issue.of(id).id);
    expect((await who.labour.send('GET', `/requests/${one}`)).status).toBe(404);
    const path = `/requests/${lead}/collection`;
    expect(await refusal(path, { requestIds: [lead] })).toBe('400 requestIds.0');
    expect(await refusal(path, { requestIds: [one, randomUUID()] })).toBe('400 requestIds.1');
    const collecting = await who.officer.post(path, { requestIds: [one, other] });
    expect(collecting.collects.map(({ requestId }: Json) => requestId)).toEqual([one, other]);
    expect(await refusal(`/requests/${one}/collection`, { requestIds: [other] })).toBe(
      '409 request.cannot_collect',
    );
    await eventually('the department hears of it', () => inbox(who.labour, '[총괄 회신]', issue.id));

    // It reads them on the issue and one by one, has its own list, and does nothing in their name.
    expect((await who.labour.get(`/issues/${issue.id}`)).requests).toHaveLength(3);
    expect((await who.labour.get('/requests')).items.map(({ id }: Json) => id)).not.toContain(one);
    expect((await who.labour.get(`/requests?collectedBy=${lead}`)).items).toHaveLength(2);
    expect(await refusal(`/requests/${one}/acknowledgement`, {}, who.labour)).toBe('403 forbidden');
    expect((await who.economy.send('GET', `/requests/${other}`)).status).toBe(404);

    const early = await who.economy.post(`/requests/${one}/responses`, { text: '의견 1' });
    await eventually('it hears of an answer', () => inbox(who.labour, '[회신]', issue.id));
    expect(await refusal(`/responses/${early.id}/review`, { outcome: 'accept' }, who.labour)).toBe(
      '403 forbidden',
    );
    const more = { outcome: 'return', comment: '수치 보완' };
    expect(await refusal(`/responses/${early.id}/review`, more, who.water)).toBe('404 not-found');
    expect(await refusal(`/responses/${early.id}/review`, more, who.labour)).toBe('200');
    const mended = await who.economy.post(`/requests/${one}/responses`, { text: '의견 1(보완)' });

    const answer = `/requests/${lead}/responses`;
    const refused = await who.labour.send('POST', answer, { text: '총괄' });
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'missingReason']);
    expect(refused.body.errors[0].message).toContain(collecting.collects[1].departmentName);
    const whole = await who.labour.post(answer, { text: '총괄 회신', missingReason: '기한 도래' });
    expect(whole).toMatchObject({
      missingReason: '기한 도래',
      consolidates: [
        { requestId: one, responseId: mended.id },
        { requestId: other, responseId: null },
      ],
    });
    await who.officer.post(`/responses/${whole.id}/review`, { outcome: 'accept' });
    const after = await who.officer.get(`/issues/${issue.id}`);
    expect(after.requests.map(({ state }: Json) => state)).toEqual(['accepted', 'accepted', 'delivered']);
    // Who was left out still answers for itself.
    expect(after.state).toBe('open');
  });

  it('ends with a transfer: nobody decided that the new department reads the others', async () => {
    const issue = await asked([labour, economy]);
    const [lead, one] = [labour, economy].map((id) => issue.of(id).id);
    await who.officer.post(`/requests/${lead}/collection`, { requestIds: [one] });
    await who.officer.post(`/requests/${lead}/transfer`, { departmentId: water, reason: '소관' });
    expect((await who.water.send('GET', `/requests/${one}`)).status).toBe(404);
    expect((await who.officer.get(`/requests/${lead}`)).collects).toEqual([]);
    expect(await events(issue.id)).toContain('request.collecting-ended');
  });

  it('ends where the office says so', async () => {
    const issue = await asked([labour, economy]);
    const [lead, one] = [labour, economy].map((id) => issue.of(id).id);
    await who.officer.post(`/requests/${lead}/collection`, { requestIds: [one] });
    const ended = await who.officer.post(`/requests/${lead}/collection`, { requestIds: [] });
    expect(ended.collects).toEqual([]);
    expect((await who.labour.send('GET', `/requests/${one}`)).status).toBe(404);
    expect(await events(issue.id)).toEqual(
      expect.arrayContaining(['request.collecting', 'request.collecting-ended']),
    );
  });
});

describe('a request that was refused', () => {
  it('may go back to the department whose it is, with its time from then', async () => {
    const issue = await asked([labour]);
    const { id } = issue.of(labour);
    const same = { departmentId: labour, reason: '노동민생정책관 소관 확인' };
    expect(await refusal(`/requests/${id}/transfer`, same)).toBe('400 departmentId');
    await who.labour.post(`/requests/${id}/refusal`, { reason: '소관 아님' });
    expect(await who.officer.post(`/requests/${id}/transfer`, same)).toMatchObject({
      state: 'delivered',
      departmentId: labour,
      refusalReason: null,
    });
    expect(await kindsOfWork(who.labour, issue.id)).toEqual(['acknowledge']);
  });

  it('may be refused still when more is asked for, and an answer may show that it belongs elsewhere: what was said stays', async () => {
    const issue = await asked([labour, economy]);
    const [mine, other] = [issue.of(labour).id, issue.of(economy).id];
    const answer = await who.labour.post(`/requests/${mine}/responses`, { text: '노동 분야만 회신' });
    await who.officer.post(`/responses/${answer.id}/review`, { outcome: 'return', comment: '전체' });
    expect(await refusal(`/requests/${mine}/refusal`, { reason: '나머지는 소관 아님' }, who.labour)).toBe(
      '200',
    );
    const early = await who.economy.post(`/requests/${other}/responses`, { text: '소관 아닌 회신' });
    const moved = await who.officer.post(`/requests/${other}/transfer`, {
      departmentId: water,
      reason: '소관 확인',
    });
    expect(moved).toMatchObject({ state: 'delivered', answeredAt: null, response: null });
    // What another department said is not shown to the one that is asked now; the office has both.
    expect((await who.water.send('GET', `/responses/${early.id}`)).status).toBe(404);
    const late = await who.water.post(`/requests/${other}/responses`, { text: '물순환 회신' });
    const versions = async (by: Api): Promise<string[]> =>
      (await by.get(`/responses/${late.id}`)).versions.map(({ text }: Json) => text);
    expect(await versions(who.water)).toEqual(['물순환 회신']);
    expect(await versions(who.officer)).toEqual(['소관 아닌 회신', '물순환 회신']);
  });
});

describe('a request that is not needed', () => {
  it('is withdrawn for a reason: the department hears of it, the rest goes on, and reopening does not bring it back', async () => {
    const issue = await asked([labour, economy]);
    const [first, second] = [issue.of(labour).id, issue.of(economy).id];
    const path = `/requests/${first}/cancellation`;
    expect(await refusal(path, {})).toBe('400 reason');
    expect(await refusal(path, { reason: '중복' }, who.labour)).toBe('403 forbidden');
    expect((await who.officer.post(path, { reason: '다른 이슈로 요청' })).state).toBe('cancelled');
    const heard = await eventually('the department hears of it', () =>
      inbox(who.labour, '[요청 철회]', issue.id),
    );
    expect(heard.body).toContain('사유 : 다른 이슈로 요청');
    expect(heard.link).toMatch(new RegExp(`/requests/${first}$`));
    expect(await kindsOfWork(who.labour, issue.id)).toEqual([]);
    expect(await refusal(path, { reason: '다시' })).toBe('409 request.illegal_transition');
    const answer = await who.economy.post(`/requests/${second}/responses`, { text: '조치', status: 'done' });
    await who.officer.post(`/responses/${answer.id}/review`, { outcome: 'accept' });
    expect((await who.officer.get(`/issues/${issue.id}`)).state).toBe('done');
    await who.officer.post(`/issues/${issue.id}/closure`, { outcome: 'eased', lesson: '교훈' });
    await who.officer.post(`/issues/${issue.id}/reopening`, { reason: '재발' });
    expect((await who.officer.get(`/requests/${first}`)).state).toBe('cancelled');
  });
});

describe('many at once', () => {
  it('are received or moved with a result each, rights and state checked each', async () => {
    const [a, b, c] = await Promise.all([asked([labour]), asked([labour]), asked([economy])]);
    const ids = [a.of(labour).id, b.of(labour).id, c.of(economy).id, randomUUID()];
    const first = await who.labour.post(`/requests/${ids[1]}/responses`, { text: '먼저' });
    const received = await who.labour.post('/requests/bulk', {
      act: 'acknowledge',
      requestIds: ids,
      handlingUnit: '총무과',
    });
    expect(received.items).toEqual([
      { id: ids[0], done: true, reason: null },
      { id: ids[1], done: false, reason: expect.stringContaining('회신') },
      { id: ids[2], done: false, reason: '찾을 수 없습니다.' },
      { id: ids[3], done: false, reason: '찾을 수 없습니다.' },
    ]);
    const move = { act: 'transfer', requestIds: ids, departmentId: water, reason: '조직 개편' };
    expect(await refusal('/requests/bulk', move, who.labour)).toBe('403 forbidden');
    expect(await refusal('/requests/bulk', { ...move, reason: null })).toBe('400 reason');
    await who.officer.post(`/responses/${first.id}/review`, { outcome: 'accept' });
    const moved = await who.officer.post('/requests/bulk', move);
    expect(moved.items.map(({ done }: Json) => done)).toEqual([true, false, true, false]);
    expect(await who.officer.get(`/requests/${ids[0]}`)).toMatchObject({
      departmentId: water,
      handlingUnit: null,
      assignedAt: null,
    });
  });

  it('of issues get a lead or the same request', async () => {
    const issues = await Promise.all([1, 2].map(() => asked([economy])));
    const closed = await asked([economy]);
    await who.officer.post(`/issues/${closed.id}/closure`, { outcome: 'ended', lesson: '끝' });
    const issueIds = [...issues.map(({ id }) => id), closed.id];
    const led = await who.officer.post('/issues/bulk', {
      act: 'set-lead',
      issueIds,
      leadDepartmentId: water,
    });
    expect(led.items.map(({ done }: Json) => done)).toEqual([true, true, false]);
    const request = { text: '현황 제출', departmentId: labour, relatedBody: '서울교통공사' };
    const added = await who.officer.post('/issues/bulk', { act: 'request', issueIds, request });
    expect(added.items.map(({ done }: Json) => done)).toEqual([true, true, false]);
    const issue = await who.officer.get(`/issues/${issueIds[0]}`);
    expect(issue).toMatchObject({ leadDepartmentId: water });
    expect(issue.requests.at(-1)).toMatchObject({ state: 'delivered', relatedBody: '서울교통공사' });
    expect(await refusal('/issues/bulk', { act: 'request', issueIds })).toBe('400 request');
  });
});

describe('my work', () => {
  it('is what waits for the department, step by step, and then for the office', async () => {
    const issue = await asked([labour]);
    const { id } = issue.of(labour);
    expect(await kindsOfWork(who.labour, issue.id)).toEqual(['acknowledge']);
    expect(await kindsOfWork(who.economy, issue.id)).toEqual([]);
    await who.labour.post(`/requests/${id}/acknowledgement`);
    expect(await kindsOfWork(who.labour, issue.id)).toEqual(['assign']);
    await who.labour.post(`/requests/${id}/assignment`, {
      handlingUnit: '가과',
      handlerId: city.people.labour.id,
    });
    expect(await kindsOfWork(who.labour, issue.id, 'mine')).toEqual(['answer']);
    expect(await kindsOfWork(who.officer, issue.id)).toEqual([]);
    const answer = await who.labour.post(`/requests/${id}/responses`, { text: '함' });
    expect([await kindsOfWork(who.labour, issue.id), await kindsOfWork(who.officer, issue.id)]).toEqual([
      [],
      ['review'],
    ]);
    expect(await kindsOfWork(who.colleague, issue.id, 'mine')).toEqual([]);
    await who.officer.post(`/responses/${answer.id}/review`, { outcome: 'return', comment: '보완' });
    expect([await kindsOfWork(who.labour, issue.id), await kindsOfWork(who.officer, issue.id)]).toEqual([
      ['complete'],
      [],
    ]);
  });

  it('has what is refused, and what waits for a decision, for who may settle it', async () => {
    const issue = await asked([labour]);
    await who.labour.post(`/requests/${issue.of(labour).id}/refusal`, { reason: '소관 아님' });
    expect(await kindsOfWork(who.officer, issue.id)).toEqual(['settle']);
    const waiting = await settled(who.officer, (await who.officer.post('/issues', anIssue(heavy))).id);
    expect([await kindsOfWork(who.officer, waiting.id), await kindsOfWork(who.manager, waiting.id)]).toEqual([
      ['decide'],
      ['decide'],
    ]);
  });

  it('shows a department that collects when all have answered', async () => {
    const issue = await asked([labour, economy]);
    const [lead, one] = [labour, economy].map((id) => issue.of(id).id);
    await who.officer.post(`/requests/${lead}/collection`, { requestIds: [one] });
    await who.labour.post(`/requests/${lead}/acknowledgement`, { handlingUnit: '가과' });
    expect(await kindsOfWork(who.labour, issue.id)).toEqual(['answer']);
    await who.economy.post(`/requests/${one}/responses`, { text: '의견' });
    expect(await kindsOfWork(who.labour, issue.id)).toEqual(['collect']);
  });
});

describe('how long it took', () => {
  it('is told by department from five on, with what the numbers mean; a department reads its own', async () => {
    await city.database.query(
      `update requests set delivered_at = app_now() - interval '400 days', acknowledged_at = null where department_id = $1 and delivered_at is not null`,
      [water],
    );
    const issues = await Promise.all(Array.from({ length: 5 }, () => asked([water])));
    const ids = issues.map((issue) => issue.of(water).id);
    for (const [n, id] of ids.entries()) {
      await who.water.post(`/requests/${id}/acknowledgement`);
      await city.database.query(
        `update requests set acknowledged_at = delivered_at + $2 * interval '1 hour' where id = $1`,
        [id, n + 1],
      );
    }
    const { items, definition, least } = await who.officer.get('/requests/statistics');
    const of = (id: string): Json => items.find(({ departmentId }: Json) => departmentId === id);
    expect([least, definition]).toEqual([5, expect.stringContaining('첫 회신')]);
    expect(of(water)).toMatchObject({
      delivered: 5,
      acknowledge: { count: 5, q1: 2, median: 3, q3: 4 },
      answer: { count: 0, median: null },
      // What was sent before the period has not gone away.
      ageing: { week: 5, month: 0, quarter: 0, older: expect.any(Number), oldestDays: expect.any(Number) },
    });
    const aged = of(water).ageing;
    const [known] = await city.database.query<{ n: number; days: number | null }>(
      `select count(*)::int as n, floor(max(extract(epoch from app_now() - q.delivered_at) / 86400))::int as days
       from requests q join issues i on i.id = q.issue_id where q.department_id = $1 and i.stage <> 'closed'
         and q.state in ('delivered', 'acknowledged', 'returned', 'answered', 'refused') and q.delivered_at < app_now() - interval '90 days'`,
      [water],
    );
    expect(known!.n).toBeGreaterThan(0);
    expect([aged.older, aged.oldestDays]).toEqual([known!.n, known!.days]);
    expect((await who.water.get('/requests/statistics')).items).toEqual([of(water)]);
    expect(await who.water.send('GET', '/requests/statistics?from=2026-02-01&to=2026-01-01')).toMatchObject({
      status: 400,
    });
  });
});

describe('a lesson', () => {
  it('of a closed issue is used for another, on record on both', async () => {
    const [source, issue] = await Promise.all([asked([labour]), asked([labour])]);
    const path = `/issues/${issue.id}/lesson-uses`;
    expect(await refusal(path, { issueId: source.id })).toBe('409 lesson.none');
    expect(await refusal(path, { issueId: issue.id })).toBe('400 issueId');
    await who.officer.post(`/issues/${source.id}/closure`, {
      outcome: 'prevented',
      lesson: '사전 점검이 유효',
    });
    const used = await who.officer.post(path, { issueId: source.id, note: '점검표 재사용' });
    expect(used.lessonsUsed).toMatchObject([
      { issueId: source.id, lesson: '사전 점검이 유효', note: '점검표 재사용', usedBy: 'officer' },
    ]);
    await who.officer.post(path, { issueId: source.id, note: '한 번 더' });
    expect(await who.officer.get(`/issues/${source.id}`)).toMatchObject({ lessonUses: 1 });
    expect(await events(issue.id)).toContain('lesson.used');
  });
});
