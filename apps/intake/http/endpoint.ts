import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath, ApiProperty } from '@nestjs/swagger';
import { Free, ListOf, Text, Whole } from '#platform/fields.js';

class FieldErrorBody {
  @ApiProperty()
  path: string;

  @ApiProperty()
  message: string;
}

export class ProblemBody {
  @Text({ max: 200 })
  type: string;

  @Text({ max: 500 })
  title: string;

  @Whole({ min: 400, max: 599 })
  status: number;

  @Text({ max: 20_000 })
  detail: string;

  @Text({ max: 20_000 })
  instance: string;

  @ListOf(() => FieldErrorBody, { max: 10_000 })
  errors: FieldErrorBody[];

  @Free({ optional: true, description: '412: 현재 내용' })
  current?: object;
}

interface Endpoint {
  summary: string;
  /** Status where all goes well. */
  status?: number;
  /** Further status with the same body, e.g. 200 for a repeat. */
  also?: number;
  returns?: new () => object;
  /** A list of these, with a cursor. */
  lists?: new () => object;
  /** Media type where it is not JSON. */
  produces?: string;
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemBody) } } },
});

/** Everything the OpenAPI document says of a route besides its parameters. */
export function Endpoint({
  summary,
  status = 200,
  also,
  returns,
  lists,
  produces,
}: Endpoint): MethodDecorator {
  const model = returns ?? lists;
  const item = model && { $ref: getSchemaPath(model) };
  const schema = lists
    ? {
        type: 'object',
        required: ['items', 'nextCursor'],
        properties: { items: { type: 'array', items: item! }, nextCursor: { type: ['string', 'null'] } },
      }
    : item;
  const body = produces
    ? { content: { [produces]: { schema: { type: 'string' } } } }
    : schema && { content: { 'application/json': { schema: schema as never } } };
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    ApiExtraModels(ProblemBody, ...(model ? [model] : [])),
    ...[status, also]
      .filter((code) => code !== undefined)
      .map((code) => ApiResponse({ status: code, description: 'OK', ...body })),
    ApiResponse({ status: '4XX', ...problem('입력·권한·상태 오류') } as never),
    ApiResponse({ status: '5XX', ...problem('일시적 오류') } as never),
  );
}
