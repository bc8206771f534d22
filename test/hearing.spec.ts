import type { Api, Json } from './support/api.js';
import { eventually } from './support/city.js';
import { hire } from './support/hire.js';
import { anIssue, atWork, heavy, settled } from './support/issues.js';
import { AWAKE, heard, ListeningCity, mailMode, NIGHT, prefer, told } from './support/listening-city.js';
import { nonsense } from './support/words.js';
import { quiet } from './support/worlds.js';

let here: ListeningCity;

beforeAll(async () => {
  here = await ListeningCity.start();
});
afterAll(() => here?.stop());

describe('preferences', () => {
  it('are the standard at first, each kind that may come to the role and no other', async () => {
    const climate = await here.city.as('climate');
    const { kinds, digest, language } = await climate.get('/me/preferences');
    expect({ digest, language }).toEqual({ digest: { at: '08:30', weekday: 1 }, language: 'ko' });
    const names = kinds.map(({ kind }: Json) => kind);
    expect(names).toEqual(expect.arrayContaining(['request', 'signal', 'following']));
    expect(names).not.toContain('report');
    const request = kinds.find(({ kind }: Json) => kind === 'request');
    expect(request).toMatchObject({ kind: 'request', mail: 'at-once', inbox: true, must: true });
    expect(request.notices).toContainEqual({
      notice: 'response.returned',
      mail: 'at-once',
      inbox: true,
      own: false,
    });
    expect(request.notices.map(({ notice }: Json) => notice)).not.toContain('issue.referred');
  });

  it('are changed by whoever saw the newest, and a wish that would deafen is refused with its reason', async () => {
    const water = await here.city.as('water');
    const now = await water.get('/me/preferences');
    const { version: _, kinds: __, ...rest } = now;
    const put = (kinds: object[], tag: string) =>
      water.send('PUT', '/me/preferences', { ...rest, kinds }, { 'if-match': tag });
    const refused = await put(
      [
        { kind: 'request', mail: 'off', inbox: false },
        { kind: 'signal', mail: 'off', inbox: false },
      ],
      '*',
    );
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [
        { path: 'kinds.0.mail', message: expect.stringContaining('반드시 알아야') },
        { path: 'kinds.0.inbox', message: expect.stringContaining('끌 수 없습니다') },
      ],
    ]);
    const kinds = [{ kind: 'signal', mail: 'off', inbox: false }];
    const changed = await put(kinds, `"${now.version}"`);
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, `"${now.version + 1}"`]);
    expect((await put(kinds, `"${now.version}"`)).status).toBe(412);
    expect((await water.get('/me/preferences')).kinds).toContainEqual(
      expect.objectContaining({ ...kinds[0], must: false }),
    );
  });

  it('of one notice go before those of its kind, until they are taken back', async () => {
    const { climate, officer } = { climate: await here.city.as('climate'), officer: here.officer };
    const { version: _, kinds: __, ...rest } = await climate.get('/me/preferences');
    const put = (notices: object[]) =>
      climate.send('PUT', '/me/preferences', { ...rest, kinds: [], notices }, { 'if-match': '*' });
    const refused = await put([
      { notice: 'request.delivered', mail: 'off', inbox: true },
      { notice: 'comment.added', mail: 'off', inbox: null },
    ]);
    expect([refused.status, refused.body.errors.map(({ path }: Json) => path)]).toEqual([
      400,
      ['notices.0.mail', 'notices.1.inbox'],
    ]);
    const muted = { notice: 'comment.added', mail: 'off', inbox: false };
    const { body } = await put([muted]);
    const comments = body.kinds.find(({ kind }: Json) => kind === 'comment');
    expect(comments).toMatchObject({ mail: 'at-once', inbox: true });
    expect(comments.notices).toContainEqual({ ...muted, own: true });
    const { requests } = await atWork(officer, [here.department('climate')]);
    const said = async (): Promise<string> => {
      const text = nonsense(3);
      await officer.post(`/requests/${requests[0].id}/comments`, { text });
      await quiet(here.city, { but: ['held'] });
      return text;
    };
    const heardOf = async (text: string): Promise<boolean> =>
      JSON.stringify(await climate.get('/inbox?limit=200')).includes(text);
    expect(await heardOf(await said())).toBe(false);
    expect((await put([{ notice: 'comment.added', mail: null, inbox: null }])).status).toBe(200);
    expect(await heardOf(await said())).toBe(true);
  });

  it('in English bring notices in English', async () => {
    const climate = await here.city.as('climate');
    await prefer(climate, { language: 'en' });
    const { number, requests } = await atWork(here.officer, [here.department('climate')]);
    const mail = await here.arrived('climate', number);
    expect([mail.subject, mail.text]).toEqual([
      expect.stringMatching(/^\[Request\]/),
      expect.stringContaining(`○ Request : ${requests[0].text}`),
    ]);
    await prefer(climate, { language: 'ko' });
  });
});

