import { Body, Controller, Delete, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { CHANNELS, type Channel } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import { Id, Instant, OneOf, Text, Whole } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { attachSignal, detachSignal, dismissSignal, restoreSignal, viewSignal } from '#signals/signals.js';
import { receiveSignal } from '#signals/receive-signals.js';
import { NewSignalBody } from '#signals/signal-body.js';
import { listSignals } from '#signals/list-signals.js';
import { SIGNAL_STATES, type SignalState } from '#signals/vocabulary.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';
import { IssueSignalAnswer } from '../issues/issue-answers.js';

class SignalAnswer extends IssueSignalAnswer {
  @Text({ max: 50_000, nullable: true })
  body: string | null;

  @Text({ max: 200, nullable: true })
  externalId: string | null;

  @OneOf(SIGNAL_STATES)
  state: string;

  @Id({ nullable: true })
  issueId: string | null;

  @Text({ max: 4000, nullable: true })
  dismissalReason: string | null;

  @Id()
  createdBy: string;

  @Instant()
  createdAt: string;

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

class AttachmentBody {
  @Id()
  issueId: string;
}

class DismissalBody {
  @Text({ max: 4000 })
  reason: string;
}

class SignalFilter extends listing('-createdAt', 'createdAt') {
  @OneOf(SIGNAL_STATES, { optional: true })
  state?: SignalState;

  @OneOf(CHANNELS, { optional: true })
  channel?: Channel;

  @Text({ min: 0, max: 200, optional: true, description: '제목 검색' })
  q?: string;
}

@ApiTags('동향')
@Controller('api/v1/signals')
export class SignalsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post()
  @Endpoint({ summary: '동향 등록', status: 201, also: 200, returns: SignalAnswer })
  create(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewSignalBody) {
    return this.commands.run(repeat, async (tx) => {
      const { id, created } = await receiveSignal(tx, by, body);
      return new Reply(created ? 201 : 200, await viewSignal(tx, by, id));
    });
  }

  @Get()
  @Endpoint({ summary: '동향 목록', lists: SignalAnswer })
  list(@Caller() by: Principal, @Query() query: SignalFilter) {
    return readAs(this.source, by, (tx) => listSignals(tx, by, query));
  }

  @Get(':id')
  @Endpoint({ summary: '동향 조회', returns: SignalAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewSignal(tx, by, id));
  }

  @Post(':id/issue')
  @Endpoint({ summary: '기존 이슈에 붙이기', returns: SignalAnswer })
  attach(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { issueId }: AttachmentBody,
  ) {
    return this.change(by, id, repeat, (tx) => attachSignal(tx, by, id, issueId, version));
  }

  @Delete(':id/issue')
  @Endpoint({ summary: '이슈에서 떼기', returns: SignalAnswer })
  detach(@Caller() by: Principal, @PathId() id: string, @IfMatch({ required: true }) version: number | null) {
    return this.change(by, id, null, (tx) => detachSignal(tx, by, id, version));
  }

  @Post(':id/dismissal')
  @Endpoint({ summary: '제외(사유)', returns: SignalAnswer })
  dismiss(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { reason }: DismissalBody,
  ) {
    return this.change(by, id, repeat, (tx) => dismissSignal(tx, by, id, reason, version));
  }

  @Delete(':id/dismissal')
  @Endpoint({ summary: '제외 취소', returns: SignalAnswer })
  restore(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ) {
    return this.change(by, id, null, (tx) => restoreSignal(tx, by, id, version));
  }

  private change(by: Principal, id: string, repeat: Repeatable | null, work: (tx: Tx) => Promise<void>) {
    return this.commands.run(repeat, async (tx) => {
      await work(tx);
      return new Reply(200, await viewSignal(tx, by, id));
    });
  }
}
