import { applyDecorators } from '@nestjs/common';
import { FromQuery, OneOf, Text, Whole } from '#platform/fields.js';

// What every list takes; each says by `listing(…)` what it can be sorted by.
export const Limit = (): PropertyDecorator =>
  applyDecorators(
    FromQuery(),
    Whole({ min: 1, max: 200, optional: true, description: '한 쪽의 건수(기본 50)' }),
  );

export const Cursor = (): PropertyDecorator =>
  Text({ max: 2000, optional: true, description: '앞 답의 nextCursor' });

export const Sort = (sorts: readonly string[]): PropertyDecorator =>
  OneOf(sorts, { optional: true, description: `정렬(기본 ${sorts[0]})` });

/** The query of a list that takes these orders, the usual one first. */
export function listing<const S extends readonly [string, ...string[]]>(...sorts: S) {
  class Listing {
    @Limit()
    limit?: number;

    @Cursor()
    cursor?: string;

    @Sort(sorts)
    sort?: S[number];
  }
  return Listing;
}
