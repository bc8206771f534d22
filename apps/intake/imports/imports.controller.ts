import { Controller, Get, Inject, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiTags } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { failedRows } from '#imports/failed-rows.js';
import { listImports, listRowErrors, viewImport } from '#imports/import-view.js';
import { cancelImport, requestImport } from '#imports/request-import.js';
import { templateOf } from '#imports/template.js';
import { templateXlsx } from '#imports/template-file.js';
import { IMPORT_KINDS, type ImportKind } from '#imports/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Language } from '#people/vocabulary.js';
import { csvFile } from '#platform/csv.js';
import type { Tx } from '#platform/database.js';
import { fieldErrors } from '#platform/field-errors.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Problem } from '#platform/problem.js';
import { inspectTable } from '#platform/tables/inspect-table.js';
import { XLSX, xlsxFile } from '#platform/xlsx.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { languageOf } from '../http/language.js';
import { readUpload } from '../http/upload.js';
import * as answers from './import-answers.js';

/** Rows with errors that come along with an import. */
const ERRORS_SHOWN = 50;

const FORM = {
  type: 'object',
  required: ['kind', 'file'],
  properties: {
    kind: { type: 'string', enum: [...IMPORT_KINDS] },
    dryRun: { type: 'boolean', description: '점검만: 무엇이 등록될지 보고 아무것도 등록하지 않음' },
    file: { type: 'string', format: 'binary', description: 'CSV(UTF-8, CP949) 또는 XLSX' },
  },
};

@ApiTags('자료 가져오기')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM as never })
  @Endpoint({ summary: '자료 가져오기(CSV·XLSX)', status: 202, returns: answers.ImportDetailAnswer })
  async create(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Req() request: Authenticated) {
    const { fields, file, hash } = await readUpload(request);
    const { kind, dryRun = false } = formOf(fields, file !== null);
    const { name: fileName, bytes } = file!;
    const format = await inspectTable(bytes);
    return this.commands.run(repeat && { ...repeat, bodyHash: hash }, async (tx) => {
      const id = await requestImport(tx, by, { kind, dryRun, fileName, bytes, format });
      return new Reply(202, await this.detail(tx, id, languageOf(request)));
    });
  }

  @Get()
  @Endpoint({ summary: '가져오기 내역', lists: answers.ImportAnswer })
  list(@Caller() by: Principal, @Query() query: answers.ImportFilter, @Req() request: Authenticated) {
    return readAs(this.source, by, (tx) => listImports(tx, query, languageOf(request)));
  }

  @Get('templates/:file')
  @ApiParam({
    name: 'file',
    description: '{signals|issues}.{xlsx|csv}',
    schema: { type: 'string', example: 'signals.xlsx' },
  })
  @Endpoint({ summary: '가져오기 양식', produces: '*/*' })
  async template(
    @Caller() by: Principal,
    @Param('file') file: string,
    @Query() query: answers.TemplateQuery,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const [, kind, format] = /^(signals|issues)\.(xlsx|csv)$/.exec(file) ?? [];
    if (!kind) throw new Problem('not-found');
    const language: Language = query.lang ?? languageOf(request);
    const departments: { name: string }[] = await readAs(this.source, by, (tx) =>
      tx.query('select name from departments where valid_to is null order by no'),
    );
    const template = templateOf(
      kind as ImportKind,
      departments.map(({ name }) => name),
      language,
    );
    attach(reply, `haechi-${kind}-template.${format}`);
    if (format === 'xlsx') return new StreamableFile(await templateXlsx(template, language), { type: XLSX });
    const columns = template.columns.map(({ heading }) => ({
      header: heading,
      kind: 'text' as const,
      width: 20,
    }));
    const example = [[template.columns.map((column) => column.example)]];
    return new StreamableFile(csvFile(columns, inPages(example)), { type: 'text/csv; charset=utf-8' });
  }

  @Get(':id')
  @Endpoint({ summary: '가져오기 조회', returns: answers.ImportDetailAnswer })
  read(@Caller() by: Principal, @PathId() id: string, @Req() request: Authenticated) {
    return readAs(this.source, by, (tx) => this.detail(tx, id, languageOf(request)));
  }

  @Get(':id/errors')
  @Endpoint({ summary: '오류가 있는 행', lists: answers.RowErrorsAnswer })
  errors(
    @Caller() by: Principal,
    @PathId() id: string,
    @Query() query: answers.RowErrorListing,
    @Req() request: Authenticated,
  ) {
    return readAs(this.source, by, (tx) => listRowErrors(tx, id, query, languageOf(request)));
  }

  @Get(':id/failed-rows')
  @Endpoint({ summary: '오류가 있는 행만 내려받기', produces: '*/*' })
  async failed(
    @Caller() by: Principal,
    @PathId() id: string,
    @Query() { format = 'xlsx', lang }: answers.DownloadQuery,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { columns, pages } = await failedRows(this.source, by, id, lang ?? languageOf(request));
    attach(reply, `haechi-failed-rows.${format}`);
    return format === 'csv'
      ? new StreamableFile(csvFile(columns, pages), { type: 'text/csv; charset=utf-8' })
      : new StreamableFile(xlsxFile(columns, pages), { type: XLSX });
  }

  @Post(':id/cancellation')
  @Endpoint({ summary: '가져오기 중단', returns: answers.ImportDetailAnswer })
  cancel(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @Req() request: Authenticated,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await cancelImport(tx, by, id);
      return new Reply(200, await this.detail(tx, id, languageOf(request)));
    });
  }

  private async detail(tx: Tx, id: string, language: Language) {
    const view = await viewImport(tx, id, language);
    const { items } = await listRowErrors(tx, id, { limit: ERRORS_SHOWN }, language);
    return { ...view, errors: items };
  }
}

const attach = (reply: FastifyReply, name: string): void =>
  void reply.header('content-disposition', `attachment; filename="${name}"`);

async function* inPages<T>(pages: T[]): AsyncGenerator<T> {
  yield* pages;
}

/** @throws Problem naming the fields that are wrong or missing */
function formOf(fields: Record<string, string>, hasFile: boolean): answers.ImportForm {
  const form = plainToInstance(answers.ImportForm, fields);
  const errors = fieldErrors(validateSync(form, { whitelist: true, forbidNonWhitelisted: true }));
  if (!hasFile) errors.push({ path: 'file', message: 'required' });
  if (errors.length) throw new Problem('invalid', {}, { errors });
  return form;
}
