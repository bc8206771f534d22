import { Body, Controller, Delete, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import type { Repeatable } from '#platform/idempotency.js';
import { listClusters, viewCluster } from '#signals/clusters.js';
import { clustersToExport } from '#signals/export-signals.js';
import { wholeCluster, type Target } from '#signals/hold-signals.js';
import * as settle from '#signals/settle-signals.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports } from '../http/export.js';
import { ClusterAnswer } from './signal-answers.js';
import { AttachmentBody, ClusterExportQuery, ClusterFilter, DismissalBody } from './signal-bodies.js';

/** What is done with a story is done with all signals that tell it. */
@ApiTags('같은 보도 묶음')
@Controller('api/v1/clusters')
export class ClustersController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get()
  @Endpoint({ summary: '같은 보도 묶음 목록', lists: ClusterAnswer })
  list(@Caller() by: Principal, @Query() query: ClusterFilter) {
    return readAs(this.source, by, (tx) => listClusters(tx, by, query));
  }

  @Get('export')
  @Endpoint({ summary: '조회한 묶음의 동향 내려받기(CSV·XLSX)', produces: '*/*' })
  export(@Caller() by: Principal, @Query() query: ClusterExportQuery, @Req() request: Authenticated) {
    const list = { name: 'signals', ...clustersToExport(by, query) };
    return this.exports.file(by, list, query, request);
  }

  @Get(':id')
  @Endpoint({ summary: '같은 보도 묶음 조회', returns: ClusterAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewCluster(tx, by, id));
  }

  @Post(':id/issue')
  @Endpoint({ summary: '묶음 전체를 기존 이슈에 붙이기', returns: ClusterAnswer })
  attach(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { issueId }: AttachmentBody,
  ) {
    return this.settle(by, id, repeat, version, (tx, all) => settle.attachSignals(tx, by, all, issueId));
  }

  @Delete(':id/issue')
  @Endpoint({ summary: '함께 붙인 동향을 이슈에서 떼기', returns: ClusterAnswer })
  detach(@Caller() by: Principal, @PathId() id: string, @IfMatch({ required: true }) version: number | null) {
    return this.settle(by, id, null, version, (tx, all) => settle.detachSignals(tx, by, all));
  }

  @Post(':id/dismissal')
  @Endpoint({ summary: '묶음 전체 제외(사유)', returns: ClusterAnswer })
  dismiss(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { reason }: DismissalBody,
  ) {
    return this.settle(by, id, repeat, version, (tx, all) => settle.dismissSignals(tx, by, all, reason));
  }

  @Delete(':id/dismissal')
  @Endpoint({ summary: '함께 제외한 동향의 제외 취소', returns: ClusterAnswer })
  restore(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ) {
    return this.settle(by, id, null, version, (tx, all) => settle.restoreSignals(tx, by, all));
  }

  @Post(':id/observation')
  @Endpoint({ summary: '묶음 전체 관찰', returns: ClusterAnswer })
  observe(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
  ) {
    return this.settle(by, id, repeat, version, (tx, all) => settle.observeSignals(tx, by, all));
  }

  @Delete(':id/observation')
  @Endpoint({ summary: '함께 관찰로 둔 동향의 관찰 취소', returns: ClusterAnswer })
  unobserve(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ) {
    return this.settle(by, id, null, version, (tx, all) => settle.unobserveSignals(tx, by, all));
  }

  private settle(
    by: Principal,
    id: string,
    repeat: Repeatable | null,
    version: number | null,
    act: (tx: Tx, all: Target) => Promise<void>,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await act(tx, await wholeCluster(tx, by, id, version));
      return new Reply(200, await viewCluster(tx, by, id));
    });
  }
}
