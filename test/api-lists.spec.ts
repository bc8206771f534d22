import { GRADES, type Grade } from '#issues/vocabulary.js';
import { seoulDay } from '#platform/calendar.js';
import type { Api, Json } from './support/api.js';
import { City } from './support/city.js';
import { Contract } from './support/contract.js';
import { anIssue } from './support/issues.js';

let city: City;
let who: Record<'officer' | 'admin' | 'labour', Api>;
let contract: Contract;

/** Every state a list can be asked for; the pipeline does not run here, so that nothing moves. */
const SPREAD = `
update issues i set
  grade = (array['critical', 'high', 'moderate', 'low', null])[1 + n % 5],
  direction = (array['self', 'department', null])[1 + n % 3],
  score = case when n % 4 > 0 then n * 2.5 end,
  due_at = case when n % 3 > 0 then app_now() + (n - 15) * interval '1 day' end,
  expected_month = (array['2026-12', '2027-01', null])[1 + n % 3],
  impact = case when n % 7 > 0 then 1 + n % 5 end, likelihood = case when n % 6 > 0 then 1 + n % 4 end,
  needs_review = n % 9 = 0,
  created_at = timestamptz '2026-11-10 00:00+09' + (n % 10 - 5) * interval '12 hours',
  lead_department_id = case when n % 2 = 0 then $1::uuid end,
  updated_at = app_now() + (n * 7 % 30) * interval '1 second',
  stage = (array['identify', 'analyze', 'prioritize', 'act', 'closed'])[1 + n % 5],
  state = case when n % 5 = 4 then 'done' else (array['processing', 'review', 'open', 'parked'])[1 + n % 4] end,
  outcome = case when n % 5 = 4 then 'eased' end, closed_at = case when n % 5 = 4 then app_now() end
from (select id, row_number() over (order by number) as n from issues) numbered where numbered.id = i.id`;

beforeAll(async () => {
  city = await City.start({ apps: ['intake'] });
  who = await city.asEach('officer', 'admin', 'labour');
  contract = await Contract.of(city.url);
  const { labour, economy } = city.people;
  const channels = ['politics', 'press', 'audit', 'complaint', 'own'];
  for (let n = 0; n < 30; n += 1) {
    const departmentId = n % 2 ? labour.departmentId : economy.departmentId;
    const horizon = (['short', 'long', null] as const)[(n % 4) % 3];
    const requests = n % 3 ? [{ text: `요청 ${n}`, departmentId, horizon }] : [];
    await who.officer.post('/issues', anIssue({ channel: channels[n % 5], requests }));
    await who.officer.post('/signals', { channel: channels[n % 5], title: `동향 ${n}` });
  }
  for (const month of ['2031-01', '2031-02']) await who.officer.post(`/rounds/${month}`);
  await city.database.query(SPREAD, [labour.departmentId]);
  await city.database
    .query(`update requests r set delivered_at = app_now(), answered_at = app_now(), refused_at = app_now(), refusal_reason = '소관 아님',
    due_at = case when n % 4 > 0 then app_now() + (n - 10) * interval '1 day' end,
    state = (array['planned', 'delivered', 'acknowledged', 'refused', 'answered', 'accepted', 'returned', 'cancelled'])[1 + n % 8]
    from (select id, row_number() over (order by id) as n from requests) numbered where numbered.id = r.id`);
  await city.database
    .query(`update signals s set state = (array['new', 'observed', 'dismissed'])[1 + n % 3], dismissal_reason = case when n % 3 = 2 then '중복' end
    from (select id, row_number() over (order by id) as n from signals) numbered where numbered.id = s.id`);
}, 120_000);
afterAll(() => city?.stop());

const parameters = (path: string): Json[] =>
  contract.operations.find((one) => one.verb === 'GET' && one.path === `/api/v1${path}`)!.operation
    .parameters;
const named = (path: string, name: string): Json => parameters(path).find((one) => one.name === name);

