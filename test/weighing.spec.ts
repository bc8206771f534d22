import { SCORING } from '#config/scoring.js';
import { termsOf } from '#policies/terms.js';
import { Api, type Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { checked, type CheckedApi } from './support/contract.js';
import { anIssue, heavy, middling, settled } from './support/issues.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer' | 'colleague' | 'manager', CheckedApi>;
/** An officer of the lowest position, to whom nothing is delegated. */
let clerk: Api;
let labour: string;

beforeAll(async () => {
  city = await City.start({ apps: ['intake', 'pipeline'], env: { SCHEDULE_INTERVAL_MS: '100' } });
  who = await checked(city, 'officer', 'colleague', 'manager');
  labour = city.people.labour.departmentId!;
  const password = 'a-long-enough-password';
  const account = { email: 'clerk@city.test', name: '주무관', role: 'officer', position: 'staff', password };
  await (await city.as('admin')).post('/users', account);
  clerk = await Api.signIn(city.url, account.email, password);
}, 120_000);
afterAll(() => city?.stop());

const registered = async (more: object = {}, by: Api | CheckedApi = who.officer): Promise<Json> =>
  settled(who.officer, (await by.post('/issues', anIssue({ leadDepartmentId: labour, ...more }))).id);
const decided = async (more: object = {}): Promise<Json> => {
  const { id } = await registered({ ...heavy, ...more });
  await who.officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
  return settled(who.officer, id);
};
const events = async (id: string): Promise<string[]> =>
  (await who.officer.get(`/issues/${id}/timeline?limit=200`)).items.map(({ name }: Json) => name);
const refusal = async (path: string, body: object, by: Api | CheckedApi = who.officer): Promise<string> => {
  const { status, body: said } = await by.send('POST', path, body);
  const fields = (said.errors ?? []).map(({ path: field }: Json) => field).join();
  return `${status} ${fields || said.type.split(':').at(-1)}`;
};
const tomorrow = async (days: number): Promise<void> => {
  await city.database.query(
    `insert into clock (shift) values ($1::interval) on conflict (only_row) do update set shift = excluded.shift`,
    [`${days} days`],
  );
};

describe('who decides', () => {
  const confirm = { stage: 'prioritize', outcome: 'confirm' };

  it('is the position that the grade calls for, or who records what it approved', async () => {
    const { id } = await registered(heavy);
    const path = `/issues/${id}/decisions`;
    const refused = await clerk.send('POST', path, confirm, { 'accept-language': 'ko' });
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('과장·담당관 이상')]);
    expect(
      await refusal(path, { ...confirm, approval: { position: 'team-leader', name: '김○○' } }, clerk),
    ).toBe('403 decision.not_competent');
    expect(await refusal(path, { ...confirm, approval: { position: 'mayor' } }, clerk)).toBe(
      '400 approval.name',
    );
    const approval = { position: 'division-head', name: '평가담당관', docNo: '평가담당관-1234' };
    expect((await clerk.send('POST', path, { ...confirm, approval })).status).toBe(201);
    const { items } = await who.officer.get(path);
    expect(items).toMatchObject([
      { outcome: 'confirm', decidedBy: '주무관', authority: 'recorded', approval },
    ]);
  });

  it('is one to whom it is delegated, and the record says so', async () => {
    const { id } = await decided();
    const { items } = await who.officer.get(`/issues/${id}/decisions`);
    expect(items).toMatchObject([{ authority: 'delegated', approval: null }]);
    expect(await who.officer.get('/me')).toMatchObject({
      position: 'staff',
      delegatedPosition: 'office-head',
    });
  });

  it('does not let a lower position lower a grade, nor close what weighs more', async () => {
    const { id } = await decided();
    const lower = { stage: 'act', outcome: 'override', grade: 'low', reason: '경미' };
    expect(await refusal(`/issues/${id}/decisions`, lower, clerk)).toBe('403 decision.not_competent');
    const closure = { outcome: 'eased', lesson: '완화' };
    expect(await refusal(`/issues/${id}/closure`, closure, clerk)).toBe('403 decision.not_competent');
    expect(
      (await clerk.send('POST', `/issues/${id}/decisions`, { stage: 'act', outcome: 'crisis' })).status,
    ).toBe(201);
  });

  it('names everything at once that the next stage cannot do without', async () => {
    const { id } = await registered({ ...heavy, leadDepartmentId: null });
    await city.database.query('update issues set direction = null, lead_department_id = null where id = $1', [
      id,
    ]);
    expect(
      await refusal(`/issues/${id}/decisions`, { ...confirm, outcome: 'override', reason: '조정' }),
    ).toBe('400 direction');
    expect(
      await refusal(`/issues/${id}/decisions`, {
        ...confirm,
        outcome: 'override',
        reason: '조정',
        direction: 'department',
      }),
    ).toBe('409 leadDepartmentId');
  });
});

