import { CHANNELS, DIRECTIONS, GRADES, STAGES, STATES } from '#issues/vocabulary.js';
import type { Channel, Direction, Grade, Stage, State } from '#issues/vocabulary.js';
import { Flag, FromQuery, Id, Month, OneOf, Text } from '#platform/fields.js';
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
}

export class TimelineFilter extends listing('seq', '-seq') {}
