import type { Api, Json } from './support/api.js';
import { City } from './support/city.js';
import { anIssue } from './support/issues.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer', Api>;

beforeAll(async () => {
  city = await City.start({ apps: ['intake'] });
  who = await city.asEach('officer');
  for (let n = 0; n < 10; n += 1) await who.officer.post('/issues', anIssue());
}, 120_000);
afterAll(() => city?.stop());

describe('the search', () => {
  let id: string;
  let number: string;
  const found = async (q: string): Promise<string[]> =>
    (await who.officer.get(`/issues?limit=200&q=${encodeURIComponent(q)}`)).items.map((one: Json) => one.id);

  beforeAll(async () => {
    ({ id, number } = await who.officer.post('/issues', {
      title: '빗물받이 청소 지연에 따른 저지대 침수 우려',
      summary: '장마철을 앞두고 반지하 밀집지역의 빗물 배수가 늦어진다는 지적(KBS 9시 뉴스)',
      channel: 'press',
    }));
  });

  it.each([
    '침수',
    '저지대',
    '빗물 받이',
    '빗물받이청소',
    '침수 빗물',
    '반지하',
    '배수',
    '장마철을',
    'kbs',
    'KBS',
    '9시',
    '우',
    '(KBS',
    '침수'.normalize('NFD'),
    '  침수   저지대  ',
    'ㅂㅁㅂㅇ',
    'ㅈㅈㄷ ㅊㅅ',
    'ㅂㅁㅂㅇ 침수',
    'ㅊㅅㅇㄹ',
    'ㅂㅁㅂㅇㅊㅅㅈㅇ',
    '빗물받이의',
    '침수를',
    '저지대에서는',
    '반지하로부터',
    'KBS가',
    '"침수"를,',
  ])('finds by %j', async (q) => expect(await found(q)).toContain(id));

  it.each([
    '침몰',
    'ㅂㅁㅂㅎ',
    'ㅂㅁㅂㅇ 화재',
    '배수지는',
    '우려만도',
    '침의',
    'ㅋㅋ',
    '노동민생정책관',
    '저지대 화재',
    '빗%받이',
    "침수' or '1'='1",
    '수침',
    nonsense(1),
  ])('does not find by %j', async (q) => expect(await found(q)).not.toContain(id));

  it('finds by number, whole', async () => {
    expect(await found(number)).toEqual([id]);
    expect(await found(number.toLowerCase())).toEqual([id]);
    expect(await found('2026-C0001')).toEqual([]);
  });

  it('finds by a part of the number, its year alone apart', async () => {
    const [year = '', running = ''] = number.split('-');
    for (const part of [`${year}-`, number.slice(0, 7), running, running.slice(0, 3), `${running} 침수`])
      expect([part, await found(part)]).toEqual([part, expect.arrayContaining([id])]);
    for (const part of [year, `${year}-C`, 'C0001', `${Number(year) - 1}-00`, `${running}9`])
      expect([part, await found(part)]).toEqual([part, []]);
  });

  it('goes with filters, pages and signs that mean something elsewhere', async () => {
    for (const q of [
      'ㄱ'.repeat(200),
      'ㄱ '.repeat(100),
      'ㄱ',
      'ㄳ',
      'ㅏ',
      '2026-%',
      '\u1100',
      '1'.repeat(200),
      '%',
      '_',
      '\\',
      '*',
      '"',
      "'",
      '&|!',
      '🙂',
      '()',
      ':*',
    ])
      expect(Array.isArray(await found(q))).toBe(true);
    expect(
      (await who.officer.get(`/issues?channel=press&q=${encodeURIComponent('침수')}`)).items,
    ).toHaveLength(1);
    expect(
      (await who.officer.get(`/issues?channel=audit&q=${encodeURIComponent('침수')}`)).items,
    ).toHaveLength(0);
    expect((await who.officer.send('GET', `/issues?q=${'가'.repeat(201)}`)).status).toBe(400);
  });

  it('goes over the titles of signals by the same rule', async () => {
    const { id: signal } = await who.officer.post('/signals', {
      channel: 'press',
      title: '빗물받이 1,200곳 막혀',
    });
    const signals = async (q: string): Promise<string[]> =>
      (await who.officer.get(`/signals?q=${encodeURIComponent(q)}`)).items.map((one: Json) => one.id);
    for (const q of ['빗물', '빗물받이가', 'ㅂㅁㅂㅇ', '1200', '막혀 ㅂㅁ'])
      expect([q, await signals(q)]).toEqual([q, [signal]]);
    for (const q of ['침수', 'ㅊㅅ', '2026-', '9999']) expect([q, await signals(q)]).toEqual([q, []]);
  });
});
