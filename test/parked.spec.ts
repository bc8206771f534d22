import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { hurried } from './support/hurry.js';
import { anIssue, heavy, light, settled } from './support/issues.js';
import { standing } from './support/report-issues.js';
import { Snags } from './support/snag-steps.js';
import { nonsense } from './support/words.js';

/** Where a step fails for the last time, and where the issue is when it was skipped. */
const SKIPPED = [
  ['identify', 'identify/review'],
  ['analyze', 'prioritize/review'],
  ['prioritize', 'prioritize/review'],
  ['act', 'act/open'],
] as const;

let city: City;
let officer: Api;
let admin: Api;
/** Issues by the queue whose step is parked; `closed` is one more in `analyze`. */
const stuck = new Map<string, string>();

// Five tries take a quarter of a minute: all fail at the same time.
beforeAll(async () => {
  city = await City.start({ apps: ['intake', 'notifier'], env: { RELAY_INTERVAL_MS: '200' } });
  const snags = await Snags.in(city.database);
  officer = await city.as('officer');
  admin = await city.as('admin');
  for (const stage of [...SKIPPED.map(([name]) => name), 'closed'] as const) {
    const { id } = await officer.post('/issues', anIssue(light));
    stuck.set(stage, id);
    await snags.poison(id, stage === 'closed' ? 'analyze' : stage);
  }
  const unsaid = await officer.post('/issues', anIssue({ ...heavy, title: `${nonsense(4)} 보낼 수 없음` }));
  await city.database.query(NO_NOTICE);
  await city.run('pipeline');
  await hurried(city.database, async () => {
    for (const [stage, id] of stuck) {
      await settled(officer, id);
      await standing(officer, id, `${stage === 'closed' ? 'analyze' : stage}/parked`);
    }
    await eventually('a parked notice', async () => (await steps()).some(({ queue }) => queue === 'notify'));
  });
  await snags.clear();
  stuck.set('notify', unsaid.id);
}, 120_000);
afterAll(() => city?.stop());

const NO_NOTICE = `
create function no_notice() returns trigger language plpgsql as $$
begin
  if exists (select 1 from issues where id = new.issue_id and title like '%보낼 수 없음%') then raise exception 'no notice'; end if;
  return new;
end $$;
create trigger no_notice before insert on deliveries for each row execute function no_notice()`;

const steps = async (): Promise<Json[]> => (await admin.get('/parked')).items;

/** The parked step of an issue: the list names no issues, since administrators read none. */
async function stepOf(issueId: string): Promise<string> {
  const [row] = await city.database.query<{ id: string }>(
    `select event_id || '.' || queue as id from hints where subject = $1 and parked_at is not null`,
    [`issue:${issueId}`],
  );
  return row!.id;
}

describe('a parked step', () => {
  it.each(SKIPPED)('of %s that is skipped leaves the issue with a person: %s', async (stage, place) => {
    const id = stuck.get(stage)!;
    const step = await stepOf(id);
    await admin.post(`/parked/${step}/skip`, { reason: '원문 확인 필요' });
    const issue = await officer.get(`/issues/${id}`);
    expect(`${issue.stage}/${issue.state}`).toBe(place);
    expect(issue.needsReview).toBe(stage === 'act');
    expect((await steps()).map((one) => one.id)).not.toContain(step);
    // The person can go on from there.
    const decision = stage === 'identify' ? 'identify' : stage === 'act' ? 'act' : 'prioritize';
    const lead = { leadDepartmentId: city.people.labour.departmentId };
    await officer.post(`/issues/${id}/decisions`, {
      stage: decision,
      outcome: 'override',
      reason: '담당자 판단',
      ...(decision === 'prioritize' && { grade: 'moderate', direction: 'department', ...lead }),
    });
    const after = await settled(officer, id);
    expect(after.state).not.toBe('parked');
  });

  it('does not keep its issue from being closed, and then is gone', async () => {
    const id = stuck.get('closed')!;
    const step = await stepOf(id);
    await officer.post(`/issues/${id}/closure`, { outcome: 'did-not-occur', lesson: '중복 등록' });
    expect((await steps()).map((one) => one.id)).not.toContain(step);
    expect((await admin.send('POST', `/parked/${step}/retry`)).status).toBe(409);
    expect(await officer.get(`/issues/${id}`)).toMatchObject({ stage: 'closed', state: 'done' });
  });

  it('of the notifier is told of all the same', async () => {
    const step = (await steps()).find(({ queue }) => queue === 'notify');
    expect(step).toMatchObject({ attempts: 5, error: expect.stringContaining('no notice') });
    await eventually('the alarm', async () =>
      (await admin.get('/inbox')).items.some(
        ({ event, body }: Json) => event === 'step.parked' && body.includes('no notice'),
      ),
    );
    await city.database.query('drop trigger no_notice on deliveries');
    await admin.post(`/parked/${step.id}/retry`);
    const mine = async (): Promise<Json[]> =>
      (await officer.get('/inbox')).items.filter(({ issueId }: Json) => issueId === stuck.get('notify'));
    expect(await eventually('the notice', async () => (await mine())[0])).toMatchObject({
      event: 'issue.referred',
    });
  });
});

describe('a report', () => {
  const month = '2027-03';

  it('cannot be approved while it is compiled: nobody has read it', async () => {
    // The second is a likely duplicate of the first: it waits, without a grade yet.
    const issue = anIssue({ ...heavy, expectedMonth: month });
    for (const _ of [1, 2]) await settled(officer, (await officer.post('/issues', issue)).id);
    await officer.post('/reports', { month });
    const manager = await city.as('manager');
    await eventually('a draft', async () => (await manager.get(`/reports/${month}`)).editions.length);
    await city.kill('pipeline');
    // It waits a while for the pipeline; we don't wait for it.
    const asked = officer.post('/reports', { month });
    await eventually(
      'the wish',
      async () => (await city.database.query(`select 1 from hints where queue = 'compile'`)).length,
    );
    const refused = await manager.send('POST', `/reports/${month}/approval`);
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:haechi:problem:report.compiling']);
    await city.run('pipeline');
    await asked;
    await eventually('the approval', async () => {
      const { status } = await manager.send('POST', `/reports/${month}/approval`);
      return status < 300;
    });
  });

  it('says how many issues of the month nobody has decided on yet, and lists none of them', async () => {
    const manager = await city.as('manager');
    const { body } = await manager.send('GET', `/reports/${month}/editions/1.html`);
    const text = String(body)
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(text).toMatch(/검토 대기\W+2건/);
  });
});