describe('what a person knows better of a factor', () => {
  it('is set for a reason, weighs the issue anew and stays on record', async () => {
    const issue = await registered({ ...middling, leadDepartmentId: labour });
    const before = issue.score;
    const path = `/issues/${issue.id}/factors`;
    const levels = [{ factor: 'safety', level: 5 }];
    expect(await refusal(path, { levels })).toBe('400 reason');
    expect(await refusal(path, { levels: [], reason: '없음' })).toBe('400 levels');
    expect(await refusal(path, { levels: [...levels, ...levels], reason: '두 번' })).toBe('400 levels');
    await who.officer.post(path, { levels, reason: '작년 유사 시설 사망사고 확인' });
    const scores = await eventually('it is weighed anew', async () => {
      const { items } = await who.officer.get(`/issues/${issue.id}/scores`);
      return items.length === 2 && items;
    });
    expect(scores).toMatchObject([
      { revision: 1, score: before, reason: null },
      {
        revision: 2,
        score: before + 20,
        by: 'officer',
        reason: '작년 유사 시설 사망사고 확인',
        changes: { 'factor.safety': [null, 5] },
        policyVersion: SCORING.version,
      },
    ]);
    const { items } = await who.officer.get(`/issues/${issue.id}/assessments`);
    const weighed = items.findLast(({ stage }: Json) => stage === 'analyze');
    expect(weighed.factors.find(({ name }: Json) => name === 'safety')).toMatchObject({
      value: 5,
      contribution: 20,
      evidence: expect.arrayContaining([expect.stringContaining('담당자 확정: 5단계')]),
    });
    expect(await refusal(path, { levels, reason: '다시' })).toBe('400 levels');
    await who.officer.post(path, { levels: [{ factor: 'safety', level: null }], reason: '다른 시설로 확인' });
    const back = await eventually('it is as before', async () => {
      const list = (await who.officer.get(`/issues/${issue.id}/scores`)).items;
      return list.length === 3 && list[2];
    });
    expect(back.score).toBe(before);
  });
});

describe('levels and quality', () => {
  it('keep the first weight, show the target, and say what is lacking or borne no longer', async () => {
    const { id } = await decided();
    const issue = await who.officer.get(`/issues/${id}`);
    expect(issue).toMatchObject({
      aboveAppetite: true,
      levels: {
        inherent: { grade: expect.any(String) },
        current: { grade: 'high' },
        target: { grade: null },
      },
    });
    expect(issue.quality).toEqual(
      expect.arrayContaining(['no-risks', 'few-alternatives', 'no-treatment', 'no-target']),
    );
    const change = {
      targetGrade: 'critical',
      treatment: 'reduce',
      mode: 'prevent',
      agenda: true,
      confidence: 'medium',
    };
    const answer = await who.officer.send('PATCH', `/issues/${id}`, change, { 'if-match': '*' });
    expect(answer.body).toMatchObject({ ...change, revision: 1, levels: { target: { grade: 'critical' } } });
    expect(answer.body.quality).toContain('target-above-current');
    expect(answer.body.quality).not.toContain('no-treatment');
    const accept = await who.officer.send(
      'PATCH',
      `/issues/${id}`,
      { treatment: 'accept' },
      { 'if-match': '*' },
    );
    expect([accept.status, accept.body.errors[0].path]).toEqual([400, 'treatment']);
  });

  it('begin with what was first proposed, levels included that a person has yet to confirm', async () => {
    const summary = `노후 담장 점검 진행 중. ${nonsense(8)}`;
    const issue = await registered({ title: `외벽 붕괴 우려 ${nonsense()}`, summary });
    expect(issue).toMatchObject({ stage: 'prioritize', state: 'review', grade: 'high' });
    expect(issue.levels.inherent).toEqual(issue.levels.current);
    const [first] = (await who.officer.get(`/issues/${issue.id}/scores`)).items;
    expect(first).toMatchObject({ grade: 'high', score: issue.score });
    expect((await who.officer.get(`/issues/${issue.id}/assessments`)).items).toEqual(
      expect.arrayContaining([expect.objectContaining({ stage: 'analyze', grade: 'moderate' })]),
    );
  });
});

