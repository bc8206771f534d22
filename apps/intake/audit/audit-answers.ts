import { TRAIL_COLUMNS } from '#audit/audit-trail.js';
import { TRAIL_KINDS, type TrailKind } from '#audit/vocabulary.js';
import { Day, Flag, Free, Id, Instant, ListOf, OneOf, Text } from '#platform/fields.js';
import { exporting } from '../http/export.js';
import { Cursor, Limit, Sort } from '../http/listing.js';

const SORTS = ['-at', 'at'] as const;

/** Which entries, in which order. */
class TrailSelection {
  @Sort(SORTS)
  sort?: (typeof SORTS)[number];

  @OneOf(TRAIL_KINDS, { optional: true })
  kind?: TrailKind;

  @Id({ optional: true, description: '행위자(대결·직무대리로 한 것 포함)' })
  actorId?: string;

  @Id({ optional: true })
  issueId?: string;

  @Text({ max: 100, optional: true, description: '이벤트 이름이나 경로의 일부' })
  what?: string;

  @Day({ optional: true, description: '이날부터' })
  from?: string;

  @Day({ optional: true, description: '이날까지' })
  to?: string;
}

export class TrailListing extends TrailSelection {
  @Limit()
  limit?: number;

  @Cursor()
  cursor?: string;
}

export class TrailExportQuery extends exporting(TrailSelection, TRAIL_COLUMNS) {}

class TrailIssueAnswer {
  @Id()
  id: string;

  @Text({ max: 40 })
  number: string;
}

export class TrailEntryAnswer {
  @Id()
  id: string;

  @Instant()
  at: string;

  @OneOf(TRAIL_KINDS)
  kind: TrailKind;

  @Text({ max: 200, description: '변경은 이벤트 이름, 그 밖에는 메서드와 경로' })
  what: string;

  @Id({ nullable: true })
  actorId: string | null;

  @Text({ max: 200, nullable: true })
  actor: string | null;

  @Text({ max: 200, nullable: true })
  onBehalfOf: string | null;

  @Text({ max: 200, nullable: true })
  subject: string | null;

  @ListOf(() => TrailIssueAnswer, { max: 100_000 })
  issues: TrailIssueAnswer[];

  @Free({ nullable: true, description: '항목별 [변경 전, 변경 후]' })
  changes: object | null;

  @Free({ nullable: true })
  detail: object | null;

  @Text({ max: 60, nullable: true })
  address: string | null;

  @Flag({ description: '봉인됨(기록 직후에는 아님)' })
  sealed: boolean;
}

export class SealStateAnswer {
  @Flag({ description: '봉인이 밀려 있음' })
  behind: boolean;
}
