import { IMPORT_COLUMNS, IMPORT_KINDS, IMPORT_STATES } from '#imports/vocabulary.js';
import { Flag, FromQuery, Id, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import { LANGUAGES, type Language } from '#people/vocabulary.js';
import { Cursor, Limit, listing } from '../http/listing.js';

const MOST = 1e6;

export class CellErrorAnswer {
  @Text({ max: 2000, description: '파일에 적힌 열 제목' })
  column: string;

  @OneOf([...new Set(Object.values(IMPORT_COLUMNS).flat())])
  field: string;

  @Text({ max: 2000 })
  message: string;
}

export class RowErrorsAnswer {
  @Whole({ min: 1, max: MOST, description: '파일의 행 번호' })
  row: number;

  @ListOf(() => CellErrorAnswer, { max: 100 })
  errors: CellErrorAnswer[];
}

export class ImportAnswer {
  @Id()
  id: string;

  @OneOf(IMPORT_KINDS)
  kind: string;

  @Flag({ description: '점검만(아무것도 등록하지 않음)' })
  dryRun: boolean;

  @Text({ max: 200 })
  fileName: string;

  @Whole({ min: 1, max: 1e9 })
  fileSize: number;

  @OneOf(IMPORT_STATES)
  state: string;

  @Text({ max: 2000, nullable: true, description: '파일을 읽지 못한 이유' })
  problem: string | null;

  @ListOf('text', { max: 256, description: '파일의 열 제목' })
  headings: string[];

  @ListOf('text', { max: 256, description: '읽지 않는 열' })
  ignoredHeadings: string[];

  @Whole({ min: 0, max: MOST, nullable: true, description: '전체 행. 파일을 다 읽기 전에는 없음' })
  total: number | null;

  @Whole({ min: 0, max: MOST })
  done: number;

  @Whole({ min: 0, max: MOST, description: '등록(점검에서는 등록될) 행' })
  created: number;

  @Whole({ min: 0, max: MOST, description: '이미 있는 행' })
  known: number;

  @Whole({ min: 0, max: MOST, description: '오류가 있는 행' })
  failed: number;

  @Whole({ min: 0, max: 100, description: '진행률(%)' })
  progress: number;

  @Id()
  createdBy: string;

  @Text({ max: 200 })
  createdByName: string;

  @Instant()
  createdAt: string;

  @Instant({ nullable: true })
  endedAt: string | null;

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

/** One import with the first of its errors; the others are listed by pages. */
export class ImportDetailAnswer extends ImportAnswer {
  @ListOf(() => RowErrorsAnswer, { max: 50, description: '오류가 있는 처음 50행' })
  errors: RowErrorsAnswer[];
}

export class ImportFilter extends listing('-createdAt', 'createdAt') {
  @OneOf(IMPORT_KINDS, { optional: true })
  kind?: (typeof IMPORT_KINDS)[number];
}

export class RowErrorListing {
  @Limit()
  limit?: number;

  @Cursor()
  cursor?: string;
}

export class DownloadQuery {
  @OneOf(['xlsx', 'csv'], { optional: true, description: '기본 xlsx' })
  format?: 'xlsx' | 'csv';

  @OneOf(LANGUAGES, { optional: true, description: '없으면 Accept-Language' })
  lang?: Language;
}

export class TemplateQuery {
  @OneOf(LANGUAGES, { optional: true, description: '없으면 Accept-Language' })
  lang?: Language;
}

/** The fields of the form beside its file. */
export class ImportForm {
  @OneOf(IMPORT_KINDS)
  kind: (typeof IMPORT_KINDS)[number];

  @FromQuery()
  @Flag({ optional: true })
  dryRun?: boolean;
}
