import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, Json } from './support/api.js';
import { brought } from './support/bring-file.js';
import { City, eventually } from './support/city.js';
import { Follower } from './support/follow-stream.js';
import { atWork } from './support/issues.js';
import { nonsense } from './support/words.js';
import { quiet } from './support/worlds.js';

const NAMES = ['officer', 'colleague', 'manager', 'auditor', 'admin', 'labour', 'economy'] as const;
type Name = (typeof NAMES)[number];

let city: City;
let who: Record<Name, Api>;
let issueId: string;
/** To labour, and to economy. */
let ours: string;
let theirs: string;

beforeAll(async () => {
  city = await City.start();
  const apis = await Promise.all(NAMES.map((name) => city.as(name)));
  who = Object.fromEntries(NAMES.map((name, n) => [name, apis[n]])) as typeof who;
  ({ issueId, ours, theirs } = await asked());
}, 120_000);
afterAll(() => city?.stop());

async function asked(more: object = {}): Promise<{ issueId: string; ours: string; theirs: string }> {
  const { labour, economy } = city.people;
  const issue = await atWork(who.officer, [labour.departmentId!, economy.departmentId!], more);
  return { issueId: issue.id, ours: issue.requests[0].id, theirs: issue.requests[1].id };
}

const say = (by: Name, path: string, body: object = {}): Promise<Json> =>
  who[by].post(`${path}/comments`, { text: nonsense(4), ...body });
const heard = async (by: Name, path: string): Promise<string[]> =>
  (await who[by].get(`${path}/comments`)).items.map(({ text }: Json) => text);
const inbox = async (by: Name): Promise<Json[]> => (await who[by].get('/inbox?limit=200')).items;
const told = (by: Name, text: string): Promise<Json> =>
  eventually(`${by} is told`, async () => (await inbox(by)).find(({ body }) => body.includes(text)));
const refusal = async (
  by: Name,
  path: string,
  body: object,
): Promise<[number, string | undefined, string | undefined]> => {
  const { status, body: problem } = await who[by].send('POST', path, body);
  return [status, problem.errors?.[0]?.path, problem.errors?.[0]?.message];
};

/** Names of the events at the whole places of the stream, those that everybody may know of. */
const toldToAllBetween = async (after: string, last: string): Promise<string[]> =>
  (
    await city.database.query<{ name: string }>(
      `select e.name from feed f join events e on e.id = f.event_id
       where f.position > $1 and f.position <= $2 and f.position = trunc(f.position) order by f.position`,
      [after, last],
    )
  ).map(({ name }) => name);

describe('a conversation about a request', () => {
  it('is between the office and the one department, in order, and tells the other side', async () => {
    const first = await say('officer', `/requests/${ours}`);
    expect(first).toMatchObject({
      requestId: ours,
      internal: false,
      side: 'office',
      editable: true,
      version: 1,
    });
    const second = await say('labour', `/requests/${ours}`);
    expect(second).toMatchObject({ side: 'department', departmentName: '노동민생정책관' });
    const both = [first.text, second.text];
    for (const name of ['officer', 'manager', 'auditor', 'labour'] as const)
      expect(await heard(name, `/requests/${ours}`)).toEqual(both);
    expect((await who.economy.send('GET', `/requests/${ours}/comments`)).status).toBe(404);
    expect(await heard('economy', `/requests/${theirs}`)).toEqual([]);
    expect((await told('labour', first.text)).link).toContain(`/requests/${ours}`);
    await told('officer', second.text);
    expect((await inbox('economy')).filter(({ body }) => both.some((text) => body.includes(text)))).toEqual(
      [],
    );
  });

  it('stays with the department it was with when the request goes to another', async () => {
    const { ours: moving } = await asked();
    const said = await say('labour', `/requests/${moving}`);
    const { departmentId } = city.people.climate;
    await who.officer.post(`/requests/${moving}/transfer`, { departmentId, reason: '소관' });
    const climate = await city.as('climate');
    expect((await climate.get(`/requests/${moving}/comments`)).items).toEqual([]);
    expect((await climate.send('GET', `/comments/${said.id}`)).status).toBe(404);
    expect((await who.labour.send('GET', `/comments/${said.id}`)).status).toBe(404);
    expect(await heard('officer', `/requests/${moving}`)).toEqual([said.text]);
  });

  it('carries files that both sides can read, until the comment is withdrawn', async () => {
    const file = await brought(who.officer, { name: '양식.txt', bytes: Buffer.from(nonsense(6)) });
    const said = await say('officer', `/requests/${ours}`, { fileIds: [file.id] });
    expect(said.files).toMatchObject([{ fileId: file.id, versions: [{ name: '양식.txt' }] }]);
    expect((await who.labour.get(`/files/${file.id}`)).id).toBe(file.id);
    expect((await who.economy.send('GET', `/files/${file.id}`)).status).toBe(404);
    await who.officer.send('DELETE', `/comments/${said.id}`, undefined, { 'if-match': '"1"' });
    expect((await who.labour.send('GET', `/files/${file.id}`)).status).toBe(404);
  });
});

