import { Problem } from '#platform/problem.js';
import { CompoundFile } from './compound-file.js';
import type { Bytes } from './bytes.js';

const SIGNATURE = 'HWP Document File';
/** Bits of the properties in the header of HWP 5.0, by its published format. */
const PROTECTED = (1 << 1) | (1 << 4) | (1 << 8) | (1 << 10);
const WITH_SCRIPT = 1 << 3;
const OLD_OFFICE = new Set(['WordDocument', 'Workbook', 'Book', 'PowerPoint Document']);
const RUNNABLE = /\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|hta|lnk|jar|eps|ps)$/i;

/** A document in the container of old Windows programs: of those only HWP is taken. */
export async function inspectCompound(bytes: Bytes): Promise<'hwp'> {
  const file = await CompoundFile.open(bytes);
  const names = new Set(file.entries.map(({ name }) => name));
  if (names.has('EncryptedPackage')) throw new Problem('file.encrypted');
  const header = file.entries.find(({ name, isStream }) => isStream && name === 'FileHeader');
  if (!header) {
    const isOld = [...names].some((name) => OLD_OFFICE.has(name));
    throw isOld ? new Problem('file.old_office') : new Problem('file.type', { found: 'OLE' });
  }
  const head = await file.read(header, 256);
  if (head.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE || head.length < 40)
    throw new Problem('file.type', { found: 'OLE' });
  if (!names.has('DocInfo') || !names.has('BodyText')) throw new Problem('file.broken');
  const properties = head.readUInt32LE(36);
  if (properties & PROTECTED) throw new Problem('file.encrypted');
  if (properties & WITH_SCRIPT) throw new Problem('file.macros');
  const runnable = [...names].find((name) => RUNNABLE.test(name));
  if (runnable) throw new Problem('file.active', { found: runnable });
  if ([...names].some((name) => OLD_OFFICE.has(name))) throw new Problem('file.mixed');
  return 'hwp';
}