describe('accepting a risk', () => {
  const until = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  it('takes the position of the grade and a last day, and can be revoked', async () => {
    const { id } = await decided();
    const path = `/issues/${id}/acceptance`;
    expect(await refusal(path, { reason: '수용', expiresOn: until(-1) })).toBe('400 expiresOn');
    expect(await refusal(path, { reason: '수용', expiresOn: until(30) }, clerk)).toBe(
      '403 decision.not_competent',
    );
    const accepted = await who.manager.post(path, { reason: '비용 대비 효과 낮음', expiresOn: until(30) });
    expect(accepted).toMatchObject({
      treatment: 'accept',
      aboveAppetite: false,
      acceptance: { expiresOn: until(30), authority: 'own', acceptedBy: 'manager', grade: 'high' },
    });
    expect(await refusal(path, { reason: '다시', expiresOn: until(30) })).toBe(
      '409 issue.illegal_transition',
    );
    const revoked = await who.officer.post(`${path}/revocation`, { reason: '여건 변화' });
    expect(revoked).toMatchObject({
      treatment: null,
      acceptance: null,
      needsReview: true,
      aboveAppetite: true,
    });
    expect(await refusal(`${path}/revocation`, { reason: '또' })).toBe('409 issue.illegal_transition');
    expect(await events(id)).toEqual(expect.arrayContaining(['acceptance.granted', 'acceptance.ended']));
  });

  it('is void after a material change', async () => {
    const { id } = await decided();
    await who.manager.post(`/issues/${id}/acceptance`, { reason: '감수', expiresOn: until(30) });
    await who.officer.send('PATCH', `/issues/${id}`, { title: '내용이 달라짐' }, { 'if-match': '*' });
    expect(await who.officer.get(`/issues/${id}`)).toMatchObject({
      treatment: null,
      acceptance: null,
      needsReview: true,
    });
  });
});

describe('the queue', () => {
  it('ranks what is open, tells why, and lets an officer place an issue for a reason', async () => {
    const [light, weighty] = [
      await registered({ ...middling, leadDepartmentId: labour }),
      await registered(heavy),
    ];
    const places = async (): Promise<Json[]> => (await who.officer.get('/queue?limit=200')).items;
    const at = async (id: string): Promise<number> =>
      (await places()).findIndex(({ issue }: Json) => issue.id === id);
    expect(await at(weighty.id)).toBeLessThan(await at(light.id));
    const [item] = (await places()).filter(({ issue }) => issue.id === weighty.id);
    expect(item.parts[0]).toEqual({ reason: 'grade', points: 3000 });
    expect(item.parts.map(({ reason }: Json) => reason)).toContain('waits');
    expect(await refusal(`/issues/${light.id}/place`, { place: 'first' })).toBe('400 reason');
    await who.officer.post(`/issues/${light.id}/place`, { place: 'first', reason: '시장 지시' });
    expect(await at(light.id)).toBe(0);
    await who.officer.post(`/issues/${light.id}/place`, { place: null });
    expect(await at(weighty.id)).toBeLessThan(await at(light.id));
  });
});

