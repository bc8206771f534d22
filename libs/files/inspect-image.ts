import { Problem } from '#platform/problem.js';
import type { Bytes } from './bytes.js';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const JPEG = Buffer.from('ffd8ff', 'hex');
/** A browser unpacks all of it: 100 million dots are 400 MB. */
const MOST_DOTS = 100_000_000;
/** Where the directory of an archive must end. */
const ARCHIVE_TAIL = 65_557;
const ARCHIVE_END = Buffer.from('PK\x05\x06', 'latin1');
const MARKUP = /<(!doctype|html|script|svg|iframe|body|\?php)/i;

/** A picture by its beginning; null for what is none. @throws Problem for a broken, endless or double one */
export async function inspectImage(bytes: Bytes, head: Buffer): Promise<'png' | 'jpeg' | 'webp' | null> {
  if (head.subarray(0, 8).equals(PNG)) {
    await walkPng(bytes);
    return refuseSecond(bytes, 'png');
  }
  if (head.subarray(0, 3).equals(JPEG)) {
    await walkJpeg(bytes);
    return refuseSecond(bytes, 'jpeg');
  }
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') {
    const said = head.readUInt32LE(4) + 8;
    if (said > bytes.size) throw new Problem('file.broken');
    if (said < bytes.size - 1) throw new Problem('file.mixed');
    return refuseSecond(bytes, 'webp');
  }
  return null;
}

async function refuseSecond<T>(bytes: Bytes, type: T): Promise<T> {
  if (await hasSecondKind(bytes)) throw new Problem('file.mixed');
  return type;
}

/** Something that also opens as an archive, or that a careless reader takes for a page. */
export async function hasSecondKind(bytes: Bytes): Promise<boolean> {
  const [head, tail] = await Promise.all([bytes.at(0, 1024), bytes.tail(ARCHIVE_TAIL)]);
  const text = head.toString('latin1');
  return tail.includes(ARCHIVE_END) || MARKUP.test(text) || text.indexOf('%PDF-') > 0;
}

/** From part to part: the first says how large it is, behind the last there is nothing. */
async function walkPng(bytes: Bytes): Promise<void> {
  for (let at = PNG.length, first = true; ; first = false) {
    const part = await bytes.at(at, 16);
    const name = part.toString('latin1', 4, 8);
    if (part.length < 12 || first !== (name === 'IHDR')) throw new Problem('file.broken');
    if (first) refuseEndless(part.readUInt32BE(8), part.readUInt32BE(12));
    at += part.readUInt32BE(0) + 12;
    if (at > bytes.size) throw new Problem('file.broken');
    if (name !== 'IEND') continue;
    if (at < bytes.size) throw new Problem('file.mixed');
    return;
  }
}

/** Up to the frame, which says how large it is. What cameras add behind the picture is theirs. */
async function walkJpeg(bytes: Bytes): Promise<void> {
  for (let at = 2; ;) {
    const part = await bytes.at(at, 9);
    if (part.length < 9 || part[0] !== 0xff) throw new Problem('file.broken');
    const marker = part[1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return refuseEndless(part.readUInt16BE(5), part.readUInt16BE(7));
    if (marker === 0xda || marker === 0xd9) throw new Problem('file.broken');
    at += 2 + part.readUInt16BE(2);
  }
}

function refuseEndless(width: number, height: number): void {
  if (!width || !height) throw new Problem('file.broken');
  if (width * height > MOST_DOTS) throw new Problem('file.bomb');
}
