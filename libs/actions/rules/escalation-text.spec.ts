import { longDay } from '#platform/day-in-words.js';
import { escalationText, type Unanswered } from './escalation-text.js';

const at = (local: string) => new Date(`${local}:00+09:00`);
const unanswered: Unanswered = {
  number: '2026-0007',
  title: '지하철 파업 대비 수송 대책',
  grade: 'critical',
  department: '도시교통실',
  handlingUnit: '교통정책과',
  text: '비상수송 계획 제출',
  about: 'answer',
  deliveredAt: at('2026-11-25T10:00'),
  deadline: at('2026-11-25T18:00'),
  late: 1,
  reminded: 3,
  before: [{ position: 'division-head', on: '2026-11-26' }],
};

describe('a word up the line', () => {
  it('says what, since when and what is asked for, in a few lines', () => {
    expect(escalationText(unanswered, longDay)).toBe(`1. 개요
 - 이슈: [2026-0007] 지하철 파업 대비 수송 대책(중요도 매우 높음)
 - 요청사항: 비상수송 계획 제출
 - 소관: 도시교통실(교통정책과)
2. 경과
 - 2026. 11. 25.(수) 요청 발송, 회신기한 2026. 11. 25.(수) 18:00까지
 - 회신 요청 3회, 상향 보고 과장·담당관 2026. 11. 26.(목)
 - 기한 1근무일 경과, 현재까지 회신 없음
3. 요청사항
 - 조속히 회신할 수 있도록 검토·지시 요청`);
  });

  it('says what is missing where nobody even received it', () => {
    const text = escalationText(
      { ...unanswered, about: 'acknowledgement', handlingUnit: null, late: 0, before: [] },
      longDay,
    );
    expect(text).toContain('접수기한');
    expect(text).toContain(' - 소관: 도시교통실\n');
    expect(text).toContain('기한 경과, 현재까지 접수 없음');
    expect(text).not.toContain('상향 보고');
  });
});
