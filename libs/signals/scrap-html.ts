import { Parser } from 'htmlparser2';
import type { Cell } from './rules/scrap.js';
import { Spans } from './spans.js';

const BLOCKS = new Set(
  'p div li br tr h1 h2 h3 h4 h5 h6 dt dd section article header footer ul ol table blockquote pre hr'.split(
    ' ',
  ),
);
const UNREAD = new Set(['script', 'style', 'head', 'title', 'template']);

export const isHtml = (text: string): boolean =>
  /<(?:html|table|tr|td|p|div|li|ul|br|a|span|meta)\b[^>]*>/iu.test(text);

/** The lines of a page as they are read; a line that says nothing itself is none. */
class Lines {
  readonly done: Cell[][] = [];
  readonly spans = new Spans();
  #line: Cell[] = [];
  #cell: Cell | null = null;
  #said = false;

  get cell(): Cell {
    if (!this.#cell) this.#line.push((this.#cell = { text: '' }));
    return this.#cell;
  }

  write(text: string): void {
    this.cell.text += text.replaceAll(/[\r\n\t]/gu, ' ');
    this.#said ||= text.trim() !== '';
  }

  link(url: string): void {
    this.cell.url ??= url;
    this.#said = true;
  }

  beginRow(): void {
    this.end();
    this.spans.beginRow();
  }

  beginCell(rows: number, columns: number): void {
    this.#cell = this.spans.beginCell(this.#line, rows, columns);
  }

  endRow(): void {
    this.spans.endRow(this.#line);
    this.end();
  }

  end(): void {
    if (this.#said) this.done.push(this.#line);
    this.#line = [];
    this.#cell = null;
    this.#said = false;
  }
}

/** The lines of a page: rows of its tables with their cells, and what else stands on a line of its own. */
export function linesOfHtml(html: string): Cell[][] {
  const lines = new Lines();
  let unread = 0;
  let inRow = 0;
  const parser = new Parser({
    onopentag(name, { href, rowspan, colspan }) {
      if (UNREAD.has(name)) unread += 1;
      if (name === 'table') lines.spans.openTable();
      if (name === 'tr') {
        lines.beginRow();
        inRow += 1;
      } else if (name === 'td' || name === 'th') lines.beginCell(Number(rowspan), Number(colspan));
      else if (BLOCKS.has(name) && inRow) lines.write(' ');
      else if (BLOCKS.has(name)) lines.end();
      if (name === 'a' && href && /^https?:\/\//iu.test(href)) lines.link(href);
    },
    ontext(text) {
      if (!unread) lines.write(text);
    },
    onclosetag(name) {
      if (UNREAD.has(name)) unread = Math.max(0, unread - 1);
      if (name === 'tr') {
        inRow = Math.max(0, inRow - 1);
        lines.endRow();
      } else if (BLOCKS.has(name) && !inRow) lines.end();
      if (name === 'table') lines.spans.closeTable();
    },
  });
  parser.end(html);
  lines.end();
  return lines.done;
}
