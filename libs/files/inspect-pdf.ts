import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { constants, inflateSync } from 'node:zlib';
import { Problem } from '#platform/problem.js';
import { hasSecondKind } from './inspect-image.js';
import type { Bytes } from './bytes.js';

/** Readers look for the end mark in so many of the last bytes. */
const TAIL = 1024;
const ACTIVE = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia'] as const;
const PACKED = '/ObjStm';
/** The dictionary of a stream and the word that begins it. */
const STREAM = /<<[^]{0,2000}?>>\s*stream\r?\n/g;
/** What one of them may unpack to. */
const LARGEST = 32 << 20;
const LONGEST_WORD = Math.max(...ACTIVE.map((word) => word.length));

/** @throws Problem for a PDF that acts, carries other files, or is something else as well */
export async function inspectPdf(bytes: Bytes): Promise<'pdf'> {
  const tail = (await bytes.tail(TAIL)).toString('latin1');
  if (!tail.includes('%%EOF')) throw new Problem('file.broken');
  if (await hasSecondKind(bytes)) throw new Problem('file.mixed');
  let rest = '';
  let packs = false;
  for await (const part of createReadStream(bytes.path, { highWaterMark: 1 << 20 })) {
    const text = rest + (part as Buffer).toString('latin1');
    packs ||= refuseActive(text).includes(PACKED);
    rest = text.slice(-3 * LONGEST_WORD);
  }
  if (packs) refusePacked(await readFile(bytes.path));
  return 'pdf';
}

/** @returns the text as it reads: names may be written with codes of their letters */
function refuseActive(text: string): string {
  const plain = text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  const found = ACTIVE.find((word) => plain.includes(word));
  if (found) throw new Problem('file.active', { found: found.slice(1) });
  return plain;
}

/** Objects may be packed into streams: looked into one by one, and what cannot be is refused. */
function refusePacked(file: Buffer): void {
  const text = file.toString('latin1');
  if (text.includes('/Encrypt')) throw new Problem('file.encrypted');
  for (const { 0: head, index } of text.matchAll(STREAM)) {
    if (!head.includes(PACKED)) continue;
    const from = index + head.length;
    const end = text.indexOf('endstream', from);
    refuseActive(unpacked(file.subarray(from, end < 0 ? undefined : end)));
  }
}

function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream, { maxOutputLength: LARGEST, finishFlush: constants.Z_SYNC_FLUSH }).toString(
      'latin1',
    );
  } catch (error) {
    throw new Problem(
      (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'file.bomb' : 'file.broken',
    );
  }
}
