import { Body, Controller, Delete, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Writes } from '#events/write.js';
import {
  listNoticeTexts,
  noticeText,
  previewNoticeText,
  setNoticeText,
} from '#notifications/notice-texts.js';
import { isTextName, TEXT_NAMES, type TextName } from '#notifications/text-names.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { LANGUAGES, type Language } from '#people/vocabulary.js';
import { Env, publicUrl } from '#platform/env.js';
import { Flag, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import { Problem } from '#platform/problem.js';
import { Caller, IfMatch } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';

class WordsBody {
  @Text({ max: 200, line: true, description: '제목. {이름} 자리에 내용이 들어갑니다.' })
  title: string;

  @Text({ max: 4000, description: '본문. 자리에 넣을 내용이 없는 줄은 빠집니다.' })
  body: string;
}

class NoticeTextAnswer {
  @OneOf(TEXT_NAMES)
  name: string;

  @OneOf(LANGUAGES)
  language: string;

  @Text({ max: 200 })
  title: string;

  @Text({ max: 4000 })
  body: string;

  @Flag({ description: '고쳐 쓴 문구' })
  own: boolean;

  @ListOf('text', { max: 50, description: '쓸 수 있는 자리표시' })
  places: string[];

  @Whole({ min: 0, max: 1e9 })
  version: number;

  @Instant({ nullable: true })
  changedAt: string | null;

  @Text({ max: 200, nullable: true })
  changedBy: string | null;
}

class PreviewAnswer {
  @Text({ max: 50_000 })
  title: string;

  @Text({ max: 50_000 })
  text: string;

  @Text({ max: 200_000 })
  html: string;
}

const Which = (): MethodDecorator => (target, property, descriptor) => {
  ApiParam({ name: 'name', enum: TEXT_NAMES })(target, property, descriptor);
  ApiParam({ name: 'language', enum: [...LANGUAGES] })(target, property, descriptor);
};

/** @throws Problem `not-found` for a notice or a language that there is not */
function which(name: string, language: string): [TextName, Language] {
  if (!isTextName(name) || !LANGUAGES.includes(language as Language)) throw new Problem('not-found');
  return [name, language as Language];
}

@ApiTags('알림 문구')
@Controller('api/v1/notice-texts')
export class NoticeTextsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Env) private readonly env: Env,
  ) {}

  @Get()
  @Endpoint({ summary: '알림 문구 목록', lists: NoticeTextAnswer })
  async list(@Caller() by: Principal) {
    return { items: await readAs(this.source, by, (tx) => listNoticeTexts(tx)), nextCursor: null };
  }

  @Get(':name/:language')
  @Which()
  @Endpoint({ summary: '알림 문구', returns: NoticeTextAnswer })
  read(@Caller() by: Principal, @Param('name') name: string, @Param('language') language: string) {
    return readAs(this.source, by, (tx) => noticeText(tx, ...which(name, language)));
  }

  @Put(':name/:language')
  @Which()
  @Endpoint({ summary: '알림 문구 변경', returns: NoticeTextAnswer })
  change(
    @Caller() by: Principal,
    @Param('name') name: string,
    @Param('language') language: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: WordsBody,
  ) {
    return this.writes.run((tx) => setNoticeText(tx, by, ...which(name, language), body, version));
  }

  @Delete(':name/:language')
  @Which()
  @Endpoint({ summary: '기본 문구로 되돌리기', returns: NoticeTextAnswer })
  reset(
    @Caller() by: Principal,
    @Param('name') name: string,
    @Param('language') language: string,
    @IfMatch({ required: true }) version: number | null,
  ) {
    return this.writes.run((tx) => setNoticeText(tx, by, ...which(name, language), null, version));
  }

  @Post(':name/:language/preview')
  @Which()
  @Endpoint({ summary: '알림 문구 미리보기(예시)', returns: PreviewAnswer })
  preview(
    @Caller() by: Principal,
    @Param('name') name: string,
    @Param('language') language: string,
    @Body() body: WordsBody,
  ) {
    return readAs(this.source, by, (tx) =>
      previewNoticeText(tx, ...which(name, language), body, publicUrl(this.env)),
    );
  }
}
