import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { expectPeace } from './support/expect-peace.js';
import { hire } from './support/hire.js';
import { atWork } from './support/issues.js';
import { turnClock } from './support/turn-clock.js';
import { nonsense } from './support/words.js';
import { quiet } from './support/worlds.js';

let city: City;
let who: Record<'officer' | 'admin' | 'labour' | 'economy' | 'water' | 'climate', Api>;

beforeAll(async () => {
  city = await City.start({
    apps: ['intake', 'notifier'],
    env: { SCHEDULE_INTERVAL_MS: '100', SESSION_HOURS: '9000' },
  });
  await turnClock(city.database, '2026-11-25T09:30');
  await Promise.all([1, 2, 3].map((n) => city.run('pipeline', { name: `pipeline ${n}` })));
  who = await city.asEach('officer', 'admin', 'labour', 'economy', 'water', 'climate');
}, 180_000);
afterAll(() => city?.stop());

const unit = (name: 'labour' | 'economy' | 'water' | 'climate'): string => city.people[name].departmentId!;
const departments = async (): Promise<Json[]> => (await who.officer.get('/departments?limit=200')).items;
const department = async (name: string): Promise<Json> =>
  (await departments()).find((one) => one.name === name)!;
const plan = (more: object): object => ({
  effectiveOn: '2026-12-01',
  reason: '행정기구 설치조례 개정',
  issues: [],
  people: [],
  ...more,
});
const refused = async (body: object, path = '/reorganisations'): Promise<string> => {
  const { status, body: said } = await who.admin.send('POST', path, body);
  const fields = (said.errors ?? []).map(({ path: field }: Json) => field).join();
  return `${status} ${fields || said.type.split(':').at(-1)}`;
};
const inEffect = (id: string): Promise<Json> =>
  eventually('it is in effect', async () => {
    const one = await who.officer.get(`/reorganisations/${id}`);
    return one.state === 'in-effect' && one;
  });
const moved = async (issueId: string, departmentId: string): Promise<Json> =>
  eventually('its work has moved', async () => {
    const issue = await who.officer.get(`/issues/${issueId}`);
    return issue.leadDepartmentId === departmentId && issue;
  });
const named = async (issueId: string, name: string): Promise<Json[]> =>
  (await who.officer.get(`/issues/${issueId}/timeline?limit=200`)).items.filter(
    (one: Json) => one.name === name,
  );

