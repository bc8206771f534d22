import { DataSource } from 'typeorm';
import { verifyAudit } from '#audit/verify.js';
import { databaseOptions } from '#platform/database.js';
import type { Api, Json } from './support/api.js';
import { approved } from './support/approve-report.js';
import { City, eventually } from './support/city.js';
import { expectPeace } from './support/expect-peace.js';
import { hire, type Hired } from './support/hire.js';
import { atWork } from './support/issues.js';
import { turnClock } from './support/turn-clock.js';
import { quiet } from './support/worlds.js';

let city: City;
let who: Record<'officer' | 'admin' | 'auditor' | 'labour', Api>;
let source: DataSource;
let gone: Hired;
let later: Hired;
let issue: Json;
let frozen: string;

const MONTH = '2026-12';
const FILES = `select md5(string_agg(md5(f.bytes), '' order by f.format, f.copy)) as sum
  from edition_files f join editions e on e.id = f.edition_id where e.month = '${MONTH}' and e.approved_at is not null`;
const sum = async (): Promise<string> => (await city.database.query<{ sum: string }>(FILES))[0]!.sum;
const due = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await who.admin.get('/retention/dry-run')).items.map(({ rule, count }: Json) => [rule, count]),
  );
const closeOut = async ({ id }: Hired): Promise<void> => {
  const { version } = await who.admin.get(`/users/${id}`);
  const answer = await who.admin.send(
    'PATCH',
    `/users/${id}`,
    { active: false },
    { 'if-match': `"${version}"` },
  );
  expect(answer.status).toBe(200);
};
const carryOut = (body: object): Promise<Json> => who.admin.post('/retention/runs', body);
/** The whole record held against its seals, once all of it is sealed. */
const findings = (): Promise<Json[]> =>
  eventually('all is sealed', async () => {
    const found = await source.transaction((tx) => verifyAudit(tx, []));
    return found.waiting === 0 && found.rows > 0 && found.findings.map((one) => ({ ...one }));
  });

beforeAll(async () => {
  city = await City.start({
    apps: ['intake', 'notifier'],
    env: { SCHEDULE_INTERVAL_MS: '100', SESSION_HOURS: '90000' },
  });
  await turnClock(city.database, '2026-11-25T09:30');
  await Promise.all([1, 2].map((n) => city.run('pipeline', { name: `pipeline ${n}` })));
  who = await city.asEach('officer', 'admin', 'auditor', 'labour');
  source = await new DataSource(databaseOptions({ url: city.database.url, pool: 2 }, [])).initialize();
  const { departmentId } = city.people.labour;
  gone = await hire(city, '떠난 사람', { role: 'department', position: 'staff', departmentId });
  later = await hire(city, '나중에 떠난 사람', { role: 'department', position: 'staff', departmentId });
  issue = await atWork(who.officer, [departmentId!], { expectedMonth: MONTH });
  await gone.api.post(`/requests/${issue.requests[0].id}/responses`, { text: '조치하였습니다' });
  const mention = { text: '확인 바랍니다', mentions: [gone.id] };
  await who.officer.post(`/requests/${issue.requests[0].id}/comments`, mention);
  const away = { kind: 'period', from: '2026-11-26', to: '2026-11-27', note: '병가', deputyId: later.id };
  await gone.api.post('/deputies', away);
  await who.officer.post('/reports', { month: MONTH });
  await approved(await city.as('manager'), MONTH);
  await quiet(city);
  frozen = await sum();
}, 180_000);
afterAll(async () => {
  await source?.destroy();
  await city?.stop();
});

