import { Body, Controller, Delete, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import type { Repeatable } from '#platform/idempotency.js';
import { oneSignal, type Target } from '#signals/hold-signals.js';
import { listSignals } from '#signals/list-signals.js';
import { signalsToExport } from '#signals/export-signals.js';
import { answerOffice, askReporter } from '#signals/questions.js';
import { receiveSignal } from '#signals/receive-signals.js';
import { putTogether, takeOut } from '#signals/regroup.js';
import { signalTimeline } from '#signals/signal-history.js';
import * as settle from '#signals/settle-signals.js';
import { viewSignal } from '#signals/signal-view.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { Exports } from '../http/export.js';
import { TimelineEntryAnswer, TimelineFilter } from '../http/timeline.js';
import { NewSignalBody } from '#signals/signal-body.js';
import { SignalAnswer } from './signal-answers.js';
import * as bodies from './signal-bodies.js';

@ApiTags('동향')
@Controller('api/v1/signals')
export class SignalsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Post()
  @Endpoint({ summary: '동향 등록(실·국은 제보)', status: 201, also: 200, returns: SignalAnswer })
  create(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewSignalBody) {
    return this.commands.run(repeat, async (tx) => {
      const { id, created } = await receiveSignal(tx, by, body);
      return new Reply(created ? 201 : 200, await viewSignal(tx, by, id));
    });
  }

  @Get()
  @Endpoint({ summary: '동향 목록(실·국은 제보한 것)', lists: SignalAnswer })
  list(@Caller() by: Principal, @Query() query: bodies.SignalFilter) {
    return readAs(this.source, by, (tx) => listSignals(tx, by, query));
  }

  @Get('export')
  @Endpoint({ summary: '조회한 동향 내려받기(CSV·XLSX)', produces: '*/*' })
  export(@Caller() by: Principal, @Query() query: bodies.SignalExportQuery, @Req() request: Authenticated) {
    const list = { name: 'signals', ...signalsToExport(by, query) };
    return this.exports.file(by, list, query, request);
  }

  @Get(':id')
  @Endpoint({ summary: '동향 조회', returns: SignalAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewSignal(tx, by, id));
  }

  @Get(':id/timeline')
  @Endpoint({ summary: '동향의 경과', lists: TimelineEntryAnswer })
  timeline(@Caller() by: Principal, @PathId() id: string, @Query() query: TimelineFilter) {
    return readAs(this.source, by, (tx) => signalTimeline(tx, by, id, query));
  }

  @Post(':id/issue')
  @Endpoint({ summary: '기존 이슈에 붙이기', returns: SignalAnswer })
  attach(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { issueId }: bodies.AttachmentBody,
  ) {
    return this.settle(by, id, repeat, version, (tx, one) => settle.attachSignals(tx, by, one, issueId));
  }

  @Delete(':id/issue')
  @Endpoint({ summary: '이슈에서 떼기', returns: SignalAnswer })
  detach(@Caller() by: Principal, @PathId() id: string, @IfMatch({ required: true }) version: number | null) {
    return this.settle(by, id, null, version, (tx, one) => settle.detachSignals(tx, by, one));
  }

  @Post(':id/dismissal')
  @Endpoint({ summary: '제외(사유)', returns: SignalAnswer })
  dismiss(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { reason }: bodies.DismissalBody,
  ) {
    return this.settle(by, id, repeat, version, (tx, one) => settle.dismissSignals(tx, by, one, reason));
  }

  @Delete(':id/dismissal')
  @Endpoint({ summary: '제외 취소', returns: SignalAnswer })
  restore(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ) {
    return this.settle(by, id, null, version, (tx, one) => settle.restoreSignals(tx, by, one));
  }

  @Post(':id/observation')
  @Endpoint({ summary: '관찰', returns: SignalAnswer })
  observe(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
  ) {
    return this.settle(by, id, repeat, version, (tx, one) => settle.observeSignals(tx, by, one));
  }

  @Delete(':id/observation')
  @Endpoint({ summary: '관찰 취소', returns: SignalAnswer })
  unobserve(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ) {
    return this.settle(by, id, null, version, (tx, one) => settle.unobserveSignals(tx, by, one));
  }

  @Post(':id/cluster')
  @Endpoint({ summary: '같은 보도로 묶기', returns: SignalAnswer })
  join(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { signalId }: bodies.CompanionBody,
  ) {
    return this.change(by, id, repeat, (tx) => putTogether(tx, by, id, signalId, version));
  }

  @Delete(':id/cluster')
  @Endpoint({ summary: '묶음에서 빼기', returns: SignalAnswer })
  leave(@Caller() by: Principal, @PathId() id: string, @IfMatch({ required: true }) version: number | null) {
    return this.change(by, id, null, (tx) => takeOut(tx, by, id, version));
  }

  @Post(':id/questions')
  @Endpoint({ summary: '제보 실·국에 보완 요청', status: 201, returns: SignalAnswer })
  ask(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { text }: bodies.QuestionBody,
  ) {
    return this.change(by, id, repeat, (tx) => askReporter(tx, by, id, text, version), 201);
  }

  @Post(':id/answer')
  @Endpoint({ summary: '보완 요청에 회신', returns: SignalAnswer })
  answer(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { text }: bodies.QuestionBody,
  ) {
    return this.change(by, id, repeat, (tx) => answerOffice(tx, by, id, text, version));
  }

  private settle(
    by: Principal,
    id: string,
    repeat: Repeatable | null,
    version: number | null,
    act: (tx: Tx, one: Target) => Promise<void>,
  ) {
    return this.change(by, id, repeat, async (tx) => act(tx, await oneSignal(tx, by, id, version)));
  }

  private change(
    by: Principal,
    id: string,
    repeat: Repeatable | null,
    work: (tx: Tx) => Promise<void>,
    status = 200,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await work(tx);
      return new Reply(status, await viewSignal(tx, by, id));
    });
  }
}
