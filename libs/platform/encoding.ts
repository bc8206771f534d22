import { isUtf8 } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import iconv from 'iconv-lite';

/** What Korean texts come in. CP949 holds all of EUC-KR; `TextDecoder('euc-kr')` of Node knows only the latter, and spoils 똠 and 뷁. */
export type Encoding = 'utf-8' | 'cp949' | 'utf-16le';

const PART = 1_000_000;

/** How bytes are to be read as text; null for what is no text in any of these. */
export async function encodingOf(bytes: Buffer): Promise<Encoding | null> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes.includes(0)) return null;
  if (isUtf8(bytes)) return 'utf-8';
  const decoder = iconv.getDecoder('cp949');
  for (let from = 0; from < bytes.length; from += PART) {
    if (decoder.write(bytes.subarray(from, from + PART)).includes('\uFFFD')) return null;
    // A long file is no reason for others to wait.
    await setImmediate();
  }
  return decoder.end()?.includes('\uFFFD') ? null : 'cp949';
}

/** Without the mark that some programs begin a text with. */
export const decode = (bytes: Buffer, encoding: Encoding): string => iconv.decode(bytes, encoding);
