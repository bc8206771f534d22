import { FromQuery, Text, Whole } from '#platform/fields.js';

/** What every list takes; each list says by itself what it can be sorted by. */
export class Listing {
  @FromQuery()
  @Whole({ min: 1, max: 200, optional: true, description: '한 쪽의 건수(기본 50)' })
  limit?: number;

  @Text({ max: 2000, optional: true, description: '앞 답의 nextCursor' })
  cursor?: string;
}
