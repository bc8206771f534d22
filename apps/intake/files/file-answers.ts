import { FILE_TYPES } from '#files/vocabulary.js';
import { FromQuery, Flag, Id, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';

const LARGEST = 1_000_000_000;

/** One version of a file. */
export class FileVersion {
  @Id()
  id: string;

  @Whole({ min: 1, max: 1e6 })
  version: number;

  @Text({ max: 200 })
  name: string;

  @OneOf(FILE_TYPES)
  type: string;

  @Whole({ min: 1, max: LARGEST, description: '바이트' })
  size: number;

  @Text({ max: 64, description: 'SHA-256' })
  sha256: string;

  @Id()
  uploadedBy: string;

  @Text({ max: 200 })
  uploadedByName: string;

  @Instant()
  uploadedAt: string;
}

export class FileAnswer extends FileVersion {
  @ListOf(() => FileVersion, { max: 10_000, description: '모든 판, 최신 판부터' })
  versions: FileVersion[];
}

/** A file where it hangs. */
export class AttachmentAnswer {
  @Id({ description: '붙일 때의 판' })
  fileId: string;

  @Text({ max: 500, nullable: true })
  note: string | null;

  @ListOf(() => FileVersion, { max: 10_000, description: '모든 판, 최신 판부터' })
  versions: FileVersion[];
}

export class EvidenceBody {
  @Id()
  fileId: string;

  @Text({ max: 500, optional: true, nullable: true })
  note?: string | null;
}

export class ContentQuery {
  @FromQuery()
  @Flag({ optional: true, description: '그림·PDF를 브라우저에서 바로 보기' })
  preview?: boolean;
}
