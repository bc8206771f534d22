import { choose, inBrowser, pick, Windows } from '../support/browser.js';
import { eventually } from '../support/city.js';
import { WebhookSink } from '../support/receive-webhooks.js';
import { TimedOffice } from '../support/timed-office.js';

inBrowser('who hears of what', () => {
  let office: TimedOffice;
  let sink: WebhookSink;
  let windows: Windows;

  beforeAll(async () => {
    sink = await WebhookSink.open();
    office = await TimedOffice.open({ OUTBOUND_ALLOW: sink.host });
    windows = await Windows.start(office.city);
  }, 120_000);
  afterEach(() => windows.closeInPeace());
  afterAll(async () => {
    await windows?.stop();
    await office?.city.stop();
    sink?.close();
  });

  it('is told up the line as an officer releases it, also by who stands for the officer', async () => {
    const issue = await office.asked('critical');
    const own = await windows.of('officer', '/deputies');
    await own.getByRole('button', { name: '지정' }).click();
    const dialog = own.getByRole('dialog', { name: '대결·직무대리 지정' });
    await pick(own, '대신하는 사람', 'colleague', dialog);
    await dialog.getByLabel('시작일').fill('2026-11-25');
    await dialog.getByLabel('종료일').fill('2026-11-27');
    await dialog.getByRole('textbox', { name: '사유' }).fill('국외 출장');
    await dialog.getByRole('button', { name: '지정' }).click();
    await own.getByText('지정하였습니다.').waitFor();
    await own.getByText('진행 중', { exact: true }).waitFor();

    await office.clock('2026-11-26T16:00');
    const deputy = await windows.of('colleague', '/escalations');
    const row = deputy.getByRole('row').filter({ hasText: issue.title }).first();
    await row.getByRole('button', { name: '확인·보고' }).click();
    const words = deputy.getByRole('dialog').filter({ hasText: '노동국장' });
    await words.getByRole('textbox', { name: '보고문' }).press('Control+End');
    await words.getByRole('textbox', { name: '보고문' }).pressSequentially('\n※ 유선 보고 완료');
    await words.getByRole('button', { name: '보고', exact: true }).click();
    await deputy.getByText('보고하였습니다.').waitFor();
    await office.clock('2026-11-26T16:01');
    const { items } = await office.bureau.api.get('/inbox');
    expect(items[0].body).toContain('※ 유선 보고 완료');
  }, 120_000);

  it('is chosen by each person: gathered mail, and what they follow', async () => {
    const issue = await office.asked('high');
    const page = await windows.of('manager', `/issues/${issue.id}`);
    await page.getByRole('button', { name: '관심 등록' }).click();
    // The button says so at once; gone elsewhere before it is written the write would be cut off.
    await page.getByText('관심 등록했습니다. 소식을 알림함에서 알려 드립니다.').waitFor();
    await page.goto('/settings/notifications');
    await page.getByText(issue.title).waitFor();
    await choose(page, '관심 등록한 소식 메일', '매일 모아서');
    await page.getByRole('button', { name: '저장' }).click();
    await page.getByText('알림 받는 방법을 저장했습니다.').waitFor();
    // The count in the header moves by itself.
    const [request] = issue.requests;
    await office.who.labour.post(`/requests/${request.id}/responses`, { text: '조치 완료' });
    await page.getByRole('link', { name: /알림 \(?읽지 않음 1|읽지 않은 알림 1/ }).waitFor();
    await page.goto('/inbox');
    const notice = page.getByRole('listitem').filter({ hasText: issue.number });
    await notice.getByRole('button', { name: '읽음 표시' }).click();
    await notice.getByRole('button', { name: '읽지 않음으로' }).waitFor();
    const mails = await office.city.database.query<{ state: string }>(
      `select l.state from deliveries l where l.channel = 'mail' and l.kind = 'following' and l.issue_id = '${issue.id}'`,
    );
    expect(mails).toEqual([{ state: 'held' }]);
  }, 90_000);

  it('is another system, too: registered, tried and told, with each call on record', async () => {
    const admin = await windows.of('admin', '/webhooks');
    await admin.getByRole('button', { name: '웹훅 등록' }).click();
    const dialog = admin.getByRole('dialog', { name: '웹훅 등록' });
    await dialog.getByRole('textbox', { name: '이름' }).fill('업무관리시스템');
    await dialog.getByRole('textbox', { name: '주소' }).fill(sink.url('/hook'));
    await dialog.getByRole('button', { name: '저장' }).click();
    await admin
      .getByRole('dialog', { name: /서명 키를/ })
      .getByRole('button', { name: '닫기' })
      .last()
      .click();
    await admin.getByRole('link', { name: '업무관리시스템' }).click();
    await admin.getByRole('button', { name: '시험 호출' }).click();
    await admin.getByText('수신 서버가 받았습니다').waitFor();
    const { id } = await office.asked('high');
    await eventually('the other system hears of it', async () =>
      sink.events('/hook').some(({ data }) => data.issueId === id),
    );
    await admin.reload();
    await admin
      .getByRole('row')
      .filter({ hasText: '이슈 등록' })
      .getByText('발송', { exact: true })
      .waitFor();
    const { items } = await office.who.admin.get('/webhooks');
    expect(items).toMatchObject([{ name: '업무관리시스템', state: 'ok' }]);
  }, 90_000);
});
