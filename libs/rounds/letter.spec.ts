import { expectedText } from './letter.js';

const strike = {
  issueId: '1',
  number: '2026-0003',
  title: '지하철 파업 예고에 따른 수송 대책 점검 필요',
  grade: 'critical',
  expectedMonth: '2026-12',
  expectedOn: '2026-12-03',
  reason: '일정: 쟁의 예정일',
};

describe('the letter of a round', () => {
  it('names what is expected already, with its day and reason', () => {
    expect(expectedText([strike, { ...strike, expectedOn: null, reason: null }], '2026-12', 'ko')).toBe(
      [
        '□ 2026년 12월 예상 이슈로 이미 파악한 사항 : 2건',
        '  1. 지하철 파업 예고에 따른 수송 대책 점검 필요 [2026-0003]',
        '     - 예상 시기 : 2026. 12. 3.(목), 일정: 쟁의 예정일',
        '  2. 지하철 파업 예고에 따른 수송 대책 점검 필요 [2026-0003]',
        '     - 예상 시기 : 2026년 12월',
        '',
        '※ 위 이슈는 다시 제출하지 않으셔도 되며, 시기·내용이 다르면 회신 화면에서 바로잡을 수 있음',
      ].join('\n'),
    );
  });

  it('says so where nothing is', () => {
    expect(expectedText([], '2027-01', 'ko')).toBe('□ 2027년 1월 예상 이슈로 파악한 사항이 없습니다.');
    expect(expectedText([], '2027-01', 'en')).toContain('Nothing is expected');
  });
});
