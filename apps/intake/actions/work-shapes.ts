import { WORK_KINDS, type WorkKind } from '#actions/vocabulary.js';
import { NewRequestBody } from '#issues/new-issue-body.js';
import { GRADES } from '#issues/vocabulary.js';
import {
  Amount,
  Day,
  Deadline,
  Flag,
  Id,
  Instant,
  ListOf,
  Month,
  OneOf,
  Part,
  Text,
  Whole,
} from '#platform/fields.js';
import { listing } from '../http/listing.js';

const nullable = { nullable: true } as const;
const optional = { optional: true, nullable: true } as const;
const LONG = 50_000;
const HOURS = { min: 0, max: 1e7, nullable: true } as const;

export class WorkFilter extends listing('dueAt', 'since', '-since') {
  @OneOf(['mine', 'all'], { optional: true, description: 'mine: 내 담당이거나 담당자가 없는 것' })
  scope?: 'mine' | 'all';

  @OneOf(WORK_KINDS, { optional: true })
  kind?: WorkKind;
}

export class WorkAnswer {
  @OneOf(WORK_KINDS)
  kind: string;

  @Id(nullable)
  requestId: string | null;

  @Id({ ...nullable, description: '수요조회에는 없음' })
  issueId: string | null;

  @Text({ max: 20, ...nullable })
  number: string | null;

  @Month({ ...nullable, description: '수요조회의 달' })
  month: string | null;

  @Text({ max: LONG })
  title: string;

  @Text({ max: LONG, ...nullable })
  text: string | null;

  @Id(nullable)
  departmentId: string | null;

  @OneOf(GRADES, nullable)
  grade: string | null;

  @Instant(nullable)
  dueAt: string | null;

  @Instant()
  since: string;

  @Flag()
  overdue: boolean;
}

/** What the numbers mean, published with them. */
export const DEFINITION =
  '기간 중 발송한 요청사항 기준, 휴일을 포함한 경과시간(시간). 접수: 발송~접수, 회신: 발송~첫 회신, 이행 확인: 발송~마지막 회신의 이행 확인. 소관 변경 시 새 부서에 발송한 때부터. 열람 제한 이슈 제외. 5건 미만은 건수만 표시. 경과일: 지금 진행 중인 요청사항 전부를 발송일부터 센 날수로 나눔. 대응 현황을 살피기 위한 자료이며 부서 성과평가에 쓰지 않음.';

export class Spread {
  @Whole({ min: 0, max: 1e9 })
  count: number;

  @Amount(HOURS)
  q1: number | null;

  @Amount(HOURS)
  median: number | null;

  @Amount(HOURS)
  q3: number | null;
}

export class AgeingAnswer {
  @Whole({ min: 0, max: 1e9, description: '7일 이내' })
  week: number;

  @Whole({ min: 0, max: 1e9, description: '8~30일' })
  month: number;

  @Whole({ min: 0, max: 1e9, description: '31~90일' })
  quarter: number;

  @Whole({ min: 0, max: 1e9, description: '90일 초과' })
  older: number;

  @Whole({ min: 0, max: 1e6, nullable: true, description: '가장 오래된 것' })
  oldestDays: number | null;
}

export class DepartmentMeasuresAnswer {
  @Id()
  departmentId: string;

  @Text({ max: 100 })
  name: string;

  @Whole({ min: 0, max: 1e9 })
  delivered: number;

  @Whole({ min: 0, max: 1e9 })
  open: number;

  @Whole({ min: 0, max: 1e9 })
  overdue: number;

  @Part(() => Spread)
  acknowledge: Spread;

  @Part(() => Spread)
  answer: Spread;

  @Part(() => Spread)
  close: Spread;

  @Part(() => AgeingAnswer, { description: '지금 진행 중인 요청사항의 발송 후 경과일' })
  ageing: AgeingAnswer;
}

export class MeasuresFilter {
  @Day({ optional: true })
  from?: string;

  @Day({ optional: true })
  to?: string;
}

export class MeasuresAnswer {
  @Day()
  from: string;

  @Day()
  to: string;

  @Whole({ min: 1, max: 1000, description: '이보다 적으면 건수만' })
  least: number;

  @Text({ max: LONG })
  definition: string;

  @ListOf(() => DepartmentMeasuresAnswer, { max: 10_000 })
  items: DepartmentMeasuresAnswer[];
}

export class BulkRequestsBody {
  @OneOf(['acknowledge', 'assign', 'transfer'])
  act: 'acknowledge' | 'assign' | 'transfer';

  @ListOf('id', { max: 200 })
  requestIds: string[];

  @Text({ max: 100, ...optional, description: '소관 과' })
  handlingUnit?: string | null;

  @Id(optional)
  handlerId?: string | null;

  @Id({ ...optional, description: '소관 변경할 부서' })
  departmentId?: string | null;

  @Text({ max: 4000, ...optional, description: '소관 변경 사유' })
  reason?: string | null;

  @Deadline(optional)
  dueAt?: Date | null;
}

export class BulkIssuesBody {
  @OneOf(['set-lead', 'request'])
  act: 'set-lead' | 'request';

  @ListOf('id', { max: 200 })
  issueIds: string[];

  @Id(optional)
  leadDepartmentId?: string | null;

  @Part(() => NewRequestBody, optional)
  request?: NewRequestBody | null;
}

export class BulkRow {
  @Id()
  id: string;

  @Flag()
  done: boolean;

  @Text({ max: LONG, ...nullable, description: '처리하지 못한 사유' })
  reason: string | null;
}

export class BulkAnswer {
  @ListOf(() => BulkRow, { max: 200 })
  items: BulkRow[];
}
