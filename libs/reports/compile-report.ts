import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { emit } from '#events/emit.js';
import { reportSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { collectDocument } from './collect-document.js';
import type { ReportDocument } from './document.js';
import { RENDER } from './formats.js';
import { outlineOf } from './outline.js';
import { pagesIn } from './pdf.js';
import { FORMATS, type Format } from './vocabulary.js';

/** An edition as it will be stored, and the last request for it that it answers. */
export interface Compiled {
  number: number;
  document: ReportDocument;
  files: File[];
  upTo: number;
}

/**
 * Compiles the open edition of a month, or the next one: the document and its files from one snapshot of the data. Takes
 * a second or two and holds nothing meanwhile.
 */
export async function compileReport(source: DataSource, month: string): Promise<Compiled> {
  const { number, upTo, document } = await source.transaction('REPEATABLE READ', async (tx) => {
    const edition = await openEdition(tx, month);
    return {
      ...edition,
      upTo: await lastRequest(tx, month),
      document: await collectDocument(tx, month, edition.number),
    };
  });
  const files = await render(document);
  const pdf = files.find(({ format, copy }) => format === 'pdf' && copy === 'final');
  return { number, upTo, document: { ...document, pages: pdf ? pagesIn(pdf.bytes) : null }, files };
}

/**
 * Stores a compiled edition; the caller holds the report's subject.
 * @returns false when it was overtaken: asked for again meanwhile, or another edition is open now
 */
export async function storeReport(
  tx: Tx,
  month: string,
  { number, document, files, upTo }: Compiled,
): Promise<boolean> {
  const open = await openEdition(tx, month);
  if (open.number !== number || (await lastRequest(tx, month)) !== upTo) return false;
  const id = open.id ?? uuidv7();
  if (open.id) {
    await tx.query(`update editions set document = $2, compiled_at = app_now() where id = $1`, [
      id,
      document,
    ]);
    await tx.query('delete from edition_files where edition_id = $1', [id]);
  } else {
    await tx.query('insert into editions (id, month, number, document) values ($1, $2, $3, $4)', [
      id,
      month,
      number,
      document,
    ]);
  }
  for (const { format, copy, bytes } of files) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await tx.query(
      'insert into edition_files (edition_id, format, copy, bytes, sha256) values ($1, $2, $3, $4, $5)',
      [id, format, copy, bytes, sha256],
    );
  }
  await tx.query('update reports set version = version + 1 where month = $1', [month]);
  await emit(tx, reportSubject(month), 'report.compiled', { month, edition: number });
  return true;
}

/** The edition that may still change, or the number of the next one. */
async function openEdition(tx: Tx, month: string): Promise<{ id: string | null; number: number }> {
  const [newest] = await tx.query(
    'select id, number, state from editions where month = $1 order by number desc limit 1',
    [month],
  );
  if (newest && (newest.state === 'draft' || newest.state === 'held'))
    return { id: newest.id, number: newest.number };
  return { id: null, number: (newest?.number ?? 0) + 1 };
}

/** Number of the newest request that is not answered yet; 0 when there is none. */
async function lastRequest(tx: Tx, month: string): Promise<number> {
  const [{ seq }] = await tx.query(
    `select coalesce(max(seq), 0) as seq from hints where queue = 'compile' and subject = $1`,
    [reportSubject(month)],
  );
  return seq;
}

interface File {
  format: Format;
  copy: 'draft' | 'final';
  bytes: Buffer;
}

/** Both copies at once: what is approved is what was rendered with the draft, byte for byte. */
async function render(document: ReportDocument): Promise<File[]> {
  const copies = [
    { copy: 'draft', outline: outlineOf({ ...document, draft: true }) },
    { copy: 'final', outline: outlineOf(document) },
  ] as const;
  const formats = Object.keys(FORMATS) as Format[];
  const files = copies.flatMap(({ copy, outline }) =>
    formats.map(async (format): Promise<File> => {
      return { format, copy, bytes: await RENDER[format](outline, document.issues) };
    }),
  );
  return await Promise.all(files);
}
