import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { plainToInstance, Transform } from 'class-transformer';
import { DISTRICTS } from '#config/districts.js';
import { ISSUE_KIND_NAMES, type IssueKindName } from '#config/issue-kinds.js';
import { Deadline, Flag, Free, Id, ListOf, Month, OneOf, rule, Text, Whole } from '#platform/fields.js';
import { InlineSignalBody } from '#signals/signal-body.js';
import { CHANNELS, HORIZONS, type Channel, type Horizon } from './vocabulary.js';

const ALTERNATIVE_HORIZONS = [...HORIZONS, 'none'] as const;

export class RiskBody {
  @Text({ max: 2000 })
  text: string;

  @Text({ max: 2000, optional: true, nullable: true, description: '각주(*)' })
  footnote?: string | null;
}

/** A list of risks; `"text"` is short for `{ text }`. */
export const Risks = ({ nullable = false }: { nullable?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    ListOf(() => RiskBody, { max: 50, optional: true, nullable }),
    ApiProperty({
      nullable,
      required: false,
      type: 'array',
      maxItems: 50,
      items: {
        anyOf: [{ type: 'string', minLength: 1, maxLength: 2000 }, { $ref: getSchemaPath(RiskBody) }],
      },
    }),
    // From the body as sent: the list would else be made of RiskBody before its texts are seen.
    Transform(({ obj }: { obj: { risks?: unknown } }) =>
      Array.isArray(obj.risks) ? obj.risks.map((one: unknown) => asRisk(one)) : obj.risks,
    ),
  );

// In one form, so that the same risks said otherwise are no change.
const asRisk = (one: unknown): unknown => {
  if (typeof one === 'string') return plainToInstance(RiskBody, { text: one, footnote: null });
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
  const { text, footnote = null, ...rest } = one as Partial<RiskBody>;
  return plainToInstance(RiskBody, { text, footnote, ...rest });
};

export class NewRequestBody {
  @Text({ max: 4000 })
  text: string;

  @OneOf(HORIZONS, { optional: true, nullable: true })
  horizon?: Horizon | null;

  @Id({ optional: true, nullable: true })
  departmentId?: string | null;

  @Deadline({ optional: true, nullable: true })
  dueAt?: Date | null;

  @Text({ max: 100, optional: true, nullable: true, description: '시행문서번호' })
  docNo?: string | null;

  @Text({ max: 100, optional: true, nullable: true, description: '관련 투자·출연기관, 자치구' })
  relatedBody?: string | null;
}

/** Districts of the closed list, each once. */
export const Districts = ({ nullable = false }: { nullable?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    ListOf('text', { max: DISTRICTS.length, itemMax: 20, optional: true, nullable, description: '자치구' }),
    rule('one-of', (list) => itemsOf(list).every((one) => DISTRICTS.includes(one)), DISTRICTS.join(', ')),
    rule('twice', (list) => new Set(itemsOf(list)).size === itemsOf(list).length),
  );

const itemsOf = (list: unknown): string[] => (Array.isArray(list) ? (list as string[]) : []);

/** Fields of the kind, by their names in `config/issue-kinds.ts`, which says what each may be. */
export const KindFieldsField = ({ nullable = false }: { nullable?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    Free({ optional: true, nullable, description: '이슈 유형별 항목' }),
    rule('object', (value) => typeof value === 'object' && !Array.isArray(value)),
  );

export class AlternativeBody {
  @Id({
    optional: true,
    nullable: true,
    description: '고칠 대안; 없으면 문구가 같은 대안, 그것도 없으면 새 대안',
  })
  id?: string | null;

  @OneOf(ALTERNATIVE_HORIZONS, { optional: true, nullable: true, description: 'none: 현행 유지(모니터링)' })
  horizon?: Horizon | 'none' | null;

  @Text({ max: 2000 })
  text: string;

  @Text({ max: 2000, optional: true, nullable: true })
  effect?: string | null;

  @Text({ max: 2000, optional: true, nullable: true })
  cost?: string | null;

  @Text({ max: 2000, optional: true, nullable: true })
  sideEffect?: string | null;

  @Text({ max: 2000, optional: true, nullable: true, description: '선례(타 기관·과거 사례)' })
  precedent?: string | null;

  @Flag({ optional: true, nullable: true })
  recommended?: boolean | null;
}

/** Whether two signals of a list carry the same id of their source. */
const hasTwice = (list: unknown): boolean => {
  const given = (Array.isArray(list) ? list : [])
    .map((one: InlineSignalBody | null) => one?.externalId)
    .filter((id) => id != null);
  return new Set(given).size < given.length;
};

@ApiExtraModels(RiskBody)
export class NewIssueBody {
  @Text({ line: true, max: 300 })
  title: string;

  @Text({ max: 10_000 })
  summary: string;

  @OneOf(CHANNELS)
  channel: Channel;

  @ListOf('text', { max: 50, optional: true, nullable: true, description: '참고(※)' })
  notes?: string[] | null;

  @Risks({ nullable: true })
  risks?: RiskBody[] | null;

  @ListOf(() => InlineSignalBody, { max: 100, optional: true, nullable: true })
  @rule('twice', (list) => !hasTwice(list))
  signals?: InlineSignalBody[] | null;

  @ListOf('id', { max: 100, optional: true, nullable: true })
  signalIds?: string[] | null;

  @ListOf(() => NewRequestBody, { max: 50, optional: true, nullable: true })
  requests?: NewRequestBody[] | null;

  @ListOf(() => AlternativeBody, { max: 10, optional: true, nullable: true })
  alternatives?: AlternativeBody[] | null;

  @Month({ optional: true, nullable: true })
  expectedMonth?: string | null;

  @Whole({ min: 1, max: 5, optional: true, nullable: true })
  impact?: number | null;

  @Whole({ min: 1, max: 5, optional: true, nullable: true })
  likelihood?: number | null;

  @Id({ optional: true, nullable: true })
  leadDepartmentId?: string | null;

  @Flag({ optional: true, nullable: true })
  confidential?: boolean | null;

  @ListOf('id', { max: 200, optional: true, nullable: true, description: '열람 제한 이슈의 열람자' })
  readers?: string[] | null;

  @Districts({ nullable: true })
  districts?: string[] | null;

  @OneOf(ISSUE_KIND_NAMES, { optional: true, nullable: true, description: '이슈 유형' })
  kind?: IssueKindName | null;

  @KindFieldsField({ nullable: true })
  fields?: Record<string, unknown> | null;
}
