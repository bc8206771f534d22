import { randomUUID } from 'node:crypto';
import { Api, type Json } from './support/api.js';
import { approved } from './support/approve-report.js';
import { City, eventually } from './support/city.js';
import { Contract } from './support/contract.js';
import { anIssue, atWork, heavy, light, settled } from './support/issues.js';
import { nonsense as words } from './support/words.js';

let city: City;
let who: Record<'officer' | 'manager' | 'auditor' | 'admin' | 'labour', Api>;

beforeAll(async () => {
  city = await City.start();
  who = await city.asEach('officer', 'manager', 'auditor', 'admin', 'labour');
});
afterAll(() => city?.stop());

const fields = (one: Json): string[] => Object.keys(one);

describe('the OpenAPI document', () => {
  it('is 3.1 and holds together', async () => {
    const { document, operations } = await Contract.of(city.url);
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const refs = Array.from(
      JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g),
      ([, name]) => name!,
    );
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((name) => !(name in document.components.schemas))).toEqual([]);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      const declared = (operation.parameters ?? [])
        .filter((one: Json) => one.in === 'path')
        .map((one: Json) => one.name);
      expect([path, declared]).toEqual([path, Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name)]);
      expect(operation.summary).toEqual(expect.any(String));
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^[23]\d\d$/), '4XX']),
      );
    }
  });

  it('has only schemas that JSON Schema 2020-12 can compile', async () => {
    const contract = await Contract.of(city.url);
    const answer = { status: 200, headers: new Headers({ 'content-type': 'application/json' }), body: {} };
    for (const { verb, path, operation } of contract.operations) {
      const ok = Object.keys(operation.responses).find((status) => status.startsWith('2'))!;
      expect(() => contract.complaint(verb, path, { ...answer, status: Number(ok) })).not.toThrow();
    }
  });

  it('says which routes need no session, and that bodies refuse unknown fields', async () => {
    const { document, operations } = await Contract.of(city.url);
    const open = operations
      .filter(({ operation }) => operation.security?.length === 0)
      .map(({ verb, path }) => `${verb} ${path}`);
    expect(open.toSorted()).toEqual([
      'GET /api/v1/sign-in',
      'GET /api/v1/sign-in/oidc',
      'GET /api/v1/sign-in/oidc/callback',
      'GET /health/live',
      'GET /health/ready',
      'POST /api/v1/sessions',
    ]);
    const { NewIssueBody, IssueAnswer } = document.components.schemas;
    expect([NewIssueBody.additionalProperties, IssueAnswer.additionalProperties]).toEqual([false, undefined]);
  });

  it('has a readable page', async () => {
    const response = await fetch(`${city.url}/api/docs`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
  });
});

