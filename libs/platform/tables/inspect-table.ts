import { fromBufferPromise, type Entry } from 'yauzl';
import { decode, encodingOf, type Encoding } from '../encoding.js';
import { Problem } from '../problem.js';

/** What a file is, as far as its bytes tell; a name or a media type is only somebody's opinion. */
export type TableFormat = { kind: 'xlsx' } | { kind: 'csv'; encoding: Encoding; separator: Separator };
export type Separator = ',' | ';' | '\t';

/** Unpacked, in bytes, and in files: a sheet of a hundred thousand rows stays below half of it. */
const MOST_UNPACKED = 160_000_000;
const MOST_ENTRIES = 2000;

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const BOOKS = ['Workbook', 'Book'].map((name) => Buffer.from(name, 'utf16le'));

/** Says how a table is to be read, before anything of it is. @throws Problem `table.…` for what is no table of ours */
export async function inspectTable(bytes: Buffer): Promise<TableFormat> {
  if (startsWith(bytes, ZIP)) return await inspectZip(bytes);
  if (startsWith(bytes, OLE)) throw new Problem(oldKind(bytes));
  // A PDF begins as text does.
  if (bytes.subarray(0, 1024).includes('%PDF-')) throw new Problem('table.unknown');
  const encoding = await encodingOf(bytes);
  if (!encoding) throw new Problem(bytes.includes(0) ? 'table.unknown' : 'table.encoding');
  // So much of the text tells which sign separates its cells.
  const beginning = decode(bytes.subarray(0, 4096), encoding);
  if (!beginning.trim()) throw new Problem('table.empty');
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(beginning)) throw new Problem('table.unknown');
  return { kind: 'csv', encoding, separator: separatorOf(beginning) };
}

const startsWith = (bytes: Buffer, sign: Buffer): boolean => bytes.subarray(0, sign.length).equals(sign);

function oldKind(bytes: Buffer): 'table.encrypted' | 'table.xls' | 'table.unknown' {
  if (bytes.includes(ENCRYPTED)) return 'table.encrypted';
  return BOOKS.some((name) => bytes.includes(name)) ? 'table.xls' : 'table.unknown';
}

/** The sign that is most in the first line, outside of quotes. */
export function separatorOf(text: string): Separator {
  const [line = ''] = text
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .trimStart()
    .split(/\r?\n/, 1);
  const count = (sign: string): number => line.split(sign).length;
  return ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a))[0]!;
}

async function inspectZip(bytes: Buffer): Promise<TableFormat> {
  const entries = await entriesOf(bytes);
  if (entries.length > MOST_ENTRIES) throw new Problem('table.bomb');
  if (entries.some((entry) => entry.isEncrypted())) throw new Problem('table.encrypted');
  if (!entries.some(({ fileName }) => fileName.toLowerCase() === 'xl/workbook.xml'))
    throw new Problem('table.zip');
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > MOST_UNPACKED) throw new Problem('table.bomb');
  return { kind: 'xlsx' };
}

/** What the central directory lists; names that lead out of the archive make it a broken one. */
async function entriesOf(bytes: Buffer): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    const archive = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true });
    for await (const entry of archive.eachEntry()) {
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) break;
    }
    return entries;
  } catch {
    throw new Problem('table.broken');
  }
}
