import type { Api, Json } from './support/api.js';
import { eventually } from './support/city.js';
import { expectPeace } from './support/expect-peace.js';
import { Follower } from './support/follow-stream.js';
import { atWork } from './support/issues.js';
import { heard, ListeningCity, mailMode, told } from './support/listening-city.js';
import { nonsense } from './support/words.js';

let here: ListeningCity;

beforeAll(async () => {
  here = await ListeningCity.start();
});
afterAll(() => here?.stop());

describe('following', () => {
  let manager: Api;
  beforeAll(async () => {
    manager = await here.city.as('manager');
  });

  it('an issue brings what happens to it to the inbox, and to mail where that is wanted', async () => {
    const issue = await atWork(here.officer, [here.department('labour')]);
    expect(await manager.get(`/issues/${issue.id}/following`)).toEqual({ following: false });
    await manager.post(`/issues/${issue.id}/following`);
    await manager.post(`/issues/${issue.id}/following`);
    expect((await manager.get('/me/following')).items).toEqual([
      expect.objectContaining({
        by: 'issue',
        issue: { id: issue.id, number: issue.number, title: issue.title },
      }),
    ]);
    await here.labour.post(`/requests/${issue.requests[0].id}/responses`, {
      text: '추진 중',
      status: 'underway',
    });
    const notice = await eventually('word of the answer', async () =>
      (await told(manager, issue.id)).find(({ event }) => event === 'response.posted'),
    );
    expect(notice).toMatchObject({
      kind: 'following',
      title: `[관심] [${issue.number}] ${issue.title}`,
      body: expect.stringContaining('부서 회신'),
    });
    expect(await here.rows(issue.id, 'manager')).toEqual([]);
    await mailMode(manager, 'following', 'at-once');
    await here.officer.post(`/issues/${issue.id}/closure`, { outcome: 'prevented', lesson: '조기 협의' });
    expect((await here.arrived('manager', issue.number)).text).toContain('종결');
    await manager.send('DELETE', `/issues/${issue.id}/following`);
    expect(await manager.get(`/issues/${issue.id}/following`)).toEqual({ following: false });
    await mailMode(manager, 'following', 'off');
  });

  it('a department tells of its requests, and never who did it themselves', async () => {
    await manager.post(`/departments/${here.department('water')}/following`);
    await here.officer.post(`/departments/${here.department('water')}/following`);
    const issue = await atWork(here.officer, [here.department('water')]);
    await here.officer.post(`/issues/${issue.id}/closure`, { outcome: 'prevented', lesson: '조기 협의' });
    await eventually('the follower hears', async () => (await told(manager, issue.id)).length === 2);
    const notices = await told(manager, issue.id);
    expect(notices.map(({ event }) => event)).toEqual(['issue.closed', 'request.delivered']);
    expect(notices[1]!.body).toContain('물순환안전국');
    const own = (await told(here.officer, issue.id)).filter(({ kind }) => kind === 'following');
    expect(own.map(({ event }) => event)).toEqual(['request.delivered']);
  });

  it('words and saved views tell once of an issue that comes to fit', async () => {
    const [one, other, far] = [nonsense(1), nonsense(1), nonsense(1)];
    const view = await manager.post('/views', { page: 'issues', name: one, query: `q=${other}&sort=-grade` });
    await manager.post('/me/following', { viewId: view.id });
    await manager.post('/me/following', { words: `${one} ${far}` });
    const first = await atWork(here.officer, [here.department('labour')], {
      title: `${nonsense(2)} ${far} ${one}`,
    });
    const second = await atWork(here.officer, [here.department('labour')], {
      summary: `${nonsense(9)} ${other}`,
    });
    const third = await atWork(here.officer, [here.department('labour')], { title: `${nonsense(3)} ${one}` });
    for (const [issue, why] of [
      [first, `“${one} ${far}”`],
      [second, one],
    ] as const) {
      const found = await heard(manager, issue.id);
      expect(found).toHaveLength(1);
      expect(found[0]!.body).toContain(why);
    }
    expect(await told(manager, third.id)).toEqual([]);
    const both = await manager.send('POST', '/me/following', { words: one, viewId: view.id });
    expect([both.status, both.body.errors[0].path]).toEqual([400, 'words']);
  });

  it('shows nobody what they may not see', async () => {
    const secret = await here.confidential();
    expect((await manager.send('POST', `/issues/${secret.id}/following`)).status).toBe(404);
    await here.labour.post(`/issues/${secret.id}/following`);
    const issue = await atWork(here.officer, [here.department('labour'), here.department('economy')]);
    // What had happened by then is no news.
    await expectPeace(here.city.database);
    await here.labour.post(`/issues/${issue.id}/following`);
    await here.economy.post(`/requests/${issue.requests[1].id}/responses`, {
      text: '경제 회신',
      status: 'done',
    });
    await here.officer.post(`/issues/${issue.id}/closure`, { outcome: 'prevented', lesson: '조기 협의' });
    const end = await eventually('labour hears of the end', async () => {
      const found = (await told(here.labour, issue.id)).filter(({ kind }) => kind === 'following');
      return found.length > 0 && found;
    });
    expect(end.map(({ event }) => event)).toEqual(['issue.closed']);
  });
});