describe('whose area it is', () => {
  it('is told first of what is asked of the department, the closest fit, until that ends; the history stays', async () => {
    const departmentId = here.department('economy');
    const staff = { role: 'department', position: 'staff', departmentId } as const;
    const [wide, close] = [
      await hire(here.city, '시설 담당', staff),
      await hire(here.city, '강서 담당', staff),
    ];
    const { api } = close;
    const path = `/departments/${departmentId}/area-contacts`;
    const refused = async (by: Api, body: object): Promise<string> => {
      const answer = await by.send('POST', path, body);
      return [answer.status, ...answer.body.errors.map((one: Json) => one.path)].join(' ');
    };
    expect(await refused(api, { userId: wide.id })).toBe('400 kind');
    expect(await refused(api, { kind: 'facility', userId: here.city.people.labour.id })).toBe('400 userId');
    expect(await refused(here.labour, { kind: 'facility', userId: wide.id })).toBe('403');
    await api.post(path, { kind: 'facility', userId: wide.id });
    expect(await refused(api, { kind: 'facility', userId: wide.id })).toBe('400 userId');
    const closest = await api.post(path, { kind: 'facility', district: '강서구', userId: close.id });
    const people = { wide: wide.api, close: api, others: here.economy };
    const asked = async (more: object): Promise<string[]> => {
      const { id } = await atWork(here.officer, [departmentId], more);
      await quiet(here.city, { but: ['held'] });
      const heardBy = await Promise.all(
        Object.values(people).map(async (by) => (await told(by, id)).length > 0),
      );
      return Object.keys(people).filter((_, n) => heardBy[n]);
    };
    expect(await asked({ kind: 'facility', districts: ['강서구'] })).toEqual(['close']);
    expect(await asked({ kind: 'facility', districts: ['중구'] })).toEqual(['wide']);
    expect(await asked({ districts: ['강서구'] })).toEqual(['wide', 'close', 'others']);
    const end = await api.send('DELETE', `/area-contacts/${closest.id}`, undefined, {
      'if-match': `"${closest.version}"`,
    });
    expect([end.status, end.body.endedByName]).toEqual([200, '강서 담당']);
    expect(await asked({ kind: 'facility', districts: ['강서구'] })).toEqual(['wide']);
    // Whoever has gone elsewhere answers for it no more.
    const moved = 'update users set department_id = $2 where id = $1';
    await here.city.database.query(moved, [wide.id, here.department('labour')]);
    expect(await asked({ kind: 'facility' })).toEqual(['close', 'others']);
    const { items, people: there } = await here.officer.get(path);
    expect(items).toMatchObject([
      { userName: '시설 담당', district: null, endedAt: null, active: false },
      { userName: '강서 담당', district: '강서구', endedByName: '강서 담당', active: true },
    ]);
    expect(there.map(({ name }: Json) => name)).not.toContain('시설 담당');
  });
});

describe('who is told afterwards (사후 보고)', () => {
  const weighing = async (more: object = {}): Promise<Json> => {
    const { id } = await here.officer.post(
      '/issues',
      anIssue({ ...heavy, leadDepartmentId: here.department('labour'), ...more }),
    );
    return settled(here.officer, id);
  };
  const hears = async (who: 'manager', issueId: string): Promise<string[]> =>
    (await (await here.city.as(who)).get('/inbox?limit=200')).items
      .filter((one: Json) => one.issueId === issueId)
      .map(({ event }: Json) => event);

  it('of a crisis holds the position that its grade calls for; where nobody does, nobody is told', async () => {
    const [high, light] = [await weighing(), await weighing({ impact: 1, likelihood: 1 })];
    for (const { id, stage } of [high, light])
      await here.officer.post(`/issues/${id}/decisions`, { stage, outcome: 'crisis', reason: '이미 발생' });
    await quiet(here.city);
    expect(await hears('manager', high.id)).toEqual(['issue.handed-over']);
    expect((await here.arrived('manager', high.number)).subject).toContain('[위기 전환]');
    expect(await hears('manager', light.id)).toEqual([]);
  });

  it('of a closing is the head of the office, where it was 매우 높음', async () => {
    const [critical, high] = [await weighing(), await weighing()];
    const colleague = await here.city.as('colleague');
    const decision = { stage: 'prioritize', outcome: 'override', grade: 'critical', reason: '사망 우려' };
    await colleague.post(`/issues/${critical.id}/decisions`, decision);
    for (const { id } of [critical, high])
      await here.officer.post(`/issues/${id}/closure`, { outcome: 'prevented', lesson: '사전 점검' });
    await quiet(here.city);
    expect(await hears('manager', critical.id)).toEqual(['issue.closing-reported']);
    expect((await here.arrived('manager', critical.number)).subject).toContain('[종결 보고]');
    expect(await hears('manager', high.id)).toEqual([]);
    const { items } = await here.officer.get(`/issues/${high.id}/timeline?limit=200`);
    expect(items.map(({ name }: Json) => name)).not.toContain('issue.closing-reported');
  });
});

