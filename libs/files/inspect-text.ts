import { decode, encodingOf } from '#platform/encoding.js';
import { Problem } from '#platform/problem.js';
import { extensionOf } from './rules/file-name.js';
import type { FileType } from './vocabulary.js';
import type { Bytes } from './bytes.js';

/** Nobody reads a longer one; it is looked through as a whole. In bytes. */
const LONGEST = 20_000_000;
/** What a browser would take for a page, a picture or a feed. */
const BEGINS_AS_MARKUP = /^\s*<[!?/a-z]/i;
const HOLDS_MARKUP = /<(script|svg|iframe|object|embed|html|body|\?php)[\s>/]/i;
const SCRIPT = /^\s*(#!|@echo off|\{\\rtf)/i;
/** Everything below a space but tab, line feed, return and form feed. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/;

/** @throws Problem for what is no text, or is one that some program would run or draw */
export async function inspectText(bytes: Bytes, name: string): Promise<FileType> {
  if (bytes.size > LONGEST) throw new Problem('file.too_large', { most: LONGEST / 1e6 });
  const raw = await bytes.at(0, bytes.size);
  const encoding = await encodingOf(raw);
  if (!encoding) throw unknown(name);
  const text = decode(raw, encoding);
  if (CONTROL.test(text)) throw unknown(name);
  if (BEGINS_AS_MARKUP.test(text) || HOLDS_MARKUP.test(text) || SCRIPT.test(text))
    throw new Problem('file.markup');
  const extension = extensionOf(name);
  if (extension !== 'csv' && extension !== 'txt') throw unknown(name);
  return extension === 'csv' ? 'csv' : 'text';
}

const unknown = (name: string): Problem =>
  new Problem('file.type', { found: extensionOf(name).slice(0, 20).toUpperCase() || '?' });
