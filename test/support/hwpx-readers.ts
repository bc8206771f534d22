import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HwpDocument, initSync } from '@rhwp/core';
import { parse, validateHwpx } from 'kordoc';

const wasm = createRequire(import.meta.url).resolve('@rhwp/core/rhwp_bg.wasm');
let started = false;

/** As @rhwp/core reads an HWPX file: all its text, and what stands on each of the pages it lays out. */
export function readByRhwp(file: Buffer): { text: string; pages: string[] } {
  if (!started) initSync({ module: readFileSync(wasm) });
  started = true;
  const document = new HwpDocument(new Uint8Array(file));
  try {
    const pages = Array.from({ length: document.pageCount() }, (_, page) => {
      const { runs } = JSON.parse(document.getPageTextLayout(page)) as { runs: { text: string }[] };
      return runs.map(({ text }) => text).join('');
    });
    // What stands at the top of every page is no part of the text to it.
    const header = JSON.parse(document.getHeaderFooter(0, true, 0)) as { text?: string };
    return { text: [header.text ?? '', JSON.parse(document.getTextFileUnicode())].join('\n'), pages };
  } finally {
    document.free();
  }
}

/** As kordoc reads it, which knows nothing of the other: a package that is not whole is refused, text comes as Markdown. */
export async function readByKordoc(file: Buffer): Promise<string> {
  const bytes = Uint8Array.from(file).buffer;
  const { issues } = await validateHwpx(bytes);
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  const read = await parse(bytes);
  if (!read.success) throw new Error(read.error);
  return read.markdown;
}
