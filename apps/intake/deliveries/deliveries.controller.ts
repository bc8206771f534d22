import { Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { listContacts } from '#deliveries/contacts.js';
import { describeEvents } from '#deliveries/describe-events.js';
import { listDeliveries, summarizeFailures, viewDelivery } from '#deliveries/log.js';
import { replayDelivery } from '#deliveries/replay.js';
import { deliveriesToExport } from '#deliveries/export-deliveries.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports } from '../http/export.js';
import {
  CatalogueAnswer,
  ContactAnswer,
  ContactListing,
  DeliveryAnswer,
  DeliveryDetailAnswer,
  DeliveryExportQuery,
  DeliveryListing,
  FailuresAnswer,
  FailuresFilter,
} from './delivery-answers.js';

/** What is sent out, what became of it, and what there is to be told of. */
@ApiTags('발송')
@Controller('api/v1')
export class DeliveriesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get('deliveries')
  @Endpoint({ summary: '발송 내역', lists: DeliveryAnswer })
  list(@Caller() by: Principal, @Query() query: DeliveryListing) {
    return readAs(this.source, by, (tx) => listDeliveries(tx, by, query));
  }

  @Get('deliveries/summary')
  @Endpoint({ summary: '발송 실패 요약', returns: FailuresAnswer })
  summary(@Caller() by: Principal, @Query() { hours = 24 }: FailuresFilter) {
    return readAs(this.source, by, (tx) => summarizeFailures(tx, by, hours));
  }

  @Get('deliveries/export')
  @Endpoint({ summary: '발송 내역 내려받기(CSV·XLSX)', produces: '*/*' })
  export(@Caller() by: Principal, @Query() query: DeliveryExportQuery, @Req() request: Authenticated) {
    return this.exports.file(by, { name: 'deliveries', ...deliveriesToExport(by, query) }, query, request);
  }

  @Get('deliveries/:id')
  @Endpoint({ summary: '발송 건과 시도 내역', returns: DeliveryDetailAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewDelivery(tx, by, id));
  }

  @Post('deliveries/:id/replay')
  @Endpoint({ summary: '다시 보내기(같은 식별자·같은 내용)', status: 202, returns: DeliveryDetailAnswer })
  replay(@Caller() by: Principal, @PathId() id: string, @Repeat() repeat: Repeatable | null) {
    return this.commands.run(repeat, async (tx) => new Reply(202, await replayDelivery(tx, by, id)));
  }

  @Get('contacts')
  @Endpoint({ summary: '실·국 연락처 상태', lists: ContactAnswer })
  contacts(@Caller() by: Principal, @Query() query: ContactListing) {
    return readAs(this.source, by, (tx) => listContacts(tx, query));
  }

  @Get('events/catalogue')
  @Endpoint({ summary: '이벤트 목록(버전·구조·예시)', returns: CatalogueAnswer })
  catalogue() {
    return { items: describeEvents() };
  }
}