describe('a department that is renamed on a day', () => {
  let open: Json;
  let done: Json;
  let id: string;

  it('is tried first: it says what would move, and an administrator reads no titles', async () => {
    open = await atWork(who.officer, [unit('labour')], { title: `노동 ${nonsense()}` });
    const [asked] = open.requests;
    await who.labour.post(`/requests/${asked.id}/acknowledgement`, { handlingUnit: '노동정책과' });
    await who.labour.post(`/requests/${asked.id}/comments`, { text: '자료를 찾고 있습니다' });
    done = await atWork(who.officer, [unit('labour')]);
    await who.labour.post(`/requests/${done.requests[0].id}/responses`, { text: '조치를 마쳤습니다' });
    await who.officer.post(`/issues/${done.id}/closure`, { outcome: 'eased', lesson: '사전 점검' });
    await who.officer.post(`/departments/${unit('labour')}/following`);
    await who.labour.post('/templates', { name: '중간 회신', text: '추진 중입니다' });

    const rename = plan({
      kind: 'renamed',
      fromIds: [unit('labour')],
      targets: [{ name: '노동일자리정책관' }],
    });
    const found = await who.officer.post('/reorganisations/dry-run', rename);
    const kinds = found.items.map(({ kind, to }: Json) => `${kind} ${to}`);
    expect(kinds.toSorted()).toEqual(
      ['follow', 'lead', 'person', 'request', 'template'].map((kind) => `${kind} 노동일자리정책관`),
    );
    expect(found.items.find(({ kind }: Json) => kind === 'request')).toMatchObject({
      id: asked.id,
      name: open.number,
      title: asked.text,
    });
    const blind = await who.admin.post('/reorganisations/dry-run', rename);
    expect(blind.items.map(({ kind, name, title }: Json) => [kind, name, title])).toContainEqual([
      'request',
      open.number,
      null,
    ]);
    expect(await department('노동일자리정책관')).toBeUndefined();
    id = (await who.admin.post('/reorganisations', rename)).id;
  });

  it('refuses what does not fit, and a second plan for the same department', async () => {
    const from = { fromIds: [unit('labour')] };
    const again = plan({ kind: 'renamed', ...from, targets: [{ name: '다른 이름' }] });
    expect(await refused(again)).toBe('409 reorganisation.planned_already');
    const water = { kind: 'renamed', fromIds: [unit('water')] };
    expect(await refused(plan({ ...water, targets: [] }))).toBe('400 targets');
    expect(await refused(plan({ ...water, targets: [{ name: '기후환경본부' }] }))).toBe('400 targets.0.name');
    expect(await refused(plan({ ...water, targets: [{ name: '물' }], effectiveOn: '2026-11-24' }))).toBe(
      '400 effectiveOn',
    );
    const elsewhere = [{ userId: city.people.economy.id, target: 0 }];
    expect(await refused(plan({ ...water, targets: [{ name: '물' }], people: elsewhere }))).toBe(
      '400 people',
    );
  });

  it('takes effect on its day once, though three look: work, people and what they keep go along, and no clock starts anew', async () => {
    const before = open.requests[0];
    await turnClock(city.database, '2026-12-01T00:05');
    await inEffect(id);
    const now = await department('노동일자리정책관');
    const old = await department('노동민생정책관');
    expect(now).toMatchObject({ no: old.no, validFrom: '2026-12-01', validTo: null, mandate: old.mandate });
    expect(old).toMatchObject({ validTo: '2026-12-01', successorId: now.id });

    const issue = await moved(open.id, now.id);
    const after = (await who.labour.get(`/requests?limit=200`)).items.find(
      (one: Json) => one.id === before.id,
    );
    expect(after).toMatchObject({
      departmentId: now.id,
      state: 'acknowledged',
      handlingUnit: '노동정책과',
      dueAt: before.dueAt,
      deliveredAt: before.deliveredAt,
    });
    expect(issue.requests[0].departmentName).toBe('노동일자리정책관');
    expect((await who.labour.get('/me')).departmentName).toBe('노동일자리정책관');
    const said = await who.labour.get(`/requests/${before.id}/comments`);
    expect(said.items.map(({ text }: Json) => text)).toEqual(['자료를 찾고 있습니다']);
    await who.labour.post(`/requests/${before.id}/responses`, { text: '이름이 바뀐 뒤에 회신' });
    expect((await who.officer.get('/me/following')).items[0].department.name).toBe('노동일자리정책관');
    expect((await who.labour.get('/templates')).items.map(({ name }: Json) => name)).toContain('중간 회신');

    const effects = await city.database.query<{ name: string; n: number }>(
      `select name, count(*)::int as n from events where name in ('reorganisation.took-effect', 'request.inherited', 'issue.lead-inherited')
       group by name order by name`,
    );
    expect(effects).toEqual([
      { name: 'issue.lead-inherited', n: 1 },
      { name: 'reorganisation.took-effect', n: 1 },
      { name: 'request.inherited', n: 1 },
    ]);
  });

  it('keeps the old name on what was done under it, which the successor still reads', async () => {
    const closed = await who.labour.get(`/issues/${done.id}`);
    expect(closed.requests[0]).toMatchObject({
      departmentId: unit('labour'),
      departmentName: '노동민생정책관',
    });
    expect(closed.leadDepartmentId).toBe(unit('labour'));
    const [delivered] = await named(open.id, 'request.delivered');
    expect(delivered!.payload.departmentId).toBe(unit('labour'));
    const [inherited] = await named(open.id, 'request.inherited');
    expect(inherited!.payload).toMatchObject({ fromId: unit('labour') });
  });

  it('is offered no more: nothing new goes to the old one, and what was learnt of it counts for the successor', async () => {
    const now = await department('노동일자리정책관');
    const request = await who.officer.send('POST', `/issues/${open.id}/requests`, {
      text: '추가 자료',
      departmentId: unit('labour'),
    });
    expect([request.status, request.body.errors[0].path]).toEqual([400, 'departmentId']);
    const account = {
      email: 'new@city.test',
      name: '신규',
      role: 'department',
      password: 'a-long-enough-password',
    };
    const hired = await who.admin.send('POST', '/users', { ...account, departmentId: unit('labour') });
    expect([hired.status, hired.body.errors[0].path]).toEqual([400, 'departmentId']);
    const text = `${open.title}\n${open.summary}`;
    const { items } = await who.officer.post('/departments/suggestions', { text });
    expect(items.map((one: Json) => one.department.id)).toContain(now.id);
    expect(items.map((one: Json) => one.department.id)).not.toContain(unit('labour'));
  });

  it('tells whoever was in it, and the department that has the work now', async () => {
    await quiet(city);
    const heard = (await who.labour.get('/inbox?limit=200')).items.map(({ event }: Json) => event);
    expect(heard).toEqual(expect.arrayContaining(['reorganisation.took-effect', 'request.inherited']));
    expect((await who.climate.get('/inbox?limit=200')).items.map(({ event }: Json) => event)).not.toContain(
      'reorganisation.took-effect',
    );
  });

  it('sends what is reopened later to the successor as well', async () => {
    const now = await department('노동일자리정책관');
    await who.officer.post(`/issues/${done.id}/reopening`, { reason: '재발' });
    expect((await moved(done.id, now.id)).stage).toBe('act');
  });
});

