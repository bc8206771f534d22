import type { Api, Json } from './support/api.js';
import { approved } from './support/approve-report.js';
import { City, eventually } from './support/city.js';
import { anIssue, atWork } from './support/issues.js';
import { turnClock } from './support/turn-clock.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer' | 'manager' | 'labour', Api>;
const issues: Record<'strike' | 'snow' | 'budget' | 'late', Json> = {} as never;

/** So many articles within a month. */
const articles = (n: number, month: string): Json[] =>
  Array.from({ length: n }, (_, i) => ({
    title: nonsense(),
    outlet: '한국일보',
    publishedOn: `${month}-${10 + i}`,
  }));

async function expected(more: object = {}): Promise<Json> {
  return atWork(who.officer, [city.people.labour.departmentId!], { expectedMonth: '2026-11', ...more });
}

async function respond(issue: Json): Promise<void> {
  const { requests } = await who.officer.get(`/issues/${issue.id}`);
  await who.labour.post(`/requests/${requests[0].id}/responses`, { text: '대책 시행', status: 'done' });
}

const results = (month = '2026-11'): Promise<Json> => who.officer.get(`/outlook/${month}/results`);
const entryOf = (answer: Json, issue: Json): Json =>
  [...answer.entries, ...answer.unforeseen].find(({ issueId }: Json) => issueId === issue.id);
const settle = (entries: object[], month = '2026-11') =>
  who.officer.send('POST', `/outlook/${month}/results`, { entries });
beforeAll(async () => {
  city = await City.start({ env: { SESSION_HOURS: '9000' } });
  await turnClock(city.database, '2026-10-20T09:30');
  who = await city.asEach('officer', 'manager', 'labour');
  issues.strike = await expected({ signals: articles(4, '2026-10'), title: `${nonsense()} 파업 예고` });
  issues.snow = await expected({ channel: 'own' });
  issues.budget = await expected({ channel: 'politics' });
  await who.officer.post('/reports', { month: '2026-11' });
}, 120_000);
afterAll(() => city?.stop());

describe('the outlook of a month', () => {
  it('is what would be said today, until a report is issued: ranked, with reasons, a probability and who answers', async () => {
    const outlook = await who.manager.get('/outlook/2026-11');
    expect(outlook).toMatchObject({ month: '2026-11', edition: null, asOf: '2026-10-20' });
    expect(outlook.items.map(({ rank }: Json) => rank)).toEqual([1, 2, 3]);
    const strike = outlook.items.find(({ issueId }: Json) => issueId === issues.strike.id);
    expect(strike).toMatchObject({
      trend: 'new',
      leadDepartment: '노동민생정책관',
      answer: { state: 'delivered', asked: 1, answered: 0 },
    });
    expect(strike.reasons.map(({ kind }: Json) => kind)).toContain('trend');
    const snow = outlook.items.find(({ issueId }: Json) => issueId === issues.snow.id);
    expect(strike.probability).toBeGreaterThan(snow.probability);
  });

  it('is kept as it was issued, whatever is written to the issues later', async () => {
    await approved(who.manager, '2026-11');
    const issued = await who.manager.get('/outlook/2026-11');
    expect(issued.edition).toBe(1);
    const { version } = await who.officer.get(`/issues/${issues.snow.id}`);
    const change = { likelihood: 5, expectedMonth: '2027-02' };
    await who.officer.send('PATCH', `/issues/${issues.snow.id}`, change, { 'if-match': `"${version}"` });
    expect(await who.manager.get('/outlook/2026-11')).toEqual(issued);
  });

  it('cannot be changed in the database either', async () => {
    await expect(city.database.query('update outlook_entries set probability = 0.95')).rejects.toThrow(
      'cannot change',
    );
    await expect(city.database.query('delete from outlook_entries')).rejects.toThrow('cannot change');
  });

  it('is no month: 404', async () => {
    for (const path of ['/outlook/2026-13', '/outlook/x/results'])
      expect((await who.officer.send('GET', path)).status).toBe(404);
  });
});

