import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { readAnchors } from '#audit/anchor.js';
import { sealNew } from '#audit/seal.js';
import { verifyAudit, type Verified } from '#audit/verify.js';
import { databaseOptions } from '#platform/database.js';
import { Api, type Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { anIssue, settled } from './support/issues.js';

const MONTH = '2027-03';

let city: City;
let who: Record<'officer' | 'colleague' | 'auditor' | 'admin', Api>;
let source: DataSource;
let open: Json;
let secret: Json;

beforeAll(async () => {
  city = await City.start({ apps: ['intake', 'pipeline'] });
  who = await city.asEach('officer', 'colleague', 'auditor', 'admin');
  source = await new DataSource(databaseOptions({ url: city.database.url, pool: 2 }, [])).initialize();
  open = await registered({});
  const readers = [city.people.officer.id, city.people.auditor.id];
  secret = await registered({ confidential: true, readers, expectedMonth: MONTH });
}, 120_000);
afterAll(async () => {
  await source?.destroy();
  await city?.stop();
});

const registered = async (more: object): Promise<Json> =>
  settled(who.officer, (await who.officer.post('/issues', anIssue(more))).id);
const trail = async (query: string, by: Api = who.auditor): Promise<Json[]> =>
  (await by.get(`/audit?limit=200&${query}`)).items;
const take = (query: string): Promise<Response> =>
  fetch(`${city.url}/api/v1/issues/export?${query}`, { headers: { cookie: who.officer.cookie } });
const anchors = () => readAnchors(join(city.dataDir, 'audit', 'anchors.jsonl'));
const verified = (): Promise<Verified> => source.transaction((tx) => verifyAudit(tx, []));
const faults = async (): Promise<string[]> =>
  (await verified()).findings.map(({ fault, source: of }) => `${fault} ${of}`).toSorted();
const allSealed = (): Promise<unknown> =>
  eventually('all is sealed', async () => (await verified()).waiting === 0);

describe('what is seen, taken and refused', () => {
  it('is on record when something confidential is read, by id, in a list or behind another id, before the answer leaves', async () => {
    const paths = [
      `/issues/${secret.id}`,
      `/issues/${secret.id}/timeline`,
      '/issues?limit=200',
      `/issues/${open.id}`,
    ];
    for (const path of paths) await who.officer.get(path);
    const found = await trail(`kind=read&issueId=${secret.id}`);
    expect(found.filter(({ actor }) => actor === 'officer').map(({ detail }) => detail.path)).toEqual(
      expect.arrayContaining(paths.slice(0, 3).map((path) => `/api/v1${path.split('?')[0]}`)),
    );
    expect(found[0]).toMatchObject({
      kind: 'read',
      what: expect.stringMatching(/^GET \/api\/v1\/issues/),
      actorId: city.people.officer.id,
      issues: [{ id: secret.id, number: secret.number }],
      address: expect.any(String),
    });
    expect(await trail(`kind=read&issueId=${open.id}`)).toEqual([]);
  });

  it('is not told to an auditor without the right to the issue', async () => {
    await who.officer.get(`/issues/${secret.id}`);
    expect(await trail(`issueId=${secret.id}`, who.admin)).toEqual([]);
    expect(JSON.stringify(await trail('', who.admin))).not.toContain(secret.number);
  });

  it('names an export with its filter and rows, and asks for a reason where it holds something confidential', async () => {
    const refused = await take('format=csv');
    expect([refused.status, ((await refused.json()) as Json).errors[0].path]).toEqual([400, 'reason']);
    const reason = '의회 요구자료 작성';
    const answer = await take(`format=csv&${new URLSearchParams({ reason })}`);
    expect([answer.status, (await answer.text()).includes(secret.number)]).toEqual([200, true]);
    expect((await take(`format=csv&q=${encodeURIComponent(open.title)}`)).status).toBe(200);
    const [second, first] = await trail('kind=export');
    expect(first).toMatchObject({
      actor: 'officer',
      issues: [{ id: secret.id }],
      detail: { rows: 2, query: { reason } },
    });
    expect(second).toMatchObject({ issues: [], detail: { rows: 1, query: { q: open.title } } });
  });

  it('names who signed in, who failed to, who left and who was refused', async () => {
    const { email, password } = city.people.colleague;
    const wrong = await fetch(`${city.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'wrong-password-1' }),
    });
    expect(wrong.status).toBe(401);
    const fresh = await Api.signIn(city.url, email, password);
    for (const path of [`/issues/${secret.id}`, '/audit?from=%00&%00=1']) await fresh.send('GET', path);
    await fresh.send('DELETE', '/sessions/current');
    const found = await trail(`actorId=${city.people.colleague.id}&from=2000-01-01&to=2099-12-31`, who.admin);
    const said = found.toReversed().map(({ kind, detail }) => [kind, detail.status ?? null]);
    expect(said.slice(-5)).toEqual([
      ['sign-in-refused', null],
      ['signed-in', null],
      ['refused', 404],
      ['refused', 403],
      ['signed-out', null],
    ]);
    expect(JSON.stringify(found)).not.toContain('wrong-password-1');
  });

  it('shows changes with what was before and after, and leaves as a file that is itself on record', async () => {
    await who.officer.send('PATCH', `/issues/${open.id}`, { notes: ['※ 확인 중'] }, { 'if-match': '*' });
    const [changed] = await trail(`issueId=${open.id}&what=amended`);
    expect(changed).toMatchObject({
      kind: 'change',
      actor: 'officer',
      changes: { notes: [[], ['※ 확인 중']] },
    });
    const file = await fetch(`${city.url}/api/v1/audit/export?format=csv&kind=change`, {
      headers: { cookie: who.admin.cookie },
    });
    expect(file.status).toBe(200);
    await file.text();
    expect((await trail('kind=export', who.admin))[0]).toMatchObject({
      actor: 'admin',
      what: 'GET /api/v1/audit/export',
    });
  });
});

describe('papers that leave as files', () => {
  it('are on record: editions, the paper for the council, the brief of an issue, changes between two dates', async () => {
    await who.officer.post('/reports', { month: MONTH });
    const period = 'from=2020-01&to=2099-12';
    const taken: [path: string, what: string][] = [
      [`/reports/${MONTH}/editions/1.txt`, 'GET /api/v1/reports/:month/editions/:file'],
      [`/reports/council/paper?${period}&format=txt`, 'GET /api/v1/reports/council/paper'],
      [`/issues/${open.id}/brief?format=hwpx`, 'GET /api/v1/issues/:id/brief'],
      [
        '/reports/changes/export?from=2020-01-01&to=2020-01-02&format=csv',
        'GET /api/v1/reports/changes/export',
      ],
    ];
    for (const [path, what] of taken) {
      expect((await who.officer.send('GET', path)).status).toBe(200);
      const [newest] = await trail('kind=export');
      expect(newest).toMatchObject({ actor: 'officer', what, issues: [] });
    }
  });

  it('are read, and no export, where they are looked at as a page', async () => {
    const before = (await trail('kind=export')).length;
    for (const path of [
      `/reports/${MONTH}/editions/1.html`,
      '/reports/council/paper?from=2020-01&to=2099-12',
    ])
      expect((await who.officer.send('GET', path)).status).toBe(200);
    expect(await trail('kind=export')).toHaveLength(before);
  });

  it('ask for a reason where changes tell of something confidential, and name it on record', async () => {
    const path = '/reports/changes/export?from=2020-01-01&to=2099-12-31&format=csv';
    const refused = await who.officer.send('GET', path);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'reason']);
    expect((await who.officer.send('GET', `${path}&reason=audit`)).body).toContain(secret.number);
    const [newest] = await trail('kind=export');
    expect(newest).toMatchObject({ issues: [{ id: secret.id }], detail: { rows: 2 } });
    expect((await who.colleague.send('GET', path)).status).toBe(200);
  });
});

describe('the restricted volume of a report', () => {
  const path = `/reports/${MONTH}/restricted`;

  it('is there for those who are named on an issue of the month, marked, and on record', async () => {
    expect((await who.auditor.get(path)).items).toMatchObject([{ id: secret.id, number: secret.number }]);
    const { body } = await who.auditor.send('GET', `${path}/paper`);
    expect(String(body)).toMatch(/열람 제한 · 비공개[^]*auditor/);
    expect(String(body)).toContain(secret.title);
    const what = 'GET /api/v1/reports/:month/restricted/paper';
    const [read] = await trail(`kind=read&issueId=${secret.id}`);
    expect(read).toMatchObject({ actor: 'auditor', what });
  });

  it('leaves as a file in every format, for a reason only', async () => {
    for (const format of ['pdf', 'hwpx', 'txt']) {
      const refused = await who.auditor.send('GET', `${path}/paper?format=${format}`);
      expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'reason']);
      const file = await who.auditor.send('GET', `${path}/paper?format=${format}&reason=audit`);
      expect(file.status).toBe(200);
      const [taken] = await trail(`kind=export&issueId=${secret.id}`);
      expect(taken).toMatchObject({ actor: 'auditor', detail: { query: { format, reason: 'audit' } } });
    }
  });

  it('is empty, and as unknown as that of a month without one, for everybody else', async () => {
    expect(await who.colleague.get(path)).toEqual({ items: [] });
    const papers = [`${path}/paper`, '/reports/2031-01/restricted/paper'];
    const [theirs, nobodys] = await Promise.all(papers.map((paper) => who.colleague.send('GET', paper)));
    const said = ({ status, body }: { status: number; body: Json }) => [status, { ...body, instance: '' }];
    expect(said(theirs!)).toEqual(said(nobodys!));
    expect(theirs!.status).toBe(404);
  });
});

describe('the chain of seals', () => {
  it('holds every event and every access within a second, and finds nothing where nothing was touched', async () => {
    await who.officer.get(`/issues/${secret.id}`);
    await eventually('it is sealed', async () => (await trail('kind=read'))[0]!.sealed, 2000);
    await allSealed();
    const [{ rows }] = (await city.database.query(
      'select (select count(*) from events) + (select count(*) from access_log) as rows',
    )) as [{ rows: number }];
    expect(await verified()).toMatchObject({ rows, findings: [] });
    expect(await who.auditor.get('/audit/seal')).toEqual({ behind: false });
  });

  it('is one however many seal at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        i % 2 ? sealNew(source) : who.officer.get(`/issues/${secret.id}`),
      ),
    );
    await allSealed();
    expect(await faults()).toEqual([]);
  });

  /** As somebody would who may do everything in the database, and puts it back. */
  async function tampered(change: string, back: string): Promise<string[]> {
    const quietly = (statement: string) =>
      city.database.query(`begin; set local session_replication_role = replica; ${statement}; commit`);
    await allSealed();
    await quietly(change);
    const found = await faults();
    await quietly(back);
    expect(await faults()).toEqual([]);
    return found;
  }

  it('shows one event changed, one access removed, one put in', async () => {
    const event = `(select id from events order by at limit 1)`;
    expect(
      await tampered(
        `update events set payload = payload || '{"x": 1}' where id = ${event}`,
        `update events set payload = payload - 'x' where id = ${event}`,
      ),
    ).toEqual(['changed event']);
    expect(
      await tampered(
        `create table kept as select * from access_log order by at limit 1; delete from access_log a using kept k where a.id = k.id`,
        `insert into access_log select * from kept; drop table kept`,
      ),
    ).toEqual(['removed access']);
    const id = '0199d0a0-0000-7000-8000-00000000ffff';
    expect(
      await tampered(
        `insert into access_log (id, kind, what) values ('${id}', 'read', 'GET /')`,
        `delete from access_log where id = '${id}'`,
      ),
    ).toEqual(['inserted access']);
  });

  it('shows a digest that was made to fit, and by its anchors a chain that was computed anew', async () => {
    const event = `(select id from events order by at limit 1)`;
    const fit = `update sealed s set digest = event_digest(e) from events e where e.id = s.row_id and e.id = ${event}`;
    expect(
      await tampered(
        `update events set payload = payload || '{"x": 1}' where id = ${event}; ${fit}`,
        `update events set payload = payload - 'x' where id = ${event}; ${fit}`,
      ),
    ).toEqual(['chain seal']);
    const [head] = (await city.database.query(
      `select n, encode(hash, 'hex') as hash from seals order by n desc limit 1`,
    )) as [{ n: number; hash: string }];
    const against = async (hash: string): Promise<string[]> =>
      source.transaction(async (tx) =>
        (await verifyAudit(tx, [{ n: head.n, hash }])).findings.map(({ fault, id }) => `${fault} ${id}`),
      );
    expect(await against(head.hash)).toEqual([]);
    expect(await against('00'.repeat(32))).toEqual([`anchor ${head.n}`]);
  });

  it('has its head outside the database when the process ends, as it is inside', async () => {
    city.child('pipeline').kill('SIGTERM');
    const kept = await eventually('an anchor', async () => {
      const lines = await anchors();
      return lines.length > 0 && lines;
    });
    expect(await readFile(join(city.dataDir, 'audit', 'anchors.jsonl'), 'utf8')).toContain(kept.at(-1)!.hash);
    const found = await source.transaction((tx) => verifyAudit(tx, kept));
    expect([kept.at(-1)!.n <= found.head!.n, found.findings]).toEqual([true, []]);
  });
});

describe('the log of accesses', () => {
  it('cannot be changed or emptied by who writes it', async () => {
    for (const statement of [
      'update access_log set what = $$x$$',
      'delete from access_log',
      'truncate access_log',
      'delete from sealed',
      'update seals set rows = 1',
    ]) {
      const changing = source.transaction(async (tx) => {
        await tx.query('set local role haechi_work');
        await tx.query(statement);
      });
      await expect(changing).rejects.toThrow(/permission denied|insert-only/);
    }
  });

  it('goes month by month when its time is over, which is on record and no finding', async () => {
    const then = `app_now() - interval '26 months'`;
    await city.database.query(`
      select 1; do $$ begin execute format('create table access_log_%s partition of access_log for values from (%L) to (%L)',
        to_char(${then}, 'YYYYMM'), date_trunc('month', ${then}), date_trunc('month', ${then}) + interval '1 month'); end $$`);
    await city.database.query(
      `with a as (insert into access_log (id, at, kind, what) values (gen_random_uuid(), date_trunc('month', ${then}) + interval '9 days', 'read', 'GET /old') returning id)
       insert into unsealed (source, row_id) select 'access', id from a`,
    );
    await sealNew(source);
    await city.database.query('select keep_access_log(24)');
    expect(await trail('what=GET /old')).toEqual([]);
    expect(await trail('kind=trimmed')).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });
});
