import { ISSUE_KIND_NAMES, type IssueKindName } from '#config/issue-kinds.js';
import { AlternativeBody, Districts, KindFieldsField, RiskBody, Risks } from '#issues/new-issue-body.js';
import { POSITIONS, type Position } from '#people/vocabulary.js';
import {
  CONFIDENCES,
  CLOSING_OUTCOMES,
  DECISION_OUTCOMES,
  DIRECTIONS,
  FACTORS,
  GRADES,
  MODES,
  PLACES,
  STAGES,
  TREATMENTS,
  type Confidence,
  type DecisionOutcome,
  type Direction,
  type FactorName,
  type Grade,
  type Level,
  type Mode,
  type Outcome,
  type Place,
  type Stage,
  type Treatment,
} from '#issues/vocabulary.js';
import { Day, Deadline, Flag, Id, ListOf, Month, OneOf, Part, rule, Text, Whole } from '#platform/fields.js';

const CHOSEN_TREATMENTS = TREATMENTS.filter((one) => one !== 'accept');

export class IssueChangeBody {
  @Text({ line: true, max: 300, optional: true })
  title?: string;

  @Text({ max: 10_000, optional: true })
  summary?: string;

  @ListOf('text', { max: 50, optional: true })
  notes?: string[];

  @Risks()
  risks?: RiskBody[];

  @Month({ optional: true, nullable: true })
  expectedMonth?: string | null;

  @Whole({ min: 1, max: 5, optional: true, nullable: true })
  impact?: number | null;

  @Whole({ min: 1, max: 5, optional: true, nullable: true })
  likelihood?: number | null;

  @Id({ optional: true, nullable: true })
  leadDepartmentId?: string | null;

  @OneOf(CHOSEN_TREATMENTS, { optional: true, nullable: true, description: '수용(감수)은 acceptance로' })
  treatment?: Exclude<Treatment, 'accept'> | null;

  @OneOf(MODES, { optional: true, nullable: true })
  mode?: Mode | null;

  @Flag({ optional: true, description: '현안회의 상정' })
  agenda?: boolean;

  @OneOf(CONFIDENCES, { optional: true, nullable: true, description: '판단 확신도' })
  confidence?: Confidence | null;

  @OneOf(GRADES, { optional: true, nullable: true, description: '목표 수준' })
  targetGrade?: Grade | null;

  @ListOf(() => AlternativeBody, { max: 10, optional: true })
  alternatives?: AlternativeBody[];

  @ListOf('id', { max: 200, optional: true })
  readers?: string[];

  @Id({ optional: true, nullable: true, description: '상위 이슈' })
  parentId?: string | null;

  @Districts()
  districts?: string[];

  @OneOf(ISSUE_KIND_NAMES, { optional: true, nullable: true, description: '이슈 유형' })
  kind?: IssueKindName | null;

  @KindFieldsField()
  fields?: Record<string, unknown>;

  @Text({
    max: 4000,
    optional: true,
    nullable: true,
    description: '바꾸는 사유(영향도·발생 가능성을 바꿀 때)',
  })
  reason?: string | null;
}

/** What a superior approved in the e-approval system. */
export class ApprovalBody {
  @OneOf(POSITIONS)
  position: Position;

  @Text({ line: true, max: 100 })
  name: string;

  @Text({ line: true, max: 100, optional: true, nullable: true, description: '결재 문서번호' })
  docNo?: string | null;
}

export const APPROVAL = {
  optional: true,
  nullable: true,
  description: '전결권자가 따로 결재한 경우 그 결재권자와 문서번호',
} as const;

export class DecisionBody {
  @OneOf(STAGES)
  stage: Stage;

  @OneOf(DECISION_OUTCOMES)
  outcome: DecisionOutcome;

  @Text({ max: 4000, optional: true, nullable: true, description: '조정(override)에는 필수' })
  reason?: string | null;

  @Whole({ min: 1, max: 1_000_000, optional: true, nullable: true, description: '결정자가 본 내용의 차수' })
  revision?: number | null;

