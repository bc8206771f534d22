import { CHANNELS, DIRECTIONS, GRADES, STAGES, STATES } from '#issues/vocabulary.js';
import type { Channel, Direction, Grade, Stage, State } from '#issues/vocabulary.js';
import { Day, Flag, FromQuery, Id, Month, OneOf, Text, Whole } from '#platform/fields.js';
import { listing } from '../http/listing.js';

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

export class IssueFilter extends listing(...SORTS) {
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

  @FromQuery()
  @Flag({ optional: true, description: 'true: 종결되지 않은 이슈, false: 종결된 이슈' })
  open?: boolean;

  @Day({ optional: true, description: '등록일(서울)부터' })
  createdFrom?: string;

  @Day({ optional: true, description: '등록일(서울)까지' })
  createdTo?: string;
}

export class TimelineFilter extends listing('seq', '-seq') {}
