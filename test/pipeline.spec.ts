import { jest } from '@jest/globals';
import type { Api, Json } from './support/api.js';
import { eventually } from './support/city.js';
import { expectPeace } from './support/expect-peace.js';
import { Follower, placesOf } from './support/follow-stream.js';
import { hurried } from './support/hurry.js';
import { haveRedis } from './support/redis.js';
import {
  lightIssue,
  platformLabour,
  standing,
  storiesOf,
  story,
  THROUGH,
  weightyIssue,
} from './support/report-issues.js';
import { Office, type Backend } from './support/run-office.js';
import { nonsense } from './support/words.js';

jest.setTimeout(120_000);

const BACKENDS: { backend: Backend; run: typeof describe; why?: string }[] = [
  { backend: 'PostgreSQL', run: describe },
  haveRedis
    ? { backend: 'Redis', run: describe }
    : { backend: 'Redis', run: describe.skip, why: ' (not run: there is no redis-server here)' },
];

for (const { backend, run, why = '' } of BACKENDS) {
  run(`the pipeline with its queues on ${backend}${why}`, () => {
    let office: Office;
    let officer: Api;
    beforeAll(async () => {
      office = await Office.open(backend);
      officer = office.officer;
    });
    afterEach(async () => {
      await office.snags.clear();
      await expectPeace(office.city.database);
    });
    afterAll(() => office?.close());

    it('carries an issue from its report over a decision and a department to its closing', async () => {
      const { id, ...reported } = await officer.post('/issues', platformLabour(office.labour));
      expect(reported).toMatchObject({ stage: 'identify', state: 'processing', revision: 1 });
      const waiting = await standing(officer, id, 'prioritize/review');
      expect(waiting).toMatchObject({
        direction: 'department',
        grade: expect.stringMatching(/high|critical/),
      });
      const department = await office.city.as('labour');
      expect((await department.get('/requests')).items).toEqual([]);

      await officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm', revision: 1 });
      await standing(officer, id, 'act/open');
      const requests: Json[] = (await department.get('/requests')).items;
      expect(requests.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
      for (const request of requests) {
        await department.post(`/requests/${request.id}/acknowledgement`);
        const response = await department.post(`/requests/${request.id}/responses`, {
          text: '실태조사 용역 중',
        });
        await officer.post(`/responses/${response.id}/review`, { outcome: 'accept' });
      }
      await standing(officer, id, 'act/done');
      await officer.post(`/issues/${id}/closure`, { outcome: 'prevented', lesson: '조기 대응' });

      const answered = 'request.acknowledged response.posted response.accepted';
      expect(await story(officer, id)).toBe(
        'issue.reported issue.identified issue.analyzed issue.referred decision.taken issue.prioritized ' +
          `issue.opened request.delivered request.delivered ${answered} ${answered} issue.closed`,
      );
      await expectPeace(office.city.database);
      // From the 23rd on there is a draft of the report, too.
      const told = async (api: Api): Promise<string[]> =>
        (await api.get('/inbox')).items
          .map(({ event }: Json) => event)
          .filter((event: string) => !event.startsWith('report.'))
          .toSorted();
      expect((await told(department)).join(' ')).toBe(
        'request.delivered request.delivered response.accepted response.accepted',
      );
      expect((await told(officer)).join(' ')).toBe('issue.referred response.posted response.posted');
    });

    it('runs a light issue through to a task of the office, asking nobody', async () => {
      const { id } = await officer.post('/issues', lightIssue());
      const issue = await standing(officer, id, 'act/open');
      expect(issue).toMatchObject({ grade: 'low', direction: 'self', needsReview: false });
      expect(issue.requests).toEqual([expect.objectContaining({ departmentId: null, state: 'delivered' })]);
      expect(await story(officer, id)).toBe(THROUGH);
    });

    it('leaves a likely duplicate and a likely crisis in identify until an officer has looked', async () => {
      const first = lightIssue();
      const { id: original } = await officer.post('/issues', first);
      const { id: again } = await officer.post('/issues', { ...first, channel: 'press' });
      const { id: crisis } = await officer.post('/issues', {
        title: '공장 화재 발생',
        summary: '오늘 새벽 공장에서 화재가 발생하여 3명이 부상, 현재 진화 작업 중',
        channel: 'press',
      });
      await standing(officer, original, 'act/open');
      await standing(officer, again, 'identify/review');
      await standing(officer, crisis, 'identify/review');
      const [{ findings }] = (await officer.get(`/issues/${again}/assessments`)).items;
      expect(findings.similar[0]).toMatchObject({ id: original, duplicate: true });
      await officer.post(`/issues/${again}/decisions`, {
        stage: 'identify',
        outcome: 'merge',
        mergeInto: original,
      });
      expect(await officer.get(`/issues/${again}`)).toMatchObject({ stage: 'closed', outcome: 'duplicate' });
      await officer.post(`/issues/${crisis}/decisions`, { stage: 'identify', outcome: 'confirm' });
      await eventually(
        'it goes on',
        async () => (await officer.get(`/issues/${crisis}`)).stage !== 'identify',
      );
    });

    it('asks again where a known risk becomes a crisis, by an article or its text', async () => {
      const flood = { title: '지하차도 침수 우려', summary: '배수펌프 교체가 늦어짐', channel: 'own' };
      const requests = [{ text: '점검 결과 제출', departmentId: office.labour }];
      const levels = { impact: 3, likelihood: 3 };
      const { id } = await officer.post('/issues', { ...flood, ...levels, requests });
      await standing(officer, id, 'act/open');
      const before = await story(officer, id);
      const article = { channel: 'press', title: '지하차도 침수, 2명 사망', outlet: 'SBS' };
      const [today] = await office.city.database.query<{ day: string }>('select seoul_today()::text as day');
      const signal = await officer.post('/signals', { ...article, publishedOn: today!.day });
      await officer.post(`/signals/${signal.id}/issue`, { issueId: id });
      const asked = async (times: number): Promise<boolean> =>
        (await story(officer, id)).slice(before.length).split('issue.crisis-suspected').length > times;
      await eventually('a person is asked', () => asked(1));
      expect(await officer.get(`/issues/${id}`)).toMatchObject({ stage: 'act', needsReview: true });
      const { items } = await officer.get(`/issues/${id}/assessments`);
      expect(items.at(-2).findings.crisis).toMatchObject({
        suspected: true,
        reasons: ["동향에서 발생: '침수', 2명 사망"],
      });
      await office.patch(id, { summary: '오늘 새벽 지하차도가 침수되어 운전자를 구조하고 있음' });
      await eventually('a person is asked about what came on top', () => asked(2));
      const anew = async (): Promise<number> =>
        (
          await office.patch(id, {
            summary: `오늘 새벽 지하차도가 침수되어 운전자를 구조하고 있음 ${nonsense(1)}`,
          })
        ).revision;
      await anew();
      await eventually('what nobody answered is asked again', () => asked(3));
      await officer.post(`/issues/${id}/decisions`, {
        stage: 'act',
        outcome: 'confirm',
        reason: '안전총괄실 조치 중',
      });
      const last = await anew();
      await eventually('it is weighed anew', async () =>
        (await officer.get(`/issues/${id}/assessments`)).items.some(
          ({ stage, revision }: Json) => stage === 'prioritize' && revision === last,
        ),
      );
      expect(await asked(4)).toBe(false);
      const told: Json[] = (await officer.get('/inbox')).items;
      const questions = told.filter((one) => one.event === 'issue.crisis-suspected' && one.issueId === id);
      expect(questions).toHaveLength(3);
      expect(questions[0].title).toMatch(/^\[위기 여부 판단\] /);
    });

    it('assesses anew what changes before a decision, and takes no decision on what was there before', async () => {
      const { id } = await officer.post('/issues', weightyIssue(office.labour));
      await standing(officer, id, 'prioritize/review');
      const changed = await office.patch(id, { impact: 5, likelihood: 5 });
      expect(changed).toMatchObject({ revision: 2, state: 'processing' });
      expect(await standing(officer, id, 'prioritize/review')).toMatchObject({
        revision: 2,
        grade: 'critical',
      });
      const decision = { stage: 'prioritize', outcome: 'confirm' };
      const late = await officer.send('POST', `/issues/${id}/decisions`, { ...decision, revision: 1 });
      expect(late).toMatchObject({ status: 409, body: { type: 'urn:haechi:problem:decision.stale' } });
      const assessments: Json[] = (await officer.get(`/issues/${id}/assessments`)).items;
      const made = assessments.map(({ stage, revision }) => `${stage} ${revision}`);
      expect(made.join(', ')).toBe('identify 1, analyze 1, prioritize 1, analyze 2, prioritize 2');
      await officer.post(`/issues/${id}/decisions`, { ...decision, revision: 2 });
      await standing(officer, id, 'act/open');
    });

    it('asks for a look when an issue changes under departments at work, and leaves their requests alone', async () => {
      const { id, grade, requests } = await office.atWork();
      await office.patch(id, { impact: 5, likelihood: 5 });
      await expectPeace(office.city.database);
      const issue = await officer.get(`/issues/${id}`);
      expect(issue).toMatchObject({ stage: 'act', state: 'open', grade, requests, needsReview: true });
      const [decision] = (await officer.get(`/issues/${id}/decisions`)).items;
      expect(decision).toMatchObject({ revision: 1, voidedAt: expect.any(String) });
      expect(await story(officer, id)).toMatch(
        /decision.voided issue.revised issue.analyzed issue.grade-risen$/,
      );
      const newest = (await officer.get('/inbox')).items.find(({ issueId }: Json) => issueId === id);
      expect(newest).toMatchObject({ event: 'issue.grade-risen' });
    });

    it('reopens an issue where it was closed, with its requests as they were', async () => {
      const { id } = await office.atWork();
      const closure = { outcome: 'ended', lesson: '상황 종료' };
      await officer.post(`/issues/${id}/closure`, closure);
      expect(await officer.get(`/issues/${id}`)).toMatchObject({
        stage: 'closed',
        requests: [{ state: 'cancelled' }],
      });
      await officer.post(`/issues/${id}/reopening`, { reason: '재발' });
      const reopened = await standing(officer, id, 'act/open');
      expect(reopened).toMatchObject({ outcome: null, requests: [{ state: 'delivered' }] });

      // Closed while a stage had yet to succeed: reopened, it goes on from there.
      const { id: early } = await officer.post('/issues', weightyIssue(office.labour));
      await standing(officer, early, 'prioritize/review');
      await office.snags.poison(early, 'act');
      await officer.post(`/issues/${early}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
      await eventually('a failed try', async () => (await office.snags.reached()) > 0);
      await officer.post(`/issues/${early}/closure`, closure);
      await office.snags.clear();
      await expectPeace(office.city.database);
      expect(await story(officer, early)).toMatch(/ issue.closed$/);
      await officer.post(`/issues/${early}/reopening`, { reason: '계속' });
      await standing(officer, early, 'act/open');
    });

    it('parks a step that fails five times, holding up its own subject only, for retry or skip', async () => {
      const same = lightIssue();
      const ids: string[] = [];
      for (const _ of [1, 2, 3]) ids.push((await officer.post('/issues', same)).id);
      const [, retried, skipped] = ids as [string, string, string];
      for (const id of [retried, skipped]) {
        await standing(officer, id, 'identify/review');
        await office.snags.poison(id, 'analyze');
        await officer.post(`/issues/${id}/decisions`, { stage: 'identify', outcome: 'confirm' });
      }
      const { id: neighbour } = await officer.post('/issues', lightIssue());
      await standing(officer, neighbour, 'act/open');
      await hurried(office.city.database, async () => {
        for (const id of [retried, skipped]) await standing(officer, id, 'analyze/parked');
      });

      const admin = await office.city.as('admin');
      const parked: Json[] = (await admin.get('/parked')).items;
      const step = {
        queue: 'analyze',
        event: 'issue.identified',
        error: expect.stringContaining('poisoned'),
      };
      // Two processes may count the last try at once.
      for (const { attempts } of parked) expect([5, 6]).toContain(attempts);
      expect(parked).toEqual([expect.objectContaining(step), expect.objectContaining(step)]);
      await eventually(
        'the alarm',
        async () => (await admin.get('/inbox')).items[0]?.event === 'step.parked',
      );
      const [first] = await office.city.database.query<{ id: string }>(
        `select event_id || '.analyze' as id from hints where subject = $1 and parked_at is not null`,
        [`issue:${retried}`],
      );
      const second = parked.find(({ id }) => id !== first!.id);

      await office.snags.clear();
      await admin.post(`/parked/${first!.id}/retry`);
      await standing(officer, retried, 'act/open');
      await admin.post(`/parked/${second.id}/skip`, { reason: '원문 오류' });
      expect((await admin.get('/parked')).items).toEqual([]);
      expect(await admin.send('POST', `/parked/${second.id}/skip`, { reason: '다시' })).toMatchObject({
        status: 409,
      });
      const { items } = await officer.get(`/issues/${skipped}/timeline?limit=200`);
      expect(items.slice(-2)).toMatchObject([
        { name: 'step.skipped', changes: { reason: [null, '원문 오류'] } },
        // What the machine could not do, a person does.
        { name: 'issue.referred', payload: { stage: 'prioritize' } },
      ]);
      // What comes after the skipped step is not held up by it.
      await office.patch(skipped, { title: lightIssue().title });
      await standing(officer, skipped, 'act/open');
    });

    it('takes 200 issues at once through every stage once, in order', async () => {
      const created = await Promise.all(
        Array.from({ length: 200 }, () => officer.post('/issues', lightIssue())),
      );
      await expectPeace(office.city.database, 60_000);
      const stories = await storiesOf(office.city.database, created);
      expect(stories).toEqual([{ story: THROUGH, issues: 200 }]);
    });

    it('does once what it is told twenty times, early, late and in any order', async () => {
      const created: Json[] = await Promise.all([1, 2, 3].map(() => officer.post('/issues', lightIssue())));
      for (const { id } of created) await office.snags.hold(id, 'prioritize');
      const subjects = created.map(({ id }) => `issue:${id}`);
      await office.repeatHints(subjects);
      await office.snags.clear();
      for (const { id } of created) await standing(officer, id, 'act/open');
      await office.repeatHints(subjects);
      await expectPeace(office.city.database);
      for (const { id } of created) expect(await story(officer, id)).toBe(THROUGH);
    });

    it('tells a stream live, goes on after Last-Event-ID without loss or repeat, and keeps secrets', async () => {
      const { database } = office.city;
      const colleague = await office.city.as('colleague');
      const [insider, outsider] = await Promise.all([Follower.open(officer), Follower.open(colleague)]);
      const start = outsider.last;
      const { id: secret } = await officer.post('/issues', { ...lightIssue(), confidential: true });
      await officer.post('/issues', lightIssue());
      await eventually(
        'live events',
        async () => outsider.told.length >= 2 && insider.told.length >= 4,
        10_000,
      );
      outsider.leave();
      await Promise.all([1, 2, 3].map(() => officer.post('/issues', lightIssue())));
      const resumed = await Follower.open(colleague, outsider.last);
      await officer.post('/issues', { ...lightIssue(), confidential: true });
      await officer.post('/issues', lightIssue());
      await expectPeace(database);
      const all = await placesOf(database, start, 'true');
      const open = await placesOf(database, start, 'not confidential');
      expect(all.length).toBeGreaterThan(open.length);
      await eventually('the rest', async () => resumed.last >= open.at(-1)! && insider.last >= all.at(-1)!);
      expect([...outsider.told, ...resumed.told].map(({ id }) => id)).toEqual(open);
      expect(insider.told.map(({ id }) => id)).toEqual(all);
      expect(JSON.stringify([outsider.told, resumed.told])).not.toContain(secret);
      for (const one of [insider, resumed]) one.leave();
    });
  });
}
