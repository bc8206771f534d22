import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, Json } from './support/api.js';
import { approved } from './support/approve-report.js';
import { City, eventually } from './support/city.js';
import { expectPeace } from './support/expect-peace.js';
import { anIssue, atWork } from './support/issues.js';
import { turnClock } from './support/turn-clock.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer' | 'manager' | 'colleague' | 'labour' | 'economy', Api>;
/** Titles of what labour is at work on: expected in December, and what only some of it may know of. */
const [strike, secret] = [nonsense(4), nonsense(4)];
let strikeId: string;
let secretId: string;

const turn = (local: string) => turnClock(city.database, local);
const rounds = async (): Promise<string[]> =>
  (await city.database.query<{ month: string }>('select month from rounds order by month')).map(
    ({ month }) => month,
  );
const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  (await city.database.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]!.n;
const own = async (by: Api, month = '2026-12'): Promise<Json> => {
  const { departments } = await by.get(`/rounds/${month}`);
  return departments.length === 1 && departments[0];
};
const answer = (by: Api, body: object, version?: number, month = '2026-12') =>
  by.send(
    'POST',
    `/rounds/${month}/answer`,
    body,
    version === undefined ? {} : { 'if-match': `"${version}"` },
  );
const none = { kind: 'none' };
const item = (more: object = {}) => ({ title: nonsense(3), text: '예산 소진으로 신청 중단 우려', ...more });

beforeAll(async () => {
  city = await City.start({
    apps: ['intake', 'notifier'],
    env: { SCHEDULE_INTERVAL_MS: '50', SESSION_HOURS: '9000' },
  });
  await turn('2026-10-26T09:30');
  who = await city.asEach('officer', 'manager', 'colleague', 'labour', 'economy');
  await Promise.all(['one', 'two', 'three'].map((name) => city.run('pipeline', { name })));
  const labour = city.people.labour.departmentId!;
  ({ id: strikeId } = await atWork(who.officer, [labour], { title: strike, expectedMonth: '2026-12' }));
  const readers = [city.people.labour.id, city.people.colleague.id];
  const hidden = { title: secret, expectedMonth: '2026-12', confidential: true, readers };
  ({ id: secretId } = await atWork(who.colleague, [labour], hidden));
}, 120_000);
afterAll(() => city?.stop());