  @OneOf(GRADES, { optional: true, nullable: true })
  grade?: Grade | null;

  @OneOf(DIRECTIONS, { optional: true, nullable: true })
  direction?: Direction | null;

  @Id({ optional: true, nullable: true })
  leadDepartmentId?: string | null;

  @Deadline({ optional: true, nullable: true })
  dueAt?: Date | null;

  @Id({ optional: true, nullable: true })
  mergeInto?: string | null;

  @OneOf(CHOSEN_TREATMENTS, { optional: true, nullable: true })
  treatment?: Exclude<Treatment, 'accept'> | null;

  @OneOf(MODES, { optional: true, nullable: true })
  mode?: Mode | null;

  @Flag({ optional: true, nullable: true, description: '현안회의 상정' })
  agenda?: boolean | null;

  @Part(() => ApprovalBody, APPROVAL)
  approval?: ApprovalBody | null;

  @Id({ optional: true, nullable: true, description: '위기 인계 부서; 없으면 내용에 따라 정함' })
  handOverTo?: string | null;
}

export class LessonUseBody {
  @Id({ description: '교훈을 남긴 이슈' })
  issueId: string;

  @Text({ max: 2000, optional: true, nullable: true, description: '어떻게 활용했는지' })
  note?: string | null;
}

export class ClosureBody {
  @OneOf(CLOSING_OUTCOMES, { description: '위기 전환과 병합은 결정(decisions)으로' })
  outcome: Outcome;

  @Text({ max: 10_000, description: '환류(교훈)' })
  lesson: string;

  @Part(() => ApprovalBody, APPROVAL)
  approval?: ApprovalBody | null;

  @Day({
    optional: true,
    nullable: true,
    description: '재발 여부를 묻는 날; null은 묻지 않음, 없으면 중요도와 결과에 따라',
  })
  followUpOn?: string | null;

  @ListOf('id', { max: 200, optional: true, nullable: true, description: '함께 종결할 하위 이슈' })
  closeChildren?: string[] | null;
}

export class FactorLevelBody {
  @OneOf(FACTORS)
  factor: FactorName;

  @Whole({ min: 1, max: 5, nullable: true, description: 'null: 자동 평가로 되돌림' })
  level: Level | null;
}

export class FactorsBody {
  @ListOf(() => FactorLevelBody, { max: 10 })
  @rule('required', (list) => Array.isArray(list) && list.length > 0)
  @rule(
    'twice',
    (list) =>
      !Array.isArray(list) ||
      new Set(list.map((one: FactorLevelBody | null) => one?.factor)).size === list.length,
  )
  levels: FactorLevelBody[];

  @Text({ max: 4000 })
  reason: string;
}

export class AcceptanceBody {
  @Text({ max: 4000 })
  reason: string;

  @Day({ description: '감수하는 마지막 날' })
  expiresOn: string;

  @Part(() => ApprovalBody, APPROVAL)
  approval?: ApprovalBody | null;
}

export class RevocationBody {
  @Text({ max: 4000 })
  reason: string;
}

export class ChoiceBody {
  @Id()
  alternativeId: string;

  @Text({ max: 4000 })
  reason: string;
}

export class PlaceBody {
  @OneOf(PLACES, { nullable: true, description: 'null: 제자리' })
  place: Place | null;

  @Text({ max: 1000, optional: true, nullable: true, description: '순서를 바꾸면 필수' })
  reason?: string | null;
}

export class FollowUpBody {
  @Text({ line: true, max: 300, optional: true, nullable: true, description: '없으면 위기의 제목에서' })
  title?: string | null;

  @Text({ max: 10_000, optional: true, nullable: true })
  summary?: string | null;
}

export class ReopeningBody {
  @Text({ max: 4000 })
  reason: string;
}

export class SimilarBody {
  @Text({ max: 10_000, description: '등록 전 확인할 제목·주요내용' })
  text: string;
}

export class SimilarityBody {
  @Text({ max: 20_000 })
  a: string;

  @Text({ max: 20_000 })
  b: string;
}
