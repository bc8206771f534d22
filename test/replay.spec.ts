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

/** The grade that the rules last gave each open issue that is no secret. */
async function grades(): Promise<Map<string, string>> {
  const rows = await city.database.query<{ id: string; grade: string }>(
    `select i.id, a.grade from issues i join assessments a on a.issue_id = i.id and a.stage = 'analyze' and a.revision = i.revision
     where i.stage in ('analyze', 'prioritize', 'act') and not i.confidential`,
  );
  return new Map(rows.map(({ id, grade }) => [id, grade]));
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
  );

describe('the sample history under another policy', () => {
  const { grid, factors } = termsOf(SCORING);

  it('changes exactly the grades that the dry run listed, from what to what it said', async () => {
    const [officer, manager] = await Promise.all([city.as('officer'), city.as('manager')]);
    // A harder grid, and more weight for people's safety, less for the press; the sum stays 100.
    const shift: Partial<Record<string, number>> = { safety: 8, press: -8 };
    const terms = {
      grid: { ...grid, bands: grid.bands.map((band, i) => ({ ...band, atLeast: [16, 9, 4][i]! })) },
      factors: factors.map((one) => ({ ...one, weight: one.weight + (shift[one.name] ?? 0) })),
    };
    const drafted = await officer.post('/policies', { version: '2027-1', note: '기준 강화', terms });
    expect(drafted).toMatchObject({ state: 'draft', terms });
    await reopenAll(officer);
    const before = await grades();
    const { weighed, items } = await officer.post('/policies/2027-1/dry-run');
    expect(weighed).toBe(before.size);
    // Enough of both to mean something.
    expect(weighed).toBeGreaterThan(25);
    expect(items.length).toBeGreaterThan(5);
    expect(items.length).toBeLessThan(weighed);

    await manager.post('/policies/2027-1/activation', {});
    const listed = new Map<string, Json>(items.map((item: Json) => [item.issueId, item]));
    await eventually('it is applied', async () => (await officer.get('/policies/2027-1')).appliedAt !== null);
    await quiet();
    const after = await grades();
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    for (const [id, grade] of before) {
      const { from, to } = listed.get(id) ?? { from: grade, to: grade };
      expect([id, from, to]).toEqual([id, grade, after.get(id)]);
    }
  });
});
