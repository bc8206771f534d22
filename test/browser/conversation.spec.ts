import { choose, inBrowser, Windows } from '../support/browser.js';
import { City, eventually } from '../support/city.js';
import { pdf, png } from '../support/documents.js';
import { HOSTILE } from '../support/hostile-files.js';
import { atWork } from '../support/issues.js';
import { nonsense } from '../support/words.js';

inBrowser('office and department about one request', () => {
  let city: City;
  let windows: Windows;

  beforeAll(async () => {
    city = await City.start();
    windows = await Windows.start(city);
  }, 120_000);
  afterEach(() => windows.closeInPeace());
  afterAll(async () => {
    await windows?.stop();
    await city?.stop();
  });

  it('speak with each other, name people, answer from a template and with files, and note what is not for both', async () => {
    const title = nonsense(4);
    const officer = await city.as('officer');
    const { requests } = await atWork(officer, [city.people.labour.departmentId!], { title });
    const path = `/requests/${requests[0].id}`;
    const [office, department] = [await windows.of('officer', path), await windows.of('labour', path)];
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

    const comment = office.getByRole('textbox', { name: '의견' });
    await comment.pressSequentially('점검표를 확인해 주십시오 @lab');
    await office.getByRole('option', { name: /labour/ }).waitFor();
    await comment.press('Enter');
    await office.getByRole('button', { name: '붙임 파일' }).click();
    const attached = office.getByRole('group', { name: '붙임 파일' });
    await attached.locator('input[type="file"]').setInputFiles(file('점검표.pdf', pdf()));
    await attached.getByRole('button', { name: '점검표.pdf 빼기' }).waitFor();
    await office.getByRole('button', { name: '남기기', exact: true }).click();
    await office.getByText('의견을 남겼습니다.').first().waitFor();
    const readers = office.getByRole('radiogroup', { name: '누가 봅니까' });
    await readers.getByText('평가담당관 안에서만', { exact: false }).click();
    await office.getByRole('textbox', { name: '내부 메모' }).fill('의회 지적사항과 대조할 것');
    await office.getByRole('button', { name: '메모 남기기' }).click();
    const note = office.getByRole('listitem').filter({ hasText: '대조할 것' });
    await note.getByText('실·국에 보이지 않음', { exact: false }).waitFor();

    // Live, and without the note.
    const said = department.getByRole('listitem').filter({ hasText: '점검표를 확인해 주십시오' });
    await said.getByText('@labour').waitFor();
    await said.getByRole('link', { name: '점검표.pdf 새 창에서 보기' }).waitFor();
    await department.getByRole('textbox', { name: '의견' }).fill('금요일까지 보내겠습니다');
    await department.getByRole('button', { name: '남기기', exact: true }).click();
    await office.getByText('금요일까지 보내겠습니다').waitFor();
    expect(await department.getByText('대조할 것').count()).toBe(0);

    await choose(department, '회신 서식', '조치계획');
    const answer = department.getByRole('textbox', { name: '조치계획' });
    await eventually('the template is filled in', async () => (await answer.inputValue()).includes(title));
    const evidence = department.getByRole('group', { name: '증빙 자료' });
    const [, , hostile] = HOSTILE.find(([, code]) => code === 'file.markup')!;
    const { name, bytes } = await hostile();
    windows.tolerate(/415 .*\/api\/v1\/files/);
    const input = evidence.locator('input[type="file"]');
    await input.setInputFiles([file(name, bytes), file('현장.png', png())]);
    await evidence.getByText('올릴 수 없습니다', { exact: false }).waitFor();
    await evidence.getByRole('textbox', { name: '현장.png 설명' }).fill('야간 점검');
    await evidence.getByRole('button', { name: `${name} 빼기` }).click();
    await department.getByRole('button', { name: '회신 보내기' }).click();
    await department.getByText('회신했습니다.').first().waitFor();

    const card = office.getByRole('listitem').filter({ hasText: '현장.png' });
    await card.getByText('야간 점검').waitFor();
    await card.getByRole('button', { name: '현장.png 미리보기' }).click();
    const picture = office.getByRole('dialog', { name: '현장.png' }).getByRole('img');
    await picture.waitFor();
    expect(await picture.evaluate((one: { naturalWidth: number }) => one.naturalWidth)).toBeGreaterThan(0);
    const { items } = await (await city.as('labour')).get('/inbox');
    expect(items.map(({ event }: { event: string }) => event)).toContain('comment.mentioned');
  }, 120_000);
});