describe('a policy', () => {
  const { thresholds, grid } = termsOf(SCORING);
  /** The grid asks for more at each step. */
  const stricter = {
    grid: { ...grid, bands: grid.bands.map((band, i) => ({ ...band, atLeast: [16, 9, 4][i]! })) },
  };

  it('is drafted from the one in force, refused with all that is wrong, and mended', async () => {
    const draft = await who.officer.post('/policies', { version: '2027-0', note: '초안' });
    expect(draft).toMatchObject({ state: 'draft', basedOn: SCORING.version, standard: false, rowVersion: 1 });
    expect(await refusal('/policies', { version: '2027-0', note: '또' })).toBe('409 policy.version_taken');
    const appetite = { usual: 'low', departments: [{ departmentId: city.people.officer.id, grade: 'high' }] };
    const wrong = await who.officer.send(
      'PATCH',
      '/policies/2027-0',
      { terms: { thresholds: thresholds.slice(1), appetite } },
      { 'if-match': '"1"' },
    );
    expect([wrong.status, wrong.body.errors.map(({ path }: Json) => path)]).toEqual([
      400,
      ['terms.thresholds', 'terms.appetite.departments.0.departmentId'],
    ]);
    const mended = await who.officer.send(
      'PATCH',
      '/policies/2027-0',
      { note: '언론 가중' },
      { 'if-match': '"1"' },
    );
    expect(mended.body).toMatchObject({ note: '언론 가중', rowVersion: 2 });
    expect(
      (await who.officer.send('DELETE', '/policies/2027-0', undefined, { 'if-match': '"1"' })).status,
    ).toBe(412);
    expect(
      (await who.officer.send('DELETE', '/policies/2027-0', undefined, { 'if-match': '"2"' })).status,
    ).toBe(204);
    expect((await who.officer.send('GET', '/policies/2027-0')).status).toBe(404);
  });

  it('shows before it takes effect exactly what it then changes; what was weighed keeps its version', async () => {
    await registered({ ...middling, title: '지하철 역사 공기질 기준 초과', leadDepartmentId: labour });
    const { id: atWork } = await decided();
    await who.officer.post('/policies', {
      version: '2027-1',
      note: '격자 강화',
      terms: stricter,
    });
    const run = await who.officer.post('/policies/2027-1/dry-run');
    expect(run.items.length).toBeGreaterThan(0);
    /** What each carries or, at work, what is proposed beside it. */
    const grades = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        (
          await city.database.query<{ id: string; grade: string }>(
            `select i.id, case when i.stage = 'act' then p.findings->>'grade' else i.grade::text end as grade
             from issues i join assessments p on p.issue_id = i.id and p.stage = 'prioritize' and p.revision = i.revision
             where i.stage <> 'closed'`,
          )
        ).map(({ id, grade }) => [id, grade]),
      );
    const before = await grades();
    const activated = await who.manager.post('/policies/2027-1/activation', {});
    expect(activated).toMatchObject({ state: 'in-force', activatedBy: 'manager' });
    await eventually(
      'it is applied',
      async () => (await who.officer.get('/policies/2027-1')).appliedAt !== null,
    );
    const moved = await eventually('all are weighed by it', async () => {
      const [{ left }] = (await city.database.query<{ left: number }>(
        `select count(*)::int as left from issues i where i.stage <> 'closed' and not exists (select 1 from assessments a
           where a.issue_id = i.id and a.revision = i.revision and a.stage = 'prioritize')`,
      )) as [{ left: number }];
      return left === 0 && (await grades());
    });
    const changed = Object.keys(moved).filter((id) => moved[id] !== before[id]);
    expect(changed.toSorted()).toEqual(run.items.map(({ issueId }: Json) => issueId).toSorted());
    for (const { issueId, from, to } of run.items)
      expect([before[issueId], moved[issueId]]).toEqual([from, to]);
    const { items } = await who.officer.get(`/issues/${run.items[0].issueId}/scores`);
    expect([items[0].policyVersion, items.at(-1).policyVersion]).toEqual([SCORING.version, '2027-1']);
    // What was decided stands; what is proposed beside it is another, and asks for a look.
    expect(run.items.find(({ issueId }: Json) => issueId === atWork)).toMatchObject({
      from: 'high',
      to: 'critical',
      keeps: 'high',
      weighedBy: SCORING.version,
    });
    expect(await who.officer.get(`/issues/${atWork}`)).toMatchObject({ grade: 'high', needsReview: true });
    const decisions = await who.officer.get(`/issues/${atWork}/decisions`);
    expect(decisions.items).toMatchObject([{ grade: 'high', voidedAt: null }]);
  });

  it('stays as it is once activated', async () => {
    const terms = { terms: stricter };
    const late = await who.officer.send('PATCH', '/policies/2027-1', terms, { 'if-match': '*' });
    expect([late.status, late.body.type]).toEqual([409, expect.stringContaining('policy.activated')]);
    await expect(city.database.query(`update policies set note = 'anders'`)).rejects.toThrow('cannot change');
  });

  it('waits for its day, and an acceptance ends on its own', async () => {
    const { id } = await decided();
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await who.manager.post(`/issues/${id}/acceptance`, {
      reason: '감수',
      expiresOn: soon,
      approval: { position: 'vice-mayor', name: '행정1부시장' },
    });
    await who.officer.post('/policies', { version: '2027-2', note: '원래대로', basedOn: SCORING.version });
    const later = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const scheduled = await who.officer.post('/policies/2027-2/activation', { effectiveFrom: later });
    expect(scheduled).toMatchObject({ state: 'scheduled', effectiveFrom: later, appliedAt: null });
    await tomorrow(6);
    await eventually('it takes effect', async () => {
      const { state, appliedAt } = await (await city.as('officer')).get('/policies/2027-2');
      return state === 'in-force' && appliedAt;
    });
    const officer = await city.as('officer');
    const issue = await eventually('the acceptance is over', async () => {
      const found = await officer.get(`/issues/${id}`);
      return found.acceptance === null && found;
    });
    expect(issue).toMatchObject({ treatment: null });
    expect((await officer.get('/policies/2027-1')).state).toBe('past');
  });
});