describe('what one has said', () => {
  const patch = (by: Name, id: string, version: number, body: object): Promise<Json> =>
    who[by].send('PATCH', `/comments/${id}`, body, { 'if-match': `"${version}"` });

  it('can be put right for a while, by oneself; each wording is kept', async () => {
    const said = await say('labour', `/requests/${ours}`);
    const text = nonsense(4);
    expect((await patch('officer', said.id, 1, { text })).status).toBe(403);
    expect((await patch('economy', said.id, 1, { text })).status).toBe(404);
    const { status, body } = await patch('labour', said.id, 1, { text });
    expect([status, body]).toMatchObject([
      200,
      { text, version: 2, versions: [{ version: 1, text: said.text }] },
    ]);
    expect(body.editedAt).not.toBeNull();
    expect((await patch('labour', said.id, 1, { text })).status).toBe(412);
    await city.database.query(
      `update comments set written_at = written_at - interval '16 minutes' where id = $1`,
      [said.id],
    );
    const late = await patch('labour', said.id, 2, { text: '늦음' });
    expect([late.status, late.body.type]).toEqual([409, expect.stringContaining('comment.too_late')]);
  });

  it('can be withdrawn: that it was said stays, its words only for who audits', async () => {
    const said = await say('officer', `/requests/${ours}`);
    const withdrawn = await who.officer.send('DELETE', `/comments/${said.id}`, undefined, {
      'if-match': '"1"',
    });
    expect([withdrawn.status, withdrawn.body.text]).toEqual([200, null]);
    for (const name of ['officer', 'labour'] as const) {
      const seen = await who[name].get(`/comments/${said.id}`);
      expect(seen).toMatchObject({ text: null, versions: [], writtenByName: 'officer' });
      expect(seen.withdrawnAt).not.toBeNull();
    }
    expect((await who.auditor.get(`/comments/${said.id}`)).versions).toMatchObject([{ text: said.text }]);
    expect((await patch('officer', said.id, 2, { text: '다시' })).status).toBe(409);
  });
});