describe('the results of a month', () => {
  it('are settled from its beginning on', async () => {
    const { status, body } = await settle([
      { issueId: issues.strike.id, result: 'occurred', reason: '파업' },
    ]);
    expect([status, body.type]).toEqual([409, expect.stringContaining('outlook.not_begun')]);
  });

  it('are not proposed while the month runs and nothing is settled', async () => {
    await turnClock(city.database, '2026-11-16T09:30');
    const { counts, entries, over, dueOn } = await results();
    expect([over, dueOn, counts.open, counts.confirmed]).toEqual([false, '2026-12-04', 3, 0]);
    expect(entries.every(({ basis }: Json) => basis === 'running')).toBe(true);
  });

  it('follow how issues were closed, what was answered, and the signals of the month', async () => {
    await respond(issues.snow);
    await who.officer.post(`/issues/${issues.strike.id}/closure`, {
      outcome: 'occurred',
      lesson: '교섭 조기 개시',
    });
    // In the press of November, and in no report.
    issues.late = await expected({ signals: articles(4, '2026-11') });
    await turnClock(city.database, '2026-12-02T09:30');
    const answer = await results();
    expect(entryOf(answer, issues.strike)).toMatchObject({
      proposed: 'occurred',
      basis: 'outcome',
      result: null,
    });
    expect(entryOf(answer, issues.snow)).toMatchObject({ proposed: 'prevented', basis: 'measures' });
    expect(entryOf(answer, issues.budget)).toMatchObject({ proposed: 'did-not-occur', basis: 'nothing' });
    expect(entryOf(answer, issues.late)).toMatchObject({ signals: 4, before: 0, byRule: true, result: null });
    expect(answer.counts).toMatchObject({
      total: 3,
      occurred: 1,
      prevented: 1,
      'did-not-occur': 1,
      open: 0,
      unforeseen: 1,
      brier: null,
    });
  });

  it('are confirmed by an officer, who says why where it is otherwise', async () => {
    const otherwise = { issueId: issues.budget.id, result: 'eased' };
    const without = await settle([otherwise]);
    expect([without.status, without.body.errors[0].path]).toEqual([400, 'entries.0.reason']);
    const wrong = await settle([{ issueId: issues.budget.id, result: 'unforeseen' }]);
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'entries.0.result']);
    const twice = await settle(
      [issues.snow, issues.snow].map(({ id }) => ({ issueId: id, result: 'prevented' })),
    );
    expect([twice.status, twice.body.errors[0].path]).toEqual([400, 'entries.1.issueId']);
    const answer = await who.officer.post('/outlook/2026-11/results', {
      entries: [
        { issueId: issues.strike.id, result: 'occurred' },
        { issueId: issues.snow.id, result: 'prevented' },
        { ...otherwise, reason: '예결위 질의 1회에 그침' },
        { issueId: issues.late.id, result: 'unforeseen' },
      ],
    });
    expect(answer.counts).toMatchObject({ occurred: 1, prevented: 1, eased: 1, confirmed: 3, unforeseen: 1 });
    expect(entryOf(answer, issues.budget)).toMatchObject({
      result: 'eased',
      reason: '예결위 질의 1회에 그침',
      decidedBy: expect.any(String),
    });
  });

  it('are scored by Brier, whole and by channel, without what was prevented', async () => {
    const { counts, byChannel, entries } = await results();
    const square = (issue: Json): number =>
      (1 - entryOf({ entries, unforeseen: [] }, issue).probability) ** 2;
    const both = (square(issues.strike) + square(issues.budget)) / 2;
    expect(counts.brier).toEqual({ count: 2, score: expect.closeTo(both, 3) });
    const of = (channel: string): Json => byChannel.find((one: Json) => one.channel === channel);
    expect(of('politics').brier).toEqual({ count: 1, score: expect.closeTo(square(issues.budget), 3) });
    expect(of('own')).toMatchObject({ prevented: 1, brier: null });
  });

  it('are told of a whole year, by channel and by month', async () => {
    const { counts, byChannel } = await results();
    const year = await who.manager.get('/outlook/years/2026');
    expect(year.counts.brier).toEqual(counts.brier);
    expect(year.byChannel).toEqual(byChannel);
    expect(year.byMonth).toEqual([{ month: '2026-11', ...counts }]);
    expect(await who.manager.get('/outlook/years/2025')).toMatchObject({ byMonth: [], counts: { total: 0 } });
    expect((await who.manager.send('GET', '/outlook/years/26')).status).toBe(404);
  });

  it('are for officers to settle: a manager reads them', async () => {
    const entries = [{ issueId: issues.snow.id, result: 'prevented' }];
    expect((await who.manager.send('POST', '/outlook/2026-11/results', { entries })).status).toBe(403);
    expect((await who.manager.send('GET', '/outlook/2026-11/results')).status).toBe(200);
  });

  it('stand in the next report in counts, the unforeseen by name', async () => {
    await who.officer.post('/reports', { month: '2026-12' });
    const html = await eventually('the report is compiled', async () => {
      const { status, body } = await who.officer.send('GET', '/reports/2026-12/editions/1.html');
      // The schedule may have drafted one before the clock was turned.
      return status === 200 && String(body).includes(issues.late.title) && String(body);
    });
    const text = html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
    expect(text).toContain('11월 예상 이슈 결과 : 3건 중 현실화 1, 예방 1, 완화 1 / 미예측 1건(');
    expect(text).toContain(issues.late.title);
  });

  it('stand, settled, in the report after the next, as final', async () => {
    await who.officer.post('/reports', { month: '2027-01' });
    const text = await eventually('the report is compiled', async () => {
      const { status, body } = await who.officer.send('GET', '/reports/2027-01/editions/1.txt');
      return status === 200 && String(body).replaceAll(/\s+/g, ' ');
    });
    expect(text).toContain("'26. 11월 예상 이슈 최종 결과 : 3건 중 현실화 1, 예방 1, 완화 1 / 미예측 1건(");
  });

  it('teach the next forecast of the same kind, and no other: what came is foreseen more likely', async () => {
    expect(entryOf(await results(), issues.budget).reasonKind).toBe('dated');
    const next = await expected({ expectedMonth: '2026-12', channel: 'politics' });
    const other = await expected({ expectedMonth: '2026-12', channel: 'own' });
    const { items } = await who.officer.get('/outlook/2026-12');
    const of = (issue: Json): Json => items.find(({ issueId }: Json) => issueId === issue.id);
    expect(of(next).reasons[0].kind).toBe('dated');
    expect(of(next).correction).toBeGreaterThan(0);
    expect(of(other)).toMatchObject({ reasons: [{ kind: 'judgement' }], correction: 0 });
  });

  it('do not change by a correction that is issued when the month is known', async () => {
    const before = await results();
    await who.officer.post('/reports', { month: '2026-11' });
    await eventually('the correction is compiled', async () => {
      const { editions } = await who.officer.get('/reports/2026-11');
      return editions.length === 2 && editions[1].state === 'draft';
    });
    await approved(who.manager, '2026-11');
    const after = await results();
    expect(after.entries).toEqual(before.entries);
    expect(after.edition).toBe(1);
    const [late] = await city.database.query<{ n: number }>(
      `select count(*)::int as n from outlook_entries o join editions e on e.id = o.edition_id
       where e.number = 2 and o.probability is not null`,
    );
    expect(late!.n).toBe(0);
  });

  it('know nothing of confidential issues', async () => {
    const secret = await who.officer.post(
      '/issues',
      anIssue({ confidential: true, expectedMonth: '2026-11', signals: articles(5, '2026-11') }),
    );
    const answer = await results();
    expect(entryOf(answer, secret)).toBeUndefined();
    const refused = await settle([{ issueId: secret.id, result: 'unforeseen', reason: '누락' }]);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'entries.0.issueId']);
  });
});
