import { addDays, seoulDay } from '#platform/calendar.js';
import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { anIssue, heavy, light, settled } from './support/issues.js';
import { nonsense } from './support/words.js';
import { quiet } from './support/worlds.js';

let city: City;
let who: Record<'officer' | 'colleague' | 'manager' | 'admin', Api>;
const TODAY = seoulDay(new Date());

beforeAll(async () => {
  city = await City.start({ env: { SCHEDULE_INTERVAL_MS: '200' } });
  who = await city.asEach('officer', 'colleague', 'manager', 'admin');
}, 120_000);
afterAll(() => city?.stop());

const articles = (n: number, daysAgo: number, more: object = {}): Json[] =>
  Array.from({ length: n }, () => ({
    channel: 'press',
    title: nonsense(),
    publishedOn: addDays(TODAY, -daysAgo),
    ...more,
  }));
const registered = async (signals: Json[], more: object = {}): Promise<Json> => {
  const { id } = await who.officer.post('/issues', anIssue({ ...light, signals, ...more }));
  return settled(who.officer, id);
};
const attach = async (id: string, signals: Json[]): Promise<void> => {
  for (const signal of signals) {
    const { id: signalId } = await who.officer.post('/signals', signal);
    await who.officer.post(`/signals/${signalId}/issue`, { issueId: id });
  }
};
const raisedFor = async (id: string): Promise<Json[]> => {
  const { items } = await who.officer.get(`/issues/${id}/timeline?limit=200`);
  return items.filter(({ name }: Json) => name === 'warning.raised');
};
const warned = (id: string): Promise<Json> =>
  eventually(`issue ${id} is warned of`, async () => {
    const issue = await who.officer.get(`/issues/${id}`);
    return issue.warnings.length > 0 && issue;
  });
const ruleNamed = async (name: string): Promise<Json> =>
  (await who.officer.get('/early-warning-rules?limit=200')).items.find((one: Json) => one.name === name);
/** Has everything looked at, and waits until it is. */
async function roundNow(): Promise<void> {
  await city.database.query(`update warning_round set looked_at = now() - interval '2 days'`);
  await eventually('everything is looked at', async () => {
    const [row] = await city.database.query(
      `select 1 from warning_round where looked_at > now() - interval '1 day'`,
    );
    return row;
  });
  await quiet(city);
}

