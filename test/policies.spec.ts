import { SCORING } from '#config/scoring.js';
import { termsOf } from '#policies/terms.js';
import type { Json } from './support/api.js';
import { eventually } from './support/city.js';
import { middling } from './support/issues.js';
import { WeighingOffice } from './support/weighing-office.js';

let city: WeighingOffice['city'];
let who: WeighingOffice['who'];
let clerk: WeighingOffice['clerk'];
let labour: WeighingOffice['labour'];
let registered: WeighingOffice['registered'];
let decided: WeighingOffice['decided'];
let refusal: WeighingOffice['refusal'];

beforeAll(async () => {
  const office = await WeighingOffice.open();
  ({ city, who, clerk, labour, registered, decided, refusal } = office);
}, 120_000);
afterAll(() => city?.stop());

const tomorrow = async (days: number): Promise<void> => {
  await city.database.query(
    `insert into clock (shift) values ($1::interval) on conflict (only_row) do update set shift = excluded.shift`,
    [`${days} days`],
  );
};

describe('a policy', () => {
  const { thresholds, grid } = termsOf(SCORING);
  /** The grid asks for more at each step. */
  const stricter = {
    grid: { ...grid, bands: grid.bands.map((band, i) => ({ ...band, atLeast: [16, 9, 4][i]! })) },
  };

  it('is drafted from the one in force, refused with all that is wrong, and mended', async () => {
    const draft = await who.officer.post('/policies', { version: '2027-0', note: '초안' });
    expect(draft).toMatchObject({ state: 'draft', basedOn: SCORING.version, standard: false, rowVersion: 1 });
    expect(await refusal('/policies', { version: '2027-0', note: '또' })).toBe('409 policy.version_taken');
    const appetite = { usual: 'low', departments: [{ departmentId: city.people.officer.id, grade: 'high' }] };
    const wrong = await who.officer.send(
      'PATCH',
      '/policies/2027-0',
      { terms: { thresholds: thresholds.slice(1), appetite } },
      { 'if-match': '"1"' },
    );
    expect([wrong.status, wrong.body.errors.map(({ path }: Json) => path)]).toEqual([
      400,
      ['terms.thresholds', 'terms.appetite.departments.0.departmentId'],
    ]);
    const mended = await who.officer.send(
      'PATCH',
      '/policies/2027-0',
      { note: '언론 가중' },
      { 'if-match': '"1"' },
    );
    expect(mended.body).toMatchObject({ note: '언론 가중', rowVersion: 2 });
    expect(
      (await who.officer.send('DELETE', '/policies/2027-0', undefined, { 'if-match': '"1"' })).status,
    ).toBe(412);
    expect(
      (await who.officer.send('DELETE', '/policies/2027-0', undefined, { 'if-match': '"2"' })).status,
    ).toBe(204);
    expect((await who.officer.send('GET', '/policies/2027-0')).status).toBe(404);
  });

  it('shows before it takes effect exactly what it then changes; what was weighed keeps its version', async () => {
    await registered({ ...middling, title: '지하철 역사 공기질 기준 초과', leadDepartmentId: labour });
    const { id: atWork } = await decided();
    await who.officer.post('/policies', {
      version: '2027-1',
      note: '격자 강화',
      terms: stricter,
    });
    const run = await who.officer.post('/policies/2027-1/dry-run');
    expect(run.items.length).toBeGreaterThan(0);
    /** What each carries or, at work, what is proposed beside it. */
    const grades = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        (
          await city.database.query<{ id: string; grade: string }>(
            `select i.id, case when i.stage = 'act' then p.findings->>'grade' else i.grade::text end as grade
             from issues i join assessments p on p.issue_id = i.id and p.stage = 'prioritize' and p.revision = i.revision
             where i.stage <> 'closed'`,
          )
        ).map(({ id, grade }) => [id, grade]),
      );
    const before = await grades();
    // Who runs the system sees what a version would do to public issues, though not what they are about.
    const unseen = await (await city.as('admin')).post('/policies/2027-1/dry-run');
    expect(unseen).toEqual({
      ...run,
      items: run.items.map((item: Json) => ({ ...item, title: null })),
    });
    expect(await refusal('/policies/2027-1/activation', {}, clerk)).toBe('403 policy.not_competent');
    const activated = await who.manager.post('/policies/2027-1/activation', {});
    expect(activated).toMatchObject({ state: 'in-force', activatedBy: 'manager', approval: null });
    await eventually(
      'it is applied',
      async () => (await who.officer.get('/policies/2027-1')).appliedAt !== null,
    );
    const moved = await eventually('all are weighed by it', async () => {
      const [{ left }] = (await city.database.query<{ left: number }>(
        `select count(*)::int as left from issues i where i.stage <> 'closed' and not exists (select 1 from assessments a
           where a.issue_id = i.id and a.revision = i.revision and a.stage = 'prioritize')`,
      )) as [{ left: number }];
      return left === 0 && (await grades());
    });
    const changed = Object.keys(moved).filter((id) => moved[id] !== before[id]);
    expect(changed.toSorted()).toEqual(run.items.map(({ issueId }: Json) => issueId).toSorted());
    for (const { issueId, from, to } of run.items)
      expect([before[issueId], moved[issueId]]).toEqual([from, to]);
    const { items } = await who.officer.get(`/issues/${run.items[0].issueId}/scores`);
    expect([items[0].policyVersion, items.at(-1).policyVersion]).toEqual([SCORING.version, '2027-1']);
    // What was decided stands; what is proposed beside it is another, and asks for a look.
    expect(run.items.find(({ issueId }: Json) => issueId === atWork)).toMatchObject({
      from: 'high',
      to: 'critical',
      keeps: 'high',
      weighedBy: SCORING.version,
    });
    expect(await who.officer.get(`/issues/${atWork}`)).toMatchObject({ grade: 'high', needsReview: true });
    const decisions = await who.officer.get(`/issues/${atWork}/decisions`);
    expect(decisions.items).toMatchObject([{ grade: 'high', voidedAt: null }]);
  });

  it('stays as it is once activated', async () => {
    const terms = { terms: stricter };
    const late = await who.officer.send('PATCH', '/policies/2027-1', terms, { 'if-match': '*' });
    expect([late.status, late.body.type]).toEqual([409, expect.stringContaining('policy.activated')]);
    await expect(city.database.query(`update policies set note = 'anders'`)).rejects.toThrow('cannot change');
  });

  it('waits for its day, and an acceptance ends on its own', async () => {
    const { id } = await decided();
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await who.manager.post(`/issues/${id}/acceptance`, {
      reason: '감수',
      expiresOn: soon,
      approval: { position: 'vice-mayor', name: '행정1부시장' },
    });
    await who.officer.post('/policies', { version: '2027-2', note: '원래대로', basedOn: SCORING.version });
    const later = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const approval = { position: 'division-head', name: '평가담당관', docNo: '평가담당관-77' };
    const scheduled = await clerk.send('POST', '/policies/2027-2/activation', {
      effectiveFrom: later,
      approval,
    });
    expect(scheduled.body).toMatchObject({
      state: 'scheduled',
      effectiveFrom: later,
      appliedAt: null,
      activatedBy: '주무관',
      approval,
    });
    await tomorrow(6);
    await eventually('it takes effect', async () => {
      const { state, appliedAt } = await (await city.as('officer')).get('/policies/2027-2');
      return state === 'in-force' && appliedAt;
    });
    const officer = await city.as('officer');
    const issue = await eventually('the acceptance is over', async () => {
      const found = await officer.get(`/issues/${id}`);
      return found.acceptance === null && found;
    });
    expect(issue).toMatchObject({ treatment: null });
    expect((await officer.get('/policies/2027-1')).state).toBe('past');
  });
});
