import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Writes } from '#events/write.js';
import { HEARD_NAMES, type HeardName } from '#notifications/notices.js';
import { setPreferences, viewPreferences } from '#notifications/preferences.js';
import { MAIL_MODES, NOTICE_KINDS, type MailMode, type NoticeKind } from '#notifications/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { LANGUAGES, type Language } from '#people/vocabulary.js';
import { Flag, ListOf, OneOf, Part, Time, Whole } from '#platform/fields.js';
import { Caller, IfMatch } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';

class DigestBody {
  @Time({ example: '08:30', description: '모아 받는 시각' })
  at: string;

  @Whole({ min: 1, max: 5, description: '매주 받는 요일(1 월요일 … 5 금요일)' })
  weekday: number;
}

class QuietBody {
  @Time({ example: '20:00', description: '방해 금지 시작. 끝과 같으면 없음' })
  from: string;

  @Time({ example: '08:00', description: '방해 금지 끝' })
  to: string;

  @Flag({ description: '토·일요일과 공휴일에도 받지 않음' })
  closedDays: boolean;
}

class KindBody {
  @OneOf(NOTICE_KINDS)
  kind: NoticeKind;

  @OneOf(MAIL_MODES)
  mail: MailMode;

  @Flag()
  inbox: boolean;
}

class SingleNoticeBody {
  @OneOf(HEARD_NAMES, { description: '알림을 일으키는 사건' })
  notice: HeardName;

  @OneOf(MAIL_MODES, { nullable: true, description: 'null이면 종류와 같이' })
  mail: MailMode | null;

  @Flag({ nullable: true, description: 'null이면 종류와 같이' })
  inbox: boolean | null;
}

class PreferencesBody {
  @OneOf(LANGUAGES, { description: '알림의 언어' })
  language: Language;

  @Part(() => DigestBody)
  digest: DigestBody;

  @Part(() => QuietBody)
  quiet: QuietBody;

  @ListOf(() => KindBody, { max: NOTICE_KINDS.length, description: '바꿀 종류. 없는 종류는 그대로 둡니다.' })
  kinds: KindBody[];

  @ListOf(() => SingleNoticeBody, {
    max: HEARD_NAMES.length,
    optional: true,
    description: '종류와 달리 받을 알림. 없는 알림은 그대로 둡니다.',
  })
  notices?: SingleNoticeBody[];
}

class SingleNoticeAnswer {
  @OneOf(HEARD_NAMES)
  notice: HeardName;

  @OneOf(MAIL_MODES)
  mail: MailMode;

  @Flag()
  inbox: boolean;

  @Flag({ description: '종류와 달리 정함' })
  own: boolean;
}

class KindAnswer extends KindBody {
  @Flag({ description: '반드시 알아야 하여 끌 수 없음' })
  must: boolean;

  @ListOf(() => SingleNoticeAnswer, { max: HEARD_NAMES.length, description: '이 종류의 알림' })
  notices: SingleNoticeAnswer[];
}

class PreferencesAnswer {
  @OneOf(LANGUAGES)
  language: Language;

  @Part(() => DigestBody)
  digest: DigestBody;

  @Part(() => QuietBody)
  quiet: QuietBody;

  @ListOf(() => KindAnswer, { max: NOTICE_KINDS.length })
  kinds: KindAnswer[];

  @Whole({ min: 0, max: 1e9 })
  version: number;
}

@ApiTags('알림')
@Controller('api/v1/me/preferences')
export class PreferencesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get()
  @Endpoint({ summary: '알림 받는 방법', returns: PreferencesAnswer })
  preferences(@Caller() by: Principal) {
    return readAs(this.source, by, (tx) => viewPreferences(tx, by));
  }

  @Put()
  @Endpoint({ summary: '알림 받는 방법 변경', returns: PreferencesAnswer })
  change(
    @Caller() by: Principal,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: PreferencesBody,
  ) {
    return this.writes.run((tx) => setPreferences(tx, by, body, version));
  }
}
