import { createReadStream } from 'node:fs';
import { Problem } from '#platform/problem.js';
import { hasSecondKind } from './inspect-image.js';
import type { Bytes } from './bytes.js';

/** Readers look for the end mark in so many of the last bytes. */
const TAIL = 1024;
const ACTIVE = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia'] as const;
const LONGEST_WORD = Math.max(...ACTIVE.map((word) => word.length));

/** @throws Problem for a PDF that acts, carries other files, or is something else as well */
export async function inspectPdf(bytes: Bytes): Promise<'pdf'> {
  const tail = (await bytes.tail(TAIL)).toString('latin1');
  if (!tail.includes('%%EOF')) throw new Problem('file.broken');
  if (await hasSecondKind(bytes)) throw new Problem('file.mixed');
  let rest = '';
  for await (const part of createReadStream(bytes.path, { highWaterMark: 1 << 20 })) {
    const text = rest + (part as Buffer).toString('latin1');
    // Names may be written with codes of their letters.
    const plain = text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    const found = ACTIVE.find((word) => plain.includes(word));
    if (found) throw new Problem('file.active', { found: found.slice(1) });
    rest = text.slice(-3 * LONGEST_WORD);
  }
  return 'pdf';
}
