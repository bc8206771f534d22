import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { Api, type Json } from './support/api.js';
import { City } from './support/city.js';
import { nextMonth } from './support/browser-desk.js';
import { Follower } from './support/follow-stream.js';
import { anIssue, light, settled } from './support/issues.js';
import { difference, everythingAsked } from './support/outside-view.js';
import { tally } from './support/tally.js';
import { pagesOfPdf } from './support/read-pdf.js';
import { nonsense } from './support/words.js';
import {
  confidentialCase,
  deskmate,
  openCase,
  prepareEscalation,
  quiet,
  type Case,
  type Secret,
} from './support/worlds.js';

const OUTSIDERS = ['officer', 'manager', 'auditor', 'labour2', 'economy'] as const;
type Outsider = (typeof OUTSIDERS)[number];

let city: City;
let who: Record<Outsider | 'colleague' | 'labour' | 'admin', Api>;
let open: Case;
let secret: Secret;
/** What outsiders were answered in the world without the confidential issue, and in the one with it. */
let before: Record<string, string>;
let after: Record<string, string>;
let listeners: Record<Outsider, Follower>;

/** Of every outsider at once. */
async function everything(words: string[]): Promise<Record<string, string>> {
  const told = await Promise.all(
    OUTSIDERS.map(async (name) =>
      Object.entries(await everythingAsked(who[name], open.issueId, words)).map(
        ([asked, answer]) => [`${name} ${asked}`, answer] as const,
      ),
    ),
  );
  return Object.fromEntries(told.flat());
}

const nextNumber = async (): Promise<number> => {
  const { id, number } = await who.officer.post('/issues', anIssue(light));
  await settled(who.officer, id);
  return Number(number.split('-')[1]);
};

beforeAll(async () => {
  city = await City.start();
  const names = ['officer', 'colleague', 'manager', 'auditor', 'admin', 'labour', 'economy'] as const;
  const apis = await Promise.all(names.map((name) => city.as(name)));
  who = Object.fromEntries(names.map((name, n) => [name, apis[n]])) as typeof who;
  who.labour2 = await deskmate(city, who.admin);
  open = await openCase(
    who.officer,
    who.labour,
    [city.people.labour.departmentId!, city.people.economy.departmentId!],
    { expectedMonth: '2026-12' },
  );
  await who.officer.post('/reports', { month: '2026-12' });
  await who.officer.post(`/rounds/${nextMonth()}`);
  await quiet(city);
  const words = Array.from({ length: 7 }, () => nonsense(3));
  listeners = Object.fromEntries(
    await Promise.all(OUTSIDERS.map(async (name) => [name, await Follower.open(who[name])])),
  ) as typeof listeners;
  await nextNumber();
  await quiet(city);
  before = await everything(words);
  secret = await confidentialCase(city, who.colleague, who.labour, words, [city.people.labour.id]);
  await prepareEscalation(city, secret.requestId);
  await quiet(city);
  after = await everything(words);
}, 180_000);
afterAll(async () => {
  for (const listener of Object.values(listeners ?? {})) listener.leave();
  await city?.stop();
});

