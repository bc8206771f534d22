import { createHash, randomUUID } from 'node:crypto';
import { request as ask } from 'node:http';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Api, Json } from './support/api.js';
import { bring, brought, content } from './support/bring-file.js';
import { City, eventually } from './support/city.js';
import { hwp, jpeg, oneOfEach, pdf, png } from './support/documents.js';
import { HOSTILE } from './support/hostile-files.js';
import { atWork } from './support/issues.js';
import { tally } from './support/tally.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer' | 'manager' | 'auditor' | 'labour' | 'economy' | 'water', Api>;
let requestId: string;

beforeAll(async () => {
  city = await City.start({ env: { FILE_MAX_MB: '2' }, apps: ['intake', 'pipeline'] });
  const names = ['officer', 'manager', 'auditor', 'labour', 'economy', 'water'] as const;
  const apis = await Promise.all(names.map((name) => city.as(name)));
  who = Object.fromEntries(names.map((name, n) => [name, apis[n]])) as typeof who;
  requestId = await asked();
}, 120_000);
afterAll(() => city?.stop());

/** A request to one department of an issue that another is asked about, too. */
async function asked(): Promise<string> {
  const { labour, economy } = city.people;
  const { requests } = await atWork(who.officer, [labour.departmentId!, economy.departmentId!]);
  return requests[0].id;
}

const answer = (evidence: Json[], to = requestId): Promise<Json> =>
  who.labour.send('POST', `/requests/${to}/responses`, { text: nonsense(4), evidence });
const note = (): { name: string; bytes: Buffer } => ({ name: '메모.txt', bytes: Buffer.from(nonsense(8)) });
const statuses = (id: string): Promise<number[]> =>
  Promise.all(Object.values(who).map(async (by) => (await by.send('GET', `/files/${id}`)).status));
const folder = (...parts: string[]): string => join(city.dataDir, 'files', ...parts);
const incoming = (): Promise<string[]> => readdir(folder('incoming')).catch(() => []);
const kept = async (): Promise<string[]> =>
  (await readdir(folder(), { recursive: true })).flatMap((one) => /[0-9a-f]{64}.*$/.exec(one) ?? []);

describe('a file', () => {
  it('of each kind is taken as what it is, and comes back to the byte, never as a page', async () => {
    for (const [type, file] of Object.entries(await oneOfEach())) {
      const known = await brought(who.labour, file);
      const sha256 = createHash('sha256').update(file.bytes).digest('hex');
      expect(known).toMatchObject({ type, name: file.name, size: file.bytes.length, sha256, version: 1 });
      for (const query of ['', '?preview=true']) {
        const { status, headers, bytes } = await content(who.labour, known.id, query);
        expect([status, bytes.equals(file.bytes)]).toEqual([200, true]);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
        expect(headers.get('content-type')).not.toMatch(/html|svg|script|xml;/);
        const shown = ['pdf', 'png', 'jpeg', 'webp'].includes(type) && query !== '';
        expect(headers.get('content-disposition')).toMatch(shown ? /^inline; / : /^attachment; /);
        expect(headers.get('content-disposition')).toContain(
          `filename*=UTF-8''${encodeURIComponent(file.name.slice(0, 2))}`,
        );
        if (!shown || type !== 'pdf') expect(headers.get('content-security-policy')).toContain('sandbox');
      }
    }
    expect(await incoming()).toEqual([]);
  });

  it.each(HOSTILE)('that is %s is refused: %s', async (_, code, make) => {
    const before = await kept();
    const { status, body } = await bring(who.labour, await make());
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.type).toContain(code);
    expect(body.detail || body.title).toBeTruthy();
    expect([await incoming(), await kept()]).toEqual([[], before]);
    tally('hostile files', 1);
  });

  it('larger than allowed is refused as soon as it is, and a form without a file names what is missing', async () => {
    const large = await bring(who.labour, { name: '큰.txt', bytes: Buffer.alloc(2_000_001, 'a') });
    expect([large.status, large.body.type]).toEqual([413, expect.stringContaining('file.too_large')]);
    const form = new FormData();
    form.append('other', '1');
    const response = await fetch(`${city.url}/api/v1/files`, {
      method: 'POST',
      headers: { cookie: who.labour.cookie },
      body: form,
    });
    const { errors } = (await response.json()) as Json;
    expect([response.status, errors.map(({ path }: Json) => path)]).toEqual([400, ['other', 'file']]);
    expect((await who.labour.send('POST', '/files', { name: 'a' })).status).toBe(415);
    expect(await incoming()).toEqual([]);
  });

  it('brought again is the same file, also at once and under the same key', async () => {
    const file = note();
    const answers = await Promise.all([1, 2, 3, 4].map(() => bring(who.labour, file)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201]);
    const headers = { 'idempotency-key': randomUUID() };
    const first = await bring(who.labour, note(), { headers });
    expect((await bring(who.labour, note(), { headers })).status).toBe(422);
    expect(first.status).toBe(201);
    // Of somebody else it is another: nobody learns that there was one.
    expect((await bring(who.economy, file)).body.id).not.toBe(answers[0]!.body.id);
  });
});

