import { randomUUID } from 'node:crypto';
import { addDays, seoulDay } from '#platform/calendar.js';
import type { Api, Answer, Json } from './support/api.js';
import { City } from './support/city.js';
import { anIssue, heavy, settled } from './support/issues.js';
import { nonsense } from './support/words.js';

let city: City;
let who: Record<'officer' | 'colleague', Api>;

beforeAll(async () => {
  city = await City.start({ apps: ['intake', 'pipeline'] });
  who = await city.asEach('officer', 'colleague');
}, 120_000);
afterAll(() => city?.stop());

const aSignal = (more: object = {}): Json => ({
  channel: 'press',
  title: nonsense(),
  outlet: 'SBS',
  publishedOn: '2019-12-19',
  ...more,
});
const received = (more: object = {}): Promise<Json> => who.officer.post('/signals', aSignal(more));
const registered = async (more: object = {}): Promise<Json> =>
  settled(who.officer, (await who.officer.post('/issues', anIssue({ ...heavy, ...more }))).id);
const detach = (id: string): Promise<Json> =>
  who.officer.send('DELETE', `/signals/${id}/issue`, undefined, { 'if-match': '*' });

async function refusal(path: string, body: object): Promise<string> {
  const { status, body: answer } = await who.officer.send('POST', path, body);
  const { errors = [], type = '' } = answer;
  return `${status} ${errors.length ? errors.map(({ path: field }: Json) => field).join() : type.split(':').at(-1)}`.trim();
}

