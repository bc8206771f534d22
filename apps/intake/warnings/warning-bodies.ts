import { CHANNELS, OUTCOMES, type Channel } from '#issues/vocabulary.js';
import { Amount, Day, Flag, Id, Instant, ListOf, OneOf, rule, Text, Whole } from '#platform/fields.js';
import {
  BASELINES,
  MEASURES,
  WARNING_LEVELS,
  WARNING_SCOPES,
  type Baseline,
  type Measure,
  type WarningLevel,
  type WarningScope,
} from '#warnings/vocabulary.js';
import { ReadingAnswer } from './warning-answers.js';

const NAME = { line: true, max: 100 } as const;
const WORDS = { max: 50, itemMax: 60, description: '제목에 이 키워드가 있는 동향만' } as const;
const WINDOW = { min: 1, max: 92, description: '살펴보는 기간(일)' } as const;
const NEED = { min: 1, max: 10, description: '만족해야 하는 조건의 수' } as const;
const COOLDOWN = { min: 1, max: 366, description: '다시 알리지 않는 기간(일)' } as const;

export class WarningConditionBody {
  @OneOf(CHANNELS, { nullable: true, description: 'null: 모든 채널' })
  channel: Channel | null;

  @Text({ max: 60, optional: true, nullable: true })
  kind: string | null;

  @OneOf(MEASURES)
  measure: Measure;

  @OneOf(BASELINES)
  against: Baseline;

  @Whole({ min: 2, max: 1_000_000, description: '이보다 적으면 알리지 않음' })
  atLeast: number;

  @Amount({ min: 1.1, max: 100, description: '평소의 몇 배' })
  times: number;
}

const CONDITIONS = { max: 10 } as const;
const some = (list: unknown): boolean => !Array.isArray(list) || list.length > 0;

export class NewWarningRuleBody {
  @Text(NAME)
  name: string;

  @OneOf(WARNING_LEVELS)
  level: WarningLevel;

  @OneOf(WARNING_SCOPES)
  scope: WarningScope;

  @ListOf('text', { ...WORDS, optional: true })
  words?: string[];

  @Whole(WINDOW)
  windowDays: number;

  @ListOf(() => WarningConditionBody, CONDITIONS)
  @rule('required', some)
  conditions: WarningConditionBody[];

  @Whole(NEED)
  need: number;

  @Whole(COOLDOWN)
  cooldownDays: number;

  @Flag({ optional: true })
  active?: boolean;
}

export class WarningRuleChangeBody {
  @Text({ ...NAME, optional: true })
  name?: string;

  @OneOf(WARNING_LEVELS, { optional: true })
  level?: WarningLevel;

  @OneOf(WARNING_SCOPES, { optional: true })
  scope?: WarningScope;

  @ListOf('text', { ...WORDS, optional: true })
  words?: string[];

  @Whole({ ...WINDOW, optional: true })
  windowDays?: number;

  @ListOf(() => WarningConditionBody, { ...CONDITIONS, optional: true })
  @rule('required', some)
  conditions?: WarningConditionBody[];

  @Whole({ ...NEED, optional: true })
  need?: number;

  @Whole({ ...COOLDOWN, optional: true })
  cooldownDays?: number;

  @Flag({ optional: true })
  active?: boolean;
}

/** With what is given besides the days, as the rule would then be. */
export class WarningDryRunBody extends WarningRuleChangeBody {
  @Day()
  from: string;

  @Day({ description: '시작일부터 366일 이내' })
  @rule(
    'period',
    (to, { from }: { from?: unknown }) => typeof to !== 'string' || typeof from !== 'string' || to >= from,
  )
  @rule(
    'span',
    (to, { from }: { from?: unknown }) =>
      typeof to !== 'string' ||
      typeof from !== 'string' ||
      Date.parse(to) - Date.parse(from) <= 366 * 86_400_000,
  )
  to: string;
}

export class WarningRuleAnswer {
  @Id()
  id: string;

  @Whole({ min: 1, max: 1e9 })
  version: number;

  @Flag()
  active: boolean;

  @Text({ max: 200 })
  name: string;

  @OneOf(WARNING_LEVELS)
  level: string;

  @OneOf(WARNING_SCOPES)
  scope: string;

  @ListOf('text', WORDS)
  words: string[];

  @Whole(WINDOW)
  windowDays: number;

  @ListOf(() => WarningConditionBody, CONDITIONS)
  conditions: WarningConditionBody[];

  @Whole(NEED)
  need: number;

  @Whole(COOLDOWN)
  cooldownDays: number;

  @Whole({ min: 0, max: 1e9, description: '지금까지 알린 횟수' })
  raised: number;

  @Instant({ nullable: true })
  lastRaisedAt: string | null;

  @Text({ max: 200, nullable: true, description: '이 판을 만든 사람' })
  changedBy: string | null;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class FiringAnswer {
  @Day()
  on: string;

  @Id({ nullable: true })
  issueId: string | null;

  @Text({ max: 20, nullable: true })
  issueNumber: string | null;

  @Text({ max: 50_000, nullable: true })
  title: string | null;

  @OneOf(OUTCOMES, { nullable: true })
  outcome: string | null;

  @Flag({ nullable: true, description: '결과를 알면 잘못된 알림인지 여부' })
  falseAlarm: boolean | null;

  @ListOf(() => ReadingAnswer, { max: 100 })
  readings: ReadingAnswer[];
}

export class WarningDryRunAnswer {
  @ListOf(() => FiringAnswer, { max: 100_000 })
  firings: FiringAnswer[];

  @Whole({ min: 0, max: 1e9, description: '일어나지 않은 일을 알린 건수' })
  falseAlarms: number;

  @Whole({ min: 0, max: 1e9, description: '맞은 건수' })
  confirmed: number;

  @Whole({ min: 0, max: 1e9, description: '결과를 모르는 건수' })
  unknown: number;
}
