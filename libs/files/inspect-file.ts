import { fileTypeFromFile } from 'file-type';
import { Problem } from '#platform/problem.js';
import { Bytes } from './bytes.js';
import { inspectCompound } from './inspect-compound.js';
import { inspectImage } from './inspect-image.js';
import { inspectPdf } from './inspect-pdf.js';
import { inspectText } from './inspect-text.js';
import { inspectZip } from './inspect-zip.js';
import { extensionOf } from './rules/file-name.js';
import { kindOf, type FileType } from './vocabulary.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const UTF16 = Buffer.from('fffe', 'hex');
const PDF = Buffer.from('%PDF-', 'latin1');

/**
 * Says what a file is by what is in it, and that nothing in it can hurt who opens it as far as that can be told. The name
 * is only somebody's opinion, but it must not contradict. @throws Problem `file.…` for whatever is not taken
 */
export async function inspectFile(path: string, name: string): Promise<FileType> {
  return Bytes.of(path, async (bytes) => {
    if (!bytes.size) throw new Problem('file.empty');
    const type = await typeOf(bytes, name);
    const { extensions, label } = kindOf(type);
    if (!extensions.includes(extensionOf(name))) throw new Problem('file.extension', { found: label });
    return type;
  });
}

async function typeOf(bytes: Bytes, name: string): Promise<FileType> {
  const head = await bytes.at(0, 16);
  const begins = (sign: Buffer): boolean => head.subarray(0, sign.length).equals(sign);
  if (begins(ZIP)) return inspectZip(bytes);
  if (begins(COMPOUND)) return inspectCompound(bytes);
  if (begins(PDF)) return inspectPdf(bytes);
  const image = await inspectImage(bytes, head);
  if (image) return image;
  // To others its mark is the beginning of a song.
  if (begins(UTF16)) return inspectText(bytes, name);
  const known = await fileTypeFromFile(bytes.path).catch(() => undefined);
  if (known) throw new Problem('file.type', { found: known.ext.toUpperCase() });
  return inspectText(bytes, name);
}