describe('a signal', () => {
  it('is kept as it came', async () => {
    const complaint = aSignal({
      channel: 'complaint',
      kind: 'statistics',
      count: 812,
      periodFrom: '2026-10-01',
      periodTo: '2026-10-31',
      baseline: 96.5,
    });
    const { id } = await who.officer.post('/signals', complaint);
    expect(await who.colleague.get(`/signals/${id}`)).toMatchObject({
      ...complaint,
      state: 'new',
      issueId: null,
      version: 1,
      url: null,
    });
  });

  it('attached to an issue makes a revision of it, and another when it is taken off', async () => {
    const issue = await registered();
    const signal = await received();
    const attached = await who.officer.post(`/signals/${signal.id}/issue`, { issueId: issue.id });
    expect(attached).toMatchObject({ state: 'attached', issueId: issue.id, version: signal.version + 1 });
    const revised = await settled(who.officer, issue.id);
    expect(revised).toMatchObject({
      revision: 2,
      signals: [{ id: signal.id, title: signal.title, outlet: 'SBS' }],
    });
    expect(revised.version).toBeGreaterThan(issue.version);
    expect(await refusal(`/signals/${signal.id}/issue`, { issueId: issue.id })).toBe(
      '409 signal.illegal_transition',
    );
    expect(await refusal(`/signals/${signal.id}/dismissal`, { reason: '중복' })).toBe(
      '409 signal.illegal_transition',
    );
    const { items } = await who.officer.get(`/issues/${issue.id}/assessments`);
    expect(items.filter(({ stage, revision }: Json) => stage === 'analyze' && revision === 2)).toHaveLength(
      1,
    );
    expect((await detach(signal.id)).body).toMatchObject({ state: 'new', issueId: null });
    expect((await detach(signal.id)).status).toBe(409);
    expect(await settled(who.officer, issue.id)).toMatchObject({ revision: 3, signals: [] });
  });

  it('was not published in the future; the paper of tomorrow is out this evening', async () => {
    const day = (n: number): string => addDays(seoulDay(new Date()), n);
    const paper = (publishedOn: string): object => ({ channel: 'press', title: nonsense(), publishedOn });
    expect(await refusal('/signals', paper(day(2)))).toBe('400 publishedOn');
    expect((await who.officer.post('/signals', paper(day(1)))).publishedOn).toBe(day(1));
  });

  it('is dismissed for a reason, and then is out', async () => {
    const { id } = await received();
    expect(await refusal(`/signals/${id}/dismissal`, {})).toBe('400 reason');
    expect(await who.officer.post(`/signals/${id}/dismissal`, { reason: '동일 보도' })).toMatchObject({
      state: 'dismissed',
      dismissalReason: '동일 보도',
    });
    expect(await refusal(`/signals/${id}/issue`, { issueId: (await registered()).id })).toBe(
      '409 signal.illegal_transition',
    );
  });

  it('tells what became of it, by whom and why; of a confidential issue only to those who are named', async () => {
    const { id } = await received();
    await who.officer.post(`/signals/${id}/dismissal`, { reason: '시정과 무관' });
    await who.officer.send('DELETE', `/signals/${id}/dismissal`, undefined, { 'if-match': '*' });
    const issue = await who.colleague.post('/issues', anIssue({ ...heavy, confidential: true }));
    await settled(who.colleague, issue.id);
    await who.colleague.post(`/signals/${id}/issue`, { issueId: issue.id });
    expect((await who.officer.send('GET', `/signals/${id}/timeline`)).status).toBe(404);
    await who.colleague.send('DELETE', `/signals/${id}/issue`, undefined, { 'if-match': '*' });
    const told = async (by: Api): Promise<Json[]> =>
      (await by.get(`/signals/${id}/timeline`)).items.filter(({ actor }: Json) => actor !== null);
    const names = (entries: Json[]): string[] => entries.map(({ name }) => name);
    const all = await told(who.colleague);
    expect(names(all)).toEqual(
      ['received', 'dismissed', 'restored', 'attached', 'detached'].map((what) => `signal.${what}`),
    );
    expect(all[1]).toMatchObject({ actor: 'officer', changes: { dismissalReason: [null, '시정과 무관'] } });
    const seen = (await who.officer.get(`/signals/${id}/timeline`)).items;
    expect(JSON.stringify(seen)).not.toContain(issue.id);
    expect(names(await told(who.officer))).toEqual(names(all.slice(0, 3)));
    expect(seen.map(({ seq }: Json) => seq)).toEqual(seen.map((_: Json, i: number) => i + 1));
  });

  it('comes back when its dismissal is taken back, once', async () => {
    const { id } = await received();
    const restore = (match: string): Promise<Answer> =>
      who.officer.send('DELETE', `/signals/${id}/dismissal`, undefined, { 'if-match': match });
    expect(await restore('*')).toMatchObject({
      status: 409,
      body: { type: 'urn:haechi:problem:signal.illegal_transition' },
    });
    const dismissed = await who.officer.post(`/signals/${id}/dismissal`, { reason: '동일 보도' });
    expect((await restore(`"${dismissed.version - 1}"`)).status).toBe(412);
    expect((await restore(`"${dismissed.version}"`)).body).toMatchObject({
      state: 'new',
      dismissalReason: null,
    });
    expect((await restore('*')).status).toBe(409);
    const issue = await registered();
    expect(await who.officer.post(`/signals/${id}/issue`, { issueId: issue.id })).toMatchObject({
      state: 'attached',
    });
  });

  it('cannot be attached to what is closed or not there', async () => {
    const { id } = await received();
    const issue = await registered();
    await who.officer.post(`/issues/${issue.id}/closure`, { outcome: 'eased', lesson: '교훈' });
    expect(await refusal(`/signals/${id}/issue`, { issueId: issue.id })).toBe('409 issue.illegal_transition');
    expect(await refusal(`/signals/${id}/issue`, { issueId: randomUUID() })).toBe('404 not-found');
    expect(await refusal(`/signals/${randomUUID()}/issue`, { issueId: issue.id })).toMatch(/^40[49]/);
  });

  it('sent again by the same source is the same signal, also twenty times at once', async () => {
    const externalId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => who.officer.send('POST', '/signals', aSignal({ externalId }))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      ...Array.from({ length: 19 }, () => 200),
      201,
    ]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const theirs = await who.colleague.send('POST', '/signals', aSignal({ externalId }));
    expect([theirs.status, theirs.body.id === answers[0]!.body.id]).toEqual([201, false]);
  });

  it.each([
    [{ periodFrom: '2026-10-31', periodTo: '2026-10-01' }, 'periodTo'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ publishedOn: '2026-02-30' }, 'publishedOn'],
    [{ count: -1 }, 'count'],
    [{ count: 1.5 }, 'count'],
    [{ baseline: -0.5 }, 'baseline'],
    [{ channel: undefined }, 'channel'],
  ])('is refused with %j, by itself and inside an issue', async (wrong, field) => {
    expect(await refusal('/signals', aSignal(wrong))).toBe(`400 ${field}`);
    if (field !== 'channel')
      expect(await refusal('/issues', anIssue({ signals: [aSignal(wrong)] }))).toBe(`400 signals.0.${field}`);
  });
});

