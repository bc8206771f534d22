import type { Story } from './stories-shape.js';

export const ADMINISTRATION: Story[] = [
  {
    key: 'reorganisation',
    reportedDaysAgo: 139,
    issue: {
      title: '새 임기 조직개편안 의견수렴 절차 보완 필요',
      summary: '공약 이행을 위한 조직개편안 입법예고를 앞두고 통합 대상 부서와 관련 단체의 의견 제출 증가',
      channel: 'politics',
      notes: ['통합 검토 3개 과, 신설 검토 2개 과'],
      risks: [
        '의견수렴 기간이 짧다는 지적과 함께 상임위원회 심사 지연 가능',
        '부서 통합이 업무 축소로 받아들여질 경우 관련 단체의 청원·집회로 이어질 우려',
      ],
      expectedMonthOffset: -3,
      impact: 3,
      likelihood: 3,
      leadDepartment: '기획조정실',
      signals: [
        {
          channel: 'politics',
          kind: 'written-question',
          title: '조직개편안 의견수렴 일정 및 통합 사유',
          outlet: '시의회',
          publishedDaysAgo: 142,
        },
        {
          channel: 'press',
          kind: 'local',
          title: '조직개편안 입법예고 앞두고 의견 분분',
          outlet: '지역신문',
          publishedDaysAgo: 141,
        },
      ],
      requests: [
        { horizon: 'short', text: '입법예고와 별도로 직원·관련 단체 의견수렴 실시 및 반영 결과 공개' },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '직원·관련 단체 간담회 실시 후 반영 여부와 사유를 함께 공개',
          effect: '상임위원회 심사 시 설명 근거 확보',
          cost: '비예산',
          sideEffect: '입법예고 일정 약 1주 지연',
          recommended: true,
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '당초 일정 준수',
          cost: '없음',
          sideEffect: '심사 단계에서 동일 의견 재제기 가능',
        },
      ],
    },
    decision: { daysAgo: 138, outcome: 'confirm', direction: 'department' },
    acknowledged: [{ daysAgo: 137 }],
    responses: [
      {
        daysAgo: 132,
        text: '직원 간담회(46명)와 관련 단체 간담회(9개 단체)를 실시하고, 제출 의견 23건 중 8건을 개편안에 반영함',
        progress: 100,
        status: 'done',
        handlingUnit: '조직담당관',
        confirmedBy: { position: '담당관', name: '정○○' },
        docNo: '조직담당관-4471',
        review: {
          daysAgo: 131,
          outcome: 'accept',
          comment: '간담회 결과 확인, 미반영 15건의 사유도 함께 공개 요청',
        },
      },
    ],
    closure: {
      daysAgo: 94,
      outcome: 'eased',
      lesson:
        '상임위원회 심사에서 관련 질의가 있었으나 추가 쟁점으로 이어지지 않음. 의견별 반영·미반영 사유를 심사 전에 공개한 것이 효과적이었음',
    },
  },
  {
    key: 'refund-standard',
    reportedDaysAgo: 110,
    issue: {
      title: '시립 체육시설 이용료 환불기준 정비 필요',
      summary:
        '시민감사옴부즈만위원회가 시설별로 다른 환불 공제율을 정비하도록 의견표명, 60일 이내 조치결과 제출 필요',
      channel: 'audit',
      notes: ['대상 12개 시설 중 위탁 운영 9개소'],
      risks: ['조치기한 경과 시 미이행 사항으로 공개되어 동일 민원 반복 가능'],
      expectedMonthOffset: -2,
      impact: 2,
      likelihood: 3,
      leadDepartment: '관광체육국',
      signals: [
        {
          channel: 'audit',
          kind: 'ombudsman',
          title: '공공체육시설 이용료 환불기준 개선 의견표명',
          outlet: '시민감사옴부즈만위원회',
          publishedDaysAgo: 111,
        },
      ],
      requests: [
        { horizon: 'short', text: '12개 시설 환불규정을 소비자분쟁해결기준에 맞게 정비하고 조치결과 회신' },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '시 표준 환불규정을 마련하여 12개 시설 일괄 적용',
          effect: '시설 간 형평성 확보',
          cost: '비예산',
          sideEffect: '위탁시설 수입 일부 감소',
          recommended: true,
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '위탁기관 협의 불필요',
          cost: '없음',
          sideEffect: '의견표명 미이행 공개',
        },
      ],
    },
    decision: { daysAgo: 109, outcome: 'confirm', direction: 'department' },
    acknowledged: [{ daysAgo: 108 }],
    responses: [
      {
        daysAgo: 101,
        text: '12개 시설 중 10개 시설의 환불규정을 개정하였고, 나머지 2개 시설은 수탁기관 협의를 거쳐 기한 내 개정 예정임',
        progress: 85,
        status: 'underway',
        handlingUnit: '체육진흥과',
        confirmedBy: { position: '과장', name: '서○○' },
        docNo: '체육진흥과-6602',
        review: {
          daysAgo: 96,
          outcome: 'accept',
          comment: '개정 현황 확인, 잔여 2개 시설 완료 시 결과 제출 요청',
        },
      },
    ],
    closure: {
      daysAgo: 62,
      outcome: 'prevented',
      lesson:
        '조치기한 내 12개 시설 모두 개정하여 미이행 공개 없음. 수탁기관 협의에 3주가 걸리므로 의견표명 접수 즉시 협의 착수 필요',
    },
  },
  {
    key: 'reservation-system',
    reportedDaysAgo: 24,
    issue: {
      title: '공공서비스 예약시스템 접속 지연 민원 해소 필요',
      summary: '체육시설 등 예약 시작 시각에 접속 지연이 반복되어 관련 민원이 전년 동기의 2배로 증가',
      channel: 'complaint',
      notes: ['예약 시작 직후 10분간 동시 접속 최대 4만 8천 명(처리 가능 2만 명)'],
      risks: ['접속 지연이 계속될 경우 대리 예약 등 이용 공정성 문제로 확대 가능'],
      expectedMonthOffset: 0,
      impact: 3,
      likelihood: 3,
      leadDepartment: '스마트도시정책관',
      signals: [
        {
          channel: 'complaint',
          kind: 'statistics',
          title: '예약시스템 접속 지연',
          count: 264,
          baseline: 131,
          periodDays: 28,
        },
      ],
      requests: [
        { horizon: 'short', text: '예약 시작 시각 분산 및 접속 대기 안내 기능 도입 검토' },
        { horizon: 'short', department: '관광체육국', text: '체육시설 예약 시작일의 권역별 분산 운영' },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '시설별 예약 시작 시각 분산',
          effect: '최대 동시 접속 40% 이상 감소',
          cost: '비예산',
          sideEffect: '변경 초기 이용자 혼선',
          recommended: true,
        },
        {
          horizon: 'long',
          text: '서버 증설 및 대기열 기능 도입',
          effect: '접속 지연 근본 해소',
          cost: '약 7억원(내년도 예산)',
          sideEffect: '평시 유휴 자원 발생',
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '추가 예산 없음',
          cost: '없음',
          sideEffect: '매월 예약 시작일 민원 반복',
        },
      ],
    },
    decision: { daysAgo: 23, outcome: 'confirm', direction: 'department' },
    acknowledged: [null, { daysAgo: 20 }],
    responses: [
      null,
      {
        daysAgo: 16,
        text: '38개 체육시설의 예약 시작일을 4개 권역으로 나누어 다음 달 예약분부터 적용할 예정임',
        progress: 60,
        status: 'underway',
        handlingUnit: '체육정책과',
        confirmedBy: { position: '과장', name: '황○○' },
        docNo: '체육정책과-8127',
        review: {
          daysAgo: 13,
          outcome: 'accept',
          comment: '분산 운영 계획 확인, 적용 후 접속 현황 공유 요청',
        },
      },
    ],
    refusal: {
      request: 0,
      daysAgo: 19,
      reason:
        '예약 시작 시각은 시설 운영부서에서 정하는 사항으로 소관 조정이 필요하며, 대기 안내 기능은 우리 부서에서 별도 검토 가능함',
      suggestedDepartment: '관광체육국',
    },
  },
];