describe('early warning', () => {
  it('is silent where nothing is known to compare with, however many there are', async () => {
    const { id } = await registered(articles(40, 1));
    await quiet(city);
    expect((await who.officer.get(`/issues/${id}`)).warnings).toEqual([]);
  });

  it('rings when signals of an issue rise above its weeks before: on record, assessed again, its handler told, once', async () => {
    await who.officer.post('/signals', articles(1, 200)[0]);
    const before = [8, 15, 22, 29].flatMap((daysAgo) => articles(1, daysAgo));
    // Five this morning are why it was registered; who did so knows of them.
    const { id, number } = await registered([...before, ...articles(5, 0)]);
    await quiet(city);
    expect((await who.officer.get(`/issues/${id}`)).warnings).toEqual([]);
    await attach(id, articles(7, 0));
    const { warnings, revision } = await warned(id);
    expect(warnings).toMatchObject([
      { name: '보도 급증', level: 'watch', standing: true, raisedOn: TODAY, ruleVersion: 1 },
    ]);
    expect(warnings[0].readings).toMatchObject([{ channel: 'press', usual: 1, value: 7, met: true }]);
    await quiet(city);
    const issue = await settled(who.officer, id);
    expect(issue.revision).toBeGreaterThanOrEqual(revision);
    const { items } = await who.officer.get(`/issues/${id}/timeline?limit=200`);
    expect(items.filter(({ name, actor }: Json) => name === 'issue.revised' && actor === null)).toMatchObject(
      [{ changes: { warning: [null, '보도 급증'] } }],
    );
    const assessed = await who.officer.get(`/issues/${id}/assessments`);
    expect(
      assessed.items.some((one: Json) => one.stage === 'analyze' && one.revision === issue.revision),
    ).toBe(true);
    await roundNow();
    await quiet(city);
    expect(await raisedFor(id)).toMatchObject([{ actor: null, payload: { level: 'watch' } }]);
    const notices = (await who.officer.get('/inbox?limit=200')).items.filter(
      ({ event, issueId }: Json) => event === 'warning.raised' && issueId === id,
    );
    expect(notices).toMatchObject([{ title: expect.stringContaining(`[예의주시] [${number}]`) }]);
    expect(notices[0].body).toContain('평소 1건');
    const listed = await who.manager.get('/issues?warned=true&limit=200');
    expect(listed.items.map((one: Json) => one.id)).toContain(id);
    expect(
      (await who.manager.get('/issues?warned=false&limit=200')).items.map((one: Json) => one.id),
    ).not.toContain(id);
    expect((await who.manager.get('/warnings')).items).toContainEqual(
      expect.objectContaining({ issueNumber: number, issueId: id }),
    );
  });

  it('voids no decision and ends no acceptance: who decided is asked to look', async () => {
    const leadDepartmentId = city.people.labour.departmentId;
    const month = { channel: 'complaint', title: nonsense(), count: 25, baseline: 10 };
    const complaints = { ...month, periodFrom: addDays(TODAY, -10), periodTo: addDays(TODAY, -3) };
    const decided = async (): Promise<string> => {
      const { id } = await registered([complaints], { ...heavy, leadDepartmentId });
      await who.officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
      await settled(who.officer, id);
      return id;
    };
    const [plain, accepted] = [await decided(), await decided()];
    const acceptance = { reason: '비용 대비 효과 낮음', expiresOn: addDays(TODAY, 30) };
    await who.manager.post(`/issues/${accepted}/acceptance`, acceptance);
    await who.officer.post('/early-warning-rules', {
      name: '민원 소폭 증가',
      level: 'watch',
      scope: 'issue',
      words: [],
      windowDays: 28,
      conditions: [{ channel: 'complaint', measure: 'count', against: 'own', atLeast: 10, times: 1.5 }],
      need: 1,
      cooldownDays: 14,
    });
    await roundNow();
    for (const id of [plain, accepted]) {
      await warned(id);
      const issue = await eventually('it asks for a look', async () => {
        const found = await who.officer.get(`/issues/${id}`);
        return found.needsReview && found;
      });
      expect(issue).toMatchObject({ stage: 'act', state: 'open' });
      expect((await who.officer.get(`/issues/${id}/decisions`)).items).toMatchObject([{ voidedAt: null }]);
    }
    expect(await who.officer.get(`/issues/${accepted}`)).toMatchObject({
      treatment: 'accept',
      acceptance: { expiresOn: addDays(TODAY, 30) },
    });
  });

  it('is silent on an issue whose weeks before nobody knows: registered today, with more by noon', async () => {
    const { id } = await registered(articles(5, 0));
    await attach(id, articles(9, 0));
    await quiet(city);
    expect((await who.officer.get(`/issues/${id}`)).warnings).toEqual([]);
  });

  it('compares complaints with last year, and several channels at once are an alert', async () => {
    const complaints = {
      channel: 'complaint',
      title: '민원 통계',
      count: 812,
      baseline: 96.5,
      periodFrom: addDays(TODAY, -10),
      periodTo: addDays(TODAY, -3),
    };
    const { id } = await registered(articles(1, 45));
    await attach(id, articles(4, 2));
    await quiet(city);
    expect((await who.officer.get(`/issues/${id}`)).warnings).toEqual([]);
    await attach(id, [complaints]);
    const { warnings } = await warned(id);
    await quiet(city);
    expect(warnings).toMatchObject([{ level: 'alert', name: '여러 경로 동시 확산' }]);
    expect((await who.officer.get(`/issues/${id}`)).warnings).toHaveLength(1);
  });

  it('of a confidential issue is for those who are named, and no number shows it', async () => {
    const before = JSON.stringify([
      await who.officer.get('/warnings'),
      await who.officer.get('/early-warning-rules'),
    ]);
    const complaints = { channel: 'complaint', title: nonsense(), count: 812, baseline: 96.5 };
    const counted = { ...complaints, periodFrom: addDays(TODAY, -10), periodTo: addDays(TODAY, -3) };
    const signals = [counted, ...articles(1, 1)];
    const { id } = await who.colleague.post('/issues', anIssue({ ...light, confidential: true, signals }));
    await eventually(
      'it is warned of',
      async () => (await who.colleague.get(`/issues/${id}`)).warnings.length,
    );
    await quiet(city);
    const after = JSON.stringify([
      await who.officer.get('/warnings'),
      await who.officer.get('/early-warning-rules'),
    ]);
    expect(after).toBe(before);
    const [mail] = await city.database.query<{ body: string }>(
      `select body from deliveries where issue_id = $1 and channel = 'mail' limit 1`,
      [id],
    );
    expect(mail!.body).not.toContain('평소');
  });

  it('of a story that went to a confidential issue is for those who are named, too', async () => {
    // What stories usually reach: one outlet.
    for (const signal of articles(20, 10)) await who.officer.post('/signals', signal);
    const title = nonsense(6);
    const outlets = ['SBS', 'KBS', 'MBC', 'YTN', '한겨레', '경향', '조선', '중앙'];
    const sent = [];
    for (const outlet of outlets)
      sent.push(await who.officer.post('/signals', articles(1, 0, { title, outlet })[0]));
    await quiet(city);
    await roundNow();
    const rung = async (by: Api): Promise<Json[]> =>
      (await by.get('/warnings?limit=200')).items.filter((one: Json) => one.title === title);
    expect(await rung(who.officer)).toMatchObject([{ name: '미등록 보도 확산', issueId: null }]);
    const { clusterId } = await who.officer.get(`/signals/${sent[0].id}`);
    const { id } = await who.colleague.post('/issues', anIssue({ ...light, confidential: true }));
    await settled(who.colleague, id);
    await who.colleague.post(`/clusters/${clusterId}/issue`, { issueId: id });
    await quiet(city);
    expect(await rung(who.officer)).toEqual([]);
    expect(JSON.stringify(await who.officer.get('/warnings?limit=200'))).not.toContain(clusterId);
    expect(await rung(who.colleague)).toHaveLength(1);
  });

  it('looks at words of all signals too, and tells the officers of what is no issue yet', async () => {
    const word = nonsense(1);
    const rule = await who.officer.post('/early-warning-rules', {
      name: '낱말 급증',
      level: 'watch',
      scope: 'words',
      words: [word],
      windowDays: 3,
      conditions: [{ channel: 'press', measure: 'count', against: 'weeks', atLeast: 3, times: 2 }],
      need: 1,
      cooldownDays: 7,
    });
    for (const signal of articles(3, 0).map((one) => ({ ...one, title: `${word} ${one.title}` })))
      await who.officer.post('/signals', signal);
    await roundNow();
    const [warning] = await eventually('it rings', async () => {
      const { items } = await who.manager.get(`/warnings?ruleId=${rule.id}`);
      return items.length > 0 && items;
    });
    expect(warning).toMatchObject({ issueId: null, readings: [{ value: 3, usual: 0 }] });
    await quiet(city);
    for (const by of [who.officer, who.colleague])
      expect(
        (await by.get('/inbox?limit=200')).items.filter(({ body }: Json) => body.includes('낱말 급증')),
      ).toHaveLength(1);
  });
});

