import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { Problem } from '#platform/problem.js';
import type { FileType } from './vocabulary.js';
import type { Bytes } from './bytes.js';

/** Unpacked, in bytes: a presentation full of pictures, which hardly shrink, stays below. */
const MOST_UNPACKED = 500_000_000;
const MOST_ENTRIES = 10_000;
/** What shrinks more than this is made of nothing. Small parts may. */
const MOST_RATIO = 300;
const SMALL = 5_000_000;
/** Parts that are read as text: lists of parts and of what they lead to. */
const LONGEST_LIST = 5_000_000;

/** Each document by the part that no other kind has. */
const MARKS: Record<string, FileType> = {
  'xl/workbook.xml': 'xlsx',
  'word/document.xml': 'docx',
  'ppt/presentation.xml': 'pptx',
  'contents/content.hpf': 'hwpx',
};
const MACROS = /(^|\/)(vbaproject\.bin|vbadata\.xml|macrosheets\/.*|activex\/.*)$/i;
const RUNNABLE =
  /\.(exe|dll|com|scr|pif|cpl|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|lnk|jar|sh|html?|svg|xhtml|eps|ps)$/i;
/** Loaded from elsewhere when the document is opened. */
const REMOTE =
  /<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External)(?=[^>]*\/(attachedTemplate|oleObject|frame|externalLinkPath|subDocument)["'])/i;
/** What every HWPX of the usual program holds instead of scripts. */
const EMPTY_SCRIPT =
  /^(varDocuments=XHwpDocuments;?|varDocument=Documents\.Active_XHwpDocument;?|functionOnDocument_(New|Open)\(\)\{\})*$/;

/** A document that is a ZIP archive. @throws Problem for other archives, and for what unpacks to trouble */
export async function inspectZip(bytes: Bytes): Promise<FileType> {
  const archive = await openPromise(bytes.path, {
    lazyEntries: true,
    strictFileNames: true,
    autoClose: false,
  }).catch(() => {
    throw new Problem('file.broken');
  });
  try {
    const entries = await entriesOf(archive);
    refuseBombs(entries);
    refuseActive(entries);
    const type = typeOf(entries);
    for (const entry of entries) await unpack(archive, entry, type);
    return type;
  } finally {
    archive.close();
  }
}

/** What the directory lists; a name that leads out of the archive makes it a broken one. */
async function entriesOf(archive: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) {
      if (entries.push(entry) > MOST_ENTRIES) throw new Problem('file.bomb');
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('file.broken');
  }
  return entries;
}

function refuseBombs(entries: Entry[]): void {
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const swells = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_RATIO,
  );
  if (unpacked > MOST_UNPACKED || swells) throw new Problem('file.bomb');
  // Parts that lie over each other are unpacked many times; a gap in front hides another file.
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  const overlaps = inOrder.some(
    (one, n) => n > 0 && one.relativeOffsetOfLocalHeader < endOf(inOrder[n - 1]!),
  );
  if (overlaps) throw new Problem('file.bomb');
  if (inOrder[0]?.relativeOffsetOfLocalHeader !== 0) throw new Problem('file.mixed');
}

const LOCAL_HEADER = 30;
const endOf = ({ relativeOffsetOfLocalHeader, compressedSize, fileNameLength }: Entry): number =>
  relativeOffsetOfLocalHeader + LOCAL_HEADER + fileNameLength + compressedSize;

function refuseActive(entries: Entry[]): void {
  for (const entry of entries) {
    const { fileName } = entry;
    if (entry.isEncrypted()) throw new Problem('file.encrypted');
    if (MACROS.test(fileName)) throw new Problem('file.macros');
    const [runnable] = isScript(fileName) ? [] : (RUNNABLE.exec(fileName) ?? []);
    if (runnable) throw new Problem('file.active', { found: runnable });
  }
}

const isScript = (name: string): boolean => /^Scripts\//i.test(name);

function typeOf(entries: Entry[]): FileType {
  const types = new Set(entries.flatMap(({ fileName }) => MARKS[fileName.toLowerCase()] ?? []));
  if (types.size > 1) throw new Problem('file.mixed');
  const [type] = types;
  if (!type) throw new Problem('file.type', { found: 'ZIP' });
  return type;
}

/** All of it, to see that it unpacks to what it says and no more; the lists in it are read. */
async function unpack(archive: ZipFile, entry: Entry, type: FileType): Promise<void> {
  const name = entry.fileName;
  const isRead =
    /(\.rels|\.hpf|^mimetype|\[content_types\]\.xml|manifest\.xml)$/i.test(name) || isScript(name);
  if (isRead && entry.uncompressedSize > LONGEST_LIST) throw new Problem('file.bomb');
  const parts: Buffer[] = [];
  try {
    for await (const part of await archive.openReadStreamPromise(entry))
      if (isRead) parts.push(part as Buffer);
  } catch {
    throw new Problem('file.broken');
  }
  if (isRead) look(name, Buffer.concat(parts), type);
}

function look(name: string, content: Buffer, type: FileType): void {
  if (isScript(name)) return refuseScript(content);
  const text = content.toString('utf8');
  if (/\[content_types\]/i.test(name) && /macroEnabled|vbaProject/i.test(text))
    throw new Problem('file.macros');
  if (/\.rels$/i.test(name) && REMOTE.test(text)) throw new Problem('file.active', { found: 'External' });
  if (type !== 'hwpx') return;
  if (name === 'mimetype' && text.trim() !== 'application/hwp+zip') throw new Problem('file.mixed');
  if (/manifest\.xml$/i.test(name) && /encryption-data/i.test(text)) throw new Problem('file.encrypted');
}

function refuseScript(content: Buffer): void {
  const text = content.toString(content.includes(0) ? 'utf16le' : 'utf8');
  const code = text.replaceAll(/\/\*[^]*?\*\/|\/\/[^\n\r\u2028\u2029]*/g, '').replaceAll(/[\s\uFEFF\0]/g, '');
  if (!EMPTY_SCRIPT.test(code)) throw new Problem('file.macros');
}
