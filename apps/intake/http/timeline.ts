import { Free, Id, Instant, Text, Whole } from '#platform/fields.js';
import { listing } from './listing.js';

export class TimelineFilter extends listing('seq', '-seq') {}

export class TimelineEntryAnswer {
  @Id()
  id: string;

  @Whole({ min: 1, max: 1e9 })
  seq: number;

  @Text({ max: 60 })
  name: string;

  @Free()
  payload: object;

  @Text({ max: 200, nullable: true, description: '처리자; 없으면 시스템' })
  actor: string | null;

  @Text({ max: 200, nullable: true, description: '대결: 이 사람을 대신하여' })
  onBehalfOf: string | null;

  @Free({ nullable: true, description: '바뀐 항목: [이전, 이후]' })
  changes: object | null;

  @Instant()
  at: string;
}