describe('gathered mail', () => {
  afterEach(async () => {
    await here.rightClock();
    await prefer(here.labour, { quiet: AWAKE, kinds: [{ kind: 'request', mail: 'at-once', inbox: true }] });
  });

  it('comes once, as one, at its hour, though five notifiers race for it', async () => {
    await here.turnTo('2026-11-25T10:00:00');
    await mailMode(here.labour, 'request', 'daily');
    const issues = [
      await atWork(here.officer, [here.department('labour')]),
      await atWork(here.officer, [here.department('labour')]),
      await atWork(here.officer, [here.department('labour')]),
    ];
    for (const { id } of issues) expect((await here.stands(id, 'labour', 'held')).held).toBe('digest');
    await here.turnTo('2026-11-26T08:29:30');
    const names = ['second', 'third', 'fourth', 'fifth'];
    await Promise.all(names.map((name) => here.city.run('notifier', { name })));
    expect(await here.digestsTo('labour')).toEqual([]);
    await here.turnTo('2026-11-26T08:30:10');
    const mail = await here.arrived('labour', '알림 모음');
    expect(mail.subject).toBe('[알림 모음] 2026. 11. 26.(목) 3건');
    for (const { number, requests } of issues)
      for (const part of [number, requests[0].text])
        expect([mail.text, mail.html]).toEqual([
          expect.stringContaining(part),
          expect.stringContaining(part),
        ]);
    // Whatever else the five have to send is sent by then.
    const { number } = await atWork(here.officer, [here.department('economy')]);
    await here.arrived('economy', number);
    expect(await here.digestsTo('labour')).toHaveLength(1);
    for (const name of names) await here.city.kill(name);
  });

  it('survives that its notifier is killed while it gathers', async () => {
    await here.turnTo('2026-12-02T10:00:00');
    await mailMode(here.labour, 'request', 'daily');
    const issue = await atWork(here.officer, [here.department('labour')]);
    const { id } = await here.stands(issue.id, 'labour', 'held');
    // It is on its way already: sent by hand as well it would arrive twice.
    expect((await here.officer.send('POST', `/deliveries/${id}/replay`)).status).toBe(409);
    await here.city.kill('notifier');
    await here.turnTo('2026-12-03T08:31:00');
    await here.city.run('notifier', { name: 'dying', env: { FAILPOINT: 'releaser.beforeCommit:kill@1' } });
    await eventually('it dies', async () => here.city.child('dying').signalCode !== null);
    expect((await here.rows(issue.id, 'labour'))[0]!.state).toBe('held');
    await here.city.run('notifier');
    await here.arrived('labour', issue.number);
    const digests = await here.digestsTo('labour');
    expect(digests.filter(({ text }) => text!.includes(issue.number))).toHaveLength(1);
  });

  it('says nothing of what its reader has lost the right to see, and is not written for nothing', async () => {
    await here.turnTo('2026-12-07T10:00:00');
    await mailMode(here.labour, 'request', 'daily');
    const secret = await here.confidential();
    await here.stands(secret.id, 'labour', 'held');
    const before = (await here.digestsTo('labour')).length;
    await here.officer.send(
      'PATCH',
      `/issues/${secret.id}`,
      { readers: [here.city.people.officer.id] },
      { 'if-match': '*' },
    );
    await here.turnTo('2026-12-08T08:31:00');
    expect(await here.stands(secret.id, 'labour', 'suppressed')).toMatchObject({
      error: expect.stringContaining('not for the recipient'),
    });
    expect(await here.digestsTo('labour')).toHaveLength(before);
    expect((await here.mailsTo('labour')).filter(({ text }) => text!.includes(secret.number))).toEqual([]);
  });

  it('that could not be sent yet goes without what its reader has meanwhile lost the right to see', async () => {
    await here.turnTo('2026-12-14T10:00:00');
    await mailMode(here.labour, 'request', 'daily');
    const [secret, open] = [
      await here.confidential(),
      await atWork(here.officer, [here.department('labour')]),
    ];
    for (const { id } of [secret, open]) await here.stands(id, 'labour', 'held');
    here.sink.refused.set('labour@city.test', 451);
    try {
      await here.turnTo('2026-12-15T08:31:00');
      await eventually('it was tried', async () =>
        [...(await here.rows(secret.id, 'labour')), ...(await here.rows(open.id, 'labour'))].some(
          ({ state }) => state === 'failed',
        ),
      );
      await here.officer.send(
        'PATCH',
        `/issues/${secret.id}`,
        { readers: [here.city.people.officer.id] },
        { 'if-match': '*' },
      );
    } finally {
      here.sink.refused.clear();
    }
    await here.city.database.query(`update deliveries set due_at = clock_timestamp() where state = 'failed'`);
    await here.arrived('labour', open.number);
    expect((await here.rows(secret.id, 'labour'))[0]!.state).toBe('suppressed');
    expect((await here.mailsTo('labour')).filter(({ text }) => text!.includes(secret.number))).toEqual([]);
  });

  it('follows a wish that changes while it waits', async () => {
    await here.turnTo('2026-12-09T10:00:00');
    await mailMode(here.labour, 'request', 'weekly');
    const issue = await atWork(here.officer, [here.department('labour')]);
    await here.stands(issue.id, 'labour', 'held');
    await mailMode(here.labour, 'request', 'at-once');
    expect((await here.arrived('labour', issue.number)).subject).toMatch(/^\[요청사항\]/);
  });
});

