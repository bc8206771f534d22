import { Api, type Json } from './support/api.js';
import { eventually } from './support/city.js';
import { hire, type Hired } from './support/hire.js';
import { anIssue, heavy } from './support/issues.js';
import { mailMode } from './support/listening-city.js';
import { standing } from './support/report-issues.js';
import { refused, TimedOffice, told } from './support/timed-office.js';
import { nonsense } from './support/words.js';

let office: TimedOffice;

beforeAll(async () => {
  office = await TimedOffice.open();
}, 120_000);
afterAll(() => office?.close());

/** An issue with a request at the department of labour, kept and asked by one person. */
async function askedBy(by: Api, more: object = {}): Promise<Json> {
  const departmentId = office.unit('labour');
  const requests = [{ text: nonsense(4), departmentId }];
  const body = anIssue({ ...heavy, requests, leadDepartmentId: departmentId, ...more });
  const { id } = await by.post('/issues', body);
  await standing(by, id, 'prioritize/review');
  const decision = { stage: 'prioritize', outcome: 'override', grade: 'high', reason: '조정' };
  await by.post(`/issues/${id}/decisions`, decision);
  return standing(by, id, 'act/open');
}

const officer = (name: string): Promise<Hired> =>
  hire(office.city, name, { role: 'officer', position: 'office-head' });

async function moveToDepartment({ id }: Hired): Promise<Api> {
  const body = { role: 'department', departmentId: office.unit('economy') };
  const { status } = await office.who.admin.send('PATCH', `/users/${id}`, body, { 'if-match': '*' });
  expect(status).toBe(200);
  const [{ email }] = (await office.city.database.query<{ email: string }>(
    'select email from users where id = $1',
    [id],
  )) as [{ email: string }];
  return Api.signIn(office.city.url, email, office.city.people.officer.password);
}

const comment = (by: Api, issueId: string, more: object): Promise<Json> =>
  by.post(`/issues/${issueId}/comments`, { text: nonsense(4), ...more });

describe('an officer who moves to a department', () => {
  it('is told no word of the office any more; the officers who stay are', async () => {
    await office.clock('2026-11-25T10:00');
    const leaving = await officer('전출 예정');
    const issue = await askedBy(leaving.api);
    const { labour, colleague } = office.who;
    const departmentId = office.unit('economy');
    await colleague.post(`/issues/${issue.id}/requests`, { text: nonsense(4), departmentId });
    await office.quiet();
    const moved = await moveToDepartment(leaving);
    await comment(colleague, issue.id, { internal: true });
    await labour.post(`/requests/${issue.requests[0].id}/comments`, { text: nonsense(4) });
    await labour.post(`/requests/${issue.requests[0].id}/responses`, { text: '회신' });
    await office.quiet();
    const heard = (await moved.get('/inbox?limit=200')).items.map(({ event }: Json) => event);
    expect(heard).not.toEqual(expect.arrayContaining([expect.stringMatching(/comment|response/)]));
    expect(await told(office.who.officer, 'comment.added', issue.id)).toHaveLength(2);
    expect(await told(office.who.officer, 'response.posted', issue.id)).toHaveLength(1);
  });

  it('stands in for nobody of the office any more', async () => {
    const [staying, leaving] = [await officer('남는 사람'), await officer('대행 예정')];
    const issue = await askedBy(staying.api);
    const period = { kind: 'period', from: '2026-11-25', to: '2026-12-31' };
    await staying.api.post('/deputies', { deputyId: leaving.id, ...period });
    expect((await leaving.api.get('/me')).standsFor).toHaveLength(1);
    const moved = await moveToDepartment(leaving);
    expect((await moved.get('/me')).standsFor).toEqual([]);
    await comment(office.who.colleague, issue.id, { internal: true });
    await office.quiet();
    expect(await told(staying.api, 'comment.added', issue.id)).toHaveLength(1);
    expect(await told(moved, 'comment.added', issue.id)).toEqual([]);
  });
});

describe('a confidential request', () => {
  it('is on the desk of whom its department was named, and is given to nobody else', async () => {
    await office.clock('2026-11-25T10:00');
    const { head, acting } = office;
    const issue = await askedBy(office.who.officer, { confidential: true, readers: [head.id] });
    const { id } = issue.requests[0];
    const unnamed = { handlingUnit: '노동정책과', handlerId: acting.id };
    expect(await refused(head.api, `/requests/${id}/acknowledgement`, unnamed)).toBe('400 handlerId');
    await office.clock('2026-11-26T18:00');
    expect(await told(head.api, 'request.reminded', issue.id)).toHaveLength(1);
    expect(await told(acting.api, 'request.reminded', issue.id)).toEqual([]);
  });
});

describe('what is held for the morning', () => {
  it('is not let go once it is not so any more', async () => {
    await office.clock('2026-11-25T10:00');
    const { labour } = office.who;
    await mailMode(labour, 'reminder', 'daily');
    const [done, waiting] = [await office.asked('high'), await office.asked('high')];
    await office.clock('2026-11-26T18:00');
    await labour.post(`/requests/${done.requests[0].id}/acknowledgement`, {});
    await office.clock('2026-11-27T08:31');
    const stateOf = ({ id }: Json): Promise<string> =>
      eventually('the reminder of the evening is let go, or not', async () => {
        const [row] = await office.city.database.query<{ state: string }>(
          `select l.state from deliveries l join events e on e.id = l.event_id where l.issue_id = $1 and l.channel = 'mail'
             and e.name = 'request.reminded' and l.recipient_id = $2 and l.state not in ('held', 'pending') order by l.created_at limit 1`,
          [id, office.city.people.labour.id],
        );
        return row?.state;
      });
    expect(await stateOf(done)).toBe('suppressed');
    expect(await stateOf(waiting)).toMatch(/sent|gathered/);
  });
});

describe('a heavier grade', () => {
  it('asks sooner for receipt, too, and a lighter one takes no deadline away', async () => {
    await office.clock('2026-11-25T10:00');
    const [raised, lowered] = [await office.asked('moderate'), await office.asked('high')];
    const regraded = async ({ id }: Json, grade: string): Promise<Json> => {
      const decision = { stage: 'act', outcome: 'override', grade, reason: '재평가' };
      await office.who.officer.post(`/issues/${id}/decisions`, decision);
      return (await office.who.officer.get(`/issues/${id}`)).requests[0];
    };
    const before = raised.requests[0].acknowledgeBy;
    const heavier = await regraded(raised, 'critical');
    expect(Date.parse(heavier.acknowledgeBy)).toBeLessThan(Date.parse(before));
    expect(Date.parse(heavier.acknowledgeBy)).toBeLessThan(Date.parse(heavier.dueAt));
    const lighter = await regraded(lowered, 'low');
    expect(Date.parse(lighter.dueAt)).toBeGreaterThan(Date.parse(lowered.requests[0].dueAt));
  });
});
