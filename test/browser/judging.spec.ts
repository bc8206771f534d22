import { choose, inBrowser, mark, pick, Windows } from '../support/browser.js';
import * as desk from '../support/browser-desk.js';
import type { Json } from '../support/api.js';
import { City, eventually } from '../support/city.js';
import { anIssue, heavy, settled } from '../support/issues.js';
import { brought } from '../support/upload.js';
import { nonsense } from '../support/words.js';

inBrowser('weighing and deciding at the console', () => {
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

  it('lets an officer put an issue first for a reason, bear its risk until a day, and take that back', async () => {
    const titles = [nonsense(4), nonsense(4)];
    for (const title of titles) await desk.asked(city, title, city.people.labour.departmentId);
    const api = await city.as('officer');
    const officer = await windows.of('officer', '/queue');
    const rows = officer.getByRole('table', { name: '검토 순서' }).getByRole('row');
    await rows.nth(2).waitFor();
    const second = await rows.nth(2).textContent();
    const below = titles.find((title) => second!.includes(title))!;
    await officer.getByRole('button', { name: `순서 조정: ${below}` }).click();
    const placing = officer.getByRole('dialog', { name: '순서 조정' });
    await mark(placing, '순서 조정', '맨 앞');
    await placing.getByRole('textbox', { name: '사유' }).fill('시의회 질의 예정');
    await placing.getByRole('button', { name: '순서 조정' }).click();
    await rows.nth(1).filter({ hasText: below }).getByText('맨 앞: 시의회 질의 예정').waitFor();

    await officer.getByRole('link', { name: below }).click();
    await officer.getByRole('heading', { level: 1, name: below }).waitFor();
    await officer.getByRole('button', { name: '리스크 감수' }).click();
    const bearing = officer.getByRole('dialog', { name: '리스크 감수(수용)' });
    await bearing.getByLabel('감수 기한').fill(`${Number(desk.nextMonth().slice(0, 4)) + 1}-06-30`);
    await bearing.getByRole('textbox', { name: '사유' }).fill('예산 대비 효과 낮음');
    await bearing.getByRole('button', { name: '리스크 감수' }).click();
    await officer.getByText(/리스크 감수 중: .*까지/).waitFor();
    await officer.getByRole('button', { name: '감수 철회' }).click();
    const ending = officer.getByRole('dialog', { name: '감수 철회' });
    await ending.getByRole('textbox', { name: '사유' }).fill('상황 악화');
    await ending.getByRole('button', { name: '감수 철회' }).click();
    await officer.getByText(/리스크 감수 중/).waitFor({ state: 'detached' });
    const [first] = (await api.get('/queue')).items;
    expect(first.issue).toMatchObject({ title: below, placed: 'first', treatment: null, acceptance: null });
  });

  it('tells whom to consult, what is lacking and who is told afterwards, and asks why a level is another', async () => {
    const labour = city.people.labour.departmentId;
    const api = await city.as('officer');
    const { id } = await api.post('/issues', anIssue({ ...heavy, leadDepartmentId: labour }));
    await settled(api, id);
    const officer = await windows.of('officer', `/issues/${id}`);
    const deciding = officer.getByRole('region', { name: '결정할 일' });
    await deciding.getByText('협의', { exact: true }).waitFor();
    await deciding.getByText('국장·기획관').waitFor();
    await deciding.getByText('리스크 내용 없음').waitFor();
    await officer.getByRole('button', { name: '더보기' }).click();
    await officer.getByRole('menuitem', { name: '위기 전환' }).click();
    await officer
      .getByRole('dialog')
      .getByText(/사후 보고: 실장·본부장/)
      .waitFor();
    await officer.keyboard.press('Escape');

    await officer.goto(`/issues/${id}/edit`);
    await choose(officer, '영향도(1~5)', '3');
    await officer.getByRole('textbox', { name: /바꾸는 사유/ }).fill('대상 시설이 줄어듦');
    await officer.getByRole('button', { name: '저장' }).click();
    await officer.getByText(/영향도 4 → 3 · 대상 시설이 줄어듦/).waitFor({ state: 'attached' });
    const { items } = await api.get(`/issues/${id}/scores`);
    expect(items.at(-1)).toMatchObject({ reason: '대상 시설이 줄어듦', changes: { impact: [4, 3] } });
  });

  it('lays alternatives side by side and factors out in full, on a common screen', async () => {
    const api = await city.as('officer');
    const alternatives = [
      { text: '존치하고 안전 보완', effect: '투자 손실 방지', cost: '연 12억원' },
      { text: '단계적 철거', effect: '보행 환경 개선', cost: '320억원', sideEffect: '보상 소송 우려' },
    ];
    const { id } = await api.post('/issues', anIssue({ ...heavy, alternatives }));
    await settled(api, id);
    const officer = await windows.of('officer', `/issues/${id}`);
    await officer.setViewportSize({ width: 1280, height: 900 });
    const panel = officer.getByRole('region', { name: '간략대안' });
    await panel.getByRole('button', { name: /단계적 철거/ }).click();
    await officer.getByRole('dialog').getByRole('textbox', { name: '사유' }).fill('보행 안전');
    await officer.getByRole('dialog').getByRole('button', { name: '채택' }).click();
    await panel.getByRole('button', { name: '채택 취소' }).waitFor();
    const boxes = await Promise.all(
      ['투자 손실 방지', '보행 환경 개선', '채택 취소'].map(
        async (text) => (await panel.getByText(text, { exact: true }).boundingBox())!,
      ),
    );
    const whole = (await panel.boundingBox())!;
    expect(boxes[0]!.y).toBe(boxes[1]!.y);
    expect(boxes[0]!.x).toBeLessThan(boxes[1]!.x);
    expect(boxes[2]!.x + boxes[2]!.width).toBeLessThan(whole.x + whole.width);

    const factors = officer.getByRole('table', { name: '판단 근거' });
    await factors.getByText('시민 안전·생명').waitFor();
    const room = await factors.evaluate((table) => ({
      clipped: table.parentElement!.scrollWidth > table.parentElement!.clientWidth,
      highest: Math.max(...[...table.querySelectorAll('.factor-level')].map((cell) => cell.clientHeight)),
    }));
    expect(room.clipped).toBe(false);
    expect(room.highest).toBeLessThan(120);
    await officer.setViewportSize({ width: 1440, height: 900 });
  });

  it('merges one issue into another, and takes it back with all it had', async () => {
    const [title, other] = [nonsense(4), nonsense(4)];
    await desk.asked(city, other, city.people.labour.departmentId);
    const { id } = await desk.asked(city, title, city.people.labour.departmentId);
    const officer = await windows.of('officer', `/issues/${id}`);
    await officer.getByRole('button', { name: '더보기' }).click();
    await officer.getByRole('menuitem', { name: '다른 이슈에 병합' }).click();
    const merging = officer.getByRole('dialog', { name: '이슈 병합' });
    await merging.getByRole('searchbox').fill(other);
    await merging.getByText(other).click();
    await merging.getByRole('button', { name: '병합' }).click();
    await officer.getByText('병합된 곳').waitFor();
    // The panel is drawn anew while the merge is worked off: a press in between may find no button any more.
    const asked = officer.getByRole('alertdialog').getByRole('button', { name: '병합 취소' });
    await eventually('the question', async () => {
      await officer.getByRole('button', { name: '병합 취소' }).click();
      return asked.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    });
    await asked.click();
    await officer.getByText('병합을 취소했습니다.').waitFor();
    await officer.getByText('부서 대응 중').first().waitFor();
    const apart = await (await city.as('officer')).get(`/issues/${id}`);
    expect(apart).toMatchObject({ stage: 'act', mergedInto: null, requests: [{ state: 'delivered' }] });
  });

  it('drafts a policy, is told what is wrong with it, tries it on the open issues and puts it into effect', async () => {
    const { id } = await desk.asked(city, nonsense(4), city.people.labour.departmentId);
    windows.tolerate(/400 \(Bad Request\) .*\/policies\/2027-1/);
    const officer = await windows.of('officer', '/policies');
    await officer.getByRole('button', { name: '새 기준 작성' }).click();
    const drafting = officer.getByRole('dialog', { name: '새 기준 작성' });
    await drafting.getByRole('textbox', { name: '기준' }).first().fill('2027-1');
    await drafting.getByRole('textbox', { name: '개정 사유' }).fill('허용 수준을 부서별로 정함');
    await drafting.getByRole('button', { name: '작성' }).click();
    await officer.getByRole('heading', { level: 1, name: '2027-1' }).waitFor();

    const from = officer.getByLabel('높음: 이 값부터', { exact: true }).first();
    const before = await from.inputValue();
    await from.fill('100');
    await officer.getByRole('button', { name: '저장' }).click();
    await officer
      .getByText(/바로 위 등급의 값보다 작아야/)
      .first()
      .waitFor();
    await from.fill(before);
    await officer.getByRole('button', { name: '부서별 허용 수준 추가' }).click();
    await pick(officer, '부서', '노동민생정책관');
    await choose(officer, '허용 수준', '낮음');
    await officer.getByRole('button', { name: '저장' }).click();
    await officer.getByText('저장하였습니다').waitFor();
    await officer.getByRole('button', { name: '확인하기' }).click();
    await officer.getByText(/중요도가 달라지는 이슈가 없습니다|중요도가 달라집니다/).waitFor();
    await officer.getByRole('button', { name: '시행', exact: true }).click();
    await officer.getByRole('dialog').getByRole('button', { name: '시행', exact: true }).click();
    await officer.getByText('시행 중').first().waitFor();
    await officer.goto(`/issues/${id}`);
    await officer.getByText('허용 수준 초과').first().waitFor();
    const policy = await (await city.as('officer')).get('/policies/2027-1');
    expect(policy).toMatchObject({
      state: 'in-force',
      terms: { appetite: { departments: [{ grade: 'low' }] } },
    });
  });

  it('plays a rule of early warning over the last year, and changes it', async () => {
    const officer = await windows.of('officer', '/early-warning');
    const rule = officer.getByRole('row').filter({ hasText: '언론 집중 보도' });
    await rule.getByRole('button', { name: /적용해 보기/ }).click();
    const playing = officer.getByRole('dialog', { name: '지난 기간에 적용해 보기' });
    await playing.getByRole('button', { name: '적용해 보기' }).click();
    await playing.getByText('이 기간에는 한 번도 알리지 않았을 것입니다.').waitFor();
    await officer.keyboard.press('Escape');
    await rule.getByRole('button', { name: /수정/ }).click();
    const editing = officer.getByRole('dialog', { name: '규칙 수정' });
    await editing.getByLabel('다시 알리지 않는 기간(일)').fill('7');
    await editing.getByText('한 번 알리면 7일 동안 다시 알리지 않음').waitFor();
    await editing.getByRole('button', { name: '저장' }).click();
    await rule.getByText('개정 2').waitFor();
    const { items } = await (await city.as('manager')).get('/early-warning-rules');
    expect(items.find(({ name }: Json) => name === '언론 집중 보도')).toMatchObject({
      version: 2,
      cooldownDays: 7,
    });
  });

  it('takes in a scrap list dropped as a file, and tells later who left a story out and why', async () => {
    const title = nonsense(5);
    const officer = await windows.of('officer', '/signals');
    await officer.getByRole('button', { name: '스크랩 붙여 넣기' }).waitFor();
    await desk.drop(officer, '조간.txt', `□ 교통\n○ ${title} (한겨레 1면)\n`);
    await officer.getByRole('button', { name: '1건 저장' }).click();
    const row = officer.getByRole('row').filter({ hasText: title });
    await officer.setViewportSize({ width: 1280, height: 900 });
    await row.getByRole('button', { name: '제외' }).waitFor();
    // A morning has a hundred of them.
    expect((await row.boundingBox())!.height).toBeLessThan(125);
    const why = officer.getByRole('button', { name: '시정과 무관' });
    // A row that becomes a story in this moment takes no press.
    for (let n = 0; n < 3 && !(await why.isVisible()); n += 1) {
      await row.getByRole('button', { name: '제외' }).click();
      await why.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await why.click();
    await officer.getByRole('dialog').getByRole('button', { name: '제외', exact: true }).click();
    await row.waitFor({ state: 'detached' });

    const auditor = await windows.of('auditor', '/signals?state=dismissed');
    await auditor.getByRole('row').filter({ hasText: title }).getByRole('button', { name: '경과' }).click();
    const entries = auditor.getByRole('dialog', { name: '경과' }).getByRole('listitem');
    await entries.filter({ hasText: '동향 제외' }).getByText('사유: 시정과 무관').waitFor();
    expect(await entries.first().textContent()).toContain('officer');
  });

  it('looks through a file, takes in what is right, and gives back the rows that are wrong', async () => {
    const [right, wrong] = [nonsense(4), nonsense(4)];
    const officer = await windows.of('officer', '/imports');
    const file = `채널,제목,보도일\n언론,${right},2026-11-03\n소문,${wrong},2026-11-03\n`;
    await officer.locator('input[type=file]').setInputFiles({
      name: 'scrap.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    });
    await officer.getByText('오류가 있는 1행을 뺀 1건을 등록할 수 있습니다.').waitFor();
    const rows = await desk.download(officer, () =>
      officer.getByRole('button', { name: '오류 행 CSV' }).click(),
    );
    expect(rows.toString('utf8')).toContain(wrong);
    expect(rows.toString('utf8')).not.toContain(right);
    await officer.getByRole('button', { name: '1건 등록' }).click();
    await officer.getByText('1건을 등록하였습니다.').waitFor();
    await officer.getByRole('link', { name: '동향 보기' }).click();
    await officer.getByText(right).waitFor();

    const again = await brought(
      await city.as('officer'),
      { name: 'again.csv', bytes: rows },
      { kind: 'signals' },
    );
    await officer.goto(`/imports/${again.id}`);
    const said = officer.locator('.notice-warning').filter({ hasText: '새로 등록한 것이 없습니다.' });
    await said.getByText(/오류가 있는 1행은 등록하지 않았습니다/).waitFor();
  });
});