describe('somebody named in a comment', () => {
  it('is suggested among those who may read it: by name, initials or department', async () => {
    const names = async (by: Name, query: string): Promise<string[]> =>
      (await who[by].get(`/people?${query}`)).items.map(({ name }: Json) => name).toSorted();
    expect(await names('officer', `requestId=${ours}`)).toEqual([
      'auditor',
      'colleague',
      'labour',
      'manager',
    ]);
    expect(await names('labour', `requestId=${ours}&q=off`)).toEqual(['officer']);
    expect(await names('officer', `requestId=${ours}&q=${encodeURIComponent('노동')}`)).toEqual(['labour']);
    expect(await names('officer', `requestId=${ours}&internal=true`)).toEqual([
      'auditor',
      'colleague',
      'manager',
    ]);
    expect(await names('officer', `issueId=${issueId}`)).toEqual(['auditor', 'colleague', 'manager']);
    expect((await who.economy.send('GET', `/people?requestId=${ours}`)).status).toBe(404);
    expect((await who.labour.send('GET', `/people?issueId=${issueId}`)).status).toBe(404);
    expect((await who.officer.send('GET', '/people')).status).toBe(400);
  });

  it('is told by inbox and mail, once, and of a second naming only when it is new', async () => {
    const said = await say('labour', `/requests/${ours}`, {
      mentions: [city.people.manager.id, city.people.officer.id],
    });
    const notice = await told('manager', said.text);
    expect(notice.event).toBe('comment.mentioned');
    await quiet(city);
    expect((await inbox('officer')).filter(({ body }) => body.includes(said.text))).toHaveLength(1);
    const rows = (): Promise<Json[]> =>
      city.database.query(
        `select l.channel, u.name from deliveries l join users u on u.id = l.recipient_id where l.body like $1 order by 1, 2`,
        [`%${said.text}%`],
      );
    expect((await rows()).map(({ channel, name }) => `${channel} ${name}`)).toEqual([
      'inbox manager',
      'inbox officer',
      'mail manager',
      'mail officer',
    ]);
    const mentions = [city.people.manager.id, city.people.colleague.id];
    await who.labour.send('PATCH', `/comments/${said.id}`, { mentions }, { 'if-match': '"1"' });
    await told('colleague', said.text);
    await quiet(city);
    expect(await rows()).toHaveLength(6);
  });

  it('who cannot read it is refused in the words for somebody who does not exist', async () => {
    const { labour, economy, admin, officer } = city.people;
    const named = (by: Name, path: string, id: string, more: object = {}) =>
      refusal(by, `${path}/comments`, { text: '확인', mentions: [id], ...more });
    const unknown = await named('officer', `/requests/${ours}`, randomUUID());
    expect(unknown).toEqual([400, 'mentions.0', '이 대화를 볼 수 없는 사람은 지정할 수 없습니다.']);
    expect(await named('officer', `/requests/${ours}`, economy.id)).toEqual(unknown);
    expect(await named('labour', `/requests/${ours}`, admin.id)).toEqual(unknown);
    expect(await named('officer', `/requests/${ours}`, labour.id, { internal: true })).toEqual(unknown);
    expect(await named('officer', `/issues/${issueId}`, labour.id)).toEqual(unknown);
    const { colleague, labour: reader } = city.people;
    const secret = await asked({ confidential: true, readers: [reader.id, economy.id] });
    expect(await named('officer', `/requests/${secret.ours}`, colleague.id)).toEqual(unknown);
    expect(
      (await who.officer.get(`/people?requestId=${secret.ours}`)).items.map(({ id }: Json) => id),
    ).toEqual([reader.id]);
    expect(
      (await say('labour', `/requests/${secret.ours}`, { mentions: [officer.id] })).mentions,
    ).toHaveLength(1);
  });
});