describe('departments that are split and merged', () => {
  it('send what was chosen elsewhere, and the rest to the successor', async () => {
    await turnClock(city.database, '2026-12-02T09:30');
    const stays = await atWork(who.officer, [unit('water')]);
    const goes = await atWork(who.officer, [unit('water')]);
    const colleague = await hire(city, '하천과장', {
      role: 'department',
      position: 'division-head',
      departmentId: unit('water'),
    });
    const away = await hire(city, '전보자', {
      role: 'department',
      position: 'staff',
      departmentId: unit('water'),
    });
    const { id } = await who.officer.post('/reorganisations', {
      ...plan({
        kind: 'split',
        fromIds: [unit('water')],
        targets: [{ name: '물순환안전국' }, { name: '하천관리국' }],
      }),
      effectiveOn: '2026-12-03',
      issues: [{ issueId: goes.id, target: 1 }],
      people: [
        { userId: colleague.id, target: 1 },
        { userId: away.id, departmentId: unit('climate') },
      ],
    });
    await turnClock(city.database, '2026-12-03T00:05');
    const done = await inEffect(id);
    const [main, river] = done.targets.map((one: Json) => one.departmentId);
    await moved(stays.id, main);
    await moved(goes.id, river);
    expect((await colleague.api.get('/requests?limit=200')).items.map((one: Json) => one.issueId)).toEqual([
      goes.id,
    ]);
    expect((await who.water.get('/requests?limit=200')).items.map((one: Json) => one.issueId)).toContain(
      stays.id,
    );
    expect((await away.api.get('/me')).departmentId).toBe(unit('climate'));
    // Who went elsewhere hears that it is gone, and sees it no more.
    await quiet(city);
    expect((await away.api.get('/inbox?limit=200')).items.map(({ event }: Json) => event)).toContain(
      'request.inherited',
    );
    expect((await away.api.send('GET', `/issues/${stays.id}`)).status).toBe(404);
  });

  it('follow one another: a department that came of two has what both had', async () => {
    const water = await department('하천관리국');
    const both = [await department('노동일자리정책관'), water];
    const { id } = await who.admin.post('/reorganisations', {
      ...plan({ kind: 'merged', fromIds: both.map((one) => one.id), targets: [{ name: '노동하천본부' }] }),
      effectiveOn: '2026-12-04',
    });
    await turnClock(city.database, '2026-12-04T00:05');
    const { targets } = await inEffect(id);
    const merged = await department('노동하천본부');
    expect(merged).toMatchObject({ id: targets[0].departmentId, no: Math.min(...both.map(({ no }) => no)) });
    await eventually('all of it has moved', async () => {
      const rows = await city.database.query(
        `select 1 from issues i where i.stage <> 'closed' and i.lead_department_id = any($1)`,
        [both.map((one) => one.id)],
      );
      return rows.length === 0;
    });
    // Two steps back.
    expect((await who.labour.get('/me')).departmentId).toBe(merged.id);
  });
});