describe('the shapes that others rely on', () => {
  let issue: Json;
  let request: Json;
  let response: Json;

  beforeAll(async () => {
    const { labour, economy } = city.people;
    issue = await atWork(who.officer, [labour.departmentId!, economy.departmentId!], {
      notes: ['참고'],
      risks: ['공공의 역할 요구', { text: '소상공인 부담', footnote: '수수료 6.8~12.5%' }],
      signals: [{ title: '50만 넘어선 노동자', outlet: 'SBS', publishedOn: '2019-12-19' }],
      alternatives: [
        {
          horizon: 'short',
          text: '상담소',
          effect: '보호',
          cost: '3억원',
          sideEffect: '중복',
          recommended: true,
        },
      ],
      expectedMonth: '2020-01',
    });
    request = issue.requests[0];
    const text = '실태조사 용역 중';
    const confirmedBy = { position: '노동정책과장', name: '김○○' };
    response = await who.labour.post(`/requests/${request.id}/responses`, {
      text,
      confirmedBy,
      progress: 30,
      docNo: '노동정책과-1',
    });
  }, 120_000);

  it('of a person', async () => {
    const me = await who.labour.get('/me');
    expect(fields(me)).toEqual(
      expect.arrayContaining(['id', 'name', 'email', 'role', 'departmentId', 'permissions']),
    );
    expect(me).toMatchObject({
      role: 'department',
      departmentId: city.people.labour.departmentId,
      email: 'labour@city.test',
    });
    expect(me.permissions).toContain('POST /api/v1/requests/:id/responses');
    expect(me.permissions).not.toContain('POST /api/v1/issues');
  });

  it('of a department', async () => {
    const { items } = await who.labour.get('/departments');
    expect(items).toHaveLength(49);
    const one = await who.labour.get(`/departments/${city.people.labour.departmentId}`);
    expect(fields(one)).toEqual(
      expect.arrayContaining(['id', 'no', 'name', 'validFrom', 'validTo', 'successorId', 'mandate']),
    );
    expect(one).toMatchObject({
      name: '노동민생정책관',
      validTo: null,
      mandate: expect.arrayContaining([expect.any(Object)]),
    });
  });

  it('of an issue', async () => {
    const one = await who.officer.get(`/issues/${issue.id}`);
    // prettier-ignore
    expect(fields(one)).toEqual(expect.arrayContaining(['id', 'number', 'title', 'summary', 'channel', 'stage', 'state', 'revision',
      'version', 'grade', 'direction', 'score', 'impact', 'likelihood', 'expectedMonth', 'leadDepartmentId', 'dueAt', 'confidential',
      'signals', 'risks', 'notes', 'alternatives', 'requests', 'createdAt', 'updatedAt']));
    expect(one).toMatchObject({
      number: expect.stringMatching(/^\d{4}-\d{4}$/),
      stage: 'act',
      state: 'open',
      grade: 'moderate',
      direction: 'department',
      expectedMonth: '2020-01',
      confidential: false,
      notes: ['참고'],
      risks: [{ text: '공공의 역할 요구' }, { text: '소상공인 부담', footnote: '수수료 6.8~12.5%' }],
      signals: [{ title: '50만 넘어선 노동자', outlet: 'SBS', publishedOn: '2019-12-19', channel: 'press' }],
      alternatives: [
        {
          id: expect.any(String),
          horizon: 'short',
          text: '상담소',
          effect: '보호',
          cost: '3억원',
          sideEffect: '중복',
          recommended: true,
        },
      ],
    });
    expect(one.score).toBeGreaterThanOrEqual(0);
  });

  it('of assessments: every factor with its weight, contribution and evidence', async () => {
    const { items } = await who.officer.get(`/issues/${issue.id}/assessments`);
    expect(items.map(({ stage }: Json) => stage)).toEqual(['identify', 'analyze', 'prioritize', 'act']);
    const analysis = items[1];
    expect(fields(analysis)).toEqual(
      expect.arrayContaining(['stage', 'revision', 'policyVersion', 'score', 'grade', 'factors', 'at']),
    );
    expect(analysis.factors).toHaveLength(10);
    const sum = analysis.factors.reduce((total: number, { contribution }: Json) => total + contribution, 0);
    expect(sum).toBeCloseTo(analysis.score, 2);
    for (const factor of analysis.factors) {
      expect(fields(factor)).toEqual(
        expect.arrayContaining(['name', 'value', 'weight', 'contribution', 'evidence']),
      );
      expect(factor.evidence.length).toBeGreaterThan(0);
    }
  });

  it('of a request and its responses', async () => {
    const one = await who.labour.get(`/requests/${request.id}`);
    // prettier-ignore
    expect(fields(one)).toEqual(expect.arrayContaining(['id', 'issueId', 'departmentId', 'horizon', 'text', 'state', 'dueAt',
      'docNo', 'handlingUnit', 'deliveredAt', 'acknowledgedAt', 'answeredAt']));
    expect(one).toMatchObject({
      issueId: issue.id,
      state: 'answered',
      horizon: null,
      departmentId: city.people.labour.departmentId,
    });
    // prettier-ignore
    expect(fields(response)).toEqual(expect.arrayContaining(['id', 'requestId', 'version', 'text', 'state', 'progress', 'confirmedBy', 'docNo']));
    const answer = await who.officer.get(`/responses/${response.id}`);
    expect(answer).toMatchObject({
      version: 1,
      state: 'submitted',
      confirmedBy: { position: '노동정책과장', name: '김○○' },
    });
    expect(answer.versions).toHaveLength(1);
  });

  it('of suggestions, similarity and the summary', async () => {
    const { items } = await who.officer.post('/departments/suggestions', {
      text: '플랫폼 노동자 보호와 노동권익',
    });
    expect(items[0]).toMatchObject({
      department: { name: '노동민생정책관' },
      score: expect.any(Number),
      reasons: expect.any(Array),
    });
    const same = await who.labour.post('/similarity', {
      a: '빗물받이 청소 지연에 따른 침수',
      b: '빗물받이 청소 지연에 따른 침수',
    });
    expect(same).toEqual({ score: 1, duplicate: true });
    expect(await who.officer.get('/issues/summary')).toMatchObject({
      total: expect.any(Number),
      byStage: { act: expect.any(Number) },
    });
  });

  it('of suggestions, learnt from every lead that an officer confirmed or changed, at once', async () => {
    const [title, summary] = [words(5), words(12)];
    const first = async (): Promise<string | undefined> =>
      (await who.officer.post('/departments/suggestions', { text: summary })).items[0]?.department.id;
    expect(await first()).toBeUndefined();
    const { labour, economy } = city.people;
    const content = anIssue({ ...light, title, summary, leadDepartmentId: labour.departmentId });
    const { id } = await settled(who.officer, (await who.officer.post('/issues', content)).id);
    expect(await first()).toBe(labour.departmentId);
    const changed = await who.officer.send(
      'PATCH',
      `/issues/${id}`,
      { leadDepartmentId: economy.departmentId },
      { 'if-match': '*' },
    );
    expect(changed.status).toBe(200);
    expect(await first()).toBe(economy.departmentId);
  });

  it('of a report: 201 for a new month, 200 for the next compilation, and its files', async () => {
    const first = await who.officer.send('POST', '/reports', { month: '2020-01' });
    expect(first.status).toBe(201);
    expect(fields(first.body)).toEqual(expect.arrayContaining(['month', 'state', 'editions']));
    // A busy machine answers before it is compiled.
    const draft = await eventually(
      'it is compiled',
      async () => (await who.officer.get('/reports/2020-01')).editions[0],
      60_000,
    );
    expect(draft).toMatchObject({ number: 1, state: 'draft', issuedAt: null });
    const again = await who.officer.send('POST', '/reports', { month: '2020-01' });
    expect([again.status, again.body.editions.length]).toEqual([200, 1]);
    const issued = await approved(who.manager, '2020-01');
    expect(issued.editions[0]).toMatchObject({
      issuedAt: expect.any(String),
      checksums: { html: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const html = await who.auditor.send('GET', '/reports/2020-01/editions/1.html');
    expect([html.status, html.headers.get('etag')]).toEqual([200, `"${issued.editions[0].checksums.html}"`]);
    expect(html.body).toContain(issue.title);
    expect((await who.officer.send('POST', '/reports/2020-01/approval')).status).toBe(409);
  });
});

describe('a request that is refused', () => {
  const korean = (path: string, body?: unknown): ReturnType<Api['send']> =>
    who.officer.send('POST', path, body);
  const english = (path: string, body?: unknown): ReturnType<Api['send']> =>
    who.officer.send('POST', path, body, { 'accept-language': 'en-GB, ko;q=0.5' });

  it('says in Korean or English which field is wrong, and writes nothing', async () => {
    const wrong = {
      ...anIssue(),
      title: undefined,
      channel: 'rumour',
      risks: [{ footnote: '각주' }],
      impact: 9,
      requests: [{ text: '' }],
    };
    const before = await who.officer.get('/issues/summary');
    const ko = await korean('/issues', wrong);
    const en = await english('/issues', wrong);
    expect([ko.status, en.status]).toEqual([400, 400]);
    expect(ko.headers.get('content-language')).toBe('ko');
    const paths = ['title', 'channel', 'risks.0.text', 'requests.0.text', 'impact'];
    for (const { body } of [ko, en])
      expect(body.errors.map(({ path }: Json) => path).toSorted()).toEqual(paths.toSorted());
    expect(ko.body).toMatchObject({
      title: '입력 내용을 확인해 주십시오.',
      type: expect.stringContaining('invalid'),
    });
    expect(en.body).toMatchObject({ title: 'Please check the input.' });
    expect(ko.body.errors).toContainEqual({ path: 'title', message: '필수 입력 항목입니다.' });
    expect(en.body.errors).toContainEqual({ path: 'title', message: 'is required' });
    for (const { message } of ko.body.errors) expect(message).toMatch(/[가-힣]/);
    for (const { message } of en.body.errors) expect(message).not.toMatch(/[가-힣]/);
    expect(await who.officer.get('/issues/summary')).toEqual(before);
  });

  it.each([
    ['POST', '/issues', () => anIssue({ stage: 'closed' })],
    ['POST', '/issues', () => anIssue({ signals: [{ title: '제목', state: 'dismissed' }] })],
    ['POST', '/issues', () => anIssue({ number: '2026-9999', createdBy: randomUUID() })],
    ['GET', '/issues?rank=1', () => undefined],
    ['GET', '/requests?q=1', () => undefined],
  ])('%s %s refuses fields it does not know', async (verb, path, body) => {
    const { status, body: problem } = await who.officer.send(verb, path, body());
    expect([status, problem.errors.length]).toEqual([400, expect.any(Number)]);
    expect(problem.errors[0].message).toBe('알 수 없는 항목입니다.');
  });

  it('is told first who is missing, then the role, then the input, then what is not there, then what may not be done, then the state', async () => {
    const nobody = new Api(city.url);
    const unknown = `/issues/${randomUUID()}`;
    const nonsense = { nonsense: true };
    const heavyOne = await settled(
      who.officer,
      (await who.officer.post('/issues', anIssue({ ...heavy }))).id,
    );
    const lightOne = await settled(
      who.officer,
      (await who.officer.post('/issues', anIssue({ ...light }))).id,
    );
    const toLabour = (await atWork(who.officer, [city.people.labour.departmentId!])).requests[0];
    const stale = { 'if-match': '"1"' };
    const cases: [number, Api, string, string, unknown, Record<string, string>?][] = [
      [401, nobody, 'PATCH', unknown, nonsense],
      [403, who.auditor, 'PATCH', unknown, nonsense],
      [400, who.officer, 'PATCH', unknown, nonsense, stale],
      [428, who.officer, 'PATCH', unknown, { title: '새 제목' }],
      [404, who.officer, 'PATCH', unknown, { title: '새 제목' }, stale],
      [412, who.officer, 'PATCH', `/issues/${heavyOne.id}`, { title: '새 제목' }, stale],
      [400, who.officer, 'POST', `${unknown}/decisions`, { stage: 'prioritize', outcome: 'override' }],
      [404, who.officer, 'POST', `${unknown}/decisions`, { stage: 'prioritize', outcome: 'confirm' }],
      [
        409,
        who.officer,
        'POST',
        `/issues/${lightOne.id}/decisions`,
        { stage: 'prioritize', outcome: 'confirm' },
      ],
      [404, who.labour, 'POST', `/requests/${heavyOne.id}/acknowledgement`, {}],
      [
        403,
        who.officer,
        'POST',
        `/requests/${toLabour.id}/responses`,
        { text: '대신 회신' },
        { 'if-match': '"99"' },
      ],
      [404, who.officer, 'GET', '/issues/1', undefined],
      [404, who.officer, 'GET', '/issues/2026-0001', undefined],
      [404, who.officer, 'GET', '/nowhere', undefined],
    ];
    for (const [status, by, verb, path, body, headers] of cases) {
      const answer = await by.send(verb, path, body, headers);
      expect([verb, path, answer.status]).toEqual([verb, path, status]);
    }
  });

  it('is refused for its media type, its size and broken JSON', async () => {
    const send = async (type: string, body: string): Promise<number> => {
      const { cookie, url } = who.officer;
      const response = await fetch(`${url}/api/v1/issues`, {
        method: 'POST',
        headers: { cookie, 'content-type': type },
        body,
      });
      expect(response.headers.get('content-type')).toMatch('application/problem+json');
      return response.status;
    };
    expect(await send('application/json', '{"title":')).toBe(400);
    expect(await send('text/plain', JSON.stringify(anIssue()))).toBe(415);
    expect(await send('application/x-www-form-urlencoded', 'title=a&summary=b&channel=press')).toBe(415);
    expect(await send('application/json', JSON.stringify(anIssue({ summary: 'x'.repeat(1_100_000) })))).toBe(
      413,
    );
  });
});