describe('quiet hours', () => {
  beforeAll(() => prefer(here.economy, { quiet: NIGHT }));
  afterAll(async () => {
    await here.rightClock();
    await prefer(here.economy, { quiet: AWAKE });
  });

  it('hold mail until the office opens, not the inbox', async () => {
    // A Friday evening.
    await here.turnTo('2026-11-27T21:00:00');
    const issue = await atWork(here.officer, [here.department('economy')]);
    expect((await here.stands(issue.id, 'economy', 'held')).held).toBe('opening');
    expect(await told(here.economy, issue.id)).toHaveLength(1);
    await here.turnTo('2026-11-29T12:00:00');
    expect((await here.rows(issue.id, 'economy'))[0]!.state).toBe('held');
    await here.turnTo('2026-11-30T08:00:10');
    await here.arrived('economy', issue.number);
  });

  it('do not hold what is critical', async () => {
    await here.turnTo('2026-11-28T03:00:00');
    const { id } = await here.officer.post('/issues', {
      ...anIssue({ impact: 5, likelihood: 5 }),
      requests: [{ text: nonsense(4), departmentId: here.department('economy') }],
      leadDepartmentId: here.department('economy'),
    });
    await settled(here.officer, id);
    await here.officer.post(`/issues/${id}/decisions`, {
      stage: 'prioritize',
      outcome: 'override',
      grade: 'critical',
      reason: '중대한 사안',
    });
    const { number } = await settled(here.officer, id);
    expect((await here.arrived('economy', number)).subject).toMatch(/^\[요청사항\]/);
  });

  it('end with who is there then: a successor hears, who has moved away does not', async () => {
    await here.turnTo('2026-12-11T21:00:00');
    const issue = await atWork(here.officer, [here.department('economy')]);
    await here.stands(issue.id, 'economy', 'held');
    await here.city.database.query('update users set department_id = $2 where id = $1', [
      here.city.people.economy.id,
      here.department('water'),
    ]);
    await here.city.database.query('update users set department_id = $2 where id = $1', [
      here.city.people.climate.id,
      here.department('economy'),
    ]);
    try {
      await here.turnTo('2026-12-14T08:00:10');
      await here.arrived('climate', issue.number);
      expect((await here.rows(issue.id, 'economy'))[0]!.state).toBe('suppressed');
      expect(
        (await here.mailsTo('economy')).filter(({ subject }) => subject!.includes(issue.number)),
      ).toEqual([]);
    } finally {
      for (const who of ['economy', 'climate'] as const)
        await here.city.database.query('update users set department_id = $2 where id = $1', [
          here.city.people[who].id,
          here.city.people[who].departmentId,
        ]);
    }
  });
});

describe('an officer who is gone', () => {
  it('is stood in for by the office', async () => {
    const issue = await atWork(here.officer, [here.department('labour')]);
    await here.city.database.query('update users set active = false where id = $1', [
      here.city.people.officer.id,
    ]);
    try {
      await here.labour.post(`/requests/${issue.requests[0].id}/responses`, {
        text: '추진 중',
        status: 'underway',
      });
      const colleague = await here.city.as('colleague');
      const notices = await heard(colleague, issue.id);
      expect(notices.map(({ event }) => event)).toEqual(['response.posted']);
    } finally {
      await here.city.database.query('update users set active = true where id = $1', [
        here.city.people.officer.id,
      ]);
    }
  });
});