describe('internal notes', () => {
  it("are the office's alone: a department can neither write nor see one", async () => {
    expect(await refusal('labour', `/requests/${ours}/comments`, { text: '메모', internal: true })).toEqual([
      400,
      'internal',
      expect.any(String),
    ]);
    expect((await refusal('labour', `/issues/${issueId}/comments`, { text: '메모' }))[0]).toBe(403);
    expect(
      await refusal('officer', `/issues/${issueId}/comments`, { text: '메모', internal: false }),
    ).toEqual([400, 'internal', expect.any(String)]);
    const note = await say('manager', `/requests/${ours}`, { internal: true });
    expect((await who.labour.send('GET', `/comments/${note.id}`)).status).toBe(404);
    const about = await say('manager', `/issues/${issueId}`);
    expect(about.internal).toBe(true);
    expect(await heard('auditor', `/issues/${issueId}`)).toEqual([about.text]);
    await told('officer', note.text);
    const { items } = await who.officer.get(`/issues/${issueId}/timeline?limit=200&sort=-seq`);
    expect(items[0]).toMatchObject({
      name: 'comment.added',
      payload: { commentId: about.id, internal: true },
    });
    expect(items.map(({ seq }: Json) => seq)).toEqual(items.map((_: Json, n: number) => items.length - n));
  });

  it('never get to a department with a file, either', async () => {
    const file = await brought(who.colleague, { name: '검토.txt', bytes: Buffer.from(nonsense(6)) });
    await say('colleague', `/requests/${ours}`, { internal: true, fileIds: [file.id] });
    expect((await who.officer.get(`/files/${file.id}`)).id).toBe(file.id);
    expect((await who.labour.send('GET', `/files/${file.id}`)).status).toBe(404);
    const slip = await refusal('officer', `/requests/${ours}/comments`, { text: '붙임', fileIds: [file.id] });
    expect(slip.slice(0, 2)).toEqual([400, 'fileIds.0']);
  });

  it('never get to a department by a file that hangs there too: that is a file of its own there', async () => {
    const draft = await brought(who.officer, { name: '검토안.txt', bytes: Buffer.from(nonsense(6)) });
    await say('officer', `/requests/${ours}`, { internal: true, fileIds: [draft.id] });
    const second = { name: '검토안.txt', bytes: Buffer.from(nonsense(6)) };
    const newer = await brought(who.officer, second, draft.id);
    // Sent to the department as it is on record, and brought once more: neither leads to the draft.
    const shown = await say('officer', `/requests/${ours}`, { fileIds: [newer.id] });
    const again = await brought(who.officer, second);
    const also = await say('officer', `/requests/${ours}`, { fileIds: [again.id] });
    for (const { files } of [shown, also]) {
      expect(files[0].versions).toHaveLength(1);
      expect((await who.labour.get(`/files/${files[0].fileId}`)).versions).toHaveLength(1);
    }
    for (const { id } of [draft, newer])
      expect((await who.labour.send('GET', `/files/${id}`)).status).toBe(404);
    // A further version of the note's file stays with the office.
    await brought(who.officer, { ...second, bytes: Buffer.from('셋째') }, newer.id);
    expect((await who.labour.get(`/files/${shown.files[0].fileId}`)).versions).toHaveLength(1);
  });

  it('make no difference to a department: two worlds with and without answer and stream the same', async () => {
    const paths = ['', '/comments'].map((part) => `/requests/${ours}${part}`);
    const look = async (): Promise<string[]> => {
      await quiet(city);
      const all = [
        ...paths,
        '/inbox',
        '/requests?limit=200',
        '/issues?limit=200',
        '/issues/summary',
        `/issues/${issueId}`,
      ];
      const answers = await Promise.all(
        all.map(async (path) => {
          const { status, headers, body } = await who.labour.send('GET', path);
          return [path, status, headers.get('etag'), JSON.stringify(body)].join(' ');
        }),
      );
      const exported = await who.labour.send('GET', '/issues/export?format=csv');
      return [...answers, exported.body];
    };
    const [listener, officer] = await Promise.all([Follower.open(who.labour), Follower.open(who.officer)]);
    const event = async (): Promise<Json> => {
      const { text } = await say('officer', `/requests/${ours}`);
      await told('labour', text);
      await quiet(city);
      await sleep(500);
      return listener.told.filter(({ event: name }) => name === 'comment.added').at(-1);
    };
    const before = await event();
    const one = await look();
    const note = await say('manager', `/requests/${ours}`, {
      internal: true,
      mentions: [city.people.colleague.id],
    });
    await who.manager.send('PATCH', `/comments/${note.id}`, { text: nonsense(4) }, { 'if-match': '"1"' });
    await say('officer', `/issues/${issueId}`);
    expect(await look()).toEqual(one);
    const after = await event();
    // No gap, and nothing of this conversation but the last word: the clock may have put the month's report between.
    const names = await toldToAllBetween(before.id, after.id);
    expect(names).toHaveLength(Number(after.id) - Number(before.id));
    expect(names.filter((name) => !name.startsWith('report.'))).toEqual(['comment.added']);
    expect(after.data.seq).toBe(before.data.seq + 1);
    expect(listener.heard).not.toContain(note.id);
    expect(officer.heard).toContain(note.id);
    for (const one of [listener, officer]) one.leave();
  });

  it('do not reach who collects the answers of others, nor does what was said to those', async () => {
    const fresh = await asked();
    await who.officer.post(`/requests/${fresh.ours}/collection`, { requestIds: [fresh.theirs] });
    const listener = await Follower.open(who.labour);
    const said = await say('officer', `/requests/${fresh.theirs}`);
    const note = await say('officer', `/requests/${fresh.theirs}`, { internal: true });
    const { id } = await who.economy.post(`/requests/${fresh.theirs}/responses`, { text: '회신' });
    await eventually('the answer is heard', async () => listener.heard.includes(id));
    for (const one of [said, note]) expect(listener.heard).not.toContain(one.id);
    listener.leave();
  });
});