describe('what is kept about people', () => {
  it('is told by rule, with its source; nothing is due while all of it is fresh', async () => {
    const { rules, scheduled, runs } = await who.auditor.get('/retention');
    expect(rules.find(({ name }: Json) => name === 'access-log')).toMatchObject({
      months: 24,
      carriedOut: false,
    });
    expect(rules.every(({ source: written }: Json) => written.length > 0)).toBe(true);
    expect([scheduled, runs]).toEqual([false, []]);
    await closeOut(gone);
    expect(Object.values(await due())).toEqual([0, 0, 0, 0, 0]);
  });

  it('shows in a dry run, which changes nothing, what is due, with examples', async () => {
    await who.officer.post(`/issues/${issue.id}/closure`, { outcome: 'eased', lesson: '점검' });
    await turnClock(city.database, '2027-12-01T09:30');
    await closeOut(later);
    const { items } = await who.auditor.get('/retention/dry-run');
    const people = items.find(({ rule }: Json) => rule === 'left-people');
    expect([people.count, people.examples.map(({ what }: Json) => what)]).toEqual([1, ['떠난 사람']]);
    expect(await due()).toMatchObject({ 'left-people': 1, 'deputy-notes': 1, messages: 0, mentions: 0 });
    expect((await who.admin.get(`/users/${gone.id}`)).name).toBe('떠난 사람');
  });

  it('is carried out by an administrator with a reason, exactly as it was shown', async () => {
    const refused = await who.admin.send('POST', '/retention/runs', {
      rules: ['access-log'],
      reason: '점검',
    });
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'rules']);
    const { runs } = await carryOut({ rules: ['left-people'], reason: '연간 정비' });
    expect(runs[0]).toMatchObject({
      by: 'admin',
      reason: '연간 정비',
      counts: [{ rule: 'left-people', count: 1 }],
    });
    expect(await who.admin.get(`/users/${gone.id}`)).toMatchObject({
      name: '퇴직자 1',
      email: 'left-1@retired.invalid',
      active: false,
    });
    expect((await who.admin.get(`/users/${later.id}`)).name).toBe('나중에 떠난 사람');
    // What they did stays, by the number.
    const { items } = await who.officer.get(`/issues/${issue.id}/timeline?limit=200`);
    expect(items.find(({ name }: Json) => name === 'response.posted').actor).toBe('퇴직자 1');
    expect(await due()).toMatchObject({ 'left-people': 0, 'deputy-notes': 1 });
    const [told] = (await who.auditor.get('/audit?what=retention.carried-out')).items;
    expect([told.actor, told.changes.reason]).toEqual(['admin', [null, '연간 정비']]);
    // Their name is not in what tells of it.
    const [nameless] = (await who.auditor.get('/audit?what=user.pseudonymised')).items;
    expect(JSON.stringify(nameless)).not.toContain('떠난 사람');
  });

  it('goes by itself once a day where it is switched on, over two processes, and not where it is off', async () => {
    const { version } = await who.admin.get('/retention');
    const body = { scheduled: true, reason: '내부 관리계획' };
    const on = await who.admin.send('PUT', '/retention/schedule', body, { 'if-match': `"${version}"` });
    expect(on.body).toMatchObject({ scheduled: true });
    const ran = async (n: number): Promise<Json[]> =>
      eventually(`${n} runs by itself`, async () => {
        const { runs } = await who.admin.get('/retention');
        const own = runs.filter(({ by }: Json) => by === null);
        return own.length >= n && own;
      });
    await ran(1);
    await turnClock(city.database, '2030-12-02T09:30');
    const own = await ran(2);
    expect(own.length).toBe(2);
    const counts = Object.fromEntries(own[0]!.counts.map(({ rule, count }: Json) => [rule, count]));
    expect(counts).toMatchObject({ 'left-people': 1, mentions: 1 });
    expect(counts.messages).toBeGreaterThan(0);
    expect((await who.admin.get(`/users/${later.id}`)).name).toBe('퇴직자 2');
    const [left] = await city.database.query<{ n: number }>(
      `select ((select count(*) from comment_mentions) + (select count(*) from deputies where note is not null)
         + (select count(*) from deliveries where channel in ('mail', 'inbox') and created_at < '2028-01-01' and body <> ''))::int as n`,
    );
    expect(left!.n).toBe(0);
    // The comment itself stays.
    const said = (await who.officer.get(`/requests/${issue.requests[0].id}/comments`)).items[0];
    expect([said.text, said.mentions]).toEqual(['확인 바랍니다', []]);
  });

  it('leaves every seal whole and every issued edition as it was, to the byte', async () => {
    expect(await findings()).toEqual([]);
    expect(await sum()).toBe(frozen);
    await quiet(city);
    await expectPeace(city.database);
  });
});
