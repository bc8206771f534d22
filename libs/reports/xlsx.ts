import type { DataBarRuleType, Fill, Row, Workbook, Worksheet } from 'exceljs';
import type { Block, Cell, Item, Outline, Table } from './blocks.js';
import { issueList, SHEET } from './xlsx-list.js';
import type { ReportIssue } from './document.js';
import { repack } from './pack.js';
import { pictureOf } from './picture.js';
import { plainText } from './plain-text.js';

/** In characters: for the issue table, which has the most columns, and for texts alone. */
const TABLES = [8, 40, 18, 24, 14, 28, 14];
const TEXTS = [140];

const INDENT = 2;
const NAVY = 'FF1B3A6B';
const TINT = 'FFEEF2F8';
const SHADES = ['FFFFFFFF', 'FFF0F1F4', 'FFD9DDE5', 'FFB9C1CF'];

/**
 * A paper as a workbook: what the others say, sheet by sheet, and of a report its issues as a list to sort and filter. Numbers
 * count, days are days, and texts stay texts whatever they begin with. The same bytes for the same document.
 */
export async function renderXlsx(outline: Outline, issues: readonly ReportIssue[] = []): Promise<Buffer> {
  // Loaded by the first who wants one: most processes never need it, and it is large.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  book.creator = outline.office;
  book.title = outline.title;
  book.created = book.modified = new Date(`${outline.preparedOn}T00:00:00Z`);
  await new Pages(book).write(outline);
  if (issues.length > 0) issueList(book, plainText(issues));
  return repack(Buffer.from(await book.xlsx.writeBuffer()));
}

/** The parts of the outline, each on a sheet of its own. */
class Pages {
  private sheet!: Worksheet;
  private widths: number[] = TABLES;
  private marking: string | null = null;

  constructor(private readonly book: Workbook) {}

  async write(outline: Outline): Promise<void> {
    const { marking = null, head, title, byline, lead } = outline;
    this.marking = marking;
    this.begin('총괄');
    if (marking) this.line(marking, { bold: true });
    this.line(title, { bold: true, size: 16 });
    this.line(byline);
    for (const { label, value } of head.fields) this.line(`${label} : ${value}`);
    if (head.approvers.length > 0) this.line(`결재 : ${head.approvers.join(', ')}`);
    if (head.consulted) this.line(`협조 : ${head.consulted}`);
    for (const text of lead) this.line(text, { bold: true, ground: TINT });
    await this.blocks(outline.summary);
    if (outline.details.length > 0) this.begin('세부내용', TEXTS);
    await this.blocks(outline.details);
    for (const text of [outline.attachments, outline.authors]) if (text) this.line(text);
    if (!outline.annex) return;
    this.begin('붙임');
    this.line(outline.annex.title, { bold: true, size: 14, ground: TINT });
    await this.blocks(outline.annex.blocks);
  }

  private begin(name: string, widths = TABLES): void {
    this.widths = widths;
    this.sheet = this.book.addWorksheet(name, {
      // Printed at the top of every page; `&` begins a code there.
      ...(this.marking && { headerFooter: { oddHeader: `&R${this.marking.replaceAll('&', '&&')}` } }),
      pageSetup: SHEET,
    });
    this.sheet.columns = widths.map((width) => ({ width }));
  }

  private async blocks(blocks: readonly Block[]): Promise<void> {
    for (const block of blocks) await this.block(block);
  }

  private async block(block: Block): Promise<void> {
    switch (block.kind) {
      case 'heading':
        return this.line(block.text, { bold: true, size: 14, color: NAVY, ground: TINT });
      case 'issue':
        this.line(`${block.mark} ${block.title} ${block.tag}`, { bold: true });
        return this.items(block.items, 1);
      case 'items':
        return this.items(block.items, 0);
      case 'table':
        return this.table(block.table);
      case 'chart':
        return await this.chart(block.chart);
      case 'beside':
        for (const side of block.blocks) await this.blocks(side);
        return;
      default:
        throw new Error(`no way to write ${JSON.stringify(block satisfies never)}`);
    }
  }