describe('two worlds that differ in one confidential issue', () => {
  it('answer an outsider byte for byte the same', () => {
    expect(Object.keys(before).length).toBeGreaterThan(2000);
    tally('questions to two worlds', Object.keys(before).length);
    expect(
      Object.entries(before).flatMap(([asked, answer]) => difference(asked, answer, after[asked]!)),
    ).toEqual([]);
  });

  it('give out the same public numbers', async () => {
    const numbers = [await nextNumber(), await nextNumber()];
    expect(numbers[1]).toBe(numbers[0]! + 1);
    const { items } = await who.officer.get('/issues?sort=number&limit=200');
    expect(items.map(({ number }: Json) => Number(number.split('-')[1]))).toEqual(
      items.map((_: Json, n: number) => n + 1),
    );
    expect((await who.colleague.get(`/issues/${secret.issueId}`)).number).toMatch(/^\d{4}-C0001$/);
  });

  it('stream the same, down to the ids: nothing shows that something was left out', async () => {
    await nextNumber();
    await quiet(city);
    // What was just given out is on its way.
    await sleep(500);
    const { told } = listeners.officer;
    expect(told.filter(({ event }) => event === 'issue.reported').length).toBeGreaterThan(1);
    const all = told.map(({ id }) => id);
    expect(all).toEqual(all.map((_, n) => all[0]! + n));
    for (const name of OUTSIDERS) expect(listeners[name].heard).not.toContain(secret.issueId);
  });

  it('compile the same report, in every format', async () => {
    const bytes = async (): Promise<string[]> => {
      await who.officer.post('/reports', { month: '2026-12' });
      const file = async (format: string): Promise<Buffer> => {
        const response = await fetch(`${city.url}/api/v1/reports/2026-12/editions/1.${format}`, {
          headers: { cookie: who.officer.cookie },
        });
        expect(response.status).toBe(200);
        return Buffer.from(await response.arrayBuffer());
      };
      const packed = async (format: string): Promise<string> =>
        Object.values(unzipSync(await file(format)))
          .map((part) => Buffer.from(part).toString())
          .join('\n');
      return [
        String(await file('html')),
        String(await file('txt')),
        pagesOfPdf(await file('pdf')).join('\n'),
        await packed('hwpx'),
        await packed('xlsx'),
      ];
    };
    for (const text of await bytes())
      for (const word of [...secret.words, '2026-C0001'])
        for (const part of word.split(' ')) expect(text).not.toContain(part);
    await city.database.query('delete from issue_readers where issue_id = $1', [secret.issueId]);
    const [html] = await bytes();
    await city.database.query(
      `insert into issue_readers select $1, id from users where email in ('colleague@city.test', 'labour@city.test')`,
      [secret.issueId],
    );
    expect(difference('html', html!, (await bytes())[0]!)).toEqual([]);
  });

  it('leave no word of it in what an administrator, an outsider or a log can read', async () => {
    const rows = await city.database.query<{ row: string }>(
      `select l::text as row from deliveries l where channel = 'mail'`,
    );
    for (const { row } of rows) for (const word of secret.words) expect(row).not.toContain(word);
    for (const path of ['/deliveries?limit=200', '/parked', '/inbox', '/users']) {
      const answer = JSON.stringify(await who.admin.get(path));
      for (const word of [...secret.words, secret.issueId, '2026-C']) expect(answer).not.toContain(word);
    }
  });
});

