import { DISTRICTS } from '#config/districts.js';
import { ISSUE_KIND_NAMES, type IssueKindName } from '#config/issue-kinds.js';
import { ISSUE_COLUMNS } from '#issues/export-issues.js';
import { CHANNELS, DIRECTIONS, GRADES, STAGES, STATES } from '#issues/vocabulary.js';
import type { Channel, Direction, Grade, Stage, State } from '#issues/vocabulary.js';
import { Day, Flag, FromQuery, Id, Month, OneOf, Text, Whole } from '#platform/fields.js';
import { exporting } from '../http/export.js';
import { Cursor, Limit, Sort } from '../http/listing.js';

const SORTS = [
  '-createdAt',
  'createdAt',
  '-updatedAt',
  'updatedAt',
  'dueAt',
  '-dueAt',
  '-score',
  'score',
  'number',
  '-number',
  '-grade',
  'grade',
  'title',
  '-title',
  'expectedMonth',
  '-expectedMonth',
] as const;

/** Which issues, and in which order. */
class IssueSelection {
  @Sort(SORTS)
  sort?: (typeof SORTS)[number];

  @OneOf(STAGES, { optional: true })
  stage?: Stage;

  @OneOf(STATES, { optional: true })
  state?: State;

  @OneOf(GRADES, { optional: true })
  grade?: Grade;

  @OneOf(DIRECTIONS, { optional: true })
  direction?: Direction;

  @Id({ optional: true })
  leadDepartmentId?: string;

  @OneOf(CHANNELS, { optional: true })
  channel?: Channel;

  @Month({ optional: true })
  expectedMonth?: string;

  @Text({ min: 0, max: 200, optional: true, description: '제목·주요내용 검색 또는 이슈번호' })
  q?: string;

  @FromQuery()
  @Flag({ optional: true, description: '회신기한이 지난 요청이 있는 이슈' })
  overdue?: boolean;

  @FromQuery()
  @Whole({ min: 1, max: 5, optional: true })
  impact?: number;

  @FromQuery()
  @Whole({ min: 1, max: 5, optional: true })
  likelihood?: number;

  @FromQuery()
  @Flag({ optional: true, description: '실행 중 재평가 결과의 검토가 필요한 이슈' })
  needsReview?: boolean;

  @OneOf(DISTRICTS, { optional: true, description: '자치구' })
  district?: string;

  @OneOf(ISSUE_KIND_NAMES, { optional: true, description: '이슈 유형' })
  kind?: IssueKindName;

  @Id({ optional: true, description: '상위 이슈' })
  parentId?: string;

  @FromQuery()
  @Flag({ optional: true, description: 'true: 종결되지 않은 이슈, false: 종결된 이슈' })
  open?: boolean;

  @FromQuery()
  @Flag({ optional: true, description: '예의주시·조기 알림이 유효한 이슈' })
  warned?: boolean;

  @Day({ optional: true, description: '등록일(서울)부터' })
  createdFrom?: string;

  @Day({ optional: true, description: '등록일(서울)까지' })
  createdTo?: string;
}

export class IssueFilter extends IssueSelection {
  @Limit()
  limit?: number;

  @Cursor()
  cursor?: string;
}

export class IssueExportQuery extends exporting(IssueSelection, ISSUE_COLUMNS) {}
