import { SCORING } from '#config/scoring.js';
import type { Json } from './support/api.js';
import { eventually } from './support/city.js';
import { heavy, light, middling, settled } from './support/issues.js';
import { WeighingOffice } from './support/weighing-office.js';
import { nonsense } from './support/words.js';

let city: WeighingOffice['city'];
let who: WeighingOffice['who'];
let clerk: WeighingOffice['clerk'];
let labour: WeighingOffice['labour'];
let registered: WeighingOffice['registered'];
let decided: WeighingOffice['decided'];
let events: WeighingOffice['events'];
let refusal: WeighingOffice['refusal'];

beforeAll(async () => {
  const office = await WeighingOffice.open();
  ({ city, who, clerk, labour, registered, decided, events, refusal } = office);
}, 120_000);
afterAll(() => city?.stop());

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
    // Together with what its kind asks for, in one sentence.
    await city.database.query(`update issues set kind = 'event', direction = null where id = $1`, [id]);
    const { status, body } = await who.officer.send('POST', `/issues/${id}/decisions`, confirm, {
      'accept-language': 'ko',
    });
    expect([status, body.detail, body.errors.map(({ path }: Json) => path)]).toEqual([
      400,
      expect.stringMatching(/^결정하려면 다음 항목이 필요합니다: 대응방향, .+, .+/),
      expect.arrayContaining(['direction', 'fields.event', 'fields.startsOn']),
    ]);
  });

  it('asks for an answer on a day that is over only with a reason', async () => {
    const { id } = await registered(heavy);
    const dueAt = '2026-01-01';
    expect(await refusal(`/issues/${id}/decisions`, { ...confirm, dueAt })).toBe('400 dueAt');
    const { items } = await who.officer.get(`/issues/${id}/decisions`);
    expect(items).toEqual([]);
    const [{ today }] = (await city.database.query<{ today: string }>(
      'select seoul_today()::text as today',
    )) as [{ today: string }];
    const path = `/issues/${id}/decisions`;
    expect((await who.officer.send('POST', path, { ...confirm, dueAt: today })).status).toBe(201);
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

describe('what a person judges otherwise of impact or likelihood', () => {
  it('stands in the history of the score with old, new, who and why', async () => {
    const issue = await registered({ ...middling, leadDepartmentId: labour });
    const change = { impact: 5, reason: '현장 확인 결과 대상 시설이 늘어남' };
    await who.officer.send('PATCH', `/issues/${issue.id}`, change, { 'if-match': '*' });
    const second = await eventually('it is weighed anew', async () => {
      const { items } = await who.officer.get(`/issues/${issue.id}/scores`);
      return items.length === 2 && items[1];
    });
    expect(second).toMatchObject({ by: 'officer', reason: change.reason, changes: { impact: [3, 5] } });
    const alone = { reason: '바뀐 것 없음' };
    const { body } = await who.officer.send('PATCH', `/issues/${issue.id}`, alone, { 'if-match': '*' });
    expect(body.revision).toBe(2);
  });

  it('is told whole where several changes came before it was weighed again', async () => {
    const issue = await registered({ ...middling, leadDepartmentId: labour });
    city.child('pipeline').kill('SIGSTOP');
    const changes = [
      { impact: 4, reason: '대상 확대' },
      { impact: 5, likelihood: 4, reason: '추가 보도' },
    ];
    for (const change of changes)
      await who.officer.send('PATCH', `/issues/${issue.id}`, change, { 'if-match': '*' });
    city.child('pipeline').kill('SIGCONT');
    const second = await eventually('it is weighed anew', async () => {
      const { items } = await who.officer.get(`/issues/${issue.id}/scores`);
      return items.length === 2 && items[1];
    });
    expect(second).toMatchObject({
      revision: 3,
      reason: '대상 확대 / 추가 보도',
      changes: { impact: [3, 5], likelihood: [3, 4] },
    });
  });
});

describe('what has become heavier while it is acted on', () => {
  const deadly = {
    levels: [
      { factor: 'safety', level: 5 },
      { factor: 'imminence', level: 5 },
    ],
    reason: '천장 붕괴로 다수 사망 우려 확인',
  };

  it('comes back to be decided on, where nobody has decided yet', async () => {
    const { id } = await registered({
      title: '별관 게시판 서체 문의',
      summary: '글씨체를 바꾸어 달라는 문의',
    });
    expect(await who.officer.get(`/issues/${id}`)).toMatchObject({ stage: 'act', direction: 'self' });
    await who.officer.post(`/issues/${id}/factors`, deadly);
    const issue = await eventually('it waits', async () => {
      const found = await who.officer.get(`/issues/${id}`);
      return found.stage === 'prioritize' && found.state === 'review' && found;
    });
    expect(issue).toMatchObject({ grade: 'critical', direction: 'department' });
  });

  it('is asked before the office keeps what was meant for a department', async () => {
    const requests = [{ text: '현황 제출', departmentId: labour }];
    const issue = await registered({ ...light, requests });
    expect(issue).toMatchObject({ stage: 'prioritize', state: 'review', grade: 'low', direction: 'self' });
    const { items } = await who.officer.get(`/issues/${issue.id}/assessments`);
    expect(items.flatMap(({ findings }: Json) => findings.reasons ?? [])).toContain(
      '부서에 보낼 요청사항이 있어 자체관리 여부 확인 필요',
    );
    const send = {
      stage: 'prioritize',
      outcome: 'override',
      direction: 'department',
      reason: '부서 확인 필요',
    };
    await who.officer.post(`/issues/${issue.id}/decisions`, send);
    expect((await settled(who.officer, issue.id)).requests).toMatchObject([
      { state: 'delivered', departmentId: labour },
    ]);
  });

  it('opens by itself again where it has become as light as before', async () => {
    const { id } = await registered({ ...light, leadDepartmentId: null });
    const path = `/issues/${id}`;
    const revise = async (weight: object): Promise<number> =>
      (await who.officer.send('PATCH', path, weight, { 'if-match': '*' })).status;
    const came = async (to: Json): Promise<Json> =>
      eventually(`it has come to ${to.stage}`, async () => {
        const found = await who.officer.get(path);
        return (
          found.revision === to.revision && found.stage === to.stage && found.state === to.state && found
        );
      });
    expect(await revise(middling)).toBe(200);
    await came({ revision: 2, stage: 'prioritize', state: 'review' });
    expect(await revise(light)).toBe(200);
    expect(await came({ revision: 3, stage: 'act', state: 'open' })).toMatchObject({ direction: 'self' });
    const { items } = await who.officer.get(`/requests?issueId=${id}`);
    expect(items).toHaveLength(1);
  });

  it('stays at what was decided for a reason only, and by who may decide on the heavier grade', async () => {
    const { id } = await decided();
    await who.officer.post(`/issues/${id}/factors`, deadly);
    await eventually('it is weighed anew', async () => {
      const { items } = await who.officer.get(`/issues/${id}/assessments`);
      return items.some(({ stage, grade }: Json) => stage === 'prioritize' && grade === 'critical');
    });
    const { items } = await who.officer.get('/queue?limit=5');
    expect(items.map(({ issue }: Json) => issue.id)).toContain(id);
    const path = `/issues/${id}/decisions`;
    const stays = { stage: 'act', outcome: 'confirm' };
    expect(await refusal(path, stays)).toBe('400 reason');
    expect(await refusal(path, { ...stays, reason: '과장됨' }, clerk)).toBe('403 decision.not_competent');
    expect((await who.officer.send('POST', path, { ...stays, reason: '현장 확인 결과 과장됨' })).status).toBe(
      201,
    );
    expect(await who.officer.get(`/issues/${id}`)).toMatchObject({ grade: 'high', needsReview: false });
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
