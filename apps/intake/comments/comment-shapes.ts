import { FILES } from '#config/files.js';
import { MOST_MENTIONS } from '#config/comments.js';
import { POSITIONS, ROLES } from '#people/vocabulary.js';
import { Flag, FromQuery, Id, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import { AttachmentAnswer } from '../files/file-answers.js';
import { listing } from '../http/listing.js';

const LONG = 10_000;

export class NewCommentBody {
  @Text({ max: LONG })
  text: string;

  @Flag({ optional: true, description: '내부 메모: 평가담당관만 봄. 이슈에 남기는 의견은 언제나 내부 메모' })
  internal?: boolean;

  @ListOf('id', { max: MOST_MENTIONS, optional: true, description: '@로 지정한 사람' })
  mentions?: string[];

  @ListOf('id', { max: FILES.most, optional: true })
  fileIds?: string[];
}

export class CommentChangeBody {
  @Text({ max: LONG, optional: true })
  text?: string;

  @ListOf('id', { max: MOST_MENTIONS, optional: true })
  mentions?: string[];
}

class MentionAnswer {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;
}

class CommentVersion {
  @Whole({ min: 1, max: 1e6 })
  version: number;

  @Text({ max: LONG })
  text: string;

  @Instant()
  at: string;
}

export class CommentAnswer {
  @Id()
  id: string;

  @Id()
  issueId: string;

  @Id({ nullable: true })
  requestId: string | null;

  @Id({ nullable: true, description: '대화하는 부서' })
  departmentId: string | null;

  @Text({ max: 100, nullable: true })
  departmentName: string | null;

  @Flag({ description: '내부 메모' })
  internal: boolean;

  @Text({ max: LONG, nullable: true, description: 'null: 삭제함' })
  text: string | null;

  @Id()
  writtenBy: string;

  @Text({ max: 200 })
  writtenByName: string;

  @OneOf(['office', 'department'])
  side: string;

  @Instant()
  writtenAt: string;

  @Instant({ nullable: true })
  editedAt: string | null;

  @Instant({ nullable: true })
  withdrawnAt: string | null;

  @Flag({ description: '내가 씀' })
  own: boolean;

  @Flag({ description: '내가 아직 고칠 수 있음' })
  editable: boolean;

  @ListOf(() => MentionAnswer, { max: MOST_MENTIONS })
  mentions: MentionAnswer[];

  @ListOf(() => AttachmentAnswer, { max: FILES.most })
  files: AttachmentAnswer[];

  @ListOf(() => CommentVersion, { max: 1000, description: '고치기 전의 글' })
  versions: CommentVersion[];

  @Whole({ min: 1, max: 1e6 })
  version: number;
}

export class CommentListing extends listing('writtenAt', '-writtenAt') {}

export class ReaderQuery {
  @Text({ max: 50, min: 0, optional: true, description: '이름·초성·부서의 일부' })
  q?: string;

  @Id({ optional: true, description: '이 이슈의 대화에서' })
  issueId?: string;

  @Id({ optional: true, description: '이 요청사항의 대화에서' })
  requestId?: string;

  @FromQuery()
  @Flag({ optional: true, description: '내부 메모에서' })
  internal?: boolean;
}

class ReaderAnswer {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;

  @OneOf(ROLES)
  role: string;

  @OneOf(POSITIONS)
  position: string;

  @Id({ nullable: true })
  departmentId: string | null;

  @Text({ max: 100, nullable: true })
  departmentName: string | null;
}

export class ReadersAnswer {
  @ListOf(() => ReaderAnswer, { max: 10 })
  items: ReaderAnswer[];
}