describe('who may read a file', () => {
  it('is nobody but who brought it, until it hangs on something; then whoever sees that', async () => {
    const file = await brought(who.labour, note());
    expect(await statuses(file.id)).toEqual([404, 404, 404, 200, 404, 404]);
    expect((await content(who.officer, file.id)).status).toBe(404);
    const { status, body } = await answer([{ fileId: file.id, note: '점검표' }]);
    expect([status, body.evidence]).toMatchObject([
      201,
      [{ fileId: file.id, note: '점검표', versions: [{ id: file.id }] }],
    ]);
    expect(await statuses(file.id)).toEqual([200, 200, 200, 200, 404, 404]);
    const { items } = await who.officer.get(
      `/issues/${(await who.officer.get(`/requests/${requestId}`)).issueId}/timeline?limit=200`,
    );
    expect(items.filter(({ name }: Json) => name === 'file.added').at(-1).payload).toMatchObject({
      fileId: file.id,
      requestId,
    });
  });

  it('is told nothing of files of others: not by an answer, nor by a version', async () => {
    const theirs = await brought(who.economy, note());
    const refused = await answer([{ fileId: theirs.id }]);
    const unknown = await answer([{ fileId: randomUUID() }]);
    expect([refused.status, refused.body.errors]).toEqual([400, unknown.body.errors]);
    expect(refused.body.errors[0].path).toBe('evidence.0.fileId');
    const replaced = await bring(who.labour, note(), { replaces: theirs.id });
    expect([replaced.status, replaced.body.errors[0].path]).toEqual([400, 'replaces']);
    expect(await statuses(randomUUID())).toEqual([404, 404, 404, 404, 404, 404]);
  });

  it('names twice or too many files: nothing of the answer is written', async () => {
    const fresh = await asked();
    const file = await brought(who.labour, note());
    const twice = await answer([{ fileId: file.id }, { fileId: file.id }], fresh);
    expect([twice.status, twice.body.errors[0].path]).toEqual([400, 'evidence.1.fileId']);
    const many = Array.from({ length: 21 }, () => ({ fileId: file.id }));
    expect((await answer(many, fresh)).status).toBe(400);
    expect((await who.labour.get(`/requests/${fresh}`)).response).toBeNull();
  });
});

