import type { ReportIssue } from './document.js';
import { alternative, bareIssue, coverage, foreseen, request, response } from './fixture-parts.js';

const STRIKE_PRESS = [
  coverage('지하철 노조 "4일 총파업"… 출근길 혼란 불가피'),
  coverage('대체인력 태부족, 비상수송 대책은 작년 그대로', {
    outlet: '마포방송',
    publishedOn: '2026-11-21',
  }),
  coverage('[사설] 해마다 되풀이되는 파업, 시는 무엇을 했나', {
    outlet: '남산신문',
    publishedOn: '2026-11-23',
  }),
  coverage('버스 증편 계획 공개', { outlet: '종로경제', publishedOn: '2026-11-23' }),
  coverage('기관사 피로 누적 호소', { publishedOn: '2026-11-24' }),
];

const STRIKE_REQUESTS = [
  request('비상수송대책본부 가동 및 혼잡역 안전요원 배치계획 확정', {
    dueOn: '2026-12-01',
    state: 'answered',
  }),
  request('필수유지업무 운행률 재협의 및 인력 운영 개선안 마련', {
    horizon: 'long',
    department: '노동민생정책관',
    dueOn: '2027-02-26',
    state: 'acknowledged',
  }),
];

/** The heaviest: for the vice mayor's table; one department has answered, one has yet to. */
export function strikeIssue(): ReportIssue {
  const benefit = {
    effect: '출근시간 수송력 92% 유지',
    cost: '예비비 12억원',
    sideEffect: '운전원 연장근로',
  };
  return bareIssue({
    number: '2026-0071',
    title: '지하철 파업 예고에 따른 수송 대책 점검 필요',
    grade: 'critical',
    trend: 'up',
    expectedReason: '일정: 쟁의행위 개시 예고',
    reasons: [
      { kind: 'dated', text: '쟁의행위 개시 예고' },
      { kind: 'trend', text: '최근 4주 5건(직전 4주 1건)' },
    ],
    forecast: foreseen('dated', { dayKnown: true, recent: 5, grade: 'critical', likelihood: 4 }),
    score: 71,
    expectedOn: '2026-12-04',
    supportingDepartments: ['노동민생정책관', '대변인'],
    summary:
      '노조가 인력 감축안 철회를 요구하며 12. 4. 첫차부터 전면 파업을 예고, 필수유지업무 인력만 투입 시 출근시간 운행률 80% 수준으로 하락 예상',
    notes: ['쟁의행위 찬반투표 가결(11. 18., 찬성률 70.6%), 2차 조정회의 12. 2. 예정'],
    coverage: STRIKE_PRESS,
    risks: [
      {
        text: '출근시간 혼잡도 급증에 따른 승강장 인파 사고 위험, 특히 환승역 5개소* 집중',
        footnote: '신도림·사당·잠실·강남·고속터미널역',
      },
      { text: '대체인력 장시간 투입 시 운행 장애 발생, 시의 관리 책임 논란으로 확산', footnote: null },
    ],
    requests: STRIKE_REQUESTS,
    alternatives: [
      alternative('시내버스·마을버스 증편과 안전요원 배치 병행', {
        horizon: 'short',
        ...benefit,
        recommended: true,
      }),
      alternative('버스 증편만 시행', { horizon: 'short' }),
      alternative('', { horizon: 'none' }),
    ],
    responses: [
      response('비상수송대책 초안 마련, 시내버스 차량 360대 증편 협의', {
        docNo: '교통정책과-8812',
        status: 'underway',
        progress: 40,
      }),
    ],
  });
}

export function snowIssue(): ReportIssue {
  const department = '안전총괄실';
  const benefit = { effect: '출근 전 제설 완료', cost: '기존 예산', sideEffect: '제설제 과다 사용' };
  return bareIssue({
    rank: 2,
    number: '2026-0074',
    title: '첫 강설 출근길 제설 대비 철저',
    expectedReason: '계절: 첫 강설(최근 3년 12월 중순)',
    reasons: [
      { kind: 'season', text: '첫 강설(최근 3년 12월 중순)' },
      { kind: 'anniversary', text: "'25. 12월 유사 이슈 2025-0081" },
    ],
    forecast: foreseen('season', { anniversary: true }),
    leadDepartment: department,
    supportingDepartments: ['도시교통실'],
    summary:
      '최근 3년간 첫 강설이 모두 출근시간에 집중, 이면도로·보도 제설 지연 민원이 하루 평균 1,240건까지 증가',
    coverage: [
      coverage('눈만 오면 멈추는 언덕길, 열선은 예산에 막혀', {
        outlet: '마포방송',
        publishedOn: '2026-11-17',
      }),
      coverage('이면도로 제설 장비 부족 지적', {
        channel: 'politics',
        outlet: '도시안전건설위원회',
        publishedOn: '2026-11-12',
      }),
    ],
    risks: [
      { text: '자치구별 제설제 비축량 편차(목표 대비 61~118%)로 경계 구간 제설 공백 우려', footnote: null },
      { text: '급경사 구간 낙상·추돌 사고 발생 시 초동 대응 미흡 비판', footnote: null },
    ],
    requests: [
      request('자치구 비축량 전수 점검 및 경계 구간 작업 분담표 확정', {
        department,
        dueOn: '2026-11-27',
        state: 'answered',
      }),
      request('급경사 도로 열선 설치 3개년 계획 수립', { horizon: 'long', department, state: 'answered' }),
    ],
    alternatives: [
      alternative('강설 3시간 전 사전 살포 기준 적용', { ...benefit, recommended: true }),
      alternative('현행 유지(모니터링)', { horizon: 'none' }),
    ],
    responses: [
      response('25개 자치구 비축량 점검 완료, 부족 6개 구 긴급 지원', { department, status: 'underway' }),
    ],
  });
}

