import { choose, inBrowser, preview, Windows } from '../support/browser.js';
import { download } from '../support/browser-desk.js';
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
    await page.getByText('2건 중 현실화 1, 예방 1').waitFor();

    const manager = await windows.of('manager', `/outlook?month=${month}`);
    const read = manager.getByRole('table', { name: '결과' });
    await read.getByRole('row').filter({ hasText: averted }).getByText('사전 협의로 해소').waitFor();
    await manager.getByRole('button', { name: /적중도/ }).click();
    await manager
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
});