describe('a new version', () => {
  it('takes the place of the old one, which stays readable, for whoever sees where it hangs', async () => {
    const first = await brought(who.labour, note());
    const { body: response } = await answer([{ fileId: first.id }]);
    const second = await brought(who.labour, note(), first.id);
    expect(second).toMatchObject({ version: 2, versions: [{ id: second.id }, { id: first.id }] });
    const seen = await who.officer.get(`/responses/${response.id}`);
    expect(seen.evidence[0].versions.map(({ id }: Json) => id)).toEqual([second.id, first.id]);
    for (const id of [first.id, second.id])
      expect(await statuses(id)).toEqual([200, 200, 200, 200, 404, 404]);
    const again = await bring(who.labour, note(), { replaces: first.id });
    expect([again.status, again.body.type]).toEqual([409, expect.stringContaining('file.superseded')]);
    // Of the other side's file nobody makes a version.
    expect((await bring(who.officer, note(), { replaces: second.id })).status).toBe(400);
  });

  it('takes nobody’s place once the answer was accepted, or the issue closed', async () => {
    const [judged, left] = await Promise.all([asked(), asked()]);
    const files = [await brought(who.labour, note()), await brought(who.labour, note())] as const;
    const { body: response } = await answer([{ fileId: files[0].id }], judged);
    await who.officer.post(`/responses/${response.id}/review`, { outcome: 'accept' });
    const { body: unjudged } = await answer([{ fileId: files[1].id }], left);
    const { issueId } = await who.officer.get(`/requests/${unjudged.requestId}`);
    await who.officer.post(`/issues/${issueId}/closure`, { outcome: 'eased', lesson: '교훈' });
    for (const { id } of files) {
      const again = await bring(who.labour, note(), { replaces: id });
      expect([again.status, again.body.type]).toEqual([409, expect.stringContaining('file.settled')]);
      expect((await who.officer.get(`/files/${id}`)).versions).toHaveLength(1);
    }
  });

  it('has one place: of two at once one is the next, the other is told', async () => {
    const first = await brought(who.labour, note());
    const answers = await Promise.all([1, 2].map(() => bring(who.labour, note(), { replaces: first.id })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});

describe('whatever ends in between', () => {
  const boundary = 'x-haechi';
  /** Begins an upload and never ends it. */
  const begin = (bytes: number): ReturnType<typeof ask> => {
    const upload = ask(`${city.url}/api/v1/files`, {
      method: 'POST',
      headers: { cookie: who.labour.cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    upload.on('error', () => undefined);
    upload.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n`);
    upload.write(Buffer.alloc(bytes, 'a'));
    return upload;
  };
  const begun = (): Promise<string[]> =>
    eventually('the upload is on the disk', async () => {
      const parts = await incoming();
      return parts.length > 0 && parts;
    });

  it('an upload that breaks off leaves nothing', async () => {
    const upload = begin(500_000);
    await begun();
    upload.destroy();
    expect(await eventually('nothing is left', async () => !(await incoming()).length)).toBe(true);
  });

  it('kill -9 during an upload leaves nothing and loses nothing', async () => {
    const file = await brought(who.labour, note());
    const rows = async (): Promise<number> => (await city.database.query('select 1 from files')).length;
    const before = [await rows(), await kept()];
    const upload = begin(500_000);
    await begun();
    await city.kill('intake');
    upload.destroy();
    expect(await incoming()).toHaveLength(1);
    await city.run('intake');
    expect([await incoming(), await rows(), await kept()]).toEqual([[], ...before]);
    expect((await content(who.labour, file.id)).status).toBe(200);
  });

  it('killed between storing and writing down, the same again succeeds, once', async () => {
    await city.kill('intake');
    await city.run('intake', { env: { FAILPOINT: 'write.beforeCommit:kill@1' } });
    const file = note();
    await expect(bring(who.labour, file)).rejects.toThrow('fetch failed');
    await city.run('intake');
    const again = await bring(who.labour, file);
    expect(again.status).toBe(201);
    expect((await content(who.labour, again.body.id)).bytes.equals(file.bytes)).toBe(true);
  });
});

describe('what hangs nowhere', () => {
  it('goes after a day, with its bytes; what hangs somewhere, or is young, stays', async () => {
    const [lone, hung] = [await brought(who.labour, note()), await brought(who.labour, note())];
    await answer([{ fileId: hung.id }]);
    await city.database.query(`update files set uploaded_at = uploaded_at - interval '25 hours'`);
    const young = await brought(who.labour, note());
    // As if the bytes, too, had lain there for long.
    for (const { sha256 } of [lone, hung, young]) await city.age(sha256);
    await city.kill('pipeline');
    await city.run('pipeline');
    await eventually(
      'the lone file is gone',
      async () => (await content(who.labour, lone.id)).status === 404,
    );
    await eventually('its bytes are gone', async () => !(await kept()).includes(lone.sha256));
    for (const { id } of [hung, young]) expect((await content(who.labour, id)).status).toBe(200);
  });
});

it('pictures that look like documents are told by their content, whatever their name says', async () => {
  for (const [name, bytes] of [
    ['a.pdf', png()],
    ['a.png', jpeg()],
    ['a.hwp', pdf()],
    ['a.pdf', hwp()],
  ] as const) {
    const { status, body } = await bring(who.labour, { name, bytes });
    expect([status, body.type]).toEqual([400, expect.stringContaining('file.extension')]);
  }
});
