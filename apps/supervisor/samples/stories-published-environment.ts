import type { Story } from './stories-shape.js';

/** Published cases ③ and ④: the facts of the answer to the council (2020-12) in our own words. */
export const PUBLISHED_ENVIRONMENT: Story[] = [
  {
    key: 'flood-readiness',
    reportedDaysAgo: 17,
    issue: {
      title: '풍수해 취약지역 및 고령 수방시설 관리 철저',
      summary:
        "기습폭우 등 물 관련 재해 증가, '20년 기준 최근 10년간 서울시 풍수해로 사망 27명, 피해액 585억원 집계",
      channel: 'own',
      notes: [
        "'20년 시의회에 제출된 공개 사례로, 수치와 부서대응은 당시 기준임",
        '우기 전 보완 공사 기간을 고려하여 내년도 예산안 심의 시기에 점검함',
      ],
      risks: [
        "강남역 일대 침수취약지역 해소사업이 취약 지반으로 지연된 바 있어('20. 4월) 유사 공정 관리 필요",
        {
          text: '「시설물안전법」상 제1종 수자원시설물 중 고령화 시설이 서울 133개로 17개 시·도 중 최다',
          footnote: "'19년 한국시설안전공단 노후화 현황 분석 결과",
        },
      ],
      expectedMonthOffset: 0,
      impact: 5,
      likelihood: 3,
      leadDepartment: '물순환안전국',
      signals: [
        {
          channel: 'press',
          kind: 'general',
          title: '폭우 서울 잇단 사고...도림천 범람 1명 숨지고 여의도엔 싱크홀',
          outlet: '뉴스1',
          publishedOn: '2019-09-05',
        },
      ],
      requests: [
        { text: '풍수해 취약지역과 공정 지연 구간에 대한 수시순찰, 합동점검, 계측 실시' },
        { text: '고령 수방시설에 대한 관리계획 수립' },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '취약지역·공정 지연 구간 순찰 주기 단축 및 계측 결과 공유',
          effect: '이상 징후 조기 확인',
          cost: '기존 예산 범위 내',
          sideEffect: '현장 점검 인력 부담 증가',
          recommended: true,
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '추가 행정 부담 없음',
          cost: '없음',
          sideEffect: '우기 전 보완 시기 일실 우려',
        },
      ],
    },
    decision: { daysAgo: 16, outcome: 'confirm', direction: 'department' },
    acknowledged: [{ daysAgo: 13 }, { daysAgo: 13 }],
    responses: [
      {
        daysAgo: 11,
        text: '위험지구 순찰을 강화하고 호우특보를 풍수해 취약 공사장에 신속히 전파하도록 관리 중이며, 풍수해 저감 종합계획을 수립하고 있음',
        progress: 60,
        status: 'underway',
        handlingUnit: '치수안전과',
        confirmedBy: { position: '과장', name: '오○○' },
        docNo: '치수안전과-11082',
        review: {
          daysAgo: 9,
          outcome: 'accept',
          comment: '순찰·전파체계 확인, 종합계획 수립 일정은 분기별 점검 예정',
        },
      },
      null,
    ],
  },
  {
    key: 'recycling-surge',
    reportedDaysAgo: 108,
    issue: {
      title: '감염병 유행 시 재활용 폐기물 증가 대책 시급',
      summary:
        "'20년 코로나19 확산 기간에 시 재활용 생활폐기물이 전년 대비 약 15% 증가, 유사 상황 시 수거 차질 우려",
      channel: 'press',
      notes: ["'20년 시의회에 제출된 공개 사례로, 수치와 부서대응은 당시 기준임"],
      risks: [
        '비대면 소비로 배달·포장이 늘어 재활용 폐기물 배출량 급증',
        "카페 등 일회용품 한시 허용으로 시 정책이 중단·연기되어 그간의 성과와 추진 동력 약화 우려('20년)",
      ],
      expectedMonthOffset: -2,
      impact: 4,
      likelihood: 3,
      leadDepartment: '기후환경본부',
      signals: [
        {
          channel: 'press',
          kind: 'general',
          title: '코로나19로 늘어난 재활용쓰레기들...쓰레기 대란?',
          outlet: 'KBS',
          publishedOn: '2020-04-23',
        },
      ],
      requests: [
        { horizon: 'short', text: '가정 내 올바른 선별·분리배출 안내 캠페인 강화' },
        { horizon: 'short', text: '폐플라스틱 요일별 분리배출의 전 자치구 조기 시행' },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '재활용품 수거 대응방안 사전 마련 및 요일별 분리배출 확대',
          effect: '미수거 사태 예방, 선별 품질 향상',
          cost: '기존 예산 범위 내',
          sideEffect: '시행 초기 배출 요일 문의 증가',
          recommended: true,
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '추가 행정 부담 없음',
          cost: '없음',
          sideEffect: '배출량 급증 시 수거 지연 우려',
        },
      ],
    },
    decision: { daysAgo: 107, outcome: 'confirm', direction: 'department' },
    acknowledged: [{ daysAgo: 104 }, { daysAgo: 104 }],
    responses: [
      {
        daysAgo: 102,
        text: "코로나19 확산과 유가 하락에 대비하여 재활용품을 안정적으로 수거하기 위한 대응방안을 마련한 바 있음('20. 5. 28.)",
        progress: 100,
        status: 'done',
        handlingUnit: '자원순환과',
        confirmedBy: { position: '과장', name: '한○○' },
        docNo: '자원순환과-9731',
        review: { daysAgo: 101, outcome: 'accept', comment: '대응방안 확인' },
      },
      {
        daysAgo: 102,
        text: '폐플라스틱 등의 분리배출을 강화하여 미수거 사태를 방지함',
        progress: 100,
        status: 'done',
        handlingUnit: '자원순환과',
        confirmedBy: { position: '과장', name: '한○○' },
        docNo: '자원순환과-9732',
        review: { daysAgo: 101, outcome: 'accept', comment: '조치사항 확인' },
      },
    ],
    closure: {
      daysAgo: 53,
      outcome: 'prevented',
      lesson:
        '배출량 증가와 유가 하락이 겹치면 수거 중단으로 이어질 수 있으므로 시황을 함께 점검하고 수거 대응방안을 미리 마련할 필요',
    },
  },
];
