import {
  CHANNELS,
  CONFIDENCES,
  DIRECTIONS,
  GRADES,
  MODES,
  OUTCOMES,
  PLACES,
  STAGES,
  STATES,
  TREATMENTS,
} from '#issues/vocabulary.js';
import { ISSUE_KIND_NAMES } from '#config/issue-kinds.js';
import {
  Amount,
  Day,
  Flag,
  Free,
  Id,
  Instant,
  ListOf,
  Month,
  OneOf,
  Part,
  Text,
  Whole,
} from '#platform/fields.js';
import { ChildClosedAnswer, LinkedIssueAnswer, LessonUsedAnswer } from './linked-answers.js';
import { RequestAnswer } from '../actions/request-answers.js';
import { AcceptanceAnswer, AlternativeAnswer, LevelsAnswer } from './judgement-answers.js';
import { WarningAnswer } from '../warnings/warning-answers.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

export class RiskAnswer {
  @Text({ max: LONG })
  text: string;

  @Text({ max: LONG, optional: true, ...nullable })
  footnote?: string | null;
}

export class IssueSignalAnswer {
  @Id()
  id: string;

  @OneOf(CHANNELS)
  channel: string;

  @Text({ max: LONG, ...nullable })
  kind: string | null;

  @Text({ max: LONG })
  title: string;

  @Text({ max: LONG, ...nullable })
  outlet: string | null;

  @Text({ max: LONG, ...nullable })
  url: string | null;

  @Day(nullable)
  publishedOn: string | null;

  @Whole({ min: 0, max: 1e9, ...nullable })
  count: number | null;

  @Day(nullable)
  periodFrom: string | null;

  @Day(nullable)
  periodTo: string | null;

  @Amount({ min: 0, max: 1e9, ...nullable })
  baseline: number | null;
}

export class IssueAnswer {
  @Id()
  id: string;

  @Text({ max: 20, example: '2026-0001' })
  number: string;

  @Text({ max: LONG })
  title: string;

  @Text({ max: LONG })
  summary: string;

  @OneOf(CHANNELS)
  channel: string;

  @OneOf(STAGES)
  stage: string;

  @OneOf(STATES)
  state: string;

  @Whole({ min: 1, max: 1e9 })
  revision: number;

  @Whole({ min: 1, max: 1e9 })
  version: number;

  @OneOf(GRADES, nullable)
  grade: string | null;

  @OneOf(DIRECTIONS, nullable)
  direction: string | null;

  @Amount({ min: 0, max: 100, ...nullable })
  score: number | null;

  @Whole({ min: 1, max: 5, ...nullable })
  impact: number | null;

  @Whole({ min: 1, max: 5, ...nullable })
  likelihood: number | null;

  @Month(nullable)
  expectedMonth: string | null;

  @Text({ max: LONG, ...nullable })
  expectedReason: string | null;

  @Day(nullable)
  expectedOn: string | null;

  @Day({ ...nullable, description: '다음 정기 점검일' })
  reviewDueOn: string | null;

  @Day({ ...nullable, description: '종결 후 재발 여부를 묻는 날' })
  followUpOn: string | null;

  @Id(nullable)
  leadDepartmentId: string | null;

  @OneOf(['officer', 'rule'], nullable)
  leadBy: string | null;

  @Instant(nullable)
  dueAt: string | null;

  @Flag()
  confidential: boolean;

  @Flag({ description: '실행 중 재평가 결과의 검토가 필요함' })
  needsReview: boolean;

  @ListOf('text', { max: 1000, itemMax: LONG })
  notes: string[];

  @ListOf(() => RiskAnswer, { max: 1000 })
  risks: RiskAnswer[];

  @OneOf(TREATMENTS, nullable)
  treatment: string | null;

  @OneOf(MODES, nullable)
  mode: string | null;

  @Flag({ description: '현안회의 상정' })
  agenda: boolean;

  @OneOf(CONFIDENCES, nullable)
  confidence: string | null;

  @OneOf(GRADES, nullable)
  targetGrade: string | null;

  @Part(() => LevelsAnswer, nullable)
  levels: LevelsAnswer | null;

  @Flag({ description: '허용 수준 초과' })
  aboveAppetite: boolean;

  @OneOf(PLACES, nullable)
  placed: string | null;

  @Text({ max: LONG, ...nullable })
  placedReason: string | null;

  @ListOf('text', { max: 100, description: '자료 점검 결과(코드)' })
  quality: string[];

  @Part(() => AcceptanceAnswer, nullable)
  acceptance: AcceptanceAnswer | null;

  @OneOf(OUTCOMES, nullable)
  outcome: string | null;

  @Text({ max: LONG, ...nullable })
  lesson: string | null;

  @Id(nullable)
  mergedInto: string | null;

  @ListOf(() => LinkedIssueAnswer, { max: 10_000, description: '이 이슈에 병합된 이슈' })
  mergedFrom: LinkedIssueAnswer[];

  @Id({ ...nullable, description: '상위 이슈' })
  parentId: string | null;

  @ListOf(() => LinkedIssueAnswer, { max: 10_000, description: '하위 이슈' })
  children: LinkedIssueAnswer[];

  @Id({ ...nullable, description: '사후관리의 바탕이 된 위기' })
  followUpOf: string | null;

  @ListOf(() => LinkedIssueAnswer, { max: 10_000, description: '위기의 사후관리 이슈' })
  followUps: LinkedIssueAnswer[];

  @Id({ ...nullable, description: '위기를 인계받은 부서' })
  handedOverTo: string | null;

  @ListOf('text', { max: 25 })
  districts: string[];

  @OneOf(ISSUE_KIND_NAMES, nullable)
  kind: string | null;

  @Free({ description: '이슈 유형별 항목' })
  fields: Record<string, unknown>;

  @Instant(nullable)
  closedAt: string | null;

  @Id(nullable)
  createdBy: string | null;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;

  @ListOf(() => IssueSignalAnswer, { max: 10_000 })
  signals: IssueSignalAnswer[];

  @ListOf(() => AlternativeAnswer, { max: 1000 })
  alternatives: AlternativeAnswer[];

  @ListOf(() => RequestAnswer, { max: 10_000 })
  requests: RequestAnswer[];

  @ListOf(() => WarningAnswer, { max: 10_000, description: '조기 알림 규칙에 해당한 기록' })
  warnings: WarningAnswer[];

  @ListOf('id', { max: 10_000 })
  readers: string[];

  @ListOf(() => LessonUsedAnswer, { max: 1000, description: '활용한 교훈' })
  lessonsUsed: LessonUsedAnswer[];

  @Whole({ min: 0, max: 1e9, description: '이 이슈의 교훈을 활용한 이슈 수' })
  lessonUses: number;
}

/** A closed issue, and what became of the issues under it that were to close too. */
export class IssueClosedAnswer extends IssueAnswer {
  @ListOf(() => ChildClosedAnswer, { max: 200 })
  closedChildren: ChildClosedAnswer[];
}