describe('an issue', () => {
  it('takes signals along, those that came before and those that come with it', async () => {
    const [one, other] = [await received(), await received()];
    const issue = await who.officer.post(
      '/issues',
      anIssue({ signalIds: [one.id, other.id, one.id], signals: [{ title: '함께 온 보도' }] }),
    );
    expect(issue.signals.map(({ title }: Json) => title).toSorted()).toEqual(
      [one.title, other.title, '함께 온 보도'].toSorted(),
    );
    expect(await refusal('/issues', anIssue({ signalIds: [one.id] }))).toBe('409 signal.illegal_transition');
    expect(await refusal('/issues', anIssue({ signalIds: [randomUUID()] }))).toBe('400 signalIds');
  });

  it('whose signal the source has sent before takes that one, when it is free', async () => {
    const externalId = randomUUID();
    const before = await received({ externalId });
    const issue = await who.officer.post('/issues', anIssue({ signals: [aSignal({ externalId })] }));
    expect(issue.signals).toMatchObject([{ id: before.id, title: before.title }]);
    expect(await refusal('/issues', anIssue({ signals: [aSignal({ externalId })] }))).toBe(
      '409 signal.illegal_transition',
    );
    const twice = randomUUID();
    expect(
      await refusal(
        '/issues',
        anIssue({ signals: [aSignal({ externalId: twice }), aSignal({ externalId: twice })] }),
      ),
    ).toBe('400 signals');
  });

  it('has a new revision for what weighs, and for nothing else', async () => {
    const risks = [{ text: '부담 증가', footnote: '수수료' }, '반발'];
    const issue = await registered({ risks, notes: ['참고'] });
    let { revision } = issue;
    const patch = async (change: object): Promise<Json> => {
      const { status, body } = await who.officer.send('PATCH', `/issues/${issue.id}`, change, {
        'if-match': '*',
      });
      expect(status).toBe(200);
      return body;
    };
    const same = {
      title: issue.title,
      summary: `${issue.summary} `,
      risks: [
        { footnote: '수수료', text: '부담 증가' },
        { text: '반발', footnote: null },
      ],
    };
    for (const change of [
      {},
      same,
      { title: issue.title.normalize('NFD') },
      { notes: ['다른 참고'] },
      { expectedMonth: '2027-03' },
      { alternatives: [{ text: '현행 유지', horizon: 'none' }] },
    ]) {
      expect([change, (await patch(change)).revision]).toEqual([change, revision]);
    }
    for (const change of [
      { title: nonsense() },
      { summary: nonsense() },
      { risks: ['다른 부담'] },
      { impact: 5 },
      { likelihood: 5 },
      { impact: null },
    ]) {
      revision += 1;
      expect([change, (await patch(change)).revision]).toEqual([change, revision]);
      await settled(who.officer, issue.id);
    }
    const { items } = await who.officer.get(`/issues/${issue.id}/timeline?limit=200`);
    const revised = items.filter(({ name }: Json) => name === 'issue.revised');
    expect(revised).toHaveLength(6);
    expect(revised[3]).toMatchObject({ actor: 'officer', changes: { impact: [4, 5] } });
  });
});
