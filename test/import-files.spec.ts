import ExcelJS from 'exceljs';
import type { Api, Json } from './support/api.js';
import { City } from './support/city.js';
import { brought, csv, ended, HEADINGS, titled, upload } from './support/upload.js';
import { nonsense } from './support/words.js';
import { zip } from './support/zip.js';

let city: City;
let officer: Api;

beforeAll(async () => {
  city = await City.start({ apps: ['intake', 'pipeline'] });
  officer = await city.as('officer');
}, 120_000);
afterAll(() => city?.stop());

const SIGNALS = { kind: 'signals' };

describe('a template', () => {
  it.each(['signals', 'issues'])(
    'of %s can be brought back as it is filled in, and its example is not taken',
    async (kind) => {
      for (const format of ['xlsx', 'csv']) {
        for (const lang of ['ko', 'en']) {
          const answer = await fetch(`${city.url}/api/v1/imports/templates/${kind}.${format}?lang=${lang}`, {
            headers: { cookie: officer.cookie },
          });
          const done = await brought(
            officer,
            { name: `양식.${format}`, bytes: Buffer.from(await answer.arrayBuffer()) },
            { kind },
          );
          expect(done.problem).toBe('제목줄 아래에 가져올 행이 없습니다.');
        }
      }
    },
  );

  it('offers the closed words to choose from', async () => {
    const answer = await fetch(`${city.url}/api/v1/imports/templates/issues.xlsx`, {
      headers: { cookie: officer.cookie },
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const [sheet] = book.worksheets;
    const heading = (name: string): number => (sheet!.getRow(1).values as string[]).indexOf(name);
    expect(sheet!.getRow(3).getCell(heading('채널*')).dataValidation).toMatchObject({ type: 'list' });
    expect(sheet!.getRow(3).getCell(heading('주관부서')).dataValidation).toMatchObject({ type: 'list' });
    expect(book.worksheets.map(({ name }) => name)).toEqual(['리스크 이슈', '목록', '작성 안내']);
  });
});

describe('what is sent', () => {
  it.each([
    [
      'an archive that unpacks to far more',
      () =>
        zip([
          { name: 'xl/workbook.xml', bytes: Buffer.alloc(1) },
          { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(200_000_000) },
        ]),
      413,
      'table.bomb',
    ],
    [
      'names that lead out of it',
      () => zip([{ name: '../xl/workbook.xml', bytes: Buffer.alloc(1) }]),
      400,
      'table.broken',
    ],
    [
      'an old workbook',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]),
      400,
      'table.xls',
    ],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 400, 'table.unknown'],
    ['nothing', () => Buffer.alloc(0), 400, 'table.empty'],
    ['more than the limit', () => Buffer.alloc(33_000_000, 'a'), 413, 'body.too_large'],
  ])('is refused at once when it is %s', async (_, bytes, status, code) => {
    const answer = await upload(officer, { name: '파일.xlsx', bytes: bytes() }, SIGNALS);
    expect([answer.status, answer.body.type]).toEqual([status, `urn:haechi:problem:${code}`]);
  });

  it('must be a form with a kind and a file, and nothing else', async () => {
    const file = csv([HEADINGS, ...titled('가')]);
    expect(
      (await upload(officer, file, { kind: 'people', extra: '1', dryRun: 'maybe' })).body.errors
        .map(({ path }: Json) => path)
        .toSorted(),
    ).toEqual(['dryRun', 'extra', 'kind']);
    const form = (body: FormData | string, type?: string) =>
      fetch(`${city.url}/api/v1/imports`, {
        method: 'POST',
        headers: { cookie: officer.cookie, ...(type && { 'content-type': type }) },
        body,
      });
    expect((await form(new FormData())).status).toBe(400);
    expect((await form('{}', 'application/json')).status).toBe(415);
    expect((await form('x', 'multipart/form-data')).status).toBe(400);
    expect((await form('--x\r\nbroken', 'multipart/form-data; boundary=x')).status).toBe(400);
  });

  it('is a body that no other route takes', async () => {
    const form = new FormData();
    form.append('title', '제목');
    const answer = await fetch(`${city.url}/api/v1/signals`, {
      method: 'POST',
      headers: { cookie: officer.cookie },
      body: form,
    });
    expect(answer.status).toBe(415);
    const large = await officer.send('POST', '/signals', {
      channel: 'press',
      title: '가',
      body: 'a'.repeat(1_100_000),
    });
    expect(large.status).toBe(413);
  });

  it('has one effect and one answer under its key, and another file under it is refused', async () => {
    const word = nonsense(4);
    const file = csv([HEADINGS, ...titled(word)]);
    const key = { 'idempotency-key': word.codePointAt(0)!.toString() + Date.now() };
    const answers = await Promise.all([1, 2, 3].map(() => upload(officer, file, SIGNALS, key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const other = await upload(officer, csv([HEADINGS, ...titled(word, 2)]), SIGNALS, key);
    expect(other.status).toBe(422);
    await ended(officer, answers[0]!.body.id);
  });

  it('is a matter of officers', async () => {
    for (const name of ['manager', 'auditor', 'admin', 'labour'] as const)
      expect((await upload(await city.as(name), csv([HEADINGS]), SIGNALS)).status).toBe(403);
  });
});
