import { Parser } from 'htmlparser2';
import type { Cell } from './rules/scrap.js';

const BLOCKS = new Set(
  'p div li br tr h1 h2 h3 h4 h5 h6 dt dd section article header footer ul ol table blockquote pre hr'.split(
    ' ',
  ),
);
const UNREAD = new Set(['script', 'style', 'head', 'title', 'template']);

export const isHtml = (text: string): boolean =>
  /<(?:html|table|tr|td|p|div|li|ul|br|a|span|meta)\b[^>]*>/iu.test(text);

/** The lines of a page: rows of its tables with their cells, and what else stands on a line of its own. */
export function linesOfHtml(html: string): Cell[][] {
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  let unread = 0;
  let inRow = 0;
  const cell = (): Cell => {
    if (!line.length) line.push({ text: '' });
    return line.at(-1)!;
  };
  const end = (): void => {
    if (line.some(({ text, url }) => text.trim() || url)) lines.push(line);
    line = [];
  };
  const parser = new Parser({
    onopentag(name, { href }) {
      if (UNREAD.has(name)) unread += 1;
      if (name === 'tr') {
        end();
        inRow += 1;
      } else if (name === 'td' || name === 'th') line.push({ text: '' });
      else if (BLOCKS.has(name) && inRow) cell().text += ' ';
      else if (BLOCKS.has(name)) end();
      if (name === 'a' && href && /^https?:\/\//iu.test(href)) cell().url ??= href;
    },
    ontext(text) {
      if (!unread) cell().text += text.replaceAll(/[\r\n\t]/gu, ' ');
    },
    onclosetag(name) {
      if (UNREAD.has(name)) unread = Math.max(0, unread - 1);
      if (name === 'tr') {
        inRow = Math.max(0, inRow - 1);
        end();
      } else if (BLOCKS.has(name) && !inRow) end();
    },
  });
  parser.end(html);
  end();
  return lines;
}
