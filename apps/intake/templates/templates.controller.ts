import { Body, Controller, Delete, Get, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import {
  addTemplate,
  changeTemplate,
  listTemplates,
  removeTemplate,
  type TemplateContent,
} from '#actions/answer-templates.js';
import { MEASURE_STATUSES, type MeasureStatus } from '#actions/vocabulary.js';
import { ISSUE_KIND_NAMES } from '#config/issue-kinds.js';
import { Writes } from '#events/write.js';
import { GRADES, type Grade } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Flag, Id, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { wrongField } from '#platform/problem.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { languageOf } from '../http/language.js';

const LONG = 10_000;
const LIST = { max: 20, itemMax: 40 } as const;

class NewTemplateBody {
  @Text({ line: true, max: 100 })
  name: string;

  @Text({ max: LONG, description: '{이슈명} {부서} {요청사항} {회신기한} {오늘} 등은 요청에서 채움' })
  text: string;

  @OneOf(MEASURE_STATUSES, { optional: true, nullable: true })
  status?: MeasureStatus | null;

  @ListOf('text', { ...LIST, optional: true, description: '이슈 종류; 비우면 모두' })
  kinds?: string[];

  @ListOf('text', { ...LIST, optional: true, description: '중요도; 비우면 모두' })
  grades?: string[];
}

class TemplateChangeBody {
  @Text({ line: true, max: 100, optional: true })
  name?: string;

  @Text({ max: LONG, optional: true })
  text?: string;

  @OneOf(MEASURE_STATUSES, { optional: true, nullable: true })
  status?: MeasureStatus | null;

  @ListOf('text', { ...LIST, optional: true })
  kinds?: string[];

  @ListOf('text', { ...LIST, optional: true })
  grades?: string[];
}

class TemplateAnswer {
  @Id({ nullable: true, description: 'null: 표준 서식' })
  id: string | null;

  @Text({ max: 60 })
  key: string;

  @OneOf(['standard', 'office', 'department'])
  scope: string;

  @Id({ nullable: true })
  departmentId: string | null;

  @Text({ max: 100 })
  name: string;

  @Text({ max: LONG })
  text: string;

  @OneOf(MEASURE_STATUSES, { nullable: true })
  status: string | null;

  @ListOf('text', LIST)
  kinds: string[];

  @ListOf('text', LIST)
  grades: string[];

  @Text({ max: 100_000, nullable: true, description: '요청의 내용으로 채운 글' })
  filled: string | null;

  @Flag({ description: '고칠 수 있음' })
  editable: boolean;

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

class TemplatesAnswer {
  @ListOf(() => TemplateAnswer, { max: 10_000 })
  items: TemplateAnswer[];
}

class TemplateQuery {
  @Id({ optional: true, description: '이 요청에 맞는 서식을 채워서' })
  requestId?: string;
}

@ApiTags('회신 서식')
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get()
  @Endpoint({ summary: '회신 서식 목록', returns: TemplatesAnswer })
  list(@Caller() by: Principal, @Query() { requestId }: TemplateQuery, @Req() request: Authenticated) {
    return readAs(this.source, by, async (tx) => ({
      items: await listTemplates(tx, by, requestId ?? null, languageOf(request)),
    }));
  }

  @Post()
  @Endpoint({ summary: '회신 서식 추가', status: 201, returns: TemplateAnswer })
  add(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewTemplateBody) {
    const content = {
      name: body.name,
      text: body.text,
      status: body.status ?? null,
      kinds: [],
      grades: [],
      ...listsOf(body),
    };
    return this.commands.run(repeat, async (tx) => new Reply(201, await addTemplate(tx, by, content)));
  }

  @Patch(':id')
  @Endpoint({ summary: '회신 서식 수정', returns: TemplateAnswer })
  change(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: TemplateChangeBody,
  ) {
    const { name, text, status } = body;
    const change: Partial<TemplateContent> = {
      ...(name !== undefined && { name }),
      ...(text !== undefined && { text }),
      ...(status !== undefined && { status }),
      ...listsOf(body),
    };
    return this.writes.run((tx) => changeTemplate(tx, by, id, change, version));
  }

  @Delete(':id')
  @Endpoint({ summary: '회신 서식 삭제', status: 204 })
  async remove(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ): Promise<void> {
    await this.writes.run((tx) => removeTemplate(tx, by, id, version));
  }
}

/** @throws Problem naming the list that holds something unknown */
function listsOf({ kinds, grades }: TemplateChangeBody): Partial<Pick<TemplateContent, 'kinds' | 'grades'>> {
  requireKnown('kinds', kinds, ISSUE_KIND_NAMES);
  requireKnown('grades', grades, GRADES);
  return {
    ...(kinds && { kinds: [...new Set(kinds)] }),
    ...(grades && { grades: [...new Set(grades)] as Grade[] }),
  };
}

function requireKnown(path: string, list: string[] | undefined, known: readonly string[]): void {
  if (list?.some((one) => !known.includes(one))) throw wrongField(path, `one-of|${known.join(', ')}`);
}