describe('a department that is abolished', () => {
  it('is refused without a successor while it has work or people, which are named', async () => {
    const issue = await atWork(who.officer, [unit('economy')]);
    const body = plan({
      kind: 'abolished',
      fromIds: [unit('economy')],
      targets: [],
      effectiveOn: '2026-12-10',
    });
    const { status, body: said } = await who.officer.send('POST', '/reorganisations', body);
    expect([status, said.type]).toEqual([409, expect.stringContaining('reorganisation.open_work')]);
    expect(said.detail).toContain(issue.number);
    expect(said.detail).toContain('economy');
    const tried = await who.officer.post('/reorganisations/dry-run', body);
    expect(tried.leftAlone).toBe(3);
  });

  it('waits on its day where work came in meanwhile, says so once, and goes on when that is moved', async () => {
    const from = await department('기획조정실');
    const body = plan({ kind: 'abolished', fromIds: [from.id], targets: [], effectiveOn: '2026-12-11' });
    const { id } = await who.officer.post('/reorganisations', body);
    const issue = await atWork(who.officer, [from.id], { leadDepartmentId: unit('climate') });
    await turnClock(city.database, '2026-12-11T00:05');
    await eventually(
      'it is held up',
      async () => (await who.officer.get(`/reorganisations/${id}`)).state === 'blocked',
    );
    const transfer = { departmentId: unit('climate'), reason: '폐지' };
    await who.officer.post(`/requests/${issue.requests[0].id}/transfer`, transfer);
    await inEffect(id);
    expect(await department(from.name)).toMatchObject({ validTo: '2026-12-11', successorId: null });
    const [{ n }] = (await city.database.query<{ n: number }>(
      `select count(*)::int as n from events where name = 'reorganisation.blocked'`,
    )) as [{ n: number }];
    expect(n).toBe(1);
  });

  it('is taken back before its day, and never after', async () => {
    const { id, version } = await who.admin.post(
      '/reorganisations',
      plan({ kind: 'created', fromIds: [], targets: [{ name: '청년정책관' }], effectiveOn: '2027-01-01' }),
    );
    const undone = await who.officer.send('DELETE', `/reorganisations/${id}`, undefined, {
      'if-match': `"${version}"`,
    });
    expect(undone.body).toMatchObject({ state: 'undone', undoneBy: 'officer' });
    const again = await who.officer.send('DELETE', `/reorganisations/${id}`, undefined, { 'if-match': '*' });
    expect([again.status, again.body.type]).toEqual([409, expect.stringContaining('reorganisation.over')]);
    // In office hours, so that what waited for the morning goes as well.
    await turnClock(city.database, '2027-01-04T10:00');
    await quiet(city);
    expect(await department('청년정책관')).toBeUndefined();
    await expectPeace(city.database);
  });
});