const EMPLOYMENT_VOICES = [
  coverage('재위탁 시 고용 승계 보장 요구', {
    channel: 'complaint',
    outlet: null,
    publishedOn: '2026-11-16',
    count: 42,
  }),
  coverage('민간위탁 종사자 고용 안정 조치 미흡', {
    channel: 'audit',
    outlet: '시민감사옴부즈만위원회',
    publishedOn: '2026-10-29',
  }),
];

export function employmentIssue(): ReportIssue {
  const department = '복지정책실';
  const benefit = { effect: '분쟁 소지 차단', cost: '비예산', sideEffect: '법인 부담' };
  return bareIssue({
    rank: 3,
    number: '2026-0058',
    title: '복지시설 재위탁에 따른 고용 승계 갈등 예방',
    trend: 'same',
    expectedReason: '만료일: 위탁계약 종료',
    reasons: [{ kind: 'expiry', text: '위탁계약 종료' }],
    forecast: foreseen('expiry', { dayKnown: true, overdue: true }),
    expectedOn: '2026-12-31',
    leadDepartment: department,
    supportingDepartments: ['노동민생정책관'],
    summary:
      '12. 31. 위탁 만료 복지시설 14개소 중 5개소의 수탁법인 변경이 확정되어 종사자 87명의 고용 승계 여부가 쟁점화',
    notes: ['2025년 같은 시기 2개소에서 고용 승계 거부로 농성 발생(32일간)'],
    coverage: EMPLOYMENT_VOICES,
    risks: [
      {
        text: '승계 거부 시 돌봄 공백 발생, 이용자 1,300여 명의 불편이 시의 관리 부실 비판으로 확산',
        footnote: null,
      },
    ],
    requests: [
      request('신규 수탁법인별 고용 승계 확약서 징구 및 미이행 시 조치 기준 제시', {
        department,
        dueOn: '2026-11-20',
        state: 'returned',
      }),
    ],
    alternatives: [
      alternative('협약서에 고용 승계 조항 명문화', { ...benefit, recommended: true }),
      alternative('시설별 개별 협의'),
    ],
    responses: [
      response('5개소 중 3개소 확약서 제출, 2개소 협의 지속', {
        department,
        answeredOn: '2026-11-18',
        docNo: '복지정책과-6120',
        status: 'underway',
        progress: 60,
      }),
    ],
  });
}

/** The one the office keeps to itself. */
export function roadworkIssue(): ReportIssue {
  return bareIssue({
    rank: 4,
    number: '2026-0066',
    title: '연말 보도공사 집중 비판 대비',
    grade: 'moderate',
    trend: 'down',
    direction: 'self',
    expectedReason: '동향 추세: 해마다 12월 반복',
    reasons: [{ kind: 'trend', text: '해마다 12월 반복' }],
    forecast: foreseen('trend', { grade: 'moderate' }),
    score: 31,
    leadDepartment: '안전총괄실',
    supportingDepartments: ['재무국'],
    summary:
      '연말 예산 소진성 보도블록 교체라는 비판이 해마다 반복, 올해 12월 시행 예정 공사 23건(전년 대비 △9건)',
    coverage: [
      coverage('보도공사 연말 집중 사유 자료 요구', {
        channel: 'politics',
        outlet: '도시안전건설위원회',
        publishedOn: '2026-11-19',
      }),
    ],
    requests: [
      request('공사별 시행 사유 정리 및 설명자료 사전 준비, 동절기 공사 중지 기준 준수 여부 확인', {
        horizon: null,
        department: null,
        state: 'planned',
      }),
    ],
  });
}