describe('the words of a notice', () => {
  const url = '/notice-texts/request.delivered/ko';
  const put = async (by: Api, body: object) => {
    const { version } = await by.get(url);
    return by.send('PUT', url, body, { 'if-match': `"${version}"` });
  };

  it('are the office’s own once it has written them, and a message keeps those it was made with', async () => {
    const before = await atWork(here.officer, [here.department('labour')]);
    await here.arrived('labour', before.number);
    const mark = nonsense(1);
    const changed = await put(here.officer, {
      title: '[협조 요청] {issue}',
      body: `${mark} <b>안녕하십니까</b>\n○ 내용 : {request}\n○ 사유 : {reason}`,
    });
    expect([changed.status, changed.body]).toMatchObject([200, { own: true, changedBy: 'officer' }]);
    const { number, title, requests } = await atWork(here.officer, [here.department('labour')]);
    const mail = await here.arrived('labour', number);
    expect(mail.subject).toBe(`[협조 요청] [${number}] ${title}`);
    expect(mail.text).toContain(`${mark} <b>안녕하십니까</b>\n○ 내용 : ${requests[0].text}\n`);
    expect(mail.text).not.toContain('사유');
    expect(mail.html).toContain('&lt;b&gt;안녕하십니까&lt;/b&gt;');
    const [kept] = await told(here.labour, before.id);
    expect(kept!.title).toMatch(/^\[요청사항\]/);
    const { version } = await here.officer.get(url);
    const reset = await here.officer.send('DELETE', url, undefined, { 'if-match': `"${version}"` });
    expect(reset.body).toMatchObject({ own: false, title: '[요청사항] {issue}', version: version + 1 });
  });

  it('are refused where they name a place that this notice does not know', async () => {
    const refused = await put(here.officer, { title: '{issue} {이름}', body: '{due}\n{month}' });
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [
        { path: 'title', message: expect.stringContaining('{이름}') },
        { path: 'body', message: expect.stringContaining('{month}') },
      ],
    ]);
  });

  it('are seen with an example before they are saved, each of them', async () => {
    const { items } = await here.officer.get('/notice-texts');
    for (const { name, language, title, body } of items as Json[]) {
      const preview = await here.officer.post(`/notice-texts/${name}/${language}/preview`, { title, body });
      expect(preview.title + preview.text).not.toMatch(/[{}]|undefined|null/);
      expect(preview.html).toMatch(/^<!doctype html>/);
    }
    expect((await here.officer.send('GET', '/notice-texts/nothing/ko')).status).toBe(404);
  });
});

describe('the inbox', () => {
  it('is told live how it stands, at once and whenever it changes', async () => {
    const water = await here.city.as('water');
    await water.post('/inbox/reading', {});
    const follower = await Follower.open(water);
    await eventually('how it stands', async () => follower.inbox.at(-1)?.unread === 0);
    const first = await atWork(here.officer, [here.department('water')]);
    await eventually('something new', async () => follower.inbox.at(-1)?.unread === 1);
    follower.leave();
    await atWork(here.officer, [here.department('water')]);
    const again = await Follower.open(water, follower.last);
    await eventually('what came meanwhile', async () => again.inbox.at(-1)?.unread === 2);
    expect(again.greeting).toBe('hello');
    const [notice] = await told(water, first.id);
    await water.send('POST', `/inbox/${notice!.id}/reading`);
    await eventually('it was read elsewhere', async () => again.inbox.at(-1)?.unread === 1);
    again.leave();
  });

  it('is read and unread, one by one, by kind, and up to what was seen', async () => {
    const climate = await here.city.as('climate');
    await climate.post('/inbox/reading', {});
    const seen = await atWork(here.officer, [here.department('climate')]);
    await eventually('a notice', async () => (await told(climate, seen.id)).length);
    const [notice] = await told(climate, seen.id);
    const late = await atWork(here.officer, [here.department('climate')]);
    await eventually('another', async () => (await told(climate, late.id)).length);
    expect(await climate.get('/inbox/count')).toMatchObject({ unread: 2, byKind: { request: 2 } });
    expect(await climate.post('/inbox/reading', { kind: 'report' })).toEqual({ read: 0 });
    expect(await climate.post('/inbox/reading', { kind: 'request', upTo: notice!.id })).toEqual({ read: 1 });
    expect((await climate.get('/inbox?unread=true&kind=request')).items).toEqual([
      expect.objectContaining({ issueId: late.id }),
    ]);
    expect((await climate.send('DELETE', `/inbox/${notice!.id}/reading`)).status).toBe(204);
    expect((await climate.get('/inbox/count')).unread).toBe(2);
    expect((await here.labour.send('DELETE', `/inbox/${notice!.id}/reading`)).status).toBe(404);
  });
});
