import { Day, Flag, Id, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import {
  MOVED_KINDS,
  REORGANISATION_KINDS,
  REORGANISATION_STATES,
  type ReorganisationKind,
} from '#reorganisations/vocabulary.js';

const nullable = { nullable: true } as const;
const maybe = { optional: true, nullable: true } as const;

export class GoalPart {
  @Text({ line: true, max: 500 })
  goal: string;

  @ListOf('text', { max: 50, itemMax: 500 })
  indicators: string[];
}

export class TargetBody {
  @Id({ ...maybe, description: '지금 있는 부서' })
  departmentId?: string | null;

  @Text({ line: true, max: 100, ...maybe, description: '새 부서의 이름' })
  name?: string | null;

  @ListOf(() => GoalPart, { max: 100, ...maybe, description: '없으면 앞 부서의 것을 이어받음' })
  mandate?: GoalPart[] | null;

  @Flag({ ...maybe, description: '주관부서로 제안할 수 있음' })
  leadEligible?: boolean | null;
}

export class IssueMovePart {
  @Id()
  issueId: string;

  @Whole({ min: 0, max: 19, description: 'targets의 순서' })
  target: number;
}

export class PersonMovePart {
  @Id()
  userId: string;

  @Whole({ min: 0, max: 19, ...maybe, description: 'targets의 순서' })
  target?: number | null;

  @Id({ ...maybe, description: '조직개편과 관계없는 부서로 갈 때' })
  departmentId?: string | null;
}

export class NewReorganisationBody {
  @OneOf(REORGANISATION_KINDS)
  kind: ReorganisationKind;

  @Day({ description: '시행일: 이날부터 새 부서' })
  effectiveOn: string;

  @Text({ max: 2000 })
  reason: string;

  @ListOf('id', { max: 50 })
  fromIds: string[];

  @ListOf(() => TargetBody, { max: 20, description: '첫 번째가 승계 부서' })
  targets: TargetBody[];

  @ListOf(() => IssueMovePart, { max: 1000, description: '승계 부서가 아닌 곳으로 갈 이슈' })
  issues: IssueMovePart[];

  @ListOf(() => PersonMovePart, { max: 1000, description: '승계 부서가 아닌 곳으로 갈 사람' })
  people: PersonMovePart[];
}

class FormerDepartment {
  @Id()
  id: string;

  @Text({ max: 100 })
  name: string;
}

class TargetAnswer {
  @Id({ ...nullable, description: '새 부서는 시행일에 생김' })
  departmentId: string | null;

  @Text({ max: 100 })
  name: string;

  @ListOf(() => GoalPart, { max: 100, ...maybe })
  mandate?: GoalPart[] | null;

  @Flag(maybe)
  leadEligible?: boolean | null;
}

export class ReorganisationAnswer {
  @Id()
  id: string;

  @OneOf(REORGANISATION_KINDS)
  kind: string;

  @Day()
  effectiveOn: string;

  @Text({ max: 2000 })
  reason: string;

  @OneOf(REORGANISATION_STATES)
  state: string;

  @ListOf('id', { max: 50 })
  fromIds: string[];

  @ListOf(() => FormerDepartment, { max: 50 })
  from: FormerDepartment[];

  @ListOf(() => TargetAnswer, { max: 20 })
  targets: TargetAnswer[];

  @ListOf(() => IssueMovePart, { max: 1000 })
  issues: IssueMovePart[];

  @ListOf(() => PersonMovePart, { max: 1000 })
  people: PersonMovePart[];

  @Text({ max: 200 })
  plannedBy: string;

  @Instant()
  plannedAt: string;

  @Text({ max: 200, ...nullable })
  undoneBy: string | null;

  @Instant(nullable)
  undoneAt: string | null;

  @Instant(nullable)
  tookEffectAt: string | null;

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

class MovedAnswer {
  @OneOf(MOVED_KINDS)
  kind: string;

  @Id()
  id: string;

  @Id(nullable)
  issueId: string | null;

  @Text({ max: 200, description: '이슈번호, 이름, 달, 건수' })
  name: string;

  @Text({ max: 4000, ...nullable })
  title: string | null;

  @Id()
  fromId: string;

  @Text({ max: 100, ...nullable, description: '없으면 갈 곳이 없음' })
  to: string | null;
}

export class MovedListAnswer {
  @ListOf(() => MovedAnswer, { max: 100_000 })
  items: MovedAnswer[];

  @Whole({ min: 0, max: 1e6, description: '승계할 부서가 없는 업무·인원' })
  leftAlone: number;
}
