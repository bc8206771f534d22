import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { SCORING } from '#config/scoring.js';
import { termsOf } from '#policies/terms.js';
import { Api, type Json } from './support/api.js';
import { eventually as become } from './support/city.js';
import { anIssue, heavy, settled } from './support/issues.js';
import {
  cleanUp,
  eventually,
  folder,
  folders,
  pidOf,
  processesOf,
  ROOT,
  Start,
  STARTED,
} from './support/npm-start.js';

jest.setTimeout(180_000);

// Loading the half-year of the sample office takes a while: all that follows lives on one first start.
let dataDir: string;
beforeAll(() => {
  const own = folder();
  // Not to be taken away after the first.
  folders.splice(folders.indexOf(own), 1);
  dataDir = join(own, 'data');
});
afterEach(cleanUp);
afterAll(() => {
  folders.push(join(dataDir, '..'));
  return cleanUp();
});

const start = (env?: NodeJS.ProcessEnv) => new Start(ROOT, dataDir, env);

interface Account {
  role: string;
  email: string;
  password: string;
}

const accountsFile = () => join(dataDir, 'accounts.json');
const accounts = (): Account[] => JSON.parse(readFileSync(accountsFile(), 'utf8'));
/** The accounts file as others see it. */
const accountsIn = () => ({
  mode: statSync(accountsFile()).mode & 0o777,
  roles: accounts()
    .map(({ role }) => role)
    .toSorted(),
});

const ACCOUNTS = { mode: 0o600, roles: ['admin', 'auditor', 'department', 'manager', 'officer'] };

describe('npm start', () => {
  const answers = async (url: string) => expect((await fetch(`${url}/health/live`)).status).toBe(200);

  it('needs nothing, keeps what it has over a second start, and leaves nothing running', async () => {
    const first = start();
    await answers(await first.says(STARTED, 300_000));
    await first.query('create table kept as select 1 as value');
    expect(accountsIn()).toEqual(ACCOUNTS);
    expect(await first.stop('SIGINT')).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);

    const second = start();
    await answers(await second.says(STARTED));
    expect(await second.query('select value from kept')).toEqual([{ value: 1 }]);
    expect(await second.stop('SIGTERM')).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  }, 400_000);

  it('comes back after kill -9 of the supervisor and of the database, with all it had', async () => {
    const first = start();
    await first.says(STARTED);
    first.kill('SIGKILL');

    const second = start();
    await answers(await second.says(STARTED));
    expect(await second.query('select value from kept')).toEqual([{ value: 1 }]);
    process.kill(pidOf(dataDir, 'bin/postgres'), 'SIGKILL');
    await second.says(/restarting the database/);
    expect(await eventually(() => second.query('select value from kept'))).toEqual([{ value: 1 }]);
    expect(processesOf(dataDir).filter(({ command }) => command.includes('bin/postgres'))).toHaveLength(1);
  });
});

let here: Start;
let url: string;

const signIn = (role: string): Promise<Api> => {
  const { email, password } = accounts().find((one) => one.role === role)!;
  return Api.signIn(url, email, password);
};

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

/** Where each open issue stands that was weighed; the officer of the sample is named on what is confidential in it. */
async function standings(): Promise<Map<string, Standing>> {
  const rows = (await here.query(
    `select i.id, i.stage, i.revision, i.needs_review as "needsReview", i.grade,
       case when i.stage = 'act' then p.findings->>'grade' else i.grade::text end as proposed,
       (select count(*)::int from decisions d where d.issue_id = i.id and d.voided_at is null) as decided
     from issues i join assessments p on p.issue_id = i.id and p.stage = 'prioritize' and p.revision = i.revision
     where i.stage in ('analyze', 'prioritize', 'act')`,
  )) as Standing[];
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
  become('nothing is left to do', async () => (await here.query('select 1 from hints')).length === 0, 90_000);

describe('the sample history under another policy', () => {
  const { grid, factors, thresholds } = termsOf(SCORING);
  const harder = { ...grid, bands: grid.bands.map((band, i) => ({ ...band, atLeast: [16, 9, 4][i]! })) };
  /** The sum stays 100. */
  const shifted = (shift: Partial<Record<string, number>>) =>
    factors.map((one) => ({ ...one, weight: one.weight + (shift[one.name] ?? 0) }));
  const moved = (by: number) => thresholds.map((one) => ({ ...one, atLeast: one.atLeast + by }));

  /** Tried, activated and compared: what the dry run said is what became of each issue, and of no other. */
  async function replay(version: string, terms: object): Promise<Json[]> {
    const [officer, manager] = await Promise.all([signIn('officer'), signIn('manager')]);
    await officer.post('/policies', { version, note: '개정', basedOn: SCORING.version, terms });
    const before = await standings();
    const { weighed, items } = await officer.post(`/policies/${version}/dry-run`);
    expect(weighed).toBe(before.size);
    await manager.post(`/policies/${version}/activation`, {});
    await become('it is applied', async () => (await officer.get(`/policies/${version}`)).appliedAt);
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
    here = start({ SCHEDULE_INTERVAL_MS: '100' });
    url = await here.says(STARTED);
    // Early warning has its own say in what is assessed again.
    await here.query('update warning_rules set active = false');
    const officer = await signIn('officer');
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
