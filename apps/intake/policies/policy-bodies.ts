import { FACTORS, GRADES, type FactorName, type Grade, type Level } from '#issues/vocabulary.js';
import { Amount, Day, Flag, Id, Instant, ListOf, OneOf, Part, Text, Whole } from '#platform/fields.js';
import { POLICY_VERSION } from '#policies/terms.js';
import { APPROVAL, ApprovalBody } from '../issues/issue-bodies.js';
import { ApprovalAnswer } from '../issues/judgement-answers.js';

const VERSION = { max: 40, pattern: POLICY_VERSION } as const;
const LIST = { max: 50 } as const;

export class LabelBody {
  @Text({ line: true, max: 300 })
  ko: string;

  @Text({ line: true, max: 300 })
  en: string;
}

export class FactorTermsBody {
  @OneOf(FACTORS)
  name: FactorName;

  @Amount({ min: 0, max: 100 })
  weight: number;

  @Part(() => LabelBody)
  label: LabelBody;

  @ListOf(() => LabelBody, { ...LIST, description: '1~5단계의 뜻' })
  anchors: LabelBody[];
}

export class ThresholdBody {
  @Amount({ min: 0, max: 100 })
  atLeast: number;

  @OneOf(GRADES)
  grade: Grade;
}

export class ConditionBody {
  @OneOf(FACTORS)
  factor: FactorName;

  @Whole({ min: 1, max: 5 })
  level: Level;
}

export class FloorBody {
  @ListOf(() => ConditionBody, LIST)
  when: ConditionBody[];

  @OneOf(GRADES)
  grade: Grade;

  @Text({ line: true, max: 300 })
  reason: string;
}

export class BandBody {
  @Whole({ min: 1, max: 25 })
  atLeast: number;

  @OneOf(GRADES)
  grade: Grade;
}

export class GridBody {
  @ListOf(() => LabelBody, LIST)
  impact: LabelBody[];

  @ListOf(() => LabelBody, LIST)
  likelihood: LabelBody[];

  @ListOf(() => BandBody, { ...LIST, description: '영향도 × 발생 가능성' })
  bands: BandBody[];
}

export class ToleranceBody {
  @Id()
  departmentId: string;

  @OneOf(GRADES)
  grade: Grade;
}

export class AppetiteBody {
  @OneOf(GRADES)
  usual: Grade;

  @ListOf(() => ToleranceBody, { max: 500 })
  departments: ToleranceBody[];
}

/** Terms to put in place of those that stand, each as a whole. */
export class TermsBody {
  @ListOf(() => FactorTermsBody, { ...LIST, optional: true })
  factors?: FactorTermsBody[];

  @ListOf(() => ThresholdBody, { ...LIST, optional: true })
  thresholds?: ThresholdBody[];

  @ListOf(() => FloorBody, { ...LIST, optional: true })
  floors?: FloorBody[];

  @Part(() => GridBody, { optional: true })
  grid?: GridBody;

  @Part(() => AppetiteBody, { optional: true, description: '허용 수준' })
  appetite?: AppetiteBody;
}

export class NewPolicyBody {
  @Text(VERSION)
  version: string;

  @Text({ max: 2000, description: '개정 사유' })
  note: string;

  @Text({
    ...VERSION,
    optional: true,
    nullable: true,
    description: '바탕이 되는 평가기준; 없으면 시행 중인 것',
  })
  basedOn?: string | null;

  @Part(() => TermsBody, { optional: true })
  terms?: TermsBody;
}

export class PolicyChangeBody {
  @Text({ max: 2000, optional: true })
  note?: string;

  @Part(() => TermsBody, { optional: true })
  terms?: TermsBody;
}

export class ActivationBody {
  @Day({ optional: true, nullable: true, description: '시행일; 없으면 오늘' })
  effectiveFrom?: string | null;

  @Part(() => ApprovalBody, APPROVAL)
  approval?: ApprovalBody | null;
}

export class TermsAnswer {
  @ListOf(() => FactorTermsBody, LIST)
  factors: FactorTermsBody[];

  @ListOf(() => ThresholdBody, LIST)
  thresholds: ThresholdBody[];

  @ListOf(() => FloorBody, LIST)
  floors: FloorBody[];

  @Part(() => GridBody)
  grid: GridBody;

  @Part(() => AppetiteBody)
  appetite: AppetiteBody;
}

export class PolicyAnswer {
  @Text({ max: 60 })
  version: string;

  @OneOf(['draft', 'scheduled', 'in-force', 'past'])
  state: string;

  @Flag({ description: '프로그램과 함께 제공된 기준' })
  standard: boolean;

  @Text({ max: 50_000 })
  note: string;

  @Text({ max: 60, nullable: true })
  basedOn: string | null;

  @Part(() => TermsAnswer)
  terms: TermsAnswer;

  @Day({ nullable: true })
  effectiveFrom: string | null;

  @Instant({ nullable: true })
  activatedAt: string | null;

  @Text({ max: 200, nullable: true })
  activatedBy: string | null;

  @Part(() => ApprovalAnswer, { nullable: true })
  approval: ApprovalAnswer | null;

  @Instant({ nullable: true, description: '진행 중인 이슈를 모두 다시 평가한 때' })
  appliedAt: string | null;

  @Text({ max: 200, nullable: true })
  createdBy: string | null;

  @Instant({ nullable: true })
  createdAt: string | null;

  @Whole({ min: 1, max: 1e9, description: 'If-Match에 쓰는 판' })
  rowVersion: number;
}

export class GradeChangeAnswer {
  @Id()
  issueId: string;

  @Text({ max: 20 })
  number: string;

  @Text({ max: 50_000, nullable: true, description: '이슈를 볼 수 없는 시스템 관리자에게는 null' })
  title: string | null;

  @OneOf(GRADES)
  from: string;

  @OneOf(GRADES)
  to: string;

  @OneOf(GRADES, {
    nullable: true,
    description:
      '부서 대응 중: 다시 결정할 때까지 그대로인 중요도(달라지는 것은 제안). null이면 이슈의 중요도가 달라짐',
  })
  keeps: string | null;

  @Text({ max: 60, description: '지금 기록된 평가의 평가기준' })
  weighedBy: string;

  @Amount({ min: 0, max: 100 })
  scoreFrom: number;

  @Amount({ min: 0, max: 100 })
  scoreTo: number;

  @ListOf('text', { max: 100 })
  reasons: string[];

  @Flag({ description: '지금 기준으로 다시 평가해도 같은 결과: 기준이 아니라 시기·내용에 따른 변화' })
  withoutPolicy: boolean;
}

export class DryRunAnswer {
  @Text({ max: 60 })
  version: string;

  @Whole({ min: 0, max: 1e9, description: '평가해 본 진행 중 이슈' })
  weighed: number;

  @ListOf(() => GradeChangeAnswer, { max: 1_000_000 })
  items: GradeChangeAnswer[];
}
