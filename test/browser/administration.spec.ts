import { choose, inBrowser, pick, Windows } from '../support/browser.js';
import { City, eventually } from '../support/city.js';
import { hire } from '../support/hire.js';
import { atWork } from '../support/issues.js';
import { nonsense } from '../support/words.js';

inBrowser('a day of the administrator', () => {
  let city: City;
  let windows: Windows;

  beforeAll(async () => {
    city = await City.start({ env: { SCHEDULE_INTERVAL_MS: '200' } });
    windows = await Windows.start(city);
  }, 120_000);
  afterEach(() => windows.closeInPeace());
  afterAll(async () => {
    await windows?.stop();
    await city?.stop();
  });

  it('splits a department: looks first, sends one issue and one person elsewhere, and it happens on its day', async () => {
    const { water } = city.people;
    const officer = await city.as('officer');
    const issue = await atWork(officer, [water.departmentId!], { title: nonsense(4) });
    const colleague = await hire(city, '하천과장', {
      role: 'department',
      position: 'division-head',
      departmentId: water.departmentId,
    });
    const [{ today }] = (await city.database.query<{ today: string }>(
      `select seoul_today()::text as today`,
    )) as [{ today: string }];
    const page = await windows.of('officer', '/reorganisations');
    await page.getByText('시행 예정인 조직개편이 없습니다').waitFor();
    await page.getByRole('link', { name: '조직개편 등록' }).click();
    await page.getByText('한 부서를 여러 부서로 나눕니다.').click();
    await page.getByLabel('시행일').fill(today);
    await page.getByRole('textbox', { name: '사유' }).fill('행정기구 설치조례 개정');
    await pick(page, '대상 부서', '물순환안전국');
    await page.getByRole('textbox', { name: '새 부서명 1' }).fill('물순환안전국');
    await page.getByRole('textbox', { name: '새 부서명 2' }).fill('하천관리국');
    await page.getByRole('button', { name: '미리 확인' }).click();
    const found = page.getByRole('region', { name: /옮겨 갈 업무와 사람/ });
    await found.getByText(issue.number).first().waitFor();
    await choose(page, `${issue.number}의 새 부서`, '하천관리국', found);
    await pick(page, `${colleague.name}의 새 부서`, '하천관리국', found);
    await page.getByRole('button', { name: '등록', exact: true }).click();
    await page.getByText('조직개편을 등록하였습니다.').waitFor();
    const row = page.getByRole('row').filter({ hasText: '물순환안전국 → 물순환안전국·하천관리국' });
    await row.getByText('시행', { exact: true }).waitFor();

    const now = await eventually('the work has moved', async () => {
      const one = await officer.get(`/issues/${issue.id}`);
      return one.requests[0].departmentName === '하천관리국' && one;
    });
    expect(now.requests[0].dueAt).toBe(issue.requests[0].dueAt);
    expect((await colleague.api.get('/me')).departmentName).toBe('하천관리국');
  }, 90_000);

  it('enters one for later and takes it back, and is told what a department without a successor would leave', async () => {
    const page = await windows.of('admin', '/reorganisations/new');
    await page.getByText('부서를 없앱니다.').click();
    await page.getByRole('textbox', { name: '사유' }).fill('기능 이관');
    await pick(page, '대상 부서', '기후환경본부');
    await page.getByRole('button', { name: '미리 확인' }).click();
    await page.getByText('승계할 부서가 없는 업무·인원이 1건 있습니다').waitFor();
    await pick(page, '승계 부서', '푸른도시국');
    await page.getByRole('button', { name: '미리 확인' }).click();
    await page.getByRole('button', { name: '등록', exact: true }).click();
    await page.getByText('조직개편을 등록하였습니다.').waitFor();
    await page.getByRole('button', { name: '취소' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '조직개편 취소' }).click();
    await page.getByText('조직개편을 취소하였습니다.').waitFor();
    const row = page.getByRole('row').filter({ hasText: '기후환경본부 → 푸른도시국' });
    expect(await row.getByText('취소', { exact: true }).count()).toBe(1);
  }, 60_000);

  it('looks at what was kept long enough, carries it out with a reason, and finds it on record', async () => {
    const { departmentId } = city.people.labour;
    const left = await hire(city, '떠난 사람', { role: 'department', position: 'staff', departmentId });
    await city.database.query('update users set active = false where id = $1', [left.id]);
    await city.database.query(`update users set left_at = app_now() - interval '13 months' where id = $1`, [
      left.id,
    ]);
    const page = await windows.of('admin', '/retention');
    await page.getByRole('button', { name: '미리 확인' }).click();
    const due = page.getByRole('region', { name: '기간이 지난 것' });
    await due.getByText('떠난 사람').waitFor();
    await due.getByRole('button', { name: '집행' }).click();
    const dialog = page.getByRole('dialog', { name: '파기·가명 처리 집행' });
    await dialog.getByRole('textbox', { name: '사유' }).fill('연간 정비');
    await dialog.getByRole('button', { name: '집행' }).click();
    await page.getByText('집행하였습니다.').waitFor();
    await page.getByRole('region', { name: '집행 내역' }).getByText('연간 정비').waitFor();
    await page.goto('/users');
    await page.getByText('퇴직자 1').first().waitFor();
    expect(await page.getByText('떠난 사람').count()).toBe(0);
  }, 60_000);
});