describe('the monthly round', () => {
  it('is not opened for the month in which the office began after its day', async () => {
    // Ten looks of three pipelines.
    await sleep(500);
    expect(await rounds()).toEqual([]);
    expect((await who.officer.send('GET', '/rounds/2026-11')).status).toBe(404);
  });

  it('opens on the 20th at nine, once, whoever looks, and asks every department', async () => {
    await turn('2026-11-20T08:59:58');
    await eventually('the round for December', async () => (await rounds()).includes('2026-12'));
    const round = await who.officer.get('/rounds/2026-12');
    expect(round).toMatchObject({ state: 'open', openedBy: null, dueAt: '2026-11-25T09:00:00+00:00' });
    expect(Date.parse(round.openedAt)).toBeGreaterThanOrEqual(Date.parse('2026-11-20T09:00:00+09:00'));
    expect(round.departments).toHaveLength(await count('departments'));
    expect(await count(`events where name = 'round.opened'`)).toBe(1);
    expect(await count(`events where name = 'round.asked'`)).toBe(round.departments.length);
    expect((await who.manager.get('/rounds')).items[0].counts).toMatchObject({ answered: 0 });
  });

  it('waits for the office until it ends, with how many have answered', async () => {
    const { items } = await who.officer.get('/work?kind=gather&scope=mine');
    const text = `0/${await count('departments')}`;
    expect(items).toMatchObject([{ month: '2026-12', issueId: null, text, overdue: false }]);
    expect((await who.manager.get('/work?kind=gather')).items).toEqual([]);
  });

  it('asks a department that begins while it runs too, once, whoever looks', async () => {
    const [{ id }] = (await city.database.query<{ id: string }>(
      `insert into departments (id, no, name, valid_from, mandate)
       values (gen_random_uuid(), 900, '미래산업본부', seoul_today(), '[]') returning id`,
    )) as [{ id: string }];
    const asked = () =>
      count(`events where name = 'round.asked' and payload->>'departmentId' = $1::text`, [id]);
    await eventually('the question', asked);
    const { departments } = await who.officer.get('/rounds/2026-12');
    expect(departments.find(({ departmentId }: Json) => departmentId === id)).toMatchObject({
      name: '미래산업본부',
      standing: 'waiting',
    });
    // Ten looks of three pipelines.
    await sleep(500);
    expect(await asked()).toBe(1);
  });

  it('tells a department by mail what is expected of it already, and nothing that not all of it may see', async () => {
    const mail = await eventually('the letter', async () => {
      const rows = await city.database.query<{ title: string; body: string; html: string; link: string }>(
        `select d.title, d.body, d.html, d.link from deliveries d join events e on e.id = d.event_id
         where e.name = 'round.asked' and d.channel = 'mail' and d.recipient_id = $1`,
        [city.people.labour.id],
      );
      return rows[0];
    });
    expect(mail.title).toBe('[수요조회] 2026년 12월 예상 이슈 조회');
    expect(mail.body).toContain(strike);
    expect(mail.body).toContain('2026. 11. 25.(수) 18:00까지');
    expect(mail.link).toMatch(/\/rounds\/2026-12$/);
    // Whoever is named on it is at work on it, but not all of the department are.
    expect((await who.labour.get(`/issues/${secretId}`)).requests).toMatchObject([{ state: 'delivered' }]);
    expect(mail.body + mail.html).not.toContain(secret);
    const { expected } = await who.labour.get('/rounds/2026-12');
    expect(expected.map(({ title }: Json) => title)).toEqual([strike]);
    expect((await who.economy.get('/rounds/2026-12')).expected).toEqual([]);
    const inbox = (await who.labour.get('/inbox')).items.find(({ title }: Json) => title === mail.title);
    expect(inbox.body).not.toContain(strike);
    const { items } = await who.labour.get('/work?kind=foresee');
    expect(items).toMatchObject([{ month: '2026-12', issueId: null, title: '2026년 12월 예상 이슈 조회' }]);
  });

  it('is answered in one click, once however often it is sent', async () => {
    const key = { 'idempotency-key': 'one-click' };
    const first = await who.economy.send('POST', '/rounds/2026-12/answer', none, key);
    const again = await who.economy.send('POST', '/rounds/2026-12/answer', none, key);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(await own(who.economy)).toMatchObject({
      standing: 'none',
      answers: [{ version: 1, late: false }],
    });
    expect((await who.economy.get('/work?kind=foresee')).items).toEqual([]);
    const { departments } = await who.labour.get('/rounds/2026-12');
    expect(departments.map(({ name }: Json) => name)).toEqual(['노동민생정책관']);
  });

  it('takes what is expected in as signals of the department, which the office promotes', async () => {
    const dated = item({ expectedOn: '2026-12-11', alternative: '예비비 사용' });
    const remarks = [{ issueId: strikeId, stands: 'otherwise', text: '교섭이 한 주 늦어짐' }];
    const body = { kind: 'issues', items: [dated, item()], remarks };
    expect((await answer(who.labour, body)).status).toBe(200);
    const { departments } = await who.officer.get('/rounds/2026-12');
    const row = departments.find(({ name }: Json) => name === '노동민생정책관');
    expect(row.answers[0].remarks).toMatchObject([{ title: strike, text: '교섭이 한 주 늦어짐' }]);
    const [first, second] = row.answers[0].items;
    expect(first).toMatchObject({ ...dated, expectedMonth: '2026-12', state: 'new' });
    const signal = await who.officer.get(`/signals/${first.signalId}`);
    expect(signal).toMatchObject({ channel: 'own', kind: 'round', title: dated.title });
    expect(signal.forecast).toMatchObject({ month: '2026-12', alternative: '예비비 사용' });
    expect(signal.reportedBy).toBe(city.people.labour.departmentId);
    await who.officer.post('/issues', {
      ...anIssue({ title: dated.title }),
      signalIds: [first.signalId],
    });
    // Said anew: what is the same keeps its signal, what is gone is dismissed, unless the office has taken it up.
    const other = item({ expectedMonth: '2027-01' });
    await answer(who.labour, { kind: 'issues', items: [other] });
    const { standing, answers } = await own(who.labour);
    expect([standing, answers.length, answers[0].version, answers[1].items.length]).toEqual([
      'issues',
      2,
      2,
      2,
    ]);
    expect((await who.officer.get(`/signals/${second.signalId}`)).state).toBe('dismissed');
    expect((await who.officer.get(`/signals/${first.signalId}`)).state).toBe('attached');
    const kept = answers[0].items[0].signalId;
    await answer(who.labour, { kind: 'issues', items: [other, item()] });
    expect((await own(who.labour)).answers[0].items[0].signalId).toBe(kept);
  });

  it('refuses what contradicts itself, and what two of a department say at once', async () => {
    const { version } = await who.labour.get('/rounds/2026-12');
    const wrong: [object, string][] = [
      [{ kind: 'none', items: [item()] }, 'items'],
      [{ kind: 'issues', items: [] }, 'items'],
      [
        { kind: 'issues', items: [item({ expectedMonth: '2026-12', expectedOn: '2027-01-02' })] },
        'items.0.expectedOn',
      ],
      [
        { ...none, remarks: [{ issueId: city.people.labour.id, stands: 'as-expected' }] },
        'remarks.0.issueId',
      ],
      [{ ...none, remarks: [{ issueId: strikeId, stands: 'otherwise' }] }, 'remarks.0.text'],
    ];
    for (const [body, path] of wrong) {
      const refused = await answer(who.labour, body, version);
      expect([refused.status, refused.body.errors[0].path]).toEqual([400, path]);
    }
    const both = await Promise.all([answer(who.labour, none, version), answer(who.labour, none, version)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await own(who.labour)).answers).toHaveLength(4);
  });

  it('reminds once before the deadline, and all in one act by hand, only those who have not answered', async () => {
    const reminded = () => count(`events where name = 'round.reminded'`);
    const waiting = (await count('departments')) - 2;
    await turn('2026-11-24T09:00:01');
    await eventually('the reminder', async () => (await reminded()) === waiting);
    const { version } = await who.officer.get('/rounds/2026-12');
    expect(
      (await who.officer.send('POST', '/rounds/2026-12/reminders', {}, { 'if-match': '"1"' })).status,
    ).toBe(412);
    await who.officer.send('POST', '/rounds/2026-12/reminders', undefined, { 'if-match': `"${version}"` });
    expect(await reminded()).toBe(2 * waiting);
    const told = await count(`events where name = 'round.reminded' and payload->>'departmentId' = any($1)`, [
      [city.people.labour.departmentId, city.people.economy.departmentId],
    ]);
    expect(told).toBe(0);
  });

  it('leaves as one table, a row for each issue expected and for each department without one', async () => {
    const path = '/rounds/2026-12/export?format=csv';
    const rows = String((await who.officer.send('GET', path)).body)
      .trim()
      .split('\r\n');
    expect(rows[0]).toMatch(/실·국,회신,지연,예상 이슈명,주요내용,예상 시기/);
    const { departments } = await who.officer.get('/rounds/2026-12');
    expect(rows).toHaveLength(1 + departments.length);
    expect(rows.find((row) => row.startsWith('노동민생정책관,'))).toMatch(/^노동민생정책관,해당 없음,/);
    expect((await who.labour.send('GET', path)).status).toBe(403);
  });

  it('marks what comes after the deadline, until the report of the month is issued', async () => {
    await turn('2026-11-26T10:00');
    await answer(who.economy, none);
    expect((await own(who.economy)).answers.map(({ late }: Json) => late)).toEqual([true, false]);
    await approved(who.manager, '2026-12');
    const late = await answer(who.economy, none);
    expect([late.status, late.body.type]).toEqual([409, expect.stringContaining('round.closed')]);
    expect((await who.economy.get('/rounds')).items[0]).toMatchObject({ state: 'closed', standing: 'none' });
    expect((await who.officer.get('/work?kind=gather')).items).toEqual([]);
  });

  it('is made up for when nothing ran on its day, and one by hand where there is none', async () => {
    await Promise.all(['one', 'two', 'three'].map((name) => city.kill(name)));
    await turn('2027-01-11T10:00');
    await Promise.all(['four', 'five'].map((name) => city.run('pipeline', { name })));
    // That of December for January was missed; for February it is not its day yet.
    await eventually('the round for January', async () => (await rounds()).includes('2027-01'));
    expect(await rounds()).toEqual(['2026-12', '2027-01']);
    const { dueAt } = await who.officer.get('/rounds/2027-01');
    expect(dueAt).toBe('2027-01-14T09:00:00+00:00');
    for (const [month, status] of [
      ['2027-01', 409],
      ['2026-11', 409],
      ['2027-03', 201],
    ] as const)
      expect((await who.officer.send('POST', `/rounds/${month}`, {})).status).toBe(status);
    const past = { dueAt: '2027-01-10' };
    expect((await who.officer.send('POST', '/rounds/2027-04', past)).status).toBe(400);
    await who.officer.post('/rounds/2027-03/closure');
    expect((await answer(who.labour, none, undefined, '2027-03')).status).toBe(409);
  });
});

it('calls for the results of a month once, by the 5th, where they are only proposed', async () => {
  const told = () => count(`events where name = 'outlook.results-due'`);
  // That of December is due in January.
  await turn('2027-01-12T09:00');
  await eventually('the call', told);
  const { items } = await who.officer.get('/inbox');
  const title = '[월간 리포트] 2026년 12월 예상 이슈 결과 확인';
  const found = await eventually('the notice', async () =>
    items.concat((await who.officer.get('/inbox')).items).find((one: Json) => one.title === title),
  );
  expect(found.link).toMatch(/\/outlook\?month=2026-12$/);
  expect(await told()).toBe(1);
});

it('leaves nothing on its way', async () => {
  expect(await expectPeace(city.database)).toBeGreaterThan(0);
});
