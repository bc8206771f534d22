import { choose, inBrowser, preview, task, Windows } from '../support/browser.js';
import { download, nextMonth } from '../support/browser-desk.js';
import { approved } from '../support/approve-report.js';
import { City } from '../support/city.js';
import { atWork } from '../support/issues.js';
import { nonsense } from '../support/words.js';

const thisMonth = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);

inBrowser('what is told of issues on paper, at the console', () => {
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

  it('shows what a report expected, and lets an officer confirm what became of it, with a reason where it was otherwise', async () => {
    const [came, averted] = [nonsense(4), nonsense(4)];
    const officer = await city.as('officer');
    const month = thisMonth();
    const more = { expectedMonth: month };
    const { id } = await atWork(officer, [city.people.labour.departmentId!], { ...more, title: came });
    await atWork(officer, [city.people.labour.departmentId!], { ...more, title: averted });
    await officer.post(`/issues/${id}/closure`, { outcome: 'occurred', lesson: '초기 대응' });
    await officer.post('/reports', { month });
    await approved(await city.as('manager'), month);

    windows.tolerate(/400 \(Bad Request\) .*\/outlook\//);
    const page = await windows.of('officer', `/reports/${month}`);
    await page.getByRole('link', { name: '전망과 결과' }).click();
    await page.getByRole('heading', { level: 1, name: '익월 전망' }).waitFor();
    const results = page.getByRole('table', { name: '결과' });
    await results.getByRole('row').filter({ hasText: came }).getByText('종결 결과').waitFor();
    await choose(page, `결과: ${averted}`, '예방', results);
    await page.getByRole('button', { name: '결과 확인 (2)' }).click();
    await results.getByText('필수 입력 항목입니다.').waitFor();
    await results.getByRole('textbox', { name: '다르게 본 사유' }).fill('사전 협의로 해소');
    await page.getByRole('button', { name: '결과 확인 (2)' }).click();
    await page.getByText('결과를 확인하였습니다.').waitFor();
    await page.getByRole('form', { name: '결과 확인' }).getByText('2건 중 현실화 1, 예방 1').waitFor();

    const manager = await windows.of('manager', `/outlook?month=${month}`);
    const read = manager.getByRole('table', { name: '결과' });
    await read.getByRole('row').filter({ hasText: averted }).getByText('사전 협의로 해소').waitFor();
    const judged = manager.getByRole('form', { name: '결과 확인' });
    await judged.getByRole('button', { name: /적중도/ }).click();
    await judged
      .getByRole('table', { name: '발굴 경로별 결과' })
      .getByRole('row')
      .filter({ hasText: '언론' })
      .waitFor();
    expect(await manager.getByRole('button', { name: /결과 확인/ }).count()).toBe(0);
  });

  it('hands out an issue on one page, and the paper for the council with the cases that are chosen', async () => {
    const title = nonsense(4);
    const { id } = await atWork(await city.as('officer'), [city.people.labour.departmentId!], { title });
    const page = await windows.of('officer', `/issues/${id}`);
    await page.getByRole('button', { name: '현안보고' }).click();
    const brief = await download(page, () => page.getByRole('menuitem', { name: 'PDF' }).click());
    expect(brief.toString('latin1')).toContain('<xmpTPg:NPages>1<');

    await page.goto('/reports');
    await page.getByRole('link', { name: '의회 제출용 운영현황' }).click();
    await page.getByRole('heading', { level: 1, name: '의회 제출용 운영현황' }).waitFor();
    await preview(page).getByText(title).waitFor();
    await page.getByText(title).first().click();
    await preview(page).getByText('해당 없음').or(preview(page).getByText('①')).first().waitFor();
    expect(await preview(page).getByText(title).count()).toBe(0);
    const paper = await download(page, () => page.getByRole('button', { name: 'HWPX 내려받기' }).click());
    expect(paper.toString('latin1')).toContain('application/hwp+zip');
  });

  it('asks departments what they expect: nothing in one click, an issue in one form, both before the office', async () => {
    const [expected, known] = [nonsense(3), nonsense(4)];
    const officer = await city.as('officer');
    await atWork(officer, [city.people.labour.departmentId!], { expectedMonth: nextMonth(), title: known });
    await officer.post(`/rounds/${nextMonth()}`);

    const economy = await windows.of('economy');
    await task(economy, '수요조회 회신', '예상 이슈 조회').click();
    await economy.getByRole('button', { name: '해당 없음' }).click();
    await economy.getByText('회신하였습니다.').waitFor();
    await economy.getByRole('region', { name: '회신 내용' }).getByText('해당 없음').waitFor();

    const labour = await windows.of('labour', `/rounds/${nextMonth()}`);
    await choose(labour, `예상대로인지: ${known}`, '다름(정정)');
    await labour.getByRole('textbox', { name: `무엇이 다른지: ${known}` }).fill('한 달 늦어짐');
    await labour.getByRole('button', { name: '예상 이슈 적기' }).click();
    await labour.getByRole('textbox', { name: '예상 이슈명' }).fill(expected);
    await labour.getByRole('textbox', { name: '주요내용' }).fill('신청이 몰려 접수 중단 우려');
    await labour.getByRole('textbox', { name: '간략대안' }).fill('접수 창구 확대');
    await labour.getByRole('button', { name: '회신', exact: true }).click();
    await labour.getByRole('region', { name: '회신 내용' }).getByText(expected).waitFor();

    const page = await windows.of('officer', `/rounds/${nextMonth()}`);
    const answers = page.getByRole('table', { name: '부서별 회신' });
    await answers.getByRole('row').filter({ hasText: '경제' }).getByText('해당 없음').waitFor();
    await answers.getByText('한 달 늦어짐').waitFor();
    await page.getByRole('button', { name: /미회신 \d+개 부서에 회신 요청/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '회신 요청' }).click();
    await page.getByText('회신을 요청하였습니다.').waitFor();
    // What came is an issue in one more step, with all that was said.
    const items = page.getByRole('table', { name: '회신한 예상 이슈' });
    await items
      .getByRole('row')
      .filter({ hasText: expected })
      .getByRole('link', { name: '이슈로 등록' })
      .click();
    await page.getByRole('heading', { level: 1, name: '이슈 등록' }).waitFor();
    expect(await page.getByRole('textbox', { name: '이슈명' }).inputValue()).toBe(expected);
    expect(await page.getByRole('textbox', { name: '주요내용' }).inputValue()).toBe(
      '신청이 몰려 접수 중단 우려',
    );
  });
});