/** All pages of a list, and what was added between them. */
async function pages(
  by: Api,
  path: string,
  between: () => Promise<unknown> = async () => undefined,
  limit = 7,
): Promise<Json[]> {
  const items: Json[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const mark = path.includes('?') ? '&' : '?';
    const page: Json = await by.get(
      `${path}${mark}limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor) await between();
  }
  return items;
}

const FILTERS: [list: string, filter: string, values: () => unknown[], of: (one: Json) => unknown][] = [
  ...['stage', 'state', 'grade', 'direction', 'channel'].map((name): (typeof FILTERS)[number] => [
    '/issues',
    name,
    () => named('/issues', name).schema.enum,
    (one) => one[name],
  ]),
  ['/issues', 'leadDepartmentId', () => [city.people.labour.departmentId], (one) => one.leadDepartmentId],
  ['/issues', 'expectedMonth', () => ['2026-12', '2027-01'], (one) => one.expectedMonth],
  ['/issues', 'impact', () => [1, 2, 5], (one) => one.impact],
  ['/issues', 'likelihood', () => [1, 4], (one) => one.likelihood],
  ['/issues', 'needsReview', () => [true, false], (one) => one.needsReview],
  ['/issues', 'open', () => [true, false], (one) => one.stage !== 'closed'],
  ['/requests', 'horizon', () => ['short', 'long'], (one) => one.horizon],
  ['/requests', 'state', () => named('/requests', 'state').schema.enum, (one) => one.state],
  [
    '/requests',
    'departmentId',
    () => [city.people.labour.departmentId, city.people.economy.departmentId],
    (one) => one.departmentId,
  ],
  ['/signals', 'state', () => ['new', 'observed', 'dismissed'], (one) => one.state],
  ['/signals', 'channel', () => named('/signals', 'channel').schema.enum, (one) => one.channel],
];

describe('a list', () => {
  it('takes the filters that are promised', () => {
    const names = parameters('/issues').map(({ name }) => name);
    // prettier-ignore
    expect(names.toSorted()).toEqual(['channel', 'createdFrom', 'createdTo', 'cursor', 'direction', 'district', 'expectedMonth',
      'grade', 'impact', 'kind', 'leadDepartmentId', 'likelihood', 'limit', 'needsReview', 'open', 'overdue', 'parentId', 'q', 'sort',
      'stage', 'state', 'warned']);
  });

  it.each(FILTERS)('%s shows by %s exactly what fits', async (list, filter, values, of) => {
    const all = (await who.officer.get(`${list}?limit=200`)).items;
    for (const value of values()) {
      const { items } = await who.officer.get(`${list}?limit=200&${filter}=${value}`);
      const wanted = all.filter((one: Json) => of(one) === value).map(({ id }: Json) => id);
      expect([filter, value, items.map(({ id }: Json) => id)]).toEqual([filter, value, wanted]);
      expect(wanted.length).toBeGreaterThan(0);
    }
  });

  it('shows what is overdue: sent, unanswered, past its deadline', async () => {
    const late = (one: Json): boolean =>
      ['delivered', 'acknowledged', 'returned'].includes(one.state) &&
      one.dueAt !== null &&
      new Date(one.dueAt) < new Date();
    const requests = (await who.officer.get('/requests?limit=200')).items;
    const issues = (await who.officer.get('/issues?limit=200')).items;
    for (const overdue of [true, false]) {
      const [one, other] = await Promise.all(
        ['/requests', '/issues'].map((list) => who.officer.get(`${list}?limit=200&overdue=${overdue}`)),
      );
      expect(one.items.map(({ id }: Json) => id)).toEqual(
        requests.filter((r: Json) => late(r) === overdue).map(({ id }: Json) => id),
      );
      expect(other.items.map(({ id }: Json) => id)).toEqual(
        issues.filter((i: Json) => i.requests.some(late) === overdue).map(({ id }: Json) => id),
      );
      expect(one.items.length * other.items.length).toBeGreaterThan(0);
    }
    const ofOne = await who.officer.get(`/requests?issueId=${requests[0].issueId}`);
    expect(ofOne.items.map(({ id }: Json) => id)).toEqual([requests[0].id]);
  });

  it('of any kind takes limit, cursor and sort, and turns round', async () => {
    const { items } = await who.officer.get('/issues?limit=1');
    const lists: [Api, string][] = [
      [who.officer, '/reports'],
      [who.officer, '/rounds'],
      [who.labour, '/rounds'],
      [who.officer, '/inbox'],
      [who.officer, '/departments'],
      [who.officer, `/issues/${items[0].id}/timeline`],
      [who.admin, '/deliveries'],
      [who.officer, '/escalations'],
      [who.officer, '/reviews'],
      [who.officer, '/follow-up-questions'],
      [who.officer, '/deputies'],
      [who.admin, '/users'],
      [who.admin, '/parked'],
    ];
    for (const [by, list] of lists) {
      const [one, other] = named(list.replace(items[0].id, '{id}'), 'sort').schema.enum as [string, string];
      const key = JSON.stringify;
      const read = async (sort: string): Promise<string[]> =>
        (await by.get(`${list}?limit=200&sort=${sort}`)).items.map(key);
      expect([list, await read(one)]).toEqual([list, (await read(other)).toReversed()]);
      expect([list, await read(one)]).toEqual([list, (await by.get(`${list}?limit=200`)).items.map(key)]);
    }
  });

  it('shows what was registered from one day to another, in Seoul', async () => {
    const all = (await who.officer.get('/issues?limit=200')).items;
    const day = ({ createdAt }: Json): string => seoulDay(new Date(createdAt));
    for (const [from, to] of [
      ['2026-11-10', '2026-11-10'],
      ['2026-11-08', '2026-11-11'],
      ['2026-11-12', '2026-11-01'],
    ] as const) {
      const { items } = await who.officer.get(`/issues?limit=200&createdFrom=${from}&createdTo=${to}`);
      const wanted = all.filter((one: Json) => day(one) >= from && day(one) <= to);
      expect(items.map(({ id }: Json) => id)).toEqual(wanted.map(({ id }: Json) => id));
      expect(items.length > 0).toBe(from <= to);
    }
  });

  it('puts what has no grade or month last whichever way it runs', async () => {
    for (const [sort, field] of [
      ['grade', 'grade'],
      ['-grade', 'grade'],
      ['expectedMonth', 'expectedMonth'],
      ['-expectedMonth', 'expectedMonth'],
    ] as const) {
      const { items } = await who.officer.get(`/issues?limit=200&sort=${sort}`);
      const empty = items.map((one: Json) => one[field] === null);
      expect(empty).toEqual(empty.toSorted());
      expect(empty).toContain(true);
    }
    const { items } = await who.officer.get('/issues?limit=1&sort=-grade');
    expect(items[0].grade).toBe('critical');
  });

  it('combines filters', async () => {
    const { items } = await who.officer.get('/issues?limit=200&channel=press&direction=department');
    const all = (await who.officer.get('/issues?limit=200')).items;
    expect(items).toEqual(
      all.filter((one: Json) => one.channel === 'press' && one.direction === 'department'),
    );
  });

  it.each(['/issues', '/requests', '/signals'])(
    '%s sorts by every order it documents, page by page, whatever is added meanwhile',
    async (list) => {
      const add = { '/issues': '/issues', '/requests': '/issues', '/signals': '/signals' }[list]!;
      const more = (): Promise<Json> =>
        who.officer.post(
          add,
          add === '/signals'
            ? { channel: 'own', title: '새 동향' }
            : anIssue({ requests: [{ text: '새 요청' }] }),
        );
      for (const sort of named(list, 'sort').schema.enum as string[]) {
        const before: Json[] = (await who.officer.get(`${list}?limit=200&sort=${encodeURIComponent(sort)}`))
          .items;
        expect(before.length).toBeGreaterThan(15);
        const seen = (await pages(who.officer, `${list}?sort=${encodeURIComponent(sort)}`, more)).map(
          ({ id }) => id,
        );
        expect(new Set(seen).size).toBe(seen.length);
        const old = new Set(before.map(({ id }) => id));
        expect([sort, seen.filter((id) => old.has(id))]).toEqual([sort, before.map(({ id }) => id)]);
        const [field, down] = sort.startsWith('-') ? [sort.slice(1), true] : [sort, false];
        const values = before
          .map((one) => one[field])
          .filter((value) => value !== null && value !== undefined);
        const key = (value: unknown): number | string =>
          field === 'grade'
            ? -GRADES.indexOf(value as Grade)
            : typeof value === 'string' && /T\d\d:/.test(value)
              ? Date.parse(value)
              : (value as string);
        const sorted = values.map(key).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect([sort, values.map(key)]).toEqual([sort, down ? sorted.toReversed() : sorted]);
      }
    },
  );

  it.each(['/departments', '/users', '/issues/{id}/timeline', '/signals/{id}/timeline'])(
    '%s comes page by page too',
    async (template) => {
      const [list] = template.split('/{id}');
      const { id } = (await who.officer.get(`${list}?limit=1`)).items[0];
      const path = template.replace('{id}', id);
      const all = (await who.officer.get(`${path}?limit=200`)).items;
      expect(await pages(who.officer, path, undefined, 1)).toEqual(all);
      expect(all.length).toBeGreaterThan(0);
    },
  );

  it('of reports comes newest month first', async () => {
    await city.database.query(
      `insert into reports (month) select to_char(m, 'YYYY-MM') from generate_series('2024-01-01', '2025-12-01', interval '1 month') m`,
    );
    const months = (await pages(who.officer, '/reports')).map(({ month }) => month);
    expect(months).toEqual(months.toSorted().toReversed());
    expect(months).toHaveLength(24);
  });

  it('refuses limits, orders and cursors that are not its own', async () => {
    const { nextCursor } = await who.officer.get('/issues?limit=1');
    const forged = Buffer.from(
      JSON.stringify(['-createdAt', '9999-99-99 00:00:00+00', '-'.repeat(36)]),
    ).toString('base64url');
    for (const query of [
      'limit=0',
      'limit=201',
      'limit=many',
      'limit=',
      'limit=1&limit=2',
      'sort=summary',
      'impact=6',
      'likelihood=many',
      'open=yes',
      'createdFrom=2026-02-30',
      'createdTo=today',
      'sort=createdAt;drop',
      'cursor=x',
      `sort=number&cursor=${nextCursor}`,
      `cursor=${forged}`,
      'overdue=yes',
      'grade=',
      'expectedMonth=2026-13',
    ]) {
      expect([query, (await who.officer.send('GET', `/issues?${query}`)).status]).toEqual([query, 400]);
    }
    const { id } = (await who.officer.get('/issues?limit=1')).items[0];
    expect((await who.officer.send('GET', `/issues/${id}/timeline?cursor=x`)).status).toBe(400);
    expect(
      (
        await who.officer.send(
          'GET',
          `/signals?cursor=${(await who.officer.get('/users?limit=1')).nextCursor}`,
        )
      ).status,
    ).toBe(400);
  });
});

describe('numbers', () => {
  it('have no gap and no double in a year, whatever is refused between', async () => {
    const attempts = Array.from({ length: 40 }, (_, n) =>
      who.officer.send(
        'POST',
        '/issues',
        anIssue(n % 3 ? {} : { leadDepartmentId: '00000000-0000-4000-8000-000000000000' }),
      ),
    );
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(14);
    const numbers = (await pages(who.officer, '/issues?sort=number', undefined, 200)).map(
      ({ number }) => number as string,
    );
    const year = numbers[0]!.slice(0, 4);
    expect(numbers).toEqual(numbers.map((_, n) => `${year}-${String(n + 1).padStart(4, '0')}`));
  });
});
