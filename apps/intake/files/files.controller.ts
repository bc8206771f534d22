import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { addFile, viewFile } from '#files/files.js';
import { Incoming } from '#files/incoming.js';
import { inspectFile } from '#files/inspect-file.js';
import { FileStorage } from '#files/storage.js';
import { kindOf } from '#files/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Env } from '#platform/env.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Problem } from '#platform/problem.js';
import { log } from '#platform/logging.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { ContentQuery, FileAnswer } from './file-answers.js';
import { PDF_READER } from '../http/pdf-reader.js';
import { receiveFile, type Upload } from './receive-file.js';

const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description: 'HWP, HWPX, PDF, XLSX, DOCX, PPTX, PNG, JPG, WebP, TXT, CSV',
    },
    replaces: { type: 'string', format: 'uuid', description: '이 파일이 대신하는 앞의 판' },
  },
};

/** Nothing in it may run, load, or know where it stands. */
const SANDBOX =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; frame-ancestors 'self'; sandbox";

@ApiTags('파일')
@Controller('api/v1/files')
export class FilesController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(FileStorage) private readonly storage: FileStorage,
    @Inject(Incoming) private readonly incoming: Incoming,
    @Inject(Env) private readonly env: Env,
  ) {}

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM as never })
  @Endpoint({ summary: '파일 올리기', status: 201, also: 200, returns: FileAnswer })
  async upload(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Req() request: Authenticated) {
    const upload = await receiveFile(request, this.incoming, this.env.FILE_MAX_MB);
    try {
      return await this.keep(by, repeat, upload);
    } finally {
      await this.incoming.discard(upload.path);
    }
  }

  /** Looked through first, then in the storage, then written down: whatever ends in between leaves nothing that counts. */
  private async keep(by: Principal, repeat: Repeatable | null, { path, ...upload }: Upload) {
    const type = await inspectFile(path, upload.name);
    await this.storage.keep(upload.hash, path).catch(unavailable);
    const bodyHash = createHash('sha256').update(JSON.stringify(upload)).digest();
    return this.commands.run(repeat && { ...repeat, bodyHash }, async (tx) => {
      const { id, isNew } = await addFile(tx, by, this.storage, { ...upload, type });
      return new Reply(isNew ? 201 : 200, await viewFile(tx, by, id));
    });
  }

  @Get(':id')
  @Endpoint({ summary: '파일 정보', returns: FileAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewFile(tx, by, id));
  }

  @Get(':id/content')
  @Endpoint({ summary: '파일 내려받기', produces: '*/*' })
  async content(
    @Caller() by: Principal,
    @PathId() id: string,
    @Query() { preview = false }: ContentQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, type, size, sha256 } = await readAs(this.source, by, (tx) => viewFile(tx, by, id));
    const bytes = await this.storage.read(sha256).catch(unavailable);
    const { shown, media } = kindOf(type);
    const inline = preview && shown;
    void reply.header('content-security-policy', inline && shown === 'document' ? PDF_READER : SANDBOX);
    void reply.header('x-content-type-options', 'nosniff');
    return new StreamableFile(bytes, {
      type: media,
      length: size,
      disposition: `${inline ? 'inline' : 'attachment'}; ${named(name)}`,
    });
  }
}

function unavailable(error: Error): never {
  log.error({ error: error.stack }, 'storage failed');
  throw new Problem('unavailable');
}

/** For every browser: an approximation in ASCII, then the name itself (RFC 6266). */
function named(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const coded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${coded}`;
}
