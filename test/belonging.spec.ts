import type { Json } from './support/api.js';
import { City } from './support/city.js';
import { checked, type CheckedApi } from './support/contract.js';
import { atWork } from './support/issues.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer' | 'colleague' | 'manager' | 'labour', CheckedApi>;
let labour: string;

beforeAll(async () => {
  city = await City.start({ apps: ['intake', 'pipeline'] });
  who = await checked(city, 'officer', 'colleague', 'manager', 'labour');
  labour = city.people.labour.departmentId!;
}, 120_000);
afterAll(() => city?.stop());

describe('what a text resembles', () => {
  it('is shown with who leads it, what was answered last and what was learnt', async () => {
    const text = nonsense(12);
    const issue = await atWork(who.officer, [labour], { summary: text });
    const [request] = issue.requests;
    await who.labour.post(`/requests/${request.id}/responses`, { text: `점검 계획 ${'가'.repeat(400)}` });
    const [found] = (await who.officer.post('/issues/similar', { text: `${issue.title}. ${text}` })).items;
    expect(found).toMatchObject({
      id: issue.id,
      score: 1,
      duplicate: true,
      stage: 'act',
      leadDepartment: '노동민생정책관',
      mergedInto: null,
      lastAnswer: { departmentId: labour, department: '노동민생정책관', state: 'submitted' },
    });
    expect(found.lastAnswer.text).toHaveLength(300);
    await who.officer.post(`/issues/${issue.id}/closure`, { outcome: 'eased', lesson: '미리 알리기' });
    const { items } = await who.officer.post('/issues/similar', { text });
    expect(items[0]).toMatchObject({
      id: issue.id,
      duplicate: false,
      outcome: 'eased',
      lesson: '미리 알리기',
    });
  });

  it('holds at once what another process registered or changed', async () => {
    const [first, second] = [nonsense(10), nonsense(10)];
    const search = async (text: string): Promise<string[]> =>
      (await who.officer.post('/issues/similar', { text })).items.map(({ id }: Json) => id);
    expect(await search(first)).toEqual([]);
    const [row] = await city.database.query<{ id: string }>(
      `insert into issues (id, number, title, summary, channel)
       values (gen_random_uuid(), '2020-9001', $1, $1, 'own') returning id`,
      [first],
    );
    const { id } = row!;
    expect(await search(first)).toEqual([id]);
    await city.database.query('update issues set title = $2, summary = $2 where id = $1', [id, second]);
    expect(await search(first)).toEqual([]);
    expect(await search(second)).toEqual([id]);
  });

  it('misses nothing that was still being written when one looked', async () => {
    const [slow, quick] = [nonsense(10), nonsense(10)];
    const insert = (text: string, no: string): string =>
      `insert into issues (id, number, title, summary, channel) values (gen_random_uuid(), '${no}', '${text}', '${text}', 'own')`;
    const search = async (text: string): Promise<number> =>
      (await who.officer.post('/issues/similar', { text })).items.length;
    const writing = city.database.query(
      `do $$ begin ${insert(slow, '2020-9002')}; perform pg_sleep(1.5); end $$`,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    await city.database.query(insert(quick, '2020-9003'));
    expect([await search(quick), await search(slow)]).toEqual([1, 0]);
    await writing;
    expect(await search(slow)).toBe(1);
  });
});
