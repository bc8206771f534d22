import { readFileSync } from 'node:fs';

const SUBSTITUTE = '□';
const known = new Map<string, Set<number>>();

/**
 * The text with □ for each character the font has no glyph for. PDF/UA refuses such characters, so one emoji in one
 * headline would otherwise cost the whole report.
 */
export function withinFont(text: string, fontPath: string): string {
  let covered = known.get(fontPath);
  if (!covered) known.set(fontPath, (covered = charactersOf(readFileSync(fontPath))));
  return Array.from(text, (character) =>
    covered.has(character.codePointAt(0) ?? 0) ? character : SUBSTITUTE,
  ).join('');
}

/** Reads the font's segmented coverage table (OpenType `cmap`, subtable format 12). */
function charactersOf(font: Buffer): Set<number> {
  const covered = new Set<number>();
  const cmap = tableAt(font, 'cmap');
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + index * 8);
    if (font.readUInt16BE(subtable) !== 12) continue;
    for (let group = 0; group < font.readUInt32BE(subtable + 12); group += 1) {
      const at = subtable + 16 + group * 12;
      const last = font.readUInt32BE(at + 4);
      for (let code = font.readUInt32BE(at); code <= last; code += 1) covered.add(code);
    }
  }
  return covered;
}

function tableAt(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}
