import type { Story } from './stories-shape.js';

export const SUMMER_SERVICES: Story[] = [
  {
    key: 'swarm-insects',
    reportedDaysAgo: 178,
    issue: {
      title: '대발생 곤충(러브버그) 방제 민원 증가 대비 필요',
      summary:
        '초여름 붉은등우단털파리 출현 시기를 앞두고 자치구 방제 요청 민원이 전년 동기의 2배 이상으로 증가',
      channel: 'complaint',
      notes: ['생태계에 이로운 곤충으로 분류되어 화학적 방제보다 물리적 방제와 안내 중심의 대응 필요'],
      risks: [
        '자치구별 방제 기준이 달라 형평성 관련 민원 제기 가능',
        '살충제 과다 사용 시 생태계 영향에 대한 지적 우려',
      ],
      expectedMonthOffset: -5,
      impact: 2,
      likelihood: 4,
      leadDepartment: '시민건강국',
      signals: [
        {
          channel: 'complaint',
          kind: 'statistics',
          title: '대발생 곤충 방제 요청',
          count: 412,
          baseline: 168,
          periodDays: 28,
        },
        {
          channel: 'press',
          kind: 'general',
          title: '올여름도 러브버그…자치구마다 다른 방제 기준',
          outlet: '○○방송',
          publishedDaysAgo: 179,
        },
      ],
      requests: [
        { horizon: 'short', text: '자치구 공통 방제 기준과 민원 응대 안내문 배포' },
        { horizon: 'short', department: '푸른도시국', text: '산림 인접 공원 친환경 포집장비 설치 검토' },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '살수 등 물리적 방제 우선 기준 통일 및 시민 안내',
          effect: '자치구별 응대 기준 일원화',
          cost: '약 1억원',
          sideEffect: '개체수 감소 효과는 제한적',
          recommended: true,
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '출현 기간(약 2주) 경과 시 자연 감소',
          cost: '없음',
          sideEffect: '자치구별 상이한 대응에 대한 민원 지속',
        },
      ],
    },
    decision: { daysAgo: 177, outcome: 'confirm', direction: 'department' },
    acknowledged: [{ daysAgo: 174 }, { daysAgo: 174 }],
    responses: [
      {
        daysAgo: 170,
        text: '물리적 방제 우선 기준과 민원 응대 요령을 25개 자치구 보건소에 배포하고 시 누리집에 안내문을 게시함',
        progress: 100,
        status: 'done',
        handlingUnit: '감염병관리과',
        confirmedBy: { position: '과장', name: '박○○' },
        docNo: '감염병관리과-5127',
        review: {
          daysAgo: 167,
          outcome: 'accept',
          comment: '배포 자료 확인, 출현 종료 시까지 주 1회 민원 추이 공유 요청',
        },
      },
      {
        daysAgo: 167,
        text: '산림 인접 공원 3개소에 포집기 60대를 시범 설치하였으며, 효과를 분석하여 확대 여부를 검토할 예정임',
        progress: 70,
        status: 'underway',
        handlingUnit: '산지방재과',
        confirmedBy: { position: '과장', name: '이○○' },
        docNo: '산지방재과-2290',
        review: { daysAgo: 165, outcome: 'accept', comment: '시범 설치 확인, 효과 분석 결과 공유 요청' },
      },
    ],
    closure: {
      daysAgo: 138,
      outcome: 'eased',
      lesson:
        '출현기 4주간 민원 1,030건으로 전년 동기(1,172건) 대비 12% 감소. 출현 2주 전 응대 기준을 통일한 것이 반복 민원 감소에 효과적이었음',
    },
  },
  {
    key: 'personnel-handover',
    reportedDaysAgo: 152,
    issue: {
      title: '하반기 정기인사에 따른 요청사항 인계 누락 대비',
      summary: '정기인사로 실·국 요청사항 담당자 37명 중 11명 교체 예상, 인계 누락에 따른 회신 지연 가능',
      channel: 'own',
      notes: [],
      risks: [],
      expectedMonthOffset: -4,
      signals: [],
      requests: [],
      alternatives: [],
    },
    decision: { daysAgo: 151, outcome: 'confirm' },
    closure: {
      daysAgo: 124,
      outcome: 'prevented',
      lesson:
        '인사발령 1주 전 주무과를 통해 담당자를 현행화하여 회신 지연 없음. 1월 정기인사 시에도 동일 시기에 담당자 확인 필요',
    },
  },
  {
    key: 'property-tax-notice',
    reportedDaysAgo: 146,
    issue: {
      title: '재산세 고지에 따른 문의 증가 대비',
      summary: '재산세(7월분) 고지서 발송 직후 세액 산정 관련 문의 집중 예상',
      channel: 'complaint',
      notes: [],
      risks: [],
      expectedMonthOffset: -4,
      signals: [],
      requests: [],
      alternatives: [],
    },
    decision: { daysAgo: 145, outcome: 'confirm' },
    closure: {
      daysAgo: 111,
      outcome: 'did-not-occur',
      lesson:
        '문의 건수가 전년 동기 대비 △2%로 쟁점화되지 않음. 9월분은 별도 이슈로 관리하지 않고 건수 추이만 확인 예정',
    },
  },
  {
    key: 'tap-water-odour',
    reportedDaysAgo: 129,
    issue: {
      title: '녹조 발생기 수돗물 냄새 민원 증가 대비 필요',
      summary: '상수원 조류 증식으로 수돗물 흙냄새 관련 민원이 전년 동기 대비 2.5배로 증가',
      channel: 'complaint',
      notes: ['냄새 원인물질(2-MIB)은 3분 이상 끓이면 대부분 제거됨'],
      risks: ['인체 유해성은 낮으나 안내가 늦어질 경우 수질 불신으로 확산 가능'],
      expectedMonthOffset: -3,
      impact: 3,
      likelihood: 3,
      leadDepartment: '상수도사업본부',
      signals: [
        {
          channel: 'complaint',
          kind: 'statistics',
          title: '수돗물 냄새·맛 관련 문의',
          count: 187,
          baseline: 74,
          periodDays: 14,
        },
      ],
      requests: [
        { horizon: 'short', text: '고도정수처리 운영 강화 및 냄새 발생 시 당일 시민 안내 절차 마련' },
      ],
      alternatives: [
        {
          horizon: 'short',
          text: '원인물질 농도를 누리집에 매일 공개하고 기준 도달 전 안내',
          effect: '문의 분산, 수질 불신 예방',
          cost: '비예산',
          sideEffect: '공개 초기 문의 일시 증가',
          recommended: true,
        },
        {
          horizon: 'none',
          text: '현행 유지(모니터링)',
          effect: '추가 행정 부담 없음',
          cost: '없음',
          sideEffect: '민원 집중 시 안내 지연',
        },
      ],
    },
    decision: { daysAgo: 125, outcome: 'confirm', direction: 'department' },
    acknowledged: [{ daysAgo: 124 }],
    responses: [
      {
        daysAgo: 118,
        text: '분말활성탄 투입 시기를 앞당기고, 원인물질이 감시기준(20ng/L)의 50%를 넘으면 당일 누리집과 문자로 안내하도록 절차를 정함',
        progress: 100,
        status: 'done',
        handlingUnit: '수질과',
        confirmedBy: { position: '과장', name: '임○○' },
        docNo: '수질과-3815',
        review: { daysAgo: 117, outcome: 'accept', comment: '안내 절차 확인' },
      },
    ],
    closure: {
      daysAgo: 83,
      outcome: 'occurred',
      lesson:
        '사흘간 냄새 민원 402건이 접수되었으나 당일 안내로 4일째 평상 수준 회복. 원인물질 농도를 함께 안내한 지역의 재문의가 적어 농도 공개를 기본 절차에 포함할 필요',
    },
  },
  {
    key: 'closure-rumour',
    reportedDaysAgo: 122,
    issue: {
      title: '시립 체육시설 일괄 휴관설 확산 대비',
      summary: '시립 체육시설이 다음 달 일괄 휴관한다는 온라인 게시글이 공유되어 이용자 문의 증가',
      channel: 'press',
      notes: [],
      risks: ['사실과 다른 내용이 확산될 경우 이용권 환불 요청 집중 가능'],
      expectedMonthOffset: null,
      impact: 4,
      likelihood: 3,
      leadDepartment: '관광체육국',
      signals: [
        {
          channel: 'complaint',
          kind: 'statistics',
          title: '시립 체육시설 휴관 여부 문의',
          count: 96,
          baseline: 12,
          periodDays: 7,
        },
        {
          channel: 'press',
          kind: 'local',
          title: '시립 체육시설 문 닫나…이용자 문의 이어져',
          outlet: '지역신문',
          publishedDaysAgo: 123,
        },
      ],
      requests: [],
      alternatives: [],
    },
    decision: {
      daysAgo: 121,
      outcome: 'reject',
      reason:
        '관광체육국 확인 결과 시설별 정기점검에 따른 1~2일 휴관이며 일괄 휴관 계획 없음. 누리집 안내문 정정을 완료하여 리스크에서 제외',
    },
  },
];
