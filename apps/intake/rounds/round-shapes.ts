import { GRADES } from '#issues/vocabulary.js';
import {
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
import {
  REMARKS,
  ROUND_ANSWERS,
  ROUND_STANDINGS,
  ROUND_STATES,
  type RemarkStand,
  type RoundAnswerKind,
} from '#rounds/vocabulary.js';
import { SIGNAL_STATES } from '#signals/vocabulary.js';
import { ConfirmedBy } from '../actions/request-answers.js';
import { leaving } from '../http/export.js';
import { listing } from '../http/listing.js';
import { NamedIssue } from '../issues/linked-answers.js';

const nullable = { nullable: true } as const;
const optional = { optional: true, nullable: true } as const;
const LONG = 50_000;
const COUNT = { min: 0, max: 1e6 } as const;
/** Most issues that one department expects of one month. */
const MOST = 50;

export class RoundListing extends listing('-month', 'month') {}

export class RoundExportQuery extends leaving(Object) {}

export class RoundOpeningBody {
  @Deadline({ ...optional, description: '회신기한(없으면 근무일 기준)' })
  dueAt?: Date | null;
}

class RoundItemBody {
  @Text({ line: true, max: 300, description: '예상 이슈명' })
  title: string;

  @Text({ max: 4000, description: '주요내용' })
  text: string;

  @Month({ ...optional, description: '예상 월(없으면 조회한 달)' })
  expectedMonth?: string | null;

  @Day({ ...optional, description: '예상 일' })
  expectedOn?: string | null;

  @Text({ max: 1000, ...optional, description: '간략대안' })
  alternative?: string | null;
}

class RemarkBody {
  @Id()
  issueId: string;

  @OneOf(REMARKS, { description: '이미 파악한 예상 이슈가 예상대로인지' })
  stands: RemarkStand;

  @Text({ max: 1000, ...optional, description: '다르면 필수' })
  text?: string | null;
}

export class RoundAnswerBody {
  @OneOf(ROUND_ANSWERS, { description: 'none: 해당 없음' })
  kind: RoundAnswerKind;

  @ListOf(() => RoundItemBody, { max: MOST, optional: true })
  items?: RoundItemBody[];

  @ListOf(() => RemarkBody, { max: 200, optional: true })
  remarks?: RemarkBody[];

  @Text({ max: 2000, ...optional, description: '참고사항' })
  note?: string | null;

  @Part(() => ConfirmedBy, optional)
  confirmedBy?: ConfirmedBy | null;
}

export class RoundCounts {
  @Whole(COUNT)
  asked: number;

  @Whole(COUNT)
  answered: number;

  @Whole({ ...COUNT, description: '해당 없음' })
  none: number;

  @Whole({ ...COUNT, description: '예상 이슈 회신' })
  issues: number;

  @Whole({ ...COUNT, description: '기한 뒤 회신(지연)' })
  late: number;
}

export class RoundSummaryAnswer {
  @Month()
  month: string;

  @OneOf(ROUND_STATES)
  state: string;

  @Instant()
  openedAt: string;

  @Instant()
  dueAt: string;

  @Part(() => RoundCounts, { ...nullable, description: '실·국에는 없음' })
  counts: RoundCounts | null;

  @OneOf(ROUND_STANDINGS, { ...nullable, description: '조회하는 실·국의 회신' })
  standing: string | null;
}

class RoundItemAnswer {
  @Id({ description: '이 회신으로 접수한 동향' })
  signalId: string;

  @Text({ max: 500 })
  title: string;

  @Text({ max: LONG })
  text: string;

  @Month()
  expectedMonth: string;

  @Day(nullable)
  expectedOn: string | null;

  @Text({ max: LONG, ...nullable })
  alternative: string | null;

  @OneOf(SIGNAL_STATES)
  state: string;

  @Id(nullable)
  issueId: string | null;

  @Text({ max: 20, ...nullable })
  issueNumber: string | null;
}

class RemarkAnswer extends NamedIssue {
  @OneOf(REMARKS)
  stands: string;

  @Text({ max: LONG, ...nullable })
  text: string | null;
}

class RoundVersionAnswer {
  @Whole({ min: 1, max: 1e6 })
  version: number;

  @OneOf(ROUND_ANSWERS)
  kind: string;

  @Flag({ description: '기한 뒤에 회신' })
  late: boolean;

  @Text({ max: LONG, ...nullable })
  note: string | null;

  @ListOf(() => RoundItemAnswer, { max: 1000 })
  items: RoundItemAnswer[];

  @ListOf(() => RemarkAnswer, { max: 1000 })
  remarks: RemarkAnswer[];

  @Text({ max: 200 })
  answeredBy: string;

  @Instant()
  answeredAt: string;

  @Part(() => ConfirmedBy, nullable)
  confirmedBy: ConfirmedBy | null;
}

class RoundDepartmentAnswer {
  @Id()
  departmentId: string;

  @Text({ max: 200 })
  name: string;

  @OneOf(ROUND_STANDINGS)
  standing: string;

  @Whole({ ...COUNT, description: '알림을 받는 담당자 수' })
  people: number;

  @Instant(nullable)
  remindedAt: string | null;

  @Part(() => ConfirmedBy, { ...nullable, description: '최근 회신의 확인자' })
  lastConfirmedBy: ConfirmedBy | null;

  @ListOf(() => RoundVersionAnswer, { max: 10_000, description: '최근 회신이 먼저' })
  answers: RoundVersionAnswer[];
}

class ExpectedIssueAnswer extends NamedIssue {
  @OneOf(GRADES, nullable)
  grade: string | null;

  @Month()
  expectedMonth: string;

  @Day(nullable)
  expectedOn: string | null;

  @Text({ max: LONG, ...nullable, description: '예상 사유' })
  reason: string | null;
}

export class RoundDetailAnswer {
  @Month()
  month: string;

  @OneOf(ROUND_STATES)
  state: string;

  @Instant()
  openedAt: string;

  @Text({ max: 200, ...nullable, description: 'null: 일정에 따라 자동' })
  openedBy: string | null;

  @Instant()
  dueAt: string;

  @Flag({ description: '회신기한이 지남' })
  overdue: boolean;

  @Instant(nullable)
  closedAt: string | null;

  @Text({ max: 200, ...nullable })
  closedBy: string | null;

  @Whole({ min: 1, max: 1e9 })
  version: number;

  @ListOf(() => RoundDepartmentAnswer, { max: 10_000, description: '실·국에는 그 실·국만' })
  departments: RoundDepartmentAnswer[];

  @ListOf(() => ExpectedIssueAnswer, {
    max: 200,
    ...nullable,
    description: '그 실·국의 이슈로 이미 예상한 것(실·국에만)',
  })
  expected: ExpectedIssueAnswer[] | null;
}
