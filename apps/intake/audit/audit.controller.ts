import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { listTrail, sealState, trailToExport } from '#audit/audit-trail.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Caller, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports } from '../http/export.js';
import { SealStateAnswer, TrailEntryAnswer, TrailExportQuery, TrailListing } from './audit-answers.js';

/** Who did, saw, took or was refused what. It is written by everything else; here it is only read. */
@ApiTags('감사 기록')
@Controller('api/v1/audit')
export class AuditController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get()
  @Endpoint({ summary: '변경·열람·내려받기·로그인·거부 기록', lists: TrailEntryAnswer })
  list(@Caller() by: Principal, @Query() query: TrailListing) {
    return readAs(this.source, by, (tx) => listTrail(tx, by, query));
  }

  @Get('export')
  @Endpoint({ summary: '조회한 기록 내려받기(CSV·XLSX)', produces: '*/*' })
  export(@Caller() by: Principal, @Query() query: TrailExportQuery, @Req() request: Authenticated) {
    return this.exports.file(by, { name: 'audit', ...trailToExport(by, query) }, query, request);
  }

  @Get('seal')
  @Endpoint({ summary: '봉인 상태', returns: SealStateAnswer })
  seal(@Caller() by: Principal) {
    return readAs(this.source, by, (tx) => sealState(tx));
  }
}