describe('a confidential issue', () => {
  // prettier-ignore
  const ROUTES: [string, string, (of: Case) => string, object?][] = [
    ['officer', 'GET', ({ issueId }) => `/issues/${issueId}`], ['manager', 'GET', ({ issueId }) => `/issues/${issueId}/brief`], ['manager', 'GET', ({ issueId }) => `/issues/${issueId}/timeline`],
    ['auditor', 'GET', ({ issueId }) => `/issues/${issueId}/assessments`], ['officer', 'GET', ({ issueId }) => `/issues/${issueId}/decisions`],
    ['officer', 'GET', ({ issueId }) => `/issues/${issueId}/similar`], ['officer', 'PATCH', ({ issueId }) => `/issues/${issueId}`, { title: '새 제목' }],
    ['manager', 'POST', ({ issueId }) => `/issues/${issueId}/decisions`, { stage: 'act', outcome: 'confirm' }],
    ['officer', 'POST', ({ issueId }) => `/issues/${issueId}/closure`, { outcome: 'eased', lesson: '교훈' }],
    ['officer', 'POST', ({ issueId }) => `/issues/${issueId}/requests`, { text: '추가' }],
    ['officer', 'GET', ({ requestId }) => `/requests/${requestId}`], ['labour2', 'GET', ({ requestId }) => `/requests/${requestId}`],
    ['labour2', 'POST', ({ requestId }) => `/requests/${requestId}/responses`, { text: '회신' }],
    ['labour2', 'POST', ({ requestId }) => `/requests/${requestId}/acknowledgement`, {}],
    ['auditor', 'GET', ({ responseId }) => `/responses/${responseId}`], ['officer', 'POST', ({ responseId }) => `/responses/${responseId}/review`, { outcome: 'accept' }],
    ['officer', 'GET', ({ issueId }) => `/issues/${issueId}/comments`], ['manager', 'POST', ({ issueId }) => `/issues/${issueId}/comments`, { text: '의견' }],
    ['auditor', 'GET', ({ requestId }) => `/requests/${requestId}/comments`], ['labour2', 'POST', ({ requestId }) => `/requests/${requestId}/comments`, { text: '의견' }],
    ['labour2', 'GET', ({ requestId }) => `/people?requestId=${requestId}`], ['officer', 'GET', ({ requestId }) => `/templates?requestId=${requestId}`],
    ['officer', 'DELETE', ({ issueId }) => `/issues/${issueId}/merge`], ['officer', 'POST', ({ issueId }) => `/issues/${issueId}/follow-ups`, {}],
    ['officer', 'GET', ({ issueId }) => `/issues/${issueId}/following`], ['manager', 'POST', ({ issueId }) => `/issues/${issueId}/following`],
    ['officer', 'GET', ({ signalId }) => `/signals/${signalId}`], ['auditor', 'GET', ({ signalId }) => `/signals/${signalId}/timeline`],
    ['officer', 'POST', ({ signalId }) => `/signals/${signalId}/dismissal`, { reason: '중복' }],
    ['officer', 'DELETE', ({ signalId }) => `/signals/${signalId}/dismissal`], ['officer', 'POST', ({ signalId }) => `/signals/${signalId}/observation`],
    ['officer', 'POST', ({ signalId }) => `/signals/${signalId}/cluster`, { signalId: randomUUID() }], ['officer', 'DELETE', ({ signalId }) => `/signals/${signalId}/cluster`],
    ['officer', 'POST', ({ signalId }) => `/signals/${signalId}/questions`, { text: '질문' }], ['manager', 'GET', ({ signalId }) => `/clusters/${signalId}`],
    ['officer', 'POST', ({ signalId }) => `/clusters/${signalId}/dismissal`, { reason: '중복' }], ['officer', 'DELETE', ({ signalId }) => `/clusters/${signalId}/issue`],
  ];

  it.each(ROUTES)(
    'is to %s by %s the same 404 as an unknown one (%#)',
    async (...[name, verb, path, body]) => {
      const ask = async (of: Case): Promise<string> => {
        const {
          status,
          headers,
          body: answer,
        } = await who[name as Outsider].send(verb, path(of), body, { 'if-match': '"1"' });
        const told = [...headers].filter(([header]) => header !== 'date');
        return JSON.stringify([status, told, answer]).replaceAll(
          Object.values(of).find((id) => path(of).includes(id)),
          'ID',
        );
      };
      const [issueId, requestId, responseId, signalId] = Array.from({ length: 4 }, () => randomUUID()) as [
        string,
        string,
        string,
        string,
      ];
      expect(await ask(secret)).toBe(await ask({ issueId, requestId, responseId, signalId }));
      expect(await ask(secret)).toMatch(/^\[404/);
    },
  );

  it('is all there for those who are named', async () => {
    const issue = await who.colleague.get(`/issues/${secret.issueId}`);
    expect(issue).toMatchObject({ confidential: true, title: secret.words[0], summary: secret.words[1] });
    expect(issue.readers.toSorted()).toEqual([city.people.colleague.id, city.people.labour.id].toSorted());
    expect((await who.colleague.get('/issues/summary')).total).toBe(
      (await who.officer.get('/issues/summary')).total + 1,
    );
    expect((await who.colleague.get(`/issues?q=${encodeURIComponent(secret.words[0]!)}`)).items).toHaveLength(
      1,
    );
    expect(
      (await who.colleague.post('/issues/similar', { text: `${secret.words[0]}. ${secret.words[1]}` }))
        .items[0].id,
    ).toBe(secret.issueId);
    for (const list of ['/deliveries', '/escalations']) {
      const refused = await who.colleague.send('GET', `${list}/export?format=csv`);
      expect([list, refused.status, refused.body.errors?.[0].path]).toEqual([list, 400, 'reason']);
    }
    const exported = await who.colleague.send('GET', '/issues/export?format=csv&columns=title&reason=audit');
    expect(exported.body).toContain(secret.words[0]);
    const theirs = await who.labour.get('/requests?limit=200');
    expect(theirs.items.map(({ id }: Json) => id)).toContain(secret.requestId);
    expect(await who.labour.get(`/issues/${secret.issueId}`)).toMatchObject({
      score: null,
      requests: [{ id: secret.requestId }],
    });
  });

  it('is on a brief for those who are named, marked and on record, and in no paper for the council', async () => {
    const brief = `/issues/${secret.issueId}/brief?format=txt`;
    expect((await who.colleague.send('GET', brief)).body.errors[0].path).toBe('reason');
    const { body } = await who.colleague.send('GET', `${brief}&reason=audit`);
    expect(String(body)).toMatch(new RegExp(`^열람 제한 · 비공개[^]*${secret.words[0]}`));
    const taken = await city.database.query(
      `select u.name as by, l.kind, l.detail->'query'->>'format' as format from access_log l join users u on u.id = l.actor_id
       where l.what = 'GET /api/v1/issues/:id/brief' and $1 = any(l.issue_ids) order by l.kind`,
      [secret.issueId],
    );
    expect(taken).toEqual(['export', 'read'].map((kind) => ({ by: 'colleague', kind, format: 'txt' })));
    const period = 'from=2020-01&to=2199-12';
    const offered = (await who.colleague.get(`/reports/council?${period}`)).items.map(({ id }: Json) => id);
    expect(offered).toContain(open.issueId);
    expect(offered).not.toContain(secret.issueId);
    const chosen = (id: string) =>
      who.colleague.send('GET', `/reports/council/paper?${period}&issues=${open.issueId},${id}`);
    const [one, other] = [await chosen(secret.issueId), await chosen(randomUUID())];
    expect([one.status, one.body]).toEqual([404, other.body]);
  });

  it('opens to who is named later, closes to who is named no more, and keeps its last word with whoever names', async () => {
    const name = async (readers: string[]): Promise<number> =>
      (await who.colleague.send('PATCH', `/issues/${secret.issueId}`, { readers }, { 'if-match': '*' }))
        .status;
    const { colleague, manager, labour } = city.people;
    const sees = async (by: Api): Promise<number> =>
      (await by.send('GET', `/issues/${secret.issueId}`)).status;
    expect(await name([colleague.id, manager.id])).toBe(200);
    expect([await sees(who.manager), await sees(who.labour)]).toEqual([200, 404]);
    expect(await name([colleague.id, labour.id])).toBe(200);
    expect([await sees(who.manager), await sees(who.labour)]).toEqual([404, 200]);
    expect(await name([labour.id])).toBe(400);
    expect(await name([])).toBe(400);
    expect(await name([colleague.id, randomUUID()])).toBe(400);
  });

  it('is never made public by half: readers without confidence are refused', async () => {
    const readers = [city.people.manager.id];
    const answer = await who.officer.send('POST', '/issues', anIssue({ readers }));
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'readers']);
    const path = `/issues/${open.issueId}`;
    const change = await who.officer.send('PATCH', path, { readers }, { 'if-match': '*' });
    expect([change.status, change.body.errors[0].path]).toEqual([400, 'readers']);
  });
});

describe('a department', () => {
  it('sees of an issue its own requests, no score, and nothing of who else is late', async () => {
    const issue = await who.economy.get(`/issues/${open.issueId}`);
    expect(issue).toMatchObject({
      score: null,
      requests: [{ departmentId: city.people.economy.departmentId }],
    });
    const all = await who.officer.get(`/issues/${open.issueId}`);
    expect(all.requests).toHaveLength(2);
    const theirs = await who.economy.get('/requests?limit=200');
    expect(theirs.items).toHaveLength(1);
    await city.database.query(
      `update requests set due_at = app_now() - interval '1 day', state = 'delivered' where id = $1`,
      [open.requestId],
    );
    expect((await who.officer.get('/issues?overdue=true')).items).toHaveLength(1);
    expect((await who.economy.get('/issues?overdue=true')).items).toHaveLength(0);
    expect((await who.economy.get('/issues/summary')).overdue).toBe(0);
    expect((await who.labour.get('/issues/summary')).overdue).toBeGreaterThan(0);
    const sorted = await Promise.all(
      ['score', '-score'].map((sort) => who.economy.send('GET', `/issues?sort=${sort}`)),
    );
    expect(sorted.map(({ status }) => status)).toEqual([200, 200]);
  });
});
