import type { ReportDocument, ReportIssue } from './document.js';
import { response } from './fixture-parts.js';
import { employmentIssue, roadworkIssue, snowIssue, strikeIssue } from './fixture-issues.js';

const FIGURES: ReportDocument['figures'] = {
  byGrade: { critical: 1, high: 5, moderate: 7, low: 3 },
  byChannel: { politics: 4, press: 6, audit: 2, complaint: 3, own: 1 },
  byDepartment: [
    { department: '도시교통실', count: 4 },
    { department: '안전총괄실', count: 4 },
    { department: '복지정책실', count: 3 },
    { department: '주택건축본부', count: 2 },
    { department: '기후환경본부', count: 2 },
    { department: '시민감사옴부즈만위원회', count: 1 },
  ],
  trend: [
    { month: '2026-06', registered: 4, closed: 3 },
    { month: '2026-07', registered: 6, closed: 2 },
    { month: '2026-08', registered: 5, closed: 5 },
    { month: '2026-09', registered: 3, closed: 4 },
    { month: '2026-10', registered: 8, closed: 6 },
    { month: '2026-11', registered: 5, closed: 0 },
  ],
  grid: [
    [0, 0, 1, 0, 0],
    [0, 1, 2, 1, 0],
    [0, 1, 3, 2, 1],
    [0, 0, 2, 1, 0],
    [0, 0, 0, 0, 1],
  ],
};

const NO_FIGURES: ReportDocument['figures'] = {
  byGrade: { critical: 0, high: 0, moderate: 0, low: 0 },
  byChannel: { politics: 0, press: 0, audit: 0, complaint: 0, own: 0 },
  byDepartment: [],
  trend: [],
  grid: [],
};

const NOVEMBER: ReportDocument['previous'] = {
  month: '2026-11',
  entries: [
    came('행정사무감사 대비 민간위탁 관리 철저', { grade: 'high', probability: 0.7, result: 'prevented' }),
    came('내년도 예산안 신규 사업 타당성 논란 대비', {
      probability: 0.65,
      result: 'eased',
      basis: 'signals',
    }),
    came('수능일 교통 혼잡 및 소음 민원 대비', { grade: 'moderate', probability: 0.5, result: 'prevented' }),
    came('공공자전거 안전사고 재발 방지 필요', { probability: 0.6, result: 'occurred' }),
    came('가을철 축제 인파 밀집 관리 철저', { grade: 'moderate', probability: 0.3, basis: 'nothing' }),
  ],
  unforeseen: ['공공자전거 요금 오류'],
};

/** Over and settled, all of it by an officer. */
const OCTOBER: ReportDocument['settled'] = {
  month: '2026-10',
  entries: [
    came('국정감사 자료 제출 지연 지적 대비', { probability: 0.6, result: 'prevented' }),
    came('하반기 축제 바가지 요금 민원 대비', { grade: 'moderate', probability: 0.45, result: 'occurred' }),
    came('독감 예방접종 물량 부족 민원 대비', { grade: 'moderate', probability: 0.3, basis: 'nothing' }),
  ],
  unforeseen: [],
};

type Came = NonNullable<ReportDocument['previous']>['entries'][number];

function came(title: string, changes: Partial<Came>): Came {
  const closed = { grade: 'high', probability: 0.5, result: 'did-not-occur', basis: 'outcome' } as const;
  return { title, ...closed, confirmed: true, ...changes };
}

/** For specs and for looking: the report of December 2026 as the office would send it in November. Invented. */
export function decemberReport(changes: Partial<ReportDocument> = {}): ReportDocument {
  return {
    month: '2026-12',
    edition: 1,
    preparedOn: '2026-11-25',
    sheet: {
      documentNo: '평가담당관-10427',
      approvedOn: '2026-11-25',
      consulted: ['대변인', '예산담당관'],
      authors: [
        { position: '평가담당관', name: '김○○', phone: '6900' },
        { position: '팀장', name: '이○○', phone: '6901' },
        { position: '담당', name: '박○○', phone: '6903' },
      ],
    },
    issues: [strikeIssue(), snowIssue(), employmentIssue(), roadworkIssue()],
    decisions: [
      { issueNumber: '2026-0071', text: '현안회의 상정 및 비상수송 예비비 사용 여부', by: '2026-11-30' },
    ],
    previous: NOVEMBER,
    settled: OCTOBER,
    overdue: [{ department: '복지정책실', count: 1, longestDays: 3 }],
    schedule: [
      { title: '예산안 의결', from: '2026-12-16', to: '2026-12-16' },
      { title: '제2차 정례회 폐회', from: '2026-12-23', to: '2026-12-23' },
      { title: '겨울철 종합대책', from: '2026-11-15', to: '2027-03-15' },
    ],
    figures: FIGURES,
    next: { on: '2026-12-24', month: '2027-01' },
    ...changes,
  };
}

/** A month in which nothing was found, the first one ever reported. */
export function emptyReport(): ReportDocument {
  return decemberReport({
    sheet: undefined,
    issues: [],
    decisions: undefined,
    previous: null,
    settled: null,
    overdue: [],
    schedule: [],
    figures: NO_FIGURES,
  });
}

/** How many requests and answers each of four full issues has. */
const FULL = [
  [3, 2],
  [2, 2],
  [2, 2],
  [1, 1],
] as const;

/** As full as four issues get: each with a note and three headlines, with requests and answers of two lines. */
export function fullReport(): ReportDocument {
  const { issues } = decemberReport();
  const [strike] = issues;
  const answer =
    '점검 결과 부족한 6개 구에 긴급 지원하고, 구간별 담당자를 지정하여 시험 가동을 마쳤으며 남은 구간은 협의 중임';
  return decemberReport({
    issues: issues.map((issue, n) => ({
      ...issue,
      direction: 'department',
      notes: strike!.notes,
      coverage: strike!.coverage,
      requests: strike!.requests.slice(0, 1).flatMap((one) => Array.from({ length: FULL[n]![0] }, () => one)),
      responses: Array.from({ length: FULL[n]![1] }, () =>
        response(answer, { docNo: '교통정책과-8812', status: 'underway', progress: 40 }),
      ),
    })),
  });
}

const LONG_TITLE =
  '광역버스 준공영제 전환 지연에 따른 출퇴근 시간대 입석 승차 및 무정차 통과 민원 급증과 인접 시·도 간 재정 분담 갈등 확산 대비';
const LONG_NAMES = ['서울민주주의위원회', '도시기반시설본부', '노동민생정책관', '스마트도시정책관'];

/** Far more issues than a month brings, with names as long as they come. */
export function crowdedReport(count = 15): ReportDocument {
  const made = [strikeIssue, snowIssue, employmentIssue, roadworkIssue];
  const long = {
    title: LONG_TITLE,
    leadDepartment: '시민감사옴부즈만위원회',
    supportingDepartments: LONG_NAMES,
  };
  const issues = Array.from({ length: count }, (_, index): ReportIssue => {
    const issue = (made[index % made.length] ?? strikeIssue)();
    const number = `2026-${String(index + 1).padStart(4, '0')}`;
    return { ...issue, rank: index + 1, number, ...(index % 5 === 2 ? long : {}) };
  });
  return decemberReport({ issues, decisions: undefined });
}