  private items(items: readonly Item[], depth: number): void {
    for (const { mark, label, text, items: under = [] } of items) {
      const more = Boolean(text) || under.length > 0;
      const own = [mark, label ? `${label}${more ? ' :' : ''}` : '', text].filter(Boolean).join(' ');
      this.line(own, { indent: depth, bold: mark === '□' && !more });
      this.items(under, depth + 1);
    }
  }

  private line(
    text: string,
    {
      bold = false,
      size = 11,
      indent = 0,
      color,
      ground,
    }: { bold?: boolean; size?: number; indent?: number; color?: string; ground?: string } = {},
  ): void {
    const row = this.sheet.addRow([plain(text)]);
    const cell = row.getCell(1);
    cell.font = { bold, size, ...(color ? { color: { argb: color } } : {}) };
    cell.alignment = { wrapText: true, vertical: 'middle', indent: indent * INDENT };
    if (ground) cell.fill = filled(ground);
    if (this.widths === TABLES) this.across(row, text, size);
  }

  /** Over all columns; merged cells do not grow with their text by themselves. */
  private across(row: Row, text: string, size: number): void {
    this.sheet.mergeCells(row.number, 1, row.number, TABLES.length);
    const room = TABLES.reduce((sum, width) => sum + width, 0);
    const wide = Array.from(text).reduce((sum, character) => sum + (character > '\u2000' ? 2 : 1), 0);
    row.height = Math.ceil((wide * size) / 11 / room) * size * 1.5;
  }

  private table({ columns, rows, note }: Table): void {
    const head = this.sheet.addRow(columns.map((column) => column.head));
    columns.forEach((_, index) => {
      const cell = head.getCell(index + 1);
      cell.font = { bold: true };
      cell.fill = filled(TINT);
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      cell.border = BORDER;
    });
    for (const cells of rows) {
      const row = this.sheet.addRow(cells.map(typed));
      cells.forEach(({ strong, shade = 0, meter }, index) => {
        const cell = row.getCell(index + 1);
        cell.font = { bold: strong ?? false };
        cell.alignment = { horizontal: columns[index]?.align, vertical: 'middle', wrapText: true };
        cell.border = BORDER;
        if (shade > 0) cell.fill = filled(SHADES[shade] ?? TINT);
        if (meter !== undefined) cell.numFmt = '0%';
      });
    }
    this.bars(rows, head.number + 1);
    if (note) this.line(`※ ${note}`, { size: 10 });
  }

  /** A bar behind each share, as on paper: of all, so that columns compare. */
  private bars([first = []]: Cell[][], from: number): void {
    first.forEach(({ meter }, index) => {
      if (meter === undefined) return;
      const column = this.sheet.getColumn(index + 1).letter;
      this.sheet.addConditionalFormatting({
        ref: `${column}${from}:${column}${this.sheet.rowCount}`,
        rules: [BAR],
      });
    });
  }

  /** The same picture as everywhere, and its figures in words. */
  private async chart({ svg, description }: { svg: string; description: string }): Promise<void> {
    const { png, width, height } = await pictureOf(svg, 2);
    const shown = { width: 640, height: Math.round((640 * height) / width) };
    // exceljs wants the Buffer of an older @types/node.
    const image = this.book.addImage({ buffer: png as never, extension: 'png' });
    const row = this.sheet.addRow([]);
    row.height = shown.height * 0.75 + 6;
    this.sheet.addImage(image, { tl: { col: 0, row: row.number - 1 }, ext: shown });
    this.line(description, { size: 10 });
  }
}

// A plain one: of the other kind the library gives out ids by chance, and files would differ.
const BAR = {
  type: 'dataBar',
  priority: 1,
  gradient: true,
  cfvo: [
    { type: 'num', value: 0 },
    { type: 'num', value: 1 },
  ],
  color: { argb: 'FF8FA6CC' },
} as unknown as DataBarRuleType;

const EDGE = { style: 'thin', color: { argb: 'FF8A94A6' } } as const;
const BORDER = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };

const filled = (color: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb: color } });

/** A count counts and a share is one; anything else is text. */
function typed({ text, note, meter }: Cell): string | number {
  if (meter !== undefined) return meter;
  if (!note && /^\d{1,3}(,?\d{3})*$/.test(text)) return Number(text.replaceAll(',', ''));
  return plain(note ? `${text}\n${note}` : text);
}

/** Blanks that keep words together on paper are none to a program that reads this. */
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');
