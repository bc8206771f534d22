import { Body, Controller, Get, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import {
  dismissEscalation,
  listEscalations,
  releaseEscalation,
  reviseEscalation,
  viewEscalation,
} from '#actions/escalations.js';
import { ESCALATION_STATES, type EscalationState } from '#actions/vocabulary.js';
import { GRADES, type Grade } from '#issues/vocabulary.js';
import { ESCALATION_COLUMNS, escalationsToExport } from '#actions/export-escalations.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { POSITIONS } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { Flag, Id, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { exporting, Exports } from '../http/export.js';
import { Cursor, Limit, Sort } from '../http/listing.js';

const nullable = { nullable: true } as const;

class SuperiorAnswer {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;
}

class EscalationAnswer {
  @Id()
  id: string;

  @Id()
  issueId: string;

  @Text({ max: 20 })
  issueNumber: string;

  @Text({ max: 300 })
  issueTitle: string;

  @OneOf(GRADES, nullable)
  issueGrade: string | null;

  @Id()
  requestId: string;

  @Text({ max: 50_000 })
  requestText: string;

  @Id()
  departmentId: string;

  @Text({ max: 100 })
  departmentName: string;

  @OneOf(['acknowledgement', 'answer'], { description: '접수 지연 또는 회신 지연' })
  about: string;

  @Instant()
  deadline: string;

  @Whole({ min: 1, max: 100, description: '몇 번째 단계' })
  step: number;

  @OneOf(POSITIONS)
  position: string;

  @OneOf(ESCALATION_STATES)
  state: string;

  @Flag({ description: '아직 회신(접수)하지 않아 보고가 필요함' })
  needed: boolean;

  @Text({ max: 10_000, description: '보고문' })
  text: string;

  @Instant()
  createdAt: string;

  @Instant(nullable)
  settledAt: string | null;

  @Text({ max: 200, ...nullable })
  settledByName: string | null;

  @Text({ max: 200, ...nullable })
  onBehalfOfName: string | null;

  @Text({ max: 4000, ...nullable })
  reason: string | null;

  @ListOf(() => SuperiorAnswer, { max: 1000, description: '보고받을 사람; 없으면 기록만 남음' })
  superiors: SuperiorAnswer[];

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

const SORTS = ['-createdAt', 'createdAt'] as const;

/** Which of them, in which order. */
class EscalationSelection {
  @Sort(SORTS)
  sort?: (typeof SORTS)[number];

  @OneOf(ESCALATION_STATES, { optional: true })
  state?: EscalationState;

  @Id({ optional: true })
  issueId?: string;

  @Id({ optional: true })
  requestId?: string;

  @OneOf(GRADES, { optional: true })
  grade?: Grade;
}

class EscalationFilter extends EscalationSelection {
  @Limit()
  limit?: number;

  @Cursor()
  cursor?: string;
}

class EscalationExportQuery extends exporting(EscalationSelection, ESCALATION_COLUMNS) {}

class EscalationChangeBody {
  @Text({ max: 10_000, description: '보고문' })
  text: string;
}

class ReleaseBody {
  @Text({ max: 10_000, optional: true, nullable: true, description: '고친 보고문; 없으면 준비된 그대로' })
  text?: string | null;
}

class DismissalBody {
  @Text({ max: 4000 })
  reason: string;
}

@ApiTags('기한·상향 보고')
@Controller('api/v1/escalations')
export class EscalationsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get()
  @Endpoint({ summary: '상향 보고 목록', lists: EscalationAnswer })
  list(@Caller() by: Principal, @Query() query: EscalationFilter) {
    return readAs(this.source, by, (tx) => listEscalations(tx, by, query));
  }

  @Get('export')
  @Endpoint({ summary: '상향 보고 내려받기(CSV·XLSX)', produces: '*/*' })
  export(@Caller() by: Principal, @Query() query: EscalationExportQuery, @Req() request: Authenticated) {
    return this.exports.file(by, { name: 'escalations', ...escalationsToExport(by, query) }, query, request);
  }

  @Get(':id')
  @Endpoint({ summary: '상향 보고 조회', returns: EscalationAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewEscalation(tx, by, id));
  }

  @Patch(':id')
  @Endpoint({ summary: '보고문 수정', returns: EscalationAnswer })
  revise(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() { text }: EscalationChangeBody,
  ) {
    return this.change(by, id, null, (tx) => reviseEscalation(tx, by, id, text, version));
  }

  @Post(':id/release')
  @Endpoint({ summary: '상향 보고', returns: EscalationAnswer })
  release(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body?: ReleaseBody,
  ) {
    return this.change(by, id, repeat, (tx) => releaseEscalation(tx, by, id, body?.text ?? null, version));
  }

  @Post(':id/dismissal')
  @Endpoint({ summary: '상향 보고하지 않음(사유)', returns: EscalationAnswer })
  dismiss(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() { reason }: DismissalBody,
  ) {
    return this.change(by, id, repeat, (tx) => dismissEscalation(tx, by, id, reason, version));
  }

  private change(by: Principal, id: string, repeat: Repeatable | null, work: (tx: Tx) => Promise<void>) {
    return this.commands.run(repeat, async (tx) => {
      await work(tx);
      return new Reply(200, await viewEscalation(tx, by, id));
    });
  }
}