describe('a rule of early warning', () => {
  it('is changed with the version one saw; what rang keeps the version it rang by', async () => {
    const rule = await ruleNamed('보도 급증');
    expect(rule).toMatchObject({ version: 1, active: true, changedBy: null });
    const conditions = [{ ...rule.conditions[0], atLeast: 7 }];
    const path = `/early-warning-rules/${rule.id}`;
    expect((await who.admin.send('PATCH', path, { conditions })).status).toBe(428);
    const { body } = await who.admin.send('PATCH', path, { conditions }, { 'if-match': '"1"' });
    expect(body).toMatchObject({ version: 2, changedBy: 'admin', conditions: [{ atLeast: 7 }] });
    const stale = await who.admin.send('PATCH', path, { active: false }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.current.version]).toEqual([412, 2]);
    const [warning] = (await who.officer.get(`/warnings?ruleId=${rule.id}`)).items;
    expect(warning.ruleVersion).toBe(1);
    expect((await who.admin.send('PATCH', path, { active: false }, { 'if-match': '"2"' })).body.active).toBe(
      false,
    );
  });

  it('that makes no sense is refused with what is wrong', async () => {
    const rule = await ruleNamed('의회 지적 집중');
    const refused = async (change: object): Promise<string> => {
      const { status, body } = await who.officer.send('PATCH', `/early-warning-rules/${rule.id}`, change, {
        'if-match': '*',
      });
      return `${status} ${body.errors?.[0]?.path}`;
    };
    const [condition] = rule.conditions;
    expect(await refused({ need: 2 })).toBe('400 need');
    expect(await refused({ conditions: [] })).toBe('400 conditions');
    expect(await refused({ scope: 'words' })).toBe('400 words');
    expect(await refused({ conditions: [{ ...condition, times: 1 }] })).toBe('400 conditions.0.times');
    expect(await refused({ conditions: [{ ...condition, atLeast: 1 }] })).toBe('400 conditions.0.atLeast');
    expect(await refused({ conditions: [{ ...condition, measure: 'outlets', against: 'own' }] })).toBe(
      '400 conditions.0.against',
    );
  });

  it('is played over the past: what it would have rung for, and what became of it', async () => {
    const burst = async (): Promise<Json> => {
      const issue = await registered(articles(1, 80));
      await attach(issue.id, articles(6, 40));
      return issue;
    };
    const [wrong, right, open] = await Promise.all([burst(), burst(), burst()]);
    await who.officer.post(`/issues/${wrong!.id}/closure`, { outcome: 'did-not-occur', lesson: '교훈' });
    await who.officer.post(`/issues/${right!.id}/closure`, { outcome: 'occurred', lesson: '교훈' });
    const { id } = await ruleNamed('언론 집중 보도');
    const period = { from: addDays(TODAY, -60), to: addDays(TODAY, -20) };
    const path = `/early-warning-rules/${id}/dry-run`;
    expect((await who.manager.post(path, period)).firings).toEqual([]);
    const conditions = [{ channel: 'press', measure: 'count', against: 'weeks', atLeast: 5, times: 2 }];
    const run = await who.officer.post(path, { ...period, need: 1, conditions });
    expect(run).toMatchObject({ falseAlarms: 1, confirmed: 1, unknown: 1 });
    expect(run.firings.map((one: Json) => one.issueId).toSorted()).toEqual(
      [wrong!.id, right!.id, open!.id].toSorted(),
    );
    expect(run.firings[0]).toMatchObject({ on: addDays(TODAY, -40), readings: [{ value: 6, usual: 0 }] });
    expect((await ruleNamed('언론 집중 보도')).need).toBe(2);
    const wide = await who.officer.send('POST', path, { from: '2020-01-01', to: '2026-01-01' });
    expect([wide.status, wide.body.errors[0].path]).toEqual([400, 'to']);
  });
});
