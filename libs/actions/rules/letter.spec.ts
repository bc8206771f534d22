import { letterOf } from './letter.js';

it('is written as official letters are, level by level, and ends as they do', () => {
  const letter = letterOf({
    department: '교통기획관',
    title: '지하철 혼잡도 관리',
    summary: '출퇴근 시간 혼잡도가\n200%를 넘음',
    risks: ['안전사고 우려', '민원 증가'],
    requests: [
      { text: '혼잡 역사 안전요원 배치', horizon: 'short', relatedBody: '서울교통공사' },
      { text: '증차 검토', horizon: 'long', relatedBody: null },
    ],
    due: { day: '2026-11-26', time: '18:00' },
  });
  expect(letter).toEqual({
    to: '교통기획관',
    title: '「지하철 혼잡도 관리」 관련 조치계획 제출 요청',
    body: `1. 귀 부서의 협조에 감사드립니다.
2. 시정 리스크 이슈와 관련하여 아래와 같이 조치계획 제출을 요청드리니 기한 내 회신하여 주시기 바랍니다.
  가. 이슈명: 지하철 혼잡도 관리
  나. 주요내용: 출퇴근 시간 혼잡도가 200%를 넘음
  다. 예상되는 리스크
    1) 안전사고 우려
    2) 민원 증가
  라. 요청사항
    1) (단기) 혼잡 역사 안전요원 배치 [관련 기관: 서울교통공사]
    2) (장기) 증차 검토
  마. 회신기한: 2026. 11. 26.(목) 18:00까지  끝.`,
  });
});
