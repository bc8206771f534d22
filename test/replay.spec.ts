import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SCORING } from '#config/scoring.js';
import { termsOf } from '#policies/terms.js';
import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { ROOT } from './support/fresh-database.js';
import { anIssue, heavy, settled } from './support/issues.js';

let city: City;
let data: string;

/** The half-year of the sample office, played through the API as a new installation has it. */
beforeAll(async () => {
  city = await City.start({ env: { SCHEDULE_INTERVAL_MS: '100' } });
  data = mkdtempSync(join(tmpdir(), 'haechi-replay-'));
  const env = { ...process.env, DATABASE_URL: city.database.url, HAECHI_URL: city.url, DATA_DIR: data };
  await promisify(execFile)(process.execPath, ['dist/apps/supervisor/samples/load.js'], { cwd: ROOT, env });
}, 300_000);
afterAll(async () => {
  await city?.stop();
  rmSync(data, { recursive: true, force: true });
});

interface Standing {
  id: string;
  stage: string;
  revision: number;
  needsReview: boolean;
  /** What it carries. */
  grade: string;
  /** What is proposed beside it, where departments are at work; else what it carries. */
  proposed: string;
  decided: number;
}

/** Where each open issue stands that was weighed and is no secret. */
async function standings(): Promise<Map<string, Standing>> {
  const rows = await city.database.query<Standing>(
    `select i.id, i.stage, i.revision, i.needs_review as "needsReview", i.grade,
       case when i.stage = 'act' then p.findings->>'grade' else i.grade::text end as proposed,
       (select count(*)::int from decisions d where d.issue_id = i.id and d.voided_at is null) as decided
     from issues i join assessments p on p.issue_id = i.id and p.stage = 'prioritize' and p.revision = i.revision
     where i.stage in ('analyze', 'prioritize', 'act') and not i.confidential`,
  );
  return new Map(rows.map((one) => [one.id, one]));
}

/** All of the history is weighed again, not only what is open at its end. */
async function reopenAll(officer: Api): Promise<void> {
  const { items } = await officer.get('/issues?stage=closed&limit=200');
  for (const { id, mergedInto } of items)
    if (!mergedInto) await officer.post(`/issues/${id}/reopening`, { reason: '재검토' });
  await quiet();
}
const quiet = (): Promise<boolean> =>
  eventually(
    'nothing is left to do',
    async () => (await city.database.query('select 1 from hints')).length === 0,
    90_000,
  );

describe('the sample history under another policy', () => {
  const { grid, factors, thresholds } = termsOf(SCORING);
  const harder = { ...grid, bands: grid.bands.map((band, i) => ({ ...band, atLeast: [16, 9, 4][i]! })) };
  /** The sum stays 100. */
  const shifted = (shift: Partial<Record<string, number>>) =>
    factors.map((one) => ({ ...one, weight: one.weight + (shift[one.name] ?? 0) }));
  const moved = (by: number) => thresholds.map((one) => ({ ...one, atLeast: one.atLeast + by }));

  /** Tried, activated and compared: what the dry run said is what became of each issue, and of no other. */
  async function replay(version: string, terms: object): Promise<Json[]> {
    const [officer, manager] = await Promise.all([city.as('officer'), city.as('manager')]);
    await officer.post('/policies', { version, note: '개정', basedOn: SCORING.version, terms });
    const before = await standings();
    const { weighed, items } = await officer.post(`/policies/${version}/dry-run`);
    expect(weighed).toBe(before.size);
    await manager.post(`/policies/${version}/activation`, {});
    await eventually('it is applied', async () => (await officer.get(`/policies/${version}`)).appliedAt);
    await quiet();
    const after = await standings();
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    const listed = new Map<string, Json>(items.map((item: Json) => [item.issueId, item]));
    for (const [id, was] of before) {
      const is = after.get(id)!;
      const item = listed.get(id);
      if (!item) {
        expect(is).toEqual(was);
        continue;
      }
      expect(item).toMatchObject({ from: was.proposed, to: is.proposed });
      expect(is).toMatchObject({ revision: was.revision + 1, decided: was.decided });
      // What departments work on stands; somebody looks at it.
      if (item.keeps) expect(is).toMatchObject({ stage: 'act', grade: item.keeps, needsReview: true });
      else expect([item.keeps, is.grade]).toEqual([null, item.to]);
    }
    return items;
  }

  it('changes exactly the grades that the dry run listed, from what to what it said, whatever was changed in it', async () => {
    // Early warning has its own say in what is assessed again.
    await city.database.query('update warning_rules set active = false');
    const officer = await city.as('officer');
    await reopenAll(officer);
    // Whatever day it is, one waits for its decision too.
    await settled(officer, (await officer.post('/issues', anIssue(heavy))).id);
    await quiet();
    const { size } = await standings();
    expect(size).toBeGreaterThan(25);
    const lists = [
      await replay('2027-1', { grid: harder, factors: shifted({ safety: 8, press: -8 }) }),
      await replay('2027-2', { floors: [] }),
      await replay('2027-3', { thresholds: moved(-7), factors: shifted({ press: 4, budget: -4 }) }),
      await replay('2027-4', {}),
    ];
    // Enough of both to mean something.
    const most = Math.max(...lists.map(({ length }) => length));
    expect(most).toBeGreaterThan(5);
    expect(most).toBeLessThan(size);
    const all = lists.flat();
    expect(all.some(({ keeps }) => keeps)).toBe(true);
    expect(all.some(({ keeps }) => !keeps)).toBe(true);
    expect(await officer.post('/policies/2027-4/dry-run')).toMatchObject({ items: [] });
  }, 240_000);
});
