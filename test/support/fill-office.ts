import { nextMonth } from './browser-desk.js';
import type { City } from './city.js';
import { atWork, settled } from './issues.js';
import { platformLabour, standing } from './report-issues.js';

/** An office in the middle of its month: something waits in every place where something can wait. */
export async function fillOffice(city: City): Promise<void> {
  const officer = await city.as('officer');
  const labour = await city.as('labour');
  const unit = city.people.labour.departmentId!;
  const economy = city.people.economy.departmentId!;
  await officer.post('/signals', {
    channel: 'press',
    title: '이면도로 제설 늑장',
    outlet: '○○일보',
    publishedOn: '2026-11-20',
    url: 'https://news.example/1',
  });
  // At work, critical, answered by one department and not theirs for the other.
  const { id } = await officer.post('/issues', { ...platformLabour(unit), expectedMonth: nextMonth() });
  await standing(officer, id, 'prioritize/review');
  await officer.post(`/issues/${id}/decisions`, {
    stage: 'prioritize',
    outcome: 'override',
    grade: 'critical',
    reason: '시급',
  });
  const { requests } = await standing(officer, id, 'act/open');
  await labour.post(`/requests/${requests[0].id}/acknowledgement`, { handlingUnit: '노동정책과' });
  await labour.post(`/requests/${requests[0].id}/responses`, {
    text: '□ 추진상황\n ○ 실태조사 용역 중',
    status: 'underway',
    progress: 40,
    confirmedBy: { position: '노동정책과장', name: '김○○' },
    docNo: '노동정책과-1234',
  });
  const other = await atWork(officer, [economy]);
  const asEconomy = await city.as('economy');
  await asEconomy.post(`/requests/${other.requests[0].id}/refusal`, {
    reason: '소관 아님',
    suggestedDepartmentId: unit,
  });
  // Waits for a decision, and is over.
  const waiting = await officer.post('/issues', {
    ...platformLabour(unit),
    title: '배달 수수료 인하 협약 이행 점검 필요',
    summary: '공공배달앱 수수료 협약의 이행 여부에 대한 의회 질의가 예상됨',
    channel: 'politics',
  });
  await settled(officer, waiting.id);
  const over = await atWork(officer, [unit]);
  await officer.post(`/issues/${over.id}/closure`, { outcome: 'prevented', lesson: '사전 점검으로 예방' });
  const admin = await city.as('admin');
  const url = 'https://hooks.example.com/haechi';
  await admin.post('/webhooks', { name: '업무관리시스템', url, active: false });
  await officer.post(`/rounds/${nextMonth()}`);
  await asEconomy.post(`/rounds/${nextMonth()}/answer`, {
    kind: 'issues',
    items: [
      {
        title: '소상공인 융자 조기 소진 대비',
        text: '연말 자금 수요로 접수가 조기에 마감될 우려',
        alternative: '추가 재원 확보',
      },
    ],
    note: '세부 자료 별도 제출',
  });
  await officer.post('/reports', { month: nextMonth() });
}
