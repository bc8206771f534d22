import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import type { Api, Answer, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { expectPeace } from './support/expect-peace.js';
import { anIssue, light, settled } from './support/issues.js';
import { nonsense } from './support/words.js';
import { quiet } from './support/worlds.js';

let city: City;
let who: Record<'officer' | 'colleague' | 'labour' | 'water', Api>;

beforeAll(async () => {
  city = await City.start();
  await city.run('pipeline', { name: 'pipeline-2' });
  who = await city.asEach('officer', 'colleague', 'labour', 'water');
}, 120_000);
afterAll(() => city?.stop());

const OUTLETS = [
  '연합뉴스',
  '뉴시스',
  '뉴스1',
  '조선일보',
  '한겨레',
  '경향신문',
  '서울신문',
  'KBS',
  'MBC',
  'SBS',
];

/** One story as so many outlets tell it: the same words, each in its own wrapping. */
const told = (story: string, outlets = OUTLETS): Json[] =>
  outlets.map((outlet, n) => ({
    channel: 'press',
    title: n % 3 === 0 ? `[단독] ${story}` : n % 3 === 1 ? `${story} 우려` : `${story}(종합)`,
    outlet,
    publishedOn: '2026-11-20',
  }));
const receive = (list: Json[], by: Api = who.officer): Promise<Json[]> =>
  Promise.all(list.map((one) => by.post('/signals', one)));
/** Taken in at once, and brought together. */
async function received(story = nonsense(5), outlets = OUTLETS): Promise<Json[]> {
  const signals = await receive(told(story, outlets));
  await quiet(city, { but: ['compile'] });
  return Promise.all(signals.map(({ id }) => who.officer.get(`/signals/${id}`)));
}
const clusterOf = async (signals: Json[]): Promise<Json> =>
  who.officer.get(`/clusters/${signals[0].clusterId}`);
const undo = (path: string): Promise<Answer> =>
  who.officer.send('DELETE', path, undefined, { 'if-match': '*' });
async function refusal(path: string, body: object, by = who.officer): Promise<string> {
  const { status, body: answer } = await by.send('POST', path, body);
  return `${status} ${answer.errors?.[0]?.path ?? answer.type?.split(':').at(-1)}`;
}

describe('the same article from ten outlets', () => {
  it('is one cluster, though all come at once and two processes bring them together', async () => {
    const [first, second] = [nonsense(5), nonsense(5)];
    const signals = await receive([...told(first), ...told(second)]);
    await quiet(city, { but: ['compile'] });
    const ours = new Set(signals.map(({ id }) => id));
    const { items } = await who.officer.get('/clusters?limit=200');
    const clusters = items.filter((one: Json) => one.signals.some(({ id }: Json) => ours.has(id)));
    expect(clusters.map(({ count }: Json) => count)).toEqual([10, 10]);
    const cluster = clusters.find(({ title }: Json) => title.includes(first));
    expect(cluster).toMatchObject({
      channel: 'press',
      firstOn: '2026-11-20',
      lastOn: '2026-11-20',
      likelyIssue: null,
    });
    expect(cluster.outlets.toSorted()).toEqual(OUTLETS.toSorted());
    expect(cluster.signals.every(({ state }: Json) => state === 'clustered')).toBe(true);
    expect((await who.officer.get(`/signals?clusterId=${cluster.id}`)).items).toHaveLength(10);
    await expectPeace(city.database);
  });

  it('is not mixed with another story, nor with counts of complaints or an older one', async () => {
    const story = nonsense(5);
    const [one, other] = await receive([...told(story, ['KBS']), { ...told(nonsense(5), ['KBS'])[0] }]);
    const [late] = await receive([{ ...told(story, ['MBC'])[0], publishedOn: '2026-11-10' }]);
    const topics = await receive([1, 2].map(() => ({ channel: 'complaint', title: `${story} 민원` })));
    await quiet(city, { but: ['compile'] });
    for (const { id } of [one, other, late, ...topics])
      expect(await who.officer.get(`/signals/${id}`)).toMatchObject({ state: 'new', clusterId: null });
    const { items } = await who.officer.get('/clusters?lone=true&limit=200');
    expect(items.find(({ id }: Json) => id === one.id)).toMatchObject({
      count: 1,
      signals: [{ id: one.id }],
    });
  });

  it('becomes one issue with all of them, and what comes later is recognised as its', async () => {
    const story = nonsense(5);
    const signals = await received(story);
    const { id } = await who.officer.post(
      '/issues',
      anIssue({ ...light, signalIds: signals.map((one) => one.id) }),
    );
    const issue = await settled(who.officer, id);
    expect(issue.signals).toHaveLength(10);
    const [late] = await received(story, ['세계일보']);
    expect(late).toMatchObject({ state: 'new', likelyIssue: { id, number: issue.number } });
    expect(late.likelyIssue.score).toBeGreaterThan(0.5);
    const { items } = await who.officer.get('/clusters?lone=true&limit=200');
    expect(items.find((one: Json) => one.id === late.id).likelyIssue).toMatchObject({ id });
    await who.officer.post(`/issues/${id}/closure`, { outcome: 'eased', lesson: '교훈' });
    expect((await who.officer.get(`/signals/${late.id}`)).likelyIssue).toBeNull();
  });

  it('is recognised as an issue’s once one of two was attached to it, and by the issue’s own title', async () => {
    const story = nonsense(5);
    const [one] = await receive([{ ...told(story, ['KBS'])[0], publishedOn: '2026-11-01' }]);
    const [other] = await receive([{ ...told(story, ['MBC'])[0], publishedOn: '2026-11-20' }]);
    const { id } = await settled(who.officer, (await who.officer.post('/issues', anIssue(light))).id);
    await who.officer.post(`/signals/${one.id}/issue`, { issueId: id });
    await eventually(
      'it is recognised',
      async () => (await who.officer.get(`/signals/${other.id}`)).likelyIssue?.id === id,
    );
    const titled = await settled(who.officer, (await who.officer.post('/issues', anIssue(light))).id);
    const [third] = await received(titled.title, ['SBS']);
    expect(third.likelyIssue).toMatchObject({ id: titled.id });
  });
});

describe('a whole cluster', () => {
  it('is attached to an issue as one revision, and taken off it again', async () => {
    const { id: issueId } = await settled(
      who.officer,
      (await who.officer.post('/issues', anIssue(light))).id,
    );
    const signals = await received();
    const cluster = await clusterOf(signals);
    const attached = await who.officer.post(`/clusters/${cluster.id}/issue`, { issueId });
    expect(attached.signals.map(({ state }: Json) => state)).toEqual(signals.map(() => 'attached'));
    const issue = await settled(who.officer, issueId);
    expect([issue.revision, issue.signals.length]).toEqual([2, 10]);
    expect(await refusal(`/clusters/${cluster.id}/issue`, { issueId })).toBe('409 signal.illegal_transition');
    expect((await undo(`/clusters/${cluster.id}/issue`)).body).toMatchObject({ count: 10 });
    expect((await settled(who.officer, issueId)).revision).toBe(3);
    expect((await clusterOf(signals)).signals.every(({ state }: Json) => state === 'clustered')).toBe(true);
    const { items } = await who.officer.get(`/issues/${issueId}/timeline`);
    expect(items.filter(({ name }: Json) => name === 'issue.revised')).toHaveLength(2);
  });

  it('is dismissed for a reason, but for what was dismissed before; undone, only what was done together', async () => {
    const signals = await received();
    const { id } = await clusterOf(signals);
    await who.officer.post(`/signals/${signals[0].id}/dismissal`, { reason: '오보' });
    const dismissed = await who.officer.post(`/clusters/${id}/dismissal`, { reason: '시정과 무관' });
    expect(dismissed.signals.map(({ dismissalReason }: Json) => dismissalReason).toSorted()).toEqual(
      ['오보', ...Array.from({ length: 9 }, () => '시정과 무관')].toSorted(),
    );
    const { body } = await undo(`/clusters/${id}/dismissal`);
    expect(body.signals.filter(({ state }: Json) => state === 'dismissed')).toMatchObject([
      { id: signals[0].id, dismissalReason: '오보' },
    ]);
    expect(await who.officer.post(`/clusters/${id}/observation`)).toMatchObject({ count: 10 });
    const observed = await who.officer.get('/clusters?state=observed&limit=200');
    expect(observed.items.find((one: Json) => one.id === id).count).toBe(9);
    expect((await undo(`/clusters/${id}/observation`)).status).toBe(200);
    expect((await undo(`/clusters/${id}/observation`)).status).toBe(409);
  });

  it('is changed by one of two at the same time, and by who saw it as it is', async () => {
    const { id, version } = await clusterOf(await received(nonsense(5), OUTLETS.slice(0, 3)));
    const dismiss = (match: number): Promise<Answer> =>
      who.officer.send('POST', `/clusters/${id}/dismissal`, { reason: '중복' }, { 'if-match': `"${match}"` });
    expect((await dismiss(version + 1)).status).toBe(412);
    const statuses = await Promise.all([dismiss(version), dismiss(version)]);
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
});

describe('by hand', () => {
  it('a signal taken out of its cluster is not put back by the machine', async () => {
    const story = nonsense(5);
    const [one, two, three] = await received(story, OUTLETS.slice(0, 3));
    expect((await undo(`/signals/${one!.id}/cluster`)).body).toMatchObject({ state: 'new', clusterId: null });
    expect((await undo(`/signals/${one!.id}/cluster`)).status).toBe(409);
    const [late] = await received(story, ['SBS']);
    expect(late!.clusterId).toBe(two!.clusterId);
    expect(await who.officer.get(`/signals/${one!.id}`)).toMatchObject({ clusterId: null });
    await who.officer.post(`/signals/${one!.id}/cluster`, { signalId: three!.id });
    expect((await clusterOf([two])).count).toBe(4);
  });

  it('two that the machine keeps apart are put together', async () => {
    const [one, other] = await receive([told(nonsense(5), ['KBS'])[0], told(nonsense(5), ['MBC'])[0]]);
    await quiet(city, { but: ['compile'] });
    const joined = await who.officer.post(`/signals/${one.id}/cluster`, { signalId: other.id });
    expect(joined).toMatchObject({ state: 'clustered' });
    expect(await who.officer.get(`/clusters/${joined.clusterId}`)).toMatchObject({ count: 2 });
    expect(await refusal(`/signals/${one.id}/cluster`, { signalId: one.id })).toBe('400 signalId');
  });
});

describe('what a department reports', () => {
  const report = (by: Api): Promise<Json> =>
    by.post('/signals', { channel: 'own', title: nonsense(5), body: '현장에서 알게 된 내용' });

  it('waits for the office, is asked about, and its reporter hears what became of it', async () => {
    const { id, title } = await report(who.labour);
    const { departmentId } = city.people.labour;
    const triage = await who.officer.get('/clusters?lone=true&reported=true');
    expect(triage.items).toMatchObject([{ id, signals: [{ reportedBy: departmentId }] }]);
    expect(await refusal(`/signals/${id}/answer`, { text: '먼저' }, who.labour)).toBe(
      '409 signal.no_question',
    );
    await who.officer.post(`/signals/${id}/questions`, { text: '언제부터입니까' });
    expect(await refusal(`/signals/${id}/questions`, { text: '또' })).toBe('409 signal.question_open');
    await who.labour.post(`/signals/${id}/answer`, { text: '지난주부터입니다' });
    expect(await who.officer.get(`/signals/${id}`)).toMatchObject({
      questions: [{ text: '언제부터입니까', answer: '지난주부터입니다' }],
    });
    await who.officer.post(`/signals/${id}/dismissal`, { reason: '이미 조치함' });
    expect(await who.labour.get(`/signals/${id}`)).toMatchObject({
      state: 'dismissed',
      dismissalReason: '이미 조치함',
    });
    await quiet(city, { but: ['compile'] });
    const inboxes = await Promise.all([who.labour, who.officer].map((one) => one.get('/inbox?limit=200')));
    const events = inboxes.map(({ items }) =>
      items
        .filter((one: Json) => one.title.includes(title))
        .map(({ event }: Json) => event)
        .toSorted(),
    );
    expect(events).toEqual([
      ['signal.dismissed', 'signal.questioned'],
      ['signal.answered', 'signal.reported'],
    ]);
    const told = inboxes[0]!.items.find(
      (one: Json) => one.title.includes(title) && one.event === 'signal.dismissed',
    );
    expect(told.body).toContain('이미 조치함');
    expect(told.link).toMatch(/\/reported$/);
  });

  it('is seen by that department, as far as it may know: an issue that it may not know of changes nothing', async () => {
    const ours = await report(who.labour);
    await quiet(city, { but: ['compile'] });
    expect((await who.labour.get('/signals')).items.map(({ id }: Json) => id)).toContain(ours.id);
    expect((await who.water.get('/signals')).items).toEqual([]);
    expect((await who.water.send('GET', `/signals/${ours.id}`)).status).toBe(404);
    const before = await who.labour.get(`/signals/${ours.id}`);
    const hidden = await who.colleague.post('/issues', anIssue({ confidential: true, signalIds: [ours.id] }));
    await quiet(city, { but: ['compile'] });
    expect(await who.labour.get(`/signals/${ours.id}`)).toEqual(before);
    expect((await who.labour.get('/signals?state=attached')).items).toEqual([]);
    expect((await who.officer.send('GET', `/clusters/${ours.id}`)).status).toBe(404);
    expect(await who.colleague.get(`/clusters/${ours.id}`)).toMatchObject({
      signals: [{ issueId: hidden.id }],
    });
    const { items } = await who.labour.get('/inbox?limit=200');
    expect(items.filter((one: Json) => one.title.includes(ours.title))).toEqual([]);
  });
});

const STORIES = [nonsense(4), nonsense(4)];

async function sheetOf(rows: string[][]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  book.addWorksheet('스크랩').addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A file dropped on the page. */
async function dropped(bytes: Uint8Array, name: string): Promise<{ status: number; body: Json }> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const headers = { cookie: who.officer.cookie };
  const answer = await fetch(`${city.url}/api/v1/signals/scrap`, { method: 'POST', headers, body: form });
  return { status: answer.status, body: await answer.json() };
}

describe('the morning’s scrap list', () => {
  const list = (stories: string[]): string => `2026. 11. 20.(금) 조간 스크랩
□ 교통
○ ${stories[0]} (조선, A12면) https://news.example/${encodeURIComponent(stories[0]!)}
○ [단독] ${stories[0]} (한겨레 1면)
○ ${stories[1]} / 경향 / 13. 45.
`;

  it('is read without saving anything: groups, what is wrong, what is known, which issue', async () => {
    const stories = [nonsense(4), nonsense(4)];
    const before = (await who.officer.get('/signals?limit=200')).items.length;
    const read = await who.officer.post('/signals/scrap', { text: list(stories) });
    expect(read).toMatchObject({
      omitted: 0,
      rows: [
        {
          outlet: '조선일보',
          publishedOn: '2026-11-20',
          placement: 'A12면',
          section: '교통',
          errors: [],
          knownId: null,
        },
        { outlet: '한겨레', kind: 'front-page', missing: ['url'] },
        {
          outlet: '경향신문',
          errors: [{ path: 'publishedOn', message: '날짜(YYYY-MM-DD)로 입력해 주십시오.' }],
        },
      ],
      groups: [{ rows: [0, 1], clusterId: null, likelyIssue: null }, { rows: [2] }],
    });
    expect((await who.officer.get('/signals?limit=200')).items).toHaveLength(before);

    const issue = await settled(
      who.officer,
      (await who.officer.post('/issues', anIssue({ ...light, title: stories[0] }))).id,
    );
    const [known] = await receive([
      { channel: 'press', title: read.rows[0].title, outlet: '조선일보', publishedOn: '2026-11-20' },
    ]);
    await quiet(city, { but: ['compile'] });
    const again = await who.officer.post('/signals/scrap', { text: list(stories) });
    expect(again.rows.map(({ knownId }: Json) => knownId)).toEqual([known.id, null, null]);
    expect(again.groups[0]).toMatchObject({ clusterId: known.id, likelyIssue: { id: issue.id } });
  });

  it.each([
    ['a text of the office’s old programs', () => iconv.encode(list(STORIES), 'cp949'), 'scrap.txt'],
    [
      'a page',
      () => Buffer.from(`<ul><li>${list(STORIES).split('\n').join('</li><li>')}</li></ul>`),
      'scrap.html',
    ],
    [
      'a spreadsheet',
      () =>
        sheetOf([
          ['매체', '제목', '면'],
          ['조선일보', STORIES[0]!, '12'],
          ['한겨레', `[단독] ${STORIES[0]}`, '1'],
        ]),
      'scrap.xlsx',
    ],
  ])('is read from %s', async (_, bytes, name) => {
    const { status, body } = await dropped(await bytes(), name);
    expect([status, body.groups[0].rows, body.rows[1].kind]).toEqual([200, [0, 1], 'front-page']);
  });

  it('is refused when the file is none, or asks for more than any list needs', async () => {
    for (const [bytes, wanted] of [
      [Buffer.from([0, 1, 2, 3]), 400],
      [Buffer.alloc(6_000_000, 'a'), 413],
      [Buffer.from('PK\x03\x04 and nothing else'), 400],
    ] as const)
      expect((await dropped(bytes, 'scrap.xlsx')).status).toBe(wanted);
  });

  it('is saved once, in one go, whoever else saves it at the same moment', async () => {
    const { rows } = await who.officer.post('/signals/scrap', { text: list([nonsense(4), nonsense(4)]) });
    const signals = rows.map(({ title, outlet, publishedOn, url, kind, placement }: Json) => ({
      channel: 'press',
      title,
      outlet,
      publishedOn: publishedOn ?? '2026-11-20',
      url,
      kind,
      placement,
    }));
    const [mine, theirs] = await Promise.all(
      [who.officer, who.colleague].map((one) =>
        one.post('/signals/batch', { signals: [...signals, signals[0]] }),
      ),
    );
    const results = [mine, theirs].map(({ items }) => items.map(({ result }: Json) => result).join());
    expect(results.toSorted()).toEqual(['created,created,created,known', 'known,known,known,known']);
    expect(mine.items.map(({ signal }: Json) => signal.id)).toEqual(
      theirs.items.map(({ signal }: Json) => signal.id),
    );
    expect(mine.items[0].signal).toMatchObject({ placement: 'A12면' });
    await quiet(city, { but: ['compile'] });
    const [one, two] = await Promise.all(
      [0, 1].map((n) => who.officer.get(`/signals/${mine.items[n].signal.id}`)),
    );
    expect(one.clusterId).toBe(two.clusterId);
    expect(await refusal('/signals/batch', { signals: [signals[0], { channel: 'press', title: '' }] })).toBe(
      '400 signals.1.title',
    );
  });

  it('holds articles whose likes are found before one is saved', async () => {
    const story = nonsense(5);
    const cluster = await clusterOf(await received(story, OUTLETS.slice(0, 3)));
    const issue = await settled(
      who.officer,
      (await who.officer.post('/issues', anIssue({ ...light, title: story }))).id,
    );
    const { items } = await who.officer.post('/signals/similar', { title: `[속보] ${story}` });
    const byType = new Map<string, Json>(items.map((one: Json) => [one.type, one]));
    expect(byType.get('cluster')).toMatchObject({ cluster: { id: cluster.id, count: 3 } });
    expect(byType.get('issue')).toMatchObject({
      issue: { id: issue.id, stage: issue.stage, lastAnswer: null },
    });
    for (const { score, shared } of items.slice(0, 2)) {
      expect(score).toBeGreaterThan(0.9);
      expect(shared.length).toBeGreaterThan(0);
    }
  });
});
