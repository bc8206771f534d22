import type { CDPSession, Page } from 'playwright-core';
import { choose, inBrowser, signIn, Windows } from '../support/browser.js';
import * as desk from '../support/browser-desk.js';
import { City, eventually } from '../support/city.js';
import { anIssue, light, settled } from '../support/issues.js';
import { nonsense } from '../support/words.js';

/** What the browser itself says of a service that is away. */
const AWAY = /net::ERR_/;
const STALE = /412 \(Precondition Failed\)/;
const SIGNED_OUT = /401 \(Unauthorized\)/;

inBrowser('at the console, whatever happens,', () => {
  let city: City;
  let windows: Windows;

  beforeAll(async () => {
    city = await City.start({ apps: ['intake', 'pipeline'] });
    windows = await Windows.start(city);
  }, 120_000);
  afterEach(() => windows.closeInPeace());
  afterAll(async () => {
    await windows?.stop();
    await city?.stop();
  });

  const count = async (table: 'issues' | 'responses', column: string, value: string): Promise<number> => {
    const where = `select count(*)::int as n from ${table} where ${column} = $1`;
    const [row] = await city.database.query<{ n: number }>(where, [value]);
    return row!.n;
  };
  const registered = async (more: object = {}): Promise<string> => {
    const officer = await city.as('officer');
    const { id } = await officer.post('/issues', anIssue({ ...light, ...more }));
    await settled(officer, id);
    return id;
  };

  it('two officers who change the same issue both keep what only they changed, and choose where they collide', async () => {
    windows.tolerate(STALE);
    const id = await registered();
    const first = await windows.of('officer', `/issues/${id}/edit`);
    const second = await windows.of('colleague', `/issues/${id}/edit`);
    await field(first, '이슈명').fill('첫째가 고친 이슈명 정비 필요');
    await field(first, '주요내용').fill('첫째가 고친 내용');
    await choose(first, '영향도(1~5)', '2');
    await field(second, '이슈명').fill('둘째가 고친 이슈명 정비 필요');
    await field(second, '주요내용').fill('둘째가 고친 내용');
    await choose(second, '예상 시기', desk.monthInWords(desk.nextMonth()));
    await press(first, '저장');
    await first.getByText('저장했습니다.').waitFor();
    await press(second, '저장');

    const dialog = second.getByRole('alertdialog', {
      name: '그 사이에 다른 사람이 이슈를 바꾸었습니다',
    });
    const collisions = dialog.getByRole('radiogroup');
    await collisions.first().waitFor();
    expect(await collisions.count()).toBe(2);
    await dialog.getByRole('radiogroup', { name: '주요내용' }).getByText('먼저 저장된 내용').click();
    // The pipeline may have been at the issue meanwhile: then it is asked again, with nothing left to choose.
    for (const saved = second.getByText('저장했습니다.'); ;) {
      await press(dialog, '고른 내용으로 저장');
      await saved.or(dialog.getByText('겹치는 항목이 없어')).first().waitFor();
      if (await saved.count()) break;
    }
    const officer = await city.as('officer');
    expect(await officer.get(`/issues/${id}`)).toMatchObject({
      title: '둘째가 고친 이슈명 정비 필요',
      summary: '첫째가 고친 내용',
      impact: 2,
      expectedMonth: desk.nextMonth(),
    });
  });

  it('what is written while the service is killed stays, and is registered once when it is back', async () => {
    windows.tolerate(AWAY);
    const title = nonsense(4);
    const page = await windows.of('officer', '/issues/new');
    await field(page, '이슈명').fill(title);
    await city.kill('intake');
    const banner = page.getByText('서버에 연결되지 않습니다');
    await banner.waitFor();
    await page.getByRole('radiogroup', { name: '채널' }).getByText('민원').click();
    await field(page, '주요내용').fill('서버가 꺼진 동안 쓴 내용');
    await press(page, '등록');
    await field(page, '주요내용').press('Control+Enter');
    expect(await field(page, '이슈명').inputValue()).toBe(title);
    await city.run('intake');
    await page.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: 45_000 });
    await page.getByText('서버가 꺼진 동안 쓴 내용').waitFor();
    await banner.waitFor({ state: 'detached', timeout: 45_000 });
    expect(await count('issues', 'title', title)).toBe(1);
  }, 120_000);

  it('an issue whose confirmation was lost on the way is registered once', async () => {
    windows.tolerate(AWAY);
    const title = nonsense(4);
    const page = await windows.of('officer', '/issues/new');
    let lost = 0;
    await page.route('**/api/v1/issues', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await field(page, '이슈명').fill(title);
    await page.getByRole('radiogroup', { name: '채널' }).getByText('민원').click();
    await field(page, '주요내용').fill('한 번만 등록되어야 함');
    await press(page, '등록');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect([lost, await count('issues', 'title', title)]).toEqual([1, 1]);
  });

  it('a session that ended while an answer was written is taken up again in place, and the answer sent once', async () => {
    windows.tolerate(SIGNED_OUT);
    const { labour } = city.people;
    const { requests } = await desk.asked(city, nonsense(4), labour.departmentId);
    const page = await windows.of('labour', `/requests/${requests[0].id}`);
    await field(page, '조치계획').fill('□ 세션이 끝나도 남는 회신');
    await city.database.query('delete from sessions where user_id = $1', [labour.id]);
    // Where the page notices first, the button can be pressed only once the dialog is gone.
    const sent = press(page, '회신 보내기');
    const dialog = page.getByRole('alertdialog', { name: '다시 로그인해 주십시오' });
    await dialog.waitFor();
    // What was on the screen is there, and nobody who comes by reads it.
    const heading = page.locator('main h1');
    expect([await heading.count(), await heading.isVisible()]).toEqual([1, false]);
    expect(await page.title()).toBe('다시 로그인해 주십시오');
    await dialog.getByLabel('비밀번호').fill(labour.password);
    await press(dialog, '로그인');
    await sent;
    await page.getByText('회신했습니다.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await heading.isVisible()).toBe(true);
    await page.getByText('□ 세션이 끝나도 남는 회신').waitFor();
    expect(await count('responses', 'request_id', requests[0].id)).toBe(1);
  });

  it('what was written in a tab that was closed is there again, and thrown away only until that is undone', async () => {
    const page = await windows.of('officer', '/issues/new');
    await field(page, '이슈명').fill('쓰다 만 이슈');
    await field(page, '주요내용').pressSequentially('다 쓰지 못한 내용');
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;

    const again = await windows.tab(page.context(), '/issues/new');
    await again.getByText('쓰던 내용을 불러왔습니다').waitFor();
    expect(await field(again, '이슈명').inputValue()).toBe('쓰다 만 이슈');
    expect(await field(again, '주요내용').inputValue()).toBe('다 쓰지 못한 내용');
    await press(again, '새로 작성');
    await again.getByText('쓰던 내용을 지웠습니다.').waitFor();
    expect(await field(again, '이슈명').inputValue()).toBe('');
    await press(again, '실행 취소');
    await eventually('the draft is back', async () => {
      return (await field(again, '이슈명').inputValue()) === '쓰다 만 이슈';
    });
    await again.reload();
    await again.getByText('쓰던 내용을 불러왔습니다').waitFor();
    expect(await field(again, '주요내용').inputValue()).toBe('다 쓰지 못한 내용');
  });

  it('warns before the session ends, and extends it with one press', async () => {
    const { auditor } = city.people;
    const page = await windows.of('auditor');
    const left = async (): Promise<number> => {
      const [row] = await city.database.query<{ minutes: number }>(
        `select extract(epoch from expires_at - now())::float / 60 as minutes from sessions where user_id = $1`,
        [auditor.id],
      );
      return row!.minutes;
    };
    await city.database.query(
      `update sessions set expires_at = now() + interval '3 minutes' where user_id = $1`,
      [auditor.id],
    );
    await page.reload();
    const warning = page.getByRole('alertdialog', { name: '곧 로그아웃됩니다' });
    await warning.getByText(/[12]분 \d+초 뒤에/).waitFor();
    await press(warning, '연장');
    await warning.waitFor({ state: 'detached' });
    expect(await left()).toBeGreaterThan(30);
  });

  it('takes Korean as it is composed: nothing doubles, nothing is lost, no shortcut fires', async () => {
    const title = `빗물받이 관리 부실 ${nonsense(2)}`;
    await registered({ title });
    await registered({ title: `장마철 지하차도 ${nonsense(2)}` });
    const page = await windows.of('officer', '/issues');
    const keys = await page.context().newCDPSession(page);
    const search = page.getByRole('searchbox', { name: '검색' });
    const list = page.getByRole('table', { name: '리스크 이슈' });
    await search.click();
    await compose(keys, ['ㅂ', '비', '빗'], '빗');
    await compose(keys, ['ㅁ', '무', '물'], '물');
    expect(await search.inputValue()).toBe('빗물');
    await compose(keys, ['ㅂ', '바'], null);
    await search.evaluate(() => undefined);
    expect(await search.inputValue()).toBe('빗물바');
    await keys.send('Input.insertText', { text: '받' });
    await list.getByText('지하차도').waitFor({ state: 'detached' });
    await list.getByRole('link', { name: title }).waitFor();
    await page.waitForURL(`**/issues?q=${encodeURIComponent('빗물받')}`);
    expect(await search.inputValue()).toBe('빗물받');

    await page.goto('/issues/new');
    const name = field(page, '이슈명');
    await name.click();
    await compose(keys, ['ㅎ', '하', '한'], '한');
    await compose(keys, ['ㄱ', '그', '글'], '글');
    await compose(keys, ['ㄴ', '너'], null);
    // The Enter that ends a composition ends nothing else.
    await keepKey(keys, 'Enter', { modifiers: 2 });
    await keys.send('Input.insertText', { text: '너' });
    expect(await name.inputValue()).toBe('한글너');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/issues/new');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('obeys letters also where the keyboard writes Hangul', async () => {
    const page = await windows.of('officer');
    const keys = await page.context().newCDPSession(page);
    await letter(keys, 'ㅎ', 'KeyG');
    await letter(keys, 'ㅑ', 'KeyI');
    await page.getByRole('heading', { level: 1, name: '리스크 이슈' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/issues');
  });

  it('shows what others do only when asked: the list does not move under its reader', async () => {
    const known = nonsense(3);
    await registered({ title: known });
    const page = await windows.of('officer', '/issues');
    const titles = page.getByRole('table', { name: '리스크 이슈' }).getByRole('rowheader');
    await titles.getByText(known).waitFor();
    const before = await titles.allTextContents();
    const title = nonsense(3);
    await registered({ title });
    const offer = page.getByRole('button', { name: /^새 변경 \d+건 보기$/ });
    await offer.waitFor();
    expect(await titles.allTextContents()).toEqual(before);
    await offer.click();
    await titles.getByText(title).waitFor();
  });

  it('goes back to where somebody was who has to sign in first', async () => {
    const title = nonsense(3);
    const id = await registered({ title });
    const page = await windows.ofNobody(`/issues/${id}`);
    await signIn(page, city.people.officer, title);
    await page.getByRole('region', { name: '처리 경과' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/issues/${id}`);
  });
});

const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const press = (within: Pick<Page, 'getByRole'>, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).click();

/** A syllable as an input method makes it: one jamo after the other, then the whole; null leaves it open. */
async function compose(keys: CDPSession, steps: string[], whole: string | null): Promise<void> {
  for (const text of steps) {
    await keepKey(keys, 'Process', {});
    await keys.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  if (whole) await keys.send('Input.insertText', { text: whole });
}

/** A key that the input method keeps for itself. */
async function keepKey(keys: CDPSession, key: string, more: object): Promise<void> {
  const event = { key, code: 'KeyG', windowsVirtualKeyCode: 229, ...more };
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

async function letter(keys: CDPSession, key: string, code: string): Promise<void> {
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code });
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
}
