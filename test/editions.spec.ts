import type { Api, Json } from './support/api.js';
import { approved } from './support/approve-report.js';
import { City, eventually } from './support/city.js';
import { hire, type Hired } from './support/hire.js';
import { atWork } from './support/issues.js';

const MONTH = '2031-03';
const PATH = `/reports/${MONTH}`;

let city: City;
let who: Record<'officer' | 'manager' | 'auditor', Api>;
/** An officer whose position does not reach. */
let clerk: Hired;
const issues: Json[] = [];

beforeAll(async () => {
  city = await City.start();
  who = await city.asEach('officer', 'manager', 'auditor');
  clerk = await hire(city, '주무관', { role: 'officer', position: 'staff' });
  for (const _ of [1, 2])
    issues.push(await atWork(who.officer, [city.people.labour.departmentId!], { expectedMonth: MONTH }));
  await who.officer.post('/reports', { month: MONTH });
  await eventually('the draft', newest);
}, 120_000);
afterAll(() => city?.stop());

const newest = async (): Promise<Json> => (await who.officer.get(PATH)).editions.at(-1);
const code = async (answer: ReturnType<Api['send']>): Promise<string> => {
  const { status, body } = await answer;
  return `${status} ${String(body.type).replace('urn:haechi:problem:', '')}`;
};
const html = async (by: Api, number: number): Promise<string> =>
  (await by.send('GET', `${PATH}/editions/${number}.html`)).body as never;
const recipients = async (number = 1): Promise<Json[]> =>
  (await who.officer.get(`${PATH}/editions/${number}/recipients`)).items;
const reader = async (number = 1): Promise<Json> =>
  (await recipients(number)).find(({ id }) => id === city.people.manager.id)!;

describe('a draft', () => {
  it('that is held back is not issued, however often it is compiled, and says why', async () => {
    await who.officer.post(`${PATH}/hold`, { reason: '예산 협의 중' });
    expect(await newest()).toMatchObject({
      state: 'held',
      holds: [{ heldBy: 'officer', reason: '예산 협의 중', releasedAt: null }],
    });
    expect(await code(who.manager.send('POST', `${PATH}/approval`, {}))).toBe('409 report.held');
    expect(await code(who.manager.send('POST', `${PATH}/hold`, { reason: '또' }))).toBe(
      '409 report.nothing_to_hold',
    );
    const before = (await newest()).compiledAt;
    await who.officer.post('/reports', { month: MONTH });
    await eventually('the draft anew', async () => (await newest()).compiledAt !== before);
    expect((await newest()).state).toBe('held');
    const told = await eventually('the other officers hear of it', async () =>
      (await clerk.api.get('/inbox')).items.find(({ title }: Json) => title.includes('보류')),
    );
    expect(told.body).toContain('예산 협의 중');
  });

  it('is let go with a reason, by a manager too', async () => {
    await who.manager.post(`${PATH}/hold/release`, { reason: '협의 완료' });
    expect(await newest()).toMatchObject({
      state: 'draft',
      holds: [{ reason: '예산 협의 중', releasedBy: 'manager', releaseReason: '협의 완료' }],
    });
    expect(await code(who.officer.send('POST', `${PATH}/hold/release`, { reason: '또' }))).toBe(
      '409 report.not_held',
    );
    expect(await code(who.officer.send('POST', `${PATH}/hold`, { reason: ' ' }))).toBe('400 invalid');
  });

  it('carries the lines that an officer writes into it, in every format, on record with what was before', async () => {
    const { version, ownLines } = await who.officer.get(PATH);
    expect(ownLines).toEqual({
      opening: null,
      remarks: [],
      documentNo: null,
      policyNo: null,
      consulted: [],
      correctionReason: null,
    });
    const before = (await newest()).compiledAt;
    const lines = {
      opening: '겨울철 안전 분야 집중 관리 필요',
      remarks: ['현안회의 : 2. 5.(수) 14:00'],
      documentNo: '평가담당관-77',
    };
    const edit = (tag: string) => who.officer.send('PATCH', PATH, lines, { 'if-match': tag });
    expect((await edit('"0"')).status).toBe(412);
    expect((await edit(`"${version}"`)).body.ownLines).toMatchObject(lines);
    await eventually('the draft anew', async () => (await newest()).compiledAt !== before);
    // HTML keeps words together by letters that nobody sees.
    const bare = (text: unknown): string => String(text).replaceAll(/<[^>]*>|[\s\u00a0\u2060]/gu, '');
    for (const format of ['html', 'txt']) {
      const { body } = await who.officer.send('GET', `${PATH}/editions/1.${format}`);
      for (const said of [lines.opening, ...lines.remarks, lines.documentNo])
        expect(bare(body)).toContain(bare(said));
    }
    const [{ changes }] = (await city.database.query(
      `select changes from events where name = 'report.requested' and changes is not null`,
    )) as [Json];
    expect(changes.opening).toEqual([null, lines.opening]);
  });

  it('leaves no trace of who read it, and is sent to nobody', async () => {
    await html(who.manager, 1);
    expect(await code(who.officer.send('GET', `${PATH}/editions/1/recipients`))).toBe('404 not-found');
  });

  it('is issued by the position that may, or with what such a position approved elsewhere', async () => {
    const refused = await clerk.api.send('POST', `${PATH}/approval`, {});
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:haechi:problem:report.not_competent']);
    expect(refused.body.detail).toContain('실장·본부장');
    const low = { position: 'division-head', name: '담당관', docNo: '평가담당관-1' };
    expect(await code(clerk.api.send('POST', `${PATH}/approval`, { approval: low }))).toBe(
      '403 report.not_competent',
    );
    const approval = { ...low, position: 'office-head', name: '기획조정실장' };
    await clerk.api.post(`${PATH}/approval`, { approval });
    expect(await newest()).toMatchObject({ issuedBy: '주무관', approval });
    await eventually('the edition is sent', async () => (await newest()).state === 'sent');
  });
});

