import { Body, Controller, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Tx } from '#platform/database.js';
import { inWords } from '#platform/field-errors.js';
import { Problem, wrongField } from '#platform/problem.js';
import type { Repeatable } from '#platform/idempotency.js';
import { previewScrap } from '#signals/preview-scrap.js';
import { receiveList } from '#signals/receive-list.js';
import { readScrap, type Cell } from '#signals/rules/scrap.js';
import { linesOfFile, linesOfText } from '#signals/scrap-file.js';
import { viewSignal } from '#signals/signal-view.js';
import { findCandidates } from '#signals/similar-signals.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { languageOf } from '../http/language.js';
import { sound } from '../http/sound.js';
import { readUpload } from '../http/upload.js';
import { BatchAnswer, CandidatesAnswer, ScrapAnswer } from './scrap-answers.js';
import { BATCH, ScrapBody, SignalListBody, SimilarSignalBody } from './signal-bodies.js';

/** The morning's scrap list: looked through first, then saved as it was mended. */
@ApiTags('동향')
@Controller('api/v1/signals')
export class ScrapController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post('scrap')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: ScrapBody, description: '또는 file에 XLSX·HTML·TXT(UTF-8, CP949)' })
  @Endpoint({ summary: '조간 스크랩 읽기(저장하지 않음)', returns: ScrapAnswer })
  async preview(@Caller() by: Principal, @Req() request: Authenticated) {
    const language = languageOf(request);
    // Taken apart before anything of the database is held.
    const lines = await linesOf(request);
    return readAs(this.source, by, (tx) => preview(tx, by, lines, language));
  }

  @Post('batch')
  @Endpoint({ summary: '동향 한꺼번에 등록', returns: BatchAnswer })
  batch(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() { signals }: SignalListBody) {
    return this.commands.run(repeat, async (tx) => {
      const received = await receiveList(tx, by, signals);
      const items = [];
      for (const { id, created } of received)
        items.push({ result: created ? 'created' : 'known', signal: await viewSignal(tx, by, id) });
      return new Reply(200, { items, created: received.filter(({ created }) => created).length });
    });
  }

  @Post('similar')
  @Endpoint({ summary: '등록 전 같은 내용의 이슈·동향 확인', returns: CandidatesAnswer })
  similar(@Caller() by: Principal, @Body() body: SimilarSignalBody) {
    return readAs(this.source, by, async (tx) => ({ items: await findCandidates(tx, by, body) }));
  }
}

/** In bytes: a list of a morning with all its formatting. */
const FILE_LIMIT = 5_000_000;

/** What was pasted, or what is in the file. @throws Problem for what is neither */
async function linesOf(request: Authenticated): Promise<Cell[][]> {
  if (!request.isMultipart()) {
    const { text } = await sound.transform(request.body ?? {}, { type: 'body', metatype: ScrapBody });
    return linesOfText(text);
  }
  const { file } = await readUpload(request);
  if (!file) throw wrongField('file', 'required');
  if (file.bytes.length > FILE_LIMIT) throw new Problem('body.too_large');
  return linesOfFile(file.bytes);
}

async function preview(tx: Tx, by: Principal, lines: Cell[][], language: 'ko' | 'en'): Promise<ScrapAnswer> {
  const [{ today }] = await tx.query('select seoul_today()::text as today');
  const read = readScrap(lines, today);
  const { rows, groups } = await previewScrap(tx, by, read.slice(0, BATCH), today);
  const told = rows.map((row) => ({
    ...row,
    errors: row.errors.map(({ path, message }) => ({ path, message: inWords(message, language) })),
  }));
  return { rows: told, groups, omitted: Math.max(0, read.length - BATCH) };
}
