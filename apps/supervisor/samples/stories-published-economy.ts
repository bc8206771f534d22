import type { Story } from './stories-shape.js';

/** Published cases ① and ②: the facts of the answer to the council (2020-12) in our own words. */
export const PUBLISHED_ECONOMY: Story[] = [
  {
    key: 'platform-workers',
    reportedDaysAgo: 66,
    issue: {
      title: '플랫폼 노동자 보호대책 선제적 마련 필요',
      summary:
        "플랫폼 종사자의 낮은 보수와 보호 공백이 '19년 말 이후 주요 언론에서 거듭 다루어져 시 차원의 대책 요구 예상",
      channel: 'press',
      notes: [
        "'타다' 기소('19. 10월), '배달의 민족' 매각('19. 12월)을 거치며 기업 이슈가 노동 이슈로 확대됨",
        "'20년 시의회에 제출된 공개 사례로, 수치와 부서대응은 당시 기준임",
      ],
      risks: [
        {
          text: '민간 플랫폼 시장에서 해소되지 않는 문제에 대한 공공의 개입 요구 증가',
          footnote: '4대보험 적용 제외 등 배달 종사자의 근로 여건, 배달수수료에 따른 소상공인 부담',
        },
      ],
      expectedMonthOffset: -1,
      impact: 4,
      likelihood: 3,
      leadDepartment: '노동민생정책관',
      signals: [
        {
          channel: 'press',
          kind: 'general',
          title: '50만 넘어선 플랫폼 노동자, 건당 1천 원도 못 받는다',
          outlet: 'SBS',
          publishedOn: '2019-12-19',
        },
      ],
      requests: [
        {
          horizon: 'short',
          text: '현행 노동자 지원정책 중 플랫폼 노동자에게 바로 적용 가능한 보호방안 우선 시행',
        },
        { horizon: 'long', text: '플랫폼 노동자 보호 종합대책 수립 및 중앙정부 제도 개선 건의' },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '현행 노동자 지원사업의 대상에 플랫폼 종사자 포함',
          effect: '추가 절차 없이 조기 시행 가능',
          cost: '기존 예산 범위 내',
          sideEffect: '사업별 지원 대상 기준 정비 필요',
          recommended: true,
        },
        {
          horizon: 'long',
          text: '실태조사 결과를 토대로 종합대책 수립',
          effect: '직종별 여건에 맞는 지원 가능',
          cost: '조사 결과에 따라 별도 산정',
          sideEffect: '대책 시행까지 장기간 소요',
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '추가 행정 부담 없음',
          cost: '없음',
          sideEffect: '대책 요구 확산 시 대응 지연',
        },
      ],
    },
    decision: { daysAgo: 65, outcome: 'confirm', direction: 'department' },
    acknowledged: [{ daysAgo: 62 }, { daysAgo: 62 }],
    responses: [
      {
        daysAgo: 60,
        text: '플랫폼노동자·프리랜서 실태조사 용역을 시행 중이며, 조사 결과를 검토하여 우선 적용 가능한 보호방안에 반영할 예정임',
        progress: 40,
        status: 'underway',
        handlingUnit: '노동정책담당관',
        confirmedBy: { position: '담당관', name: '김○○' },
        docNo: '노동정책담당관-8214',
        review: {
          daysAgo: 55,
          outcome: 'accept',
          comment: '용역 추진 일정 확인, 중간결과가 나오면 공유 요청',
        },
      },
      {
        daysAgo: 60,
        text: '종합대책은 실태조사 완료 후 수립 방향을 정할 예정이며, 제도 개선 건의과제를 함께 검토하고 있음',
        progress: 20,
        status: 'considering',
        handlingUnit: '노동정책담당관',
        confirmedBy: { position: '담당관', name: '김○○' },
        docNo: '노동정책담당관-8215',
        review: { daysAgo: 55, outcome: 'accept', comment: '장기 요청사항으로 분기별 이행점검 대상에 포함' },
      },
    ],
  },
  {
    key: 'industry-deregulation',
    reportedDaysAgo: 3,
    issue: {
      title: '4차 산업 분야 수도권 규제 완화 협의 지속 필요',
      summary:
        "'19년 규제자유특구 대상에서 수도권이 제외되어 4차 산업 분야 수도권 규제 완화를 위한 지속적 협의 필요",
      channel: 'press',
      notes: [
        "'20. 6. 12. 당정협의회에 금융특구 외국기업 조세감면 등 안건 상정(제21대 국회 개원 후)",
        "'20년 시의회에 제출된 공개 사례로, 내용은 당시 기준임",
      ],
      risks: [
        '규제샌드박스로 핀테크 등 금융 분야는 일부 개선되었으나 수도권·산업 규제의 개선은 제한적임',
        "홍릉 바이오허브, 양재 R&D 등 '강소연구개발특구' 지정 지연 시 거점 조성 효과 저하 우려",
      ],
      expectedMonthOffset: 1,
      impact: 4,
      likelihood: 3,
      leadDepartment: '경제정책실',
      signals: [
        {
          channel: 'press',
          kind: 'general',
          title: "수도권 제외한 규제자유특구, 반쪽짜리 대책 '우려'",
          outlet: '이데일리',
          publishedOn: '2019-07-24',
        },
      ],
      requests: [{ text: '당·정 협의를 계속 추진하고, 규제 완화 시 즉시 시행이 가능하도록 준비 병행' }],
      alternatives: [
        {
          horizon: 'short',
          text: '당정협의회 안건을 분야별로 정리하여 협의 재추진',
          effect: '국회 논의 일정에 맞춘 건의 가능',
          cost: '비예산',
          sideEffect: '중앙부처·타 시·도와의 입장 조율 필요',
          recommended: true,
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '추가 행정 부담 없음',
          cost: '없음',
          sideEffect: '특구 지정 지연 지속',
        },
      ],
    },
  },
];