describe('an issued edition', () => {
  it('takes no more lines', async () => {
    expect(await code(who.officer.send('PATCH', PATH, { opening: '나중에' }, { 'if-match': '*' }))).toBe(
      '409 report.nothing_to_edit',
    );
  });

  it('tells the office who was told, and who opened it and when; only readers leave a trace', async () => {
    expect(await reader()).toMatchObject({ name: 'manager', toldAt: expect.any(String), readAt: null });
    await html(who.auditor, 1);
    await html(who.officer, 1);
    expect(await recipients()).toHaveLength(1);
    await html(who.manager, 1);
    const { readAt } = await reader();
    expect(readAt).toEqual(expect.any(String));
    await html(who.manager, 1);
    expect((await reader()).readAt).toBe(readAt);
  });

  it('says how many pages it has, and is on record as taken unless it is only looked at', async () => {
    const exports = async (): Promise<number> =>
      (
        await city.database.query(
          `select 1 from access_log where kind = 'export' and what like '%editions/:file%'`,
        )
      ).length;
    const before = await exports();
    const { headers } = await who.officer.send('GET', `${PATH}/editions/1.pdf?shown=true`);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(await exports()).toBe(before);
    const pdf = await fetch(`${city.url}/api/v1${PATH}/editions/1.pdf`, {
      headers: { cookie: who.officer.cookie },
    });
    const [, pages] = /<xmpTPg:NPages>(\d+)</.exec(Buffer.from(await pdf.arrayBuffer()).toString('latin1'))!;
    expect((await newest()).pages).toBe(Number(pages));
    expect(await exports()).toBe(before + 1);
  });

  it('goes once more to one recipient, and to nobody else', async () => {
    const newcomer = await hire(city, '부시장', { role: 'manager', position: 'vice-mayor' });
    expect((await recipients()).find(({ id }) => id === newcomer.id)).toMatchObject({
      toldAt: null,
      mail: null,
    });
    const unread = async (): Promise<number> => (await who.manager.get('/inbox')).items.length;
    const before = await unread();
    await who.officer.post(`${PATH}/editions/1/resending`, { userId: newcomer.id });
    const told = await eventually(
      'the newcomer is told',
      async () => (await newcomer.api.get('/inbox')).items[0],
    );
    expect(told.title).toContain('재배포');
    expect(await unread()).toBe(before);
    expect((await recipients()).find(({ id }) => id === newcomer.id)!.toldAt).toEqual(expect.any(String));
    for (const userId of [city.people.auditor.id, city.people.labour.id])
      expect(await code(who.officer.send('POST', `${PATH}/editions/1/resending`, { userId }))).toBe(
        '400 invalid',
      );
  });

  it('is corrected by an edition that says what changed, in the document and in the API', async () => {
    const added = await atWork(who.officer, [city.people.labour.departmentId!], { expectedMonth: MONTH });
    const moved = await who.officer.send(
      'PATCH',
      `/issues/${issues[0]!.id}`,
      { expectedMonth: '2031-04' },
      { 'if-match': '*' },
    );
    expect(moved.status).toBe(200);
    await city.database.query(`update issues set lead_department_id = $2 where id = $1`, [
      issues[1]!.id,
      city.people.water.departmentId,
    ]);
    await who.officer.post('/reports', { month: MONTH });
    const second = await eventually('the correction', async () => {
      const edition = await newest();
      return edition.number === 2 && edition;
    });
    const kinds = second.changes.map(({ kind, title, to }: Json) => [kind, title, to]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['new', added.title, added.grade],
        ['month', issues[0]!.title, '2031-04'],
        ['lead', issues[1]!.title, '물순환안전국'],
      ]),
    );
    const text = (await html(who.officer, 2)).replaceAll(/<wbr>|<[^>]+>/g, '');
    expect(text).toContain('정정사항(제1차 대비)');
    expect(text).toContain(`${issues[0]!.title}(3월 → 4월)`);
    const [first] = (await who.officer.get(PATH)).editions;
    expect([first.changes, await html(who.officer, 1)]).toEqual([
      null,
      expect.not.stringContaining('정정사항'),
    ]);
  });

  it('is corrected with a number of its own, a reason that is printed, and what is printed otherwise', async () => {
    const { version, ownLines } = await who.officer.get(PATH);
    expect(ownLines).toMatchObject({ documentNo: null, remarks: ['현안회의 : 2. 5.(수) 14:00'] });
    const { compiledAt } = await newest();
    await city.database.query(
      `update issues set title = title || ' 철저', summary = '예산 12억 원' where id = $1`,
      [issues[1]!.id],
    );
    const edit = { correctionReason: '예산액 오기 정정', opening: '총평 고침' };
    expect((await who.officer.send('PATCH', PATH, edit, { 'if-match': `"${version}"` })).status).toBe(200);
    const { changes } = await eventually('the draft anew', async () => {
      const one = await newest();
      return one.compiledAt !== compiledAt && one;
    });
    const of = changes.filter(({ number }: Json) => number === null || number === issues[1]!.number);
    expect(of.map(({ kind, to }: Json) => [kind, to])).toEqual(
      expect.arrayContaining([
        ['title', `${issues[1]!.title} 철저`],
        ['text', null],
        ['opening', null],
      ]),
    );
    expect((await html(who.officer, 2)).replaceAll(/<wbr>|<[^>]+>/g, '')).toContain('예산액 오기 정정');
  });

  it('says nothing of an issue that was made confidential since', async () => {
    const { title, id } = issues[1]!;
    await city.database.query(`update issues set confidential = true, number = '2031-C0001' where id = $1`, [
      id,
    ]);
    const { compiledAt } = await newest();
    await who.officer.post('/reports', { month: MONTH });
    const edition = await eventually('the draft anew', async () => {
      const one = await newest();
      return one.compiledAt !== compiledAt && one;
    });
    expect(JSON.stringify(edition)).not.toContain(title);
    expect(await html(who.manager, 2)).not.toContain(title);
  });

  it('is not sent again once it is replaced', async () => {
    await approved(who.manager, MONTH);
    await eventually('the correction is sent', async () => (await newest()).state === 'sent');
    const { id: userId } = city.people.manager;
    expect(await code(who.officer.send('POST', `${PATH}/editions/1/resending`, { userId }))).toBe(
      '409 report.not_sent',
    );
    expect((await reader(2)).readAt).toBeNull();
    expect((await reader(1)).readAt).not.toBeNull();
  });
});
