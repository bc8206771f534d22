import type { Api, Json } from './support/api.js';
import { City } from './support/city.js';
import { atWork } from './support/issues.js';
import { confidentialCase, quiet } from './support/worlds.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer' | 'admin' | 'labour' | 'economy', Api>;
let upper: string;
let lower: string;

beforeAll(async () => {
  city = await City.start();
  who = await city.asEach('officer', 'admin', 'labour', 'economy');
  [upper, lower] = [city.people.economy.departmentId!, city.people.labour.departmentId!];
}, 120_000);
afterAll(() => city?.stop());

const place = async (id: string, parentId: string | null, by = who.admin): Promise<string> => {
  const { version } = await by.get(`/departments/${id}`);
  const { status, body } = await by.send(
    'PUT',
    `/departments/${id}/parent`,
    { parentId, reason: '직제' },
    {
      'if-match': `"${version}"`,
    },
  );
  return status === 200 ? `200 ${body.parentId}` : `${status} ${body.errors[0]?.path ?? ''}`;
};

describe('a department under another', () => {
  it('is seen by the upper one with what it is asked and answers, until it is taken away; the upper one acts on none of it', async () => {
    const issue = await atWork(who.officer, [lower], {});
    const [{ id }] = issue.requests;
    const seen = async (): Promise<number[]> =>
      Promise.all(
        [`/issues/${issue.id}`, `/requests/${id}`].map(
          async (path) => (await who.economy.send('GET', path)).status,
        ),
      );
    expect(await seen()).toEqual([404, 404]);
    expect(await place(lower, upper)).toBe(`200 ${upper}`);
    expect(await seen()).toEqual([200, 200]);
    await who.labour.post(`/requests/${id}/responses`, { text: '조치 중' });
    const [asked] = (await who.economy.get(`/issues/${issue.id}`)).requests;
    expect(JSON.stringify(asked)).toContain('조치 중');
    for (const [act, body] of [
      ['acknowledgement', {}],
      ['responses', { text: '대신 회신' }],
    ] as const)
      expect((await who.economy.send('POST', `/requests/${id}/${act}`, body)).status).toBe(403);
    const { items } = await who.admin.get('/audit?what=department.placed&limit=1');
    expect(items[0]).toMatchObject({
      actor: 'admin',
      changes: { parentId: [null, upper], reason: [null, '직제'] },
    });
    expect(await place(lower, null)).toBe('200 null');
    expect(await seen()).toEqual([404, 404]);
  });

  it('does not see what the upper one is asked, and shows nothing confidential', async () => {
    expect(await place(lower, upper)).toBe(`200 ${upper}`);
    const own = await atWork(who.officer, [upper], {});
    expect((await who.labour.send('GET', `/issues/${own.id}`)).status).toBe(404);
    const colleague = await city.as('colleague');
    const words = Array.from({ length: 7 }, () => nonsense(3));
    const secret = await confidentialCase(city, colleague, who.labour, words, [city.people.labour.id]);
    await quiet(city);
    for (const path of [`/issues/${secret.issueId}`, `/requests/${secret.requestId}`])
      expect((await who.economy.send('GET', path)).status).toBe(404);
    expect(JSON.stringify(await who.economy.get('/requests?limit=200'))).not.toContain(words[2]);
    expect(await place(lower, null)).toBe('200 null');
  });

  it('never stands under itself, however long the way', async () => {
    const { items } = await who.admin.get('/departments?limit=200');
    const third = items.find(({ id }: Json) => id !== upper && id !== lower).id;
    expect(await place(lower, lower)).toBe('400 parentId');
    expect(await place(lower, upper)).toBe(`200 ${upper}`);
    expect(await place(third, lower)).toBe(`200 ${lower}`);
    expect(await place(upper, third)).toBe('400 parentId');
    const both = await Promise.all([place(upper, null), place(third, null), place(lower, null)]);
    expect(both).toEqual(['200 null', '200 null', '200 null']);
  });
});
