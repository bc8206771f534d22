import { unzipSync } from 'fflate';
import type { Api, Json } from './support/api.js';
import { City } from './support/city.js';
import { anIssue, atWork, heavy, light, settled } from './support/issues.js';
import { turnClock } from './support/turn-clock.js';

let city: City;
let who: Record<'officer' | 'manager', Api>;
const issues: Record<'risen' | 'steady' | 'ended' | 'fresh', Json> = {} as never;

const override = (grade: string) => ({ stage: 'act', outcome: 'override', grade, reason: '상황 변화' });
const report = (from: string, to: string): Promise<Json> =>
  who.manager.get(`/reports/changes?from=${from}&to=${to}`);
const changesOf = ({ items }: Json, issue: Json): Json =>
  items.find(({ issueId }: Json) => issueId === issue.id);

beforeAll(async () => {
  city = await City.start({ env: { SESSION_HOURS: '9000' } });
  who = await city.asEach('officer', 'manager');
  const department = [city.people.labour.departmentId!];
  await turnClock(city.database, '2026-10-05T10:00');
  issues.risen = await atWork(who.officer, department);
  issues.steady = await atWork(who.officer, department);
  issues.ended = await settled(who.officer, (await who.officer.post('/issues', anIssue(light))).id);
  await turnClock(city.database, '2026-10-20T10:00');
  await who.officer.post(`/issues/${issues.risen.id}/decisions`, override('high'));
  await who.officer.post(`/issues/${issues.steady.id}/decisions`, override('high'));
  await who.officer.post(`/issues/${issues.ended.id}/closure`, { outcome: 'did-not-occur', lesson: '관찰' });
  await turnClock(city.database, '2026-10-22T10:00');
  await who.officer.post(`/issues/${issues.steady.id}/decisions`, override(issues.steady.grade));
  issues.fresh = await settled(who.officer, (await who.officer.post('/issues', anIssue(heavy))).id);
}, 120_000);
afterAll(() => city?.stop());

describe('the changes between two dates', () => {
  it('are what is new, heavier, lighter and closed, as it stood on both days', async () => {
    const october = await report('2026-10-10', '2026-10-31');
    expect(october.counts).toEqual({ new: 1, up: 1, down: 0, reopened: 0, closed: 1 });
    expect(october.items.map(({ issueId }: Json) => issueId)).toEqual([
      issues.fresh.id,
      issues.risen.id,
      issues.ended.id,
    ]);
    expect(changesOf(october, issues.risen)).toMatchObject({
      changes: ['up'],
      gradeFrom: issues.risen.grade,
      gradeTo: 'high',
      leadDepartment: '노동민생정책관',
    });
    expect(changesOf(october, issues.ended)).toMatchObject({ changes: ['closed'], outcome: 'did-not-occur' });
  });

  it('do not count what rose and fell back within them, and tell both in a part of them', async () => {
    expect(changesOf(await report('2026-10-10', '2026-10-31'), issues.steady)).toBeUndefined();
    expect(changesOf(await report('2026-10-10', '2026-10-21'), issues.steady).changes).toEqual(['up']);
    expect(changesOf(await report('2026-10-22', '2026-10-22'), issues.steady).changes).toEqual(['down']);
  });

  it('end with the grades of today', async () => {
    const all = await report('2026-10-01', '2026-12-31');
    expect(all.counts.new).toBe(4);
    for (const { issueId, gradeTo } of all.items)
      expect([issueId, gradeTo]).toEqual([issueId, (await who.officer.get(`/issues/${issueId}`)).grade]);
  });

  it('include both days, from midnight to midnight in Seoul', async () => {
    for (const [day, changes] of [
      ['2026-10-19', 0],
      ['2026-10-20', 3],
      ['2026-10-21', 0],
    ] as const)
      expect([day, (await report(day, day)).items.length]).toEqual([day, changes]);
    const backwards = await who.manager.send('GET', '/reports/changes?from=2026-10-20&to=2026-10-19');
    expect([backwards.status, backwards.body.errors[0].path]).toEqual([400, 'to']);
  });

  it('leave as CSV and as XLSX with the same rows', async () => {
    const path = '/reports/changes/export?from=2026-10-10&to=2026-10-31';
    const csv = String((await who.manager.send('GET', `${path}&format=csv`)).body);
    expect(csv.trim().split('\r\n')).toHaveLength(4);
    expect(csv).toContain(`상향,${issues.risen.number},${issues.risen.title}`);
    const response = await fetch(`${city.url}/api/v1${path}&format=xlsx&lang=en`, {
      headers: { cookie: who.manager.cookie },
    });
    const sheet = unzipSync(Buffer.from(await response.arrayBuffer()))['xl/worksheets/sheet1.xml'];
    const text = Buffer.from(sheet!).toString();
    expect(text.match(/<row /g)).toHaveLength(4);
    expect(text).toContain('Closed');
  });
});
