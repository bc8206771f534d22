import type { Story } from './stories-shape.js';

export const SUMMER_SAFETY: Story[] = [
  {
    key: 'semi-basement',
    reportedDaysAgo: 158,
    issue: {
      title: '장마 전 반지하 침수방지시설 설치 완료 시급',
      summary:
        '침수 우려 반지하 가구의 물막이판·역류방지시설 설치율이 78%로 장마 시작 전 설치 완료가 어려울 것으로 예상',
      channel: 'press',
      notes: ['대상 9,400가구 중 미설치 2,070가구(임대인 미동의 1,120, 연락 불가 540, 설치 대기 410)'],
      risks: [
        '미설치 가구 침수 시 인명 피해로 이어질 가능성 상존',
        {
          text: '설치 지연에 대한 연속 보도와 시의회 질의 예상',
          footnote: '침수 이력 노출을 우려하여 임대인이 설치에 동의하지 않는 사례 다수',
        },
      ],
      expectedMonthOffset: -4,
      impact: 5,
      likelihood: 4,
      leadDepartment: '물순환안전국',
      signals: [
        {
          channel: 'press',
          kind: 'series',
          title: '장마 코앞인데…반지하 물막이판 어디까지 왔나',
          outlet: '○○일보',
          publishedDaysAgo: 160,
        },
        {
          channel: 'press',
          kind: 'broadcast-headline',
          title: '반지하 다섯 집 중 한 집, 침수방지시설 없이 장마 맞는다',
          outlet: '○○방송',
          publishedDaysAgo: 159,
        },
        {
          channel: 'complaint',
          kind: 'statistics',
          title: '물막이판 설치 요청',
          count: 236,
          baseline: 95,
          periodDays: 28,
        },
      ],
      requests: [
        { horizon: 'short', text: '미설치 2,070가구를 사유별로 분류하여 장마 시작 전 설치계획 제출' },
        {
          horizon: 'short',
          department: '안전총괄실',
          text: '미설치 가구 대피 도우미 지정 및 비상연락망 점검',
        },
        {
          horizon: 'long',
          department: '주택건축본부',
          text: '반지하 거주가구 이주 지원 물량 확대 및 내년도 예산 반영',
        },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '미설치 가구에 이동식 물막이판 우선 지급',
          effect: '임대인 동의 없이 단기간 내 조치 가능',
          cost: '약 6억원(재난관리기금)',
          sideEffect: '고정식 대비 차수 효과 낮음',
          recommended: true,
        },
        {
          horizon: 'long',
          text: '침수 이력 주택의 설치 의무화 제도 개선 건의',
          effect: '임대인 미동의 가구의 근본적 해소',
          cost: '비예산',
          sideEffect: '재산권 제한 논란, 법령 개정 기간 소요',
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '추가 예산 없음',
          cost: '없음',
          sideEffect: '장마 시작 시점까지 설치율 80%대 초반에 머무를 것으로 예상',
        },
      ],
    },
    decision: {
      daysAgo: 158,
      outcome: 'confirm',
      grade: 'critical',
      reason: '인명 피해 가능성과 시기의 임박성을 고려하여 매우 높음으로 확정, 공문 시행과 유선 통보 병행',
      direction: 'department',
    },
    acknowledged: [{ daysAgo: 158 }, { daysAgo: 158 }, { daysAgo: 158 }],
    responses: [
      {
        daysAgo: 157,
        text: '임대인 미동의·연락 불가 1,660가구에는 이동식 물막이판을 지급하고, 설치 대기 410가구는 12개 조를 투입하여 장마 전 설치를 마칠 예정임',
        progress: 45,
        status: 'underway',
        handlingUnit: '치수안전과',
        confirmedBy: { position: '국장', name: '최○○' },
        docNo: '치수안전과-6318',
        review: {
          daysAgo: 156,
          outcome: 'accept',
          comment: '조치계획 확인, 주 2회 설치·지급 실적 제출 요청',
        },
      },
      {
        daysAgo: 157,
        text: '미설치 2,070가구에 대피 도우미 2,310명을 지정하고 호우 예비특보 단계부터 연락하도록 비상연락망을 정비함',
        progress: 100,
        status: 'done',
        handlingUnit: '안전총괄과',
        confirmedBy: { position: '실장', name: '조○○' },
        docNo: '안전총괄과-9047',
        review: { daysAgo: 156, outcome: 'accept', comment: '지정 현황 확인' },
      },
      {
        daysAgo: 152,
        text: '이주 희망가구 수요조사를 거쳐 매입임대주택 우선 공급 물량을 협의 중이며, 내년도 예산요구에 반영할 예정임',
        progress: 20,
        status: 'considering',
        handlingUnit: '주택정책과',
        confirmedBy: { position: '본부장', name: '강○○' },
        docNo: '주택정책과-7740',
        review: { daysAgo: 151, outcome: 'accept', comment: '예산요구 결과는 분기별 이행점검 시 확인 예정' },
      },
    ],
    closure: {
      daysAgo: 110,
      outcome: 'prevented',
      lesson:
        '이동식 물막이판 우선 지급으로 장마 시작 전 설치·지급률 99% 달성, 장마 기간 반지하 인명 피해 없음. 임대인 동의 절차는 연초부터 진행해야 장마 전 완료 가능',
    },
  },
  {
    key: 'heat-wave',
    reportedDaysAgo: 136,
    issue: {
      title: '폭염기 쪽방주민·옥외노동자 온열질환 예방 철저',
      summary:
        '평년보다 높은 기온이 예보되고 무더위쉼터 일부의 운영시간이 안내와 달라 취약계층 보호대책 점검 요구 예상',
      channel: 'press',
      notes: ['전년 여름 온열질환 신고 214명(65세 이상 38%)'],
      risks: [
        '무더위쉼터 야간·주말 미운영에 대한 지적 반복 가능',
        '시 발주 공사장의 폭염 휴식시간 미준수 확인 시 발주기관 관리 책임 지적 우려',
      ],
      expectedMonthOffset: -3,
      impact: 4,
      likelihood: 4,
      leadDepartment: '복지정책실',
      signals: [
        {
          channel: 'press',
          kind: 'series',
          title: '에어컨 없는 쪽방의 여름나기',
          outlet: '○○방송',
          publishedDaysAgo: 138,
        },
        {
          channel: 'own',
          kind: 'field',
          title: '무더위쉼터 현장 표본점검 결과 52개소 중 9개소 운영시간 상이',
          outlet: '평가담당관',
          publishedDaysAgo: 137,
        },
      ],
      requests: [
        { horizon: 'short', text: '무더위쉼터 운영시간 전수 확인 및 자치구별 야간 쉼터 2개소 이상 확보' },
        {
          horizon: 'short',
          department: '노동민생정책관',
          text: '시 발주 공사장 폭염 휴식시간 준수 여부 표본점검 및 결과 회신',
        },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '야간 쉼터 확대 및 폭염특보 시 안내문자 발송',
          effect: '취약시간대 이용 공백 해소',
          cost: '약 3억 2천만원(재난관리기금)',
          sideEffect: '야간 운영인력 확보 필요',
          recommended: true,
        },
        {
          horizon: 'long',
          text: '쪽방 밀집지역 공용공간 냉방설비 설치',
          effect: '거주지 내 상시 이용 가능',
          cost: '약 18억원(내년도 예산)',
          sideEffect: '건물주 동의 필요, 전기료 지원 병행 필요',
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '추가 예산 없음',
          cost: '없음',
          sideEffect: '야간 이용 공백 지속',
        },
      ],
    },
    decision: { daysAgo: 135, outcome: 'confirm', direction: 'department' },
    acknowledged: [{ daysAgo: 132 }, { daysAgo: 132 }],
    responses: [
      {
        daysAgo: 130,
        text: '무더위쉼터 3,480개소의 운영시간을 확인하여 안내 정보 211건을 정정하고, 야간 쉼터 63개소(자치구별 2개소 이상)를 확보함',
        progress: 100,
        status: 'done',
        handlingUnit: '어르신복지과',
        confirmedBy: { position: '과장', name: '윤○○' },
        docNo: '어르신복지과-10256',
        review: { daysAgo: 129, outcome: 'accept', comment: '정정 내역과 야간 쉼터 명단 확인' },
      },
      {
        daysAgo: 130,
        text: '시 발주 공사장 40개소 점검 결과 휴식시간 기록이 없는 6개소에 보완을 통보하였으며, 2주 내 재점검 예정임',
        progress: 80,
        status: 'underway',
        handlingUnit: '노동정책담당관',
        confirmedBy: { position: '담당관', name: '김○○' },
        docNo: '노동정책담당관-6093',
        review: { daysAgo: 125, outcome: 'accept', comment: '점검 결과 확인, 재점검 결과 제출 요청' },
      },
    ],
    closure: {
      daysAgo: 68,
      outcome: 'eased',
      lesson:
        '온열질환 신고는 231명으로 전년(214명) 대비 8% 늘었으나 쪽방 밀집지역 중증환자 없음. 쉼터 운영시간은 개장 전 전수 확인이 필요하며, 공사장 점검은 폭염특보 후 2일 이내 집중이 효과적임',
    },
  },
];
