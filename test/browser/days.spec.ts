import type { Page } from 'playwright-core';
import { choose, inBrowser, pick, preview, signIn, task, Windows } from '../support/browser.js';
import * as desk from '../support/browser-desk.js';
import { City } from '../support/city.js';
import { ARTICLE, fromArticleToReport } from '../support/browser-story.js';
import { anIssue, light, middling, settled } from '../support/issues.js';
import { haveRedis, TestRedis } from '../support/redis.js';
import { nonsense } from '../support/words.js';

/** Names of whatever changes something of the office's; only its absence is looked for. What one follows is one's own. */
const CHANGES =
  /(?<!관심 )등록$|수정|확정|종결|재개|제외|병합|조정|추가$|이행 확인|보완 요청|소관 변경|소관 아님|회신 보내기|작성|저장하기|재처리|붙이기/;

inBrowser('a day at the console', () => {
  let redis: TestRedis | undefined;
  let city: City;
  let windows: Windows;
  const month = desk.nextMonth();

  beforeAll(async () => {
    // Where there is no Redis the queues are in PostgreSQL, as in the other specs of the console.
    redis = haveRedis ? await TestRedis.start() : undefined;
    city = await City.start({ ...(redis && { redisUrl: redis.url }) });
    windows = await Windows.start(city);
  }, 120_000);
  afterEach(() => windows.closeInPeace());
  afterAll(async () => {
    await windows?.stop();
    await city?.stop();
    await redis?.kill();
  });

  it('takes an officer from an article to the report, while the department answers live', async () => {
    const pdf = await fromArticleToReport(windows, city, month);
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  }, 120_000);

  it('takes an officer from the morning’s scrap list to a decided issue in a few keystrokes', async () => {
    const story = nonsense(5);
    const other = nonsense(5);
    const officer = await windows.of('officer', '/signals');
    await officer.getByRole('button', { name: '스크랩 붙여 넣기' }).waitFor();
    await desk.paste(
      officer,
      `2026. 11. 20.(금) 조간 스크랩
□ 교통
○ ${story} (조선, A12면)
○ [단독] ${story} (한겨레 1면)
○ ${story} 우려 / 연합뉴스
○ ${other} / 경향 / 13. 45.`,
    );
    await officer.getByRole('group', { name: '같은 보도 3건' }).waitFor();
    await officer.getByRole('textbox', { name: '제목, 4번째 행' }).fill(`${other} 정정`);
    await officer.getByLabel('보도일, 4번째 행').fill('2026-11-20');
    await officer.getByRole('button', { name: '4건 저장' }).click();
    await officer.getByText('4건을 접수했습니다.').waitFor();

    const cluster = officer.getByRole('row').filter({ hasText: story });
    await cluster.getByRole('button', { name: '같은 보도 3건' }).waitFor();
    expect(await cluster.count()).toBe(1);
    await desk.moveTo(officer, story);
    await officer.keyboard.press('e');
    await officer.getByText(`같은 보도 3건을 함께 등록합니다: ${story}`).waitFor();
    await officer.getByRole('textbox', { name: '주요내용' }).fill(nonsense(8));
    await officer.getByText('더 적기').click();
    await choose(officer, '영향도(1~5)', '4');
    await choose(officer, '발생 가능성(무조치 시, 1~5)', '4');
    await pick(officer, '주관부서', ARTICLE.department);
    await officer.keyboard.press('Control+Enter');
    await officer.getByRole('heading', { level: 1, name: story }).waitFor();
    await desk.confirmAsProposed(officer);

    await officer.getByRole('link', { name: '동향 접수' }).click();
    await officer.getByRole('row').filter({ hasText: other }).waitFor();
    await officer.getByRole('row').filter({ hasText: story }).waitFor({ state: 'detached' });
    await desk.moveTo(officer, other);
    await officer.keyboard.press('d');
    await officer.getByRole('button', { name: '시정과 무관' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: '제외', exact: true }).click();
    await officer.getByText('동향을 제외했습니다.').waitFor();
    await officer.getByRole('row').filter({ hasText: other }).waitFor({ state: 'detached' });
    await officer.keyboard.press('u');
    await officer.getByRole('row').filter({ hasText: other }).waitFor();
  }, 90_000);

  it('lets a department say whose a request is, and the officer moves it to another', async () => {
    const title = nonsense(4);
    const { id } = await desk.asked(city, title, city.people.labour.departmentId);
    const officer = await windows.of('officer', `/issues/${id}`);
    const department = await windows.of('labour');
    await task(department, '접수', title).click();
    await department.getByRole('button', { name: '소관 아님' }).click();
    const refusal = department.getByRole('dialog', { name: '소관 조정 요청' });
    await refusal.getByRole('textbox', { name: '사유' }).fill('기후 분야 소관');
    await pick(department, '소관으로 보는 부서', '기후환경본부', refusal);
    await refusal.getByRole('button', { name: '소관 조정 요청' }).click();
    await department.getByText('소관 조정을 요청했습니다.').waitFor();

    await officer.getByText('소관으로 보는 부서: 기후환경본부').waitFor();
    await officer.getByRole('button', { name: '소관 변경(재배부)' }).click();
    const transfer = officer.getByRole('dialog', { name: '소관 변경(재배부)' });
    const proposed = await transfer.getByRole('combobox', { name: '새 소관 부서' }).inputValue();
    expect(proposed).toBe('기후환경본부');
    await pick(officer, '새 소관 부서', '경제정책실', transfer);
    await transfer.getByRole('textbox', { name: '사유' }).fill('경제 분야로 조정');
    await transfer.getByRole('button', { name: '소관 변경(재배부)' }).click();
    await officer.getByText('소관을 바꾸어 다시 보냈습니다.').waitFor();

    const other = await windows.of('economy');
    await task(other, '접수', title).waitFor();
    await department.goto('/requests');
    await department.getByText('지금 처리할 요청이 없습니다').or(department.getByRole('table')).waitFor();
    expect(await department.getByText(title).count()).toBe(0);
  });

  it('shows a manager what waits, what a figure counts, and a report to confirm', async () => {
    const title = nonsense(4);
    const officer = await city.as('officer');
    const waiting = { ...middling, title, impact: 5, likelihood: 4, expectedMonth: month };
    const { id } = await officer.post('/issues', anIssue(waiting));
    await settled(officer, id);
    await officer.post('/reports', { month });
    const manager = await windows.of('manager');
    await task(manager, '검토·결정', title).waitFor();
    await manager.getByRole('link', { name: '현황판' }).click();
    const grid = manager.getByRole('table', { name: '영향도 × 발생 가능성' });
    await grid.getByRole('link', { name: /영향도 5, 발생 가능성 4, .*1건/ }).click();
    await list(manager).getByRole('link', { name: title }).waitFor();
    expect(await list(manager).getByRole('row').count()).toBe(2);
    await manager.getByRole('link', { name: '내 할 일' }).click();
    await task(manager, '확정할 월간 리포트', desk.monthInWords(month)).click();
    await preview(manager).getByText(desk.monthInWords(month)).first().waitFor();
    await manager.getByText(/· \d+쪽$/).waitFor();
    // Where the browser has a reader of PDF, which the one of the tests has not, the pages stand there.
    await manager.addInitScript(`Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => true })`);
    await manager.reload();
    await manager.locator('iframe[src*=".pdf?shown=true"]').waitFor();
    await choose(manager, '보기', '이어서');
    await preview(manager).getByText(desk.monthInWords(month)).first().waitFor();
    await desk.issueReport(manager);
  });

  it('lets an auditor read everything and change nothing', async () => {
    const { id } = await desk.asked(city, nonsense(4), city.people.labour.departmentId);
    const office = await city.as('officer');
    await office.post('/reports', { month });
    const auditor = await windows.of('auditor', `/issues/${id}`);
    await auditor.getByRole('region', { name: '처리 경과' }).getByText('이슈').first().waitFor();
    await auditor.getByRole('link', { name: '열기' }).waitFor();
    await changesNothing(auditor);
    for (const [path, shown] of [
      ['/issues', '이슈명'],
      ['/requests', '대책 마련'],
      ['/signals', '접수 목록'],
      ['/reports', desk.monthInWords(month)],
      [`/reports/${month}`, '미리보기'],
      ['/dashboard', '등록·종결 추이'],
      ['/audit?kind=signed-in', 'POST /api/v1/sessions'],
    ] as const) {
      await auditor.goto(path);
      await auditor.getByText(shown).filter({ visible: true }).first().waitFor();
      await changesNothing(auditor);
    }
    await auditor.goto('/issues/new');
    await auditor.getByText('없는 화면입니다').waitFor();
    expect(await auditor.getByRole('textbox').count()).toBe(0);
  });

  it('lets an administrator add people and close them out, and shows no issues', async () => {
    const admin = await windows.of('admin');
    const menu = await admin.getByRole('navigation', { name: '주 메뉴' }).getByRole('link').allTextContents();
    expect(menu).toEqual(expect.arrayContaining(['내 할 일', '사용자', '처리 보류 건']));
    expect(menu.filter((name) => /이슈|요청|동향|현황판|리포트/.test(name))).toEqual([]);
    await admin.getByRole('link', { name: '사용자' }).click();
    await admin.getByRole('button', { name: '사용자 등록' }).click();
    const dialog = admin.getByRole('dialog', { name: '사용자 등록' });
    const account = { email: 'newcomer@city.test', password: 'a-password-to-begin-with' };
    await dialog.getByRole('textbox', { name: '성명' }).fill('이신규');
    await dialog.getByRole('textbox', { name: '전자우편' }).fill(account.email);
    await choose(admin, '역할', '실·국 담당', dialog);
    await pick(admin, '부서', '물순환안전국', dialog);
    await dialog.getByLabel('처음 비밀번호').fill(account.password);
    await dialog.getByRole('button', { name: '등록', exact: true }).click();
    await admin
      .getByRole('cell', { name: account.email })
      .or(admin.getByText(account.email))
      .first()
      .waitFor();
    const newcomer = await windows.ofNobody('/requests');
    // A password that the administrator knows is changed before anything else.
    await signIn(newcomer, account, '비밀번호를 먼저 바꿔 주십시오');
    expect(await newcomer.getByRole('navigation').count()).toBe(0);
    const own = 'tall trees beside the stream';
    await newcomer.getByLabel('지금 비밀번호').fill(account.password);
    await newcomer.getByLabel('새 비밀번호').fill(own);
    await newcomer.getByRole('button', { name: '변경하고 시작' }).click();
    await newcomer.getByRole('heading', { level: 1, name: '요청·회신' }).waitFor();

    await newcomer.goto('/settings');
    await newcomer.getByRole('button', { name: '비밀번호 변경' }).click();
    const change = newcomer.getByRole('dialog', { name: '비밀번호 변경' });
    await change.getByLabel('지금 비밀번호').fill(own);
    await change.getByLabel('새 비밀번호').fill('short stones under the bridge');
    await change.getByRole('button', { name: '변경', exact: true }).click();
    await newcomer.getByText('비밀번호를 변경했습니다.').waitFor();

    await admin.getByRole('button', { name: '이신규 변경' }).click();
    const editing = admin.getByRole('dialog', { name: '이신규 변경' });
    await editing.getByText('끄면 곧바로 모든 기기에서').click();
    await editing.getByRole('button', { name: '변경', exact: true }).click();
    await admin.getByText('이신규 님의 정보를 변경했습니다.').waitFor();
    await newcomer.goto('/requests');
    await newcomer.getByRole('button', { name: '로그인' }).waitFor();
  });

  it('finds an issue by its initial consonants, and keeps the filters in the address', async () => {
    const title = `빗물받이 관리 부실 ${nonsense(2)}`;
    await drained(title);
    const page = await windows.of('officer');
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: '명령·통합검색' });
    await palette.getByRole('searchbox').fill('ㅂㅁㅂㅇ');
    await palette.getByRole('menuitem', { name: title }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('heading', { level: 1, name: '리스크 이슈' }).waitFor();
    await page.getByRole('searchbox', { name: '검색' }).fill('ㅂㅁㅂㅇ');
    await list(page).getByText(ARTICLE.title).waitFor({ state: 'detached' });
    await choose(page, '채널', '감사');
    await page.waitForURL(/channel=audit/);
    await page.reload();
    await list(page).getByRole('link', { name: title }).waitFor();
    expect(await page.getByRole('searchbox', { name: '검색' }).inputValue()).toBe('ㅂㅁㅂㅇ');
    await choose(page, '채널', '언론');
    await page.getByText('조건에 맞는 이슈가 없습니다').waitFor();
    await page.goBack();
    await list(page).getByRole('link', { name: title }).waitFor();
  });

  it('saves a view, shares it with a colleague, and brings a deleted one back', async () => {
    const title = `복개천 악취 ${nonsense(2)}`;
    await drained(title);
    const page = await windows.of('officer', '/issues?channel=audit&q=복개천');
    await page.getByRole('button', { name: '보기 저장' }).click();
    const dialog = page.getByRole('dialog', { name: '지금 조건을 보기로 저장' });
    await dialog.getByRole('textbox', { name: '보기 이름' }).fill('악취 감사');
    await dialog.getByText('같은 업무 담당자와 공유').click();
    await dialog.getByRole('button', { name: '보기 저장' }).click();
    const views = page.getByRole('navigation', { name: '보기' });
    const view = views.getByRole('button', { name: '악취 감사' });
    await view.waitFor();

    const colleague = await windows.of('colleague', '/issues');
    const theirs = colleague.getByRole('navigation', { name: '보기' });
    await theirs.getByRole('button', { name: '악취 감사' }).click();
    await list(colleague).getByRole('link', { name: title }).waitFor();
    await list(colleague).getByText(ARTICLE.title).waitFor({ state: 'detached' });

    await views.getByRole('button', { name: '보기 삭제' }).click();
    await view.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '실행 취소' }).click();
    await view.waitFor();
    await colleague.reload();
    await list(colleague).waitFor();
    expect(await theirs.getByRole('button', { name: '악취 감사' }).count()).toBe(1);
  });

  it('shows the columns one chooses, and exports exactly what is shown', async () => {
    const titles = [`맨홀 추락 ${nonsense(1)}`, `맨홀 역류 ${nonsense(1)}`];
    for (const title of titles) await drained(title);
    const page = await windows.of('officer', '/issues?q=맨홀&sort=title');
    await page.getByRole('button', { name: '표시 항목' }).click();
    await page.getByRole('menuitemcheckbox', { name: '채널' }).click();
    await page.getByRole('menuitemcheckbox', { name: '예상 시기' }).click();
    await page.keyboard.press('Escape');
    await list(page).getByRole('columnheader', { name: '예상 시기' }).waitFor({ state: 'detached' });
    const heads = await list(page).getByRole('columnheader').allTextContents();
    expect(heads).toEqual(['이슈번호', '이슈명', '중요도', '단계', '주관부서', '회신기한', '채널']);
    const shown = await list(page).getByRole('rowheader').allTextContents();
    expect(shown).toEqual([titles[1], titles[0]]);
    await page.getByRole('button', { name: '내보내기' }).click();
    const csv = await desk.download(page, () => page.getByRole('menuitem', { name: /CSV/ }).click());
    const [head, ...rows] = csv.toString('utf8').trimEnd().split(/\r?\n/);
    expect(head).toBe('\uFEFF이슈번호,제목,중요도,단계,주관부서,회신기한,채널');
    expect(rows.map((row) => row.split(',')[1])).toEqual(shown);
  });

  it('obeys single letters until they are switched off', async () => {
    const page = await windows.of('officer');
    const help = page.getByRole('dialog', { name: '키보드 단축키' });
    const palette = page.getByRole('dialog', { name: '명령·통합검색' });
    await page.keyboard.press('?');
    await help.waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await palette.waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: '환경설정' }).click();
    await page.getByText('한 글자 단축키 사용').click();
    await page.getByRole('heading', { level: 1, name: '환경설정' }).click();
    for (const key of ['?', '/', 'g', 'i']) await page.keyboard.press(key);
    // Still taken, and the only one that was.
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(new URL(page.url()).pathname).toBe('/settings');
  });

  /** An issue of audit about drains that weighs little. */
  async function drained(title: string): Promise<void> {
    const officer = await city.as('officer');
    const { id } = await officer.post('/issues', anIssue({ ...light, title, channel: 'audit' }));
    await settled(officer, id);
  }
});

const list = (page: Page) => page.getByRole('table', { name: '리스크 이슈' });
/** Nothing on the page that may be pressed changes anything. */
async function changesNothing(page: Page): Promise<void> {
  const main = page.getByRole('main');
  const names = await Promise.all(
    [main.getByRole('button'), main.getByRole('link')].map((all) => all.allTextContents()),
  );
  expect(names.flat().filter((name) => CHANGES.test(name.trim()))).toEqual([]);
}