describe('templates of answers', () => {
  it('are there for every request, filled in and fitting it', async () => {
    const { items } = await who.labour.get(`/templates?requestId=${ours}`);
    const plan = items.find(({ key }: Json) => key === 'plan');
    expect(plan.filled).toContain('노동민생정책관');
    expect(plan.filled).not.toMatch(/\{(이슈명|부서|요청사항|오늘)\}/);
    expect(items.map(({ key }: Json) => key)).toContain('not-applicable');
    expect(items.map(({ key }: Json) => key)).not.toContain('facility-check');
    expect((await who.economy.send('GET', `/templates?requestId=${ours}`)).status).toBe(404);
  });

  it("of the office are everybody's, of a department its own; the names are unique there", async () => {
    const office = await who.officer.post('/templates', {
      name: '동절기',
      text: '□ {부서} 점검',
      status: 'underway',
    });
    const own = await who.labour.post('/templates', {
      name: '동절기',
      text: '□ 우리 서식',
      grades: ['moderate'],
    });
    expect([office.scope, own.scope]).toEqual(['office', 'department']);
    expect((await refusal('labour', '/templates', { name: '동절기', text: 'x' }))[0]).toBe(409);
    const keys = async (by: Name): Promise<string[]> =>
      (await who[by].get('/templates')).items.map(({ key }: Json) => key);
    expect((await keys('labour')).slice(0, 2)).toEqual([own.id, office.id]);
    expect(await keys('economy')).not.toContain(own.id);
    expect(await keys('officer')).not.toContain(own.id);
    const change = (by: Name, id: string, body: object = { text: '□ 새 글' }, version = 1): Promise<Json> =>
      who[by].send('PATCH', `/templates/${id}`, body, { 'if-match': `"${version}"` });
    expect((await change('labour', office.id)).status).toBe(403);
    expect((await change('economy', own.id)).status).toBe(404);
    expect((await change('labour', own.id)).body).toMatchObject({
      text: '□ 새 글',
      name: '동절기',
      version: 2,
    });
    expect((await change('labour', own.id)).status).toBe(412);
    const gone = await who.labour.send('DELETE', `/templates/${own.id}`, undefined, { 'if-match': '"2"' });
    expect([gone.status, (await keys('labour'))[0]]).toEqual([204, office.id]);
  });

  it('say which place they do not know', async () => {
    const { status, body } = await who.officer.send('POST', '/templates', {
      name: '서식',
      text: '{담당자} 확인',
    });
    expect([status, body.errors]).toEqual([
      400,
      [{ path: 'text', message: '알 수 없는 자리표시입니다: 담당자' }],
    ]);
    expect((await refusal('officer', '/templates', { name: '서식', text: 'x', kinds: ['none'] }))[1]).toBe(
      'kinds',
    );
  });
});
