import { inBrowser, task, Windows } from '../support/browser.js';
import * as desk from '../support/browser-desk.js';
import { City } from '../support/city.js';
import { atWork } from '../support/issues.js';
import { nonsense } from '../support/words.js';

inBrowser('a request between departments', () => {
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

  it('is assigned within the department, and one of two departments answers for both', async () => {
    const { labour, economy } = city.people;
    const title = nonsense(4);
    const [officer, partner] = await Promise.all([city.as('officer'), city.as('economy')]);
    const issue = await atWork(officer, [labour.departmentId!, economy.departmentId!], { title });
    const [lead, other] = issue.requests;

    const office = await windows.of('officer', `/issues/${issue.id}`);
    await office.getByRole('button', { name: '총괄 회신 지정' }).click();
    const choice = office.getByRole('dialog', { name: '총괄 회신 지정' });
    await choice.getByRole('switch', { name: other.departmentName, checked: true }).waitFor();
    await choice.getByRole('button', { name: '저장' }).click();
    await office.getByText('총괄(협조 1건)').waitFor();

    const department = await windows.of('labour');
    await task(department, '접수', title).click();
    await desk.receive(department, '노동정책과');
    await department.getByRole('button', { name: '재배부' }).click();
    const assignment = department.getByRole('dialog', { name: '재배부' });
    await assignment.getByRole('textbox', { name: '소관 과' }).fill('노동협력과');
    await assignment.getByRole('button', { name: '배부', exact: true }).click();
    await department.getByText('배부하였습니다.').waitFor();

    // Live: what the other department answers comes to who collects it.
    await department.getByText('1건 중 0건 회신').waitFor();
    await partner.post(`/requests/${other.id}/responses`, { text: '소관 사업장 점검 결과' });
    const answers = department.getByRole('region', { name: '협조부서 회신' });
    await answers.getByText('소관 사업장 점검 결과').waitFor();
    await answers.getByRole('button', { name: '보완 요청' }).click();
    const more = department.getByRole('dialog', { name: '보완 요청' });
    await more.getByRole('textbox').fill('점검 개소 수를 적어 주십시오');
    await more.getByRole('button', { name: '보완 요청' }).click();
    await answers.getByText('점검 개소 수를 적어 주십시오').waitFor();
    await partner.post(`/requests/${other.id}/responses`, { text: '소관 사업장 12개소 점검 완료' });
    await answers.getByText('12개소').waitFor();
    await desk.answer(department, { text: '□ 총괄: 2개 부서 조치 완료', docNo: '노동정책과-2001' });

    await office.getByText('□ 총괄: 2개 부서 조치 완료').waitFor();
    await office.getByText(`협조부서: ${other.departmentName}`).waitFor();
    const card = office.getByRole('article').filter({ hasText: '□ 총괄' });
    await card.getByRole('button', { name: '이행 확인' }).click();
    await office.getByText('이행을 확인했습니다.').waitFor();
    const done = await officer.get(`/issues/${issue.id}`);
    expect(done.requests.map(({ state }: { state: string }) => state)).toEqual(['accepted', 'accepted']);
    expect(done.requests[0].id).toBe(lead.id);
  }, 120_000);

  it('is received with others at once, each with its result', async () => {
    const officer = await city.as('officer');
    const titles = [nonsense(4), nonsense(4)];
    const issues = await Promise.all(
      titles.map((title) => atWork(officer, [city.people.water.departmentId!], { title })),
    );
    const department = await windows.of('water', '/requests');
    for (const title of titles)
      await department.getByRole('checkbox', { name: new RegExp(`${title} 선택`) }).check();
    // Meanwhile one of them was answered at another desk.
    const colleague = await city.as('water');
    await colleague.post(`/requests/${issues[1]!.requests[0].id}/responses`, { text: '먼저 회신' });
    await department.getByRole('button', { name: '일괄 접수' }).click();
    const dialog = department.getByRole('dialog', { name: /일괄 접수/ });
    await dialog.getByRole('textbox', { name: '소관 과' }).fill('물순환정책과');
    await dialog.getByRole('button', { name: '일괄 접수' }).click();
    const result = department.getByRole('dialog', { name: '처리 결과' });
    await result.getByText('2건 중 1건을 처리하였습니다', { exact: false }).waitFor();
    await result.getByRole('listitem').filter({ hasText: titles[1]! }).getByText('처리하지 못함').waitFor();
    const received = await officer.get(`/requests/${issues[0]!.requests[0].id}`);
    expect(received).toMatchObject({ state: 'acknowledged', handlingUnit: '물순환정책과' });
  }, 90_000);

  it('leaves a lesson that another issue takes up, on record', async () => {
    const officer = await city.as('officer');
    const words = nonsense(8);
    const [source, issue] = await Promise.all(
      ['가', '나'].map((one) =>
        atWork(officer, [city.people.climate.departmentId!], { title: `${words} ${one}` }),
      ),
    );
    const lesson = '사전 점검이 유효했음';
    await officer.post(`/issues/${source!.id}/closure`, { outcome: 'prevented', lesson });
    const office = await windows.of('officer', `/issues/${issue!.id}`);
    const similar = office.getByRole('region', { name: '비슷한 이슈' });
    await similar.getByText(lesson, { exact: false }).waitFor();
    await similar.getByRole('button', { name: '교훈 활용' }).click();
    const dialog = office.getByRole('dialog', { name: '교훈 활용' });
    await dialog.getByRole('textbox', { name: '활용 내용' }).fill('점검표 재사용');
    await dialog.getByRole('button', { name: '기록' }).click();
    await office.getByText('→ 점검표 재사용').waitFor();
    expect((await officer.get(`/issues/${source!.id}`)).lessonUses).toBe(1);
  }, 90_000);
});
