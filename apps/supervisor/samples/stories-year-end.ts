import type { Story } from './stories-shape.js';

export const YEAR_END: Story[] = [
  {
    key: 'contract-lawsuit',
    reportedDaysAgo: 54,
    issue: {
      title: '민간투자사업 협약 해지 소송 1심 선고 대비 필요',
      summary:
        '협약 해지에 따른 손해배상 청구소송의 1심 선고가 예정되어 결과에 따라 재정 부담과 책임 소재 논의 예상',
      channel: 'own',
      notes: ['청구액 186억원, 변론 종결'],
      risks: [
        '일부라도 패소할 경우 예비비 또는 추가경정예산 편성 필요',
        '선고 직후 협약 체결·해지 과정에 대한 시의회 질의 예상',
      ],
      expectedMonthOffset: 2,
      impact: 4,
      likelihood: 3,
      leadDepartment: '기획조정실',
      confidential: true,
      signals: [],
      requests: [],
      alternatives: [
        {
          horizon: 'short',
          text: '승소·일부 승소·패소별 설명자료와 항소 검토안 사전 준비',
          effect: '선고 당일 대응 가능',
          cost: '비예산',
          sideEffect: '소송 대응 방향의 외부 노출에 유의 필요',
          recommended: true,
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '추가 행정 부담 없음',
          cost: '없음',
          sideEffect: '선고 이후 설명 지연',
        },
      ],
    },
    decision: {
      daysAgo: 53,
      outcome: 'override',
      reason:
        '소송 진행 중인 사안으로 열람을 제한하고 평가담당관이 법률 담당부서와 직접 관리하는 것으로 조정',
      grade: 'high',
      direction: 'self',
    },
  },
  {
    key: 'selection-standards',
    reportedDaysAgo: 11,
    issue: {
      title: '내년도 어르신 일자리·청년수당 선정기준 안내 강화 필요',
      summary: '모집을 앞두고 변경된 선정기준에 대한 문의가 늘고 있어 선정 결과 발표 후 이의신청 증가 예상',
      channel: 'complaint',
      notes: ['전년 이의신청 612건 중 선정기준 오인 44%'],
      risks: ['배점기준 안내가 부족할 경우 선정 공정성 문제로 확대 가능'],
      expectedMonthOffset: 2,
      impact: 2,
      likelihood: 4,
      leadDepartment: '복지정책실',
      signals: [
        {
          channel: 'complaint',
          kind: 'statistics',
          title: '일자리·수당 신청자격 문의',
          count: 438,
          baseline: 365,
          periodDays: 28,
        },
      ],
      requests: [
        { horizon: 'short', text: '어르신 일자리 선정 배점표 사전 공개' },
        { horizon: 'short', department: '청년청', text: '청년수당 이의신청 절차와 처리기한 안내문 게시' },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '모집공고 2주 전 배점표와 주요 질의답변 공개',
          effect: '기준 오인에 따른 이의신청 감소',
          cost: '비예산',
          sideEffect: '공개 직후 문의 일시 증가',
          recommended: true,
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '추가 행정 부담 없음',
          cost: '없음',
          sideEffect: '전년 수준의 이의신청 반복',
        },
      ],
    },
    decision: { daysAgo: 10, outcome: 'confirm', direction: 'department' },
    acknowledged: [{ daysAgo: 9 }, { daysAgo: 6 }],
    responses: [
      {
        daysAgo: 4,
        text: '선정 배점표와 주요 질의답변을 모집공고 2주 전까지 시 누리집과 동주민센터에 공개할 예정임',
        progress: 40,
        status: 'underway',
        handlingUnit: '어르신복지과',
        confirmedBy: { position: '과장', name: '윤○○' },
        docNo: '어르신복지과-16391',
        review: { daysAgo: 3, outcome: 'accept', comment: '공개 계획 확인' },
      },
      null,
    ],
  },
  {
    key: 'year-end-paving',
    reportedDaysAgo: 5,
    issue: {
      title: '연말 보도공사 집중에 따른 불편 민원 대비',
      summary: '연말 보도 정비공사가 여러 자치구에서 겹쳐 통행 불편 민원 증가 예상',
      channel: 'own',
      notes: [],
      risks: [],
      expectedMonthOffset: 1,
      signals: [],
      requests: [],
      alternatives: [],
    },
    decision: { daysAgo: 4, outcome: 'confirm' },
  },
];
