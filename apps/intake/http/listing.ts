import { FromQuery, OneOf, Text, Whole } from '#platform/fields.js';

/** What every list takes; each says by `listing(…)` what it can be sorted by. */
class Listing {
  @FromQuery()
  @Whole({ min: 1, max: 200, optional: true, description: '한 쪽의 건수(기본 50)' })
  limit?: number;

  @Text({ max: 2000, optional: true, description: '앞 답의 nextCursor' })
  cursor?: string;
}

/** The query of a list that takes these orders, the usual one first. */
export function listing<const S extends readonly [string, ...string[]]>(...sorts: S) {
  class SortedListing extends Listing {
    @OneOf(sorts, { optional: true, description: `정렬(기본 ${sorts[0]})` })
    sort?: S[number];
  }
  return SortedListing;
}
