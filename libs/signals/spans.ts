import { MOST_CELLS, type Cell } from './rules/scrap.js';

interface Reach {
  cell: Cell;
  rows: number;
}

/** A table that is open. */
interface Table {
  /** What reaches down into the next row, by column. */
  reaching: (Reach | undefined)[];
  /** What begins in this row to reach into those below. */
  begun: (Reach & { column: number })[];
  /** Up to this column the last cell goes. */
  width: number;
}

/**
 * Cells of a page's tables that are wider or higher than one: over several rows a cell stands in each of them, over several columns it
 * leaves those behind it empty.
 */
export class Spans {
  readonly #tables: Table[] = [{ reaching: [], begun: [], width: 0 }];

  get #table(): Table {
    return this.#tables.at(-1)!;
  }

  openTable(): void {
    this.#tables.push({ reaching: [], begun: [], width: 0 });
  }

  closeTable(): void {
    if (this.#tables.length > 1) this.#tables.pop();
  }

  /** A row that nobody ended is over, too. */
  beginRow(): void {
    Object.assign(this.#table, { begun: [], width: 0 });
  }

  /** The cell that is to be written; what reaches into the row before it is put into the line. */
  beginCell(line: Cell[], rows: number, columns: number): Cell {
    const table = this.#table;
    fill(line, table.reaching, table.width);
    const cell = { text: '' };
    const column = line.push(cell) - 1;
    table.width = Math.min(column + Math.max(1, columns || 1), MOST_CELLS);
    if (!(rows > 1)) return cell;
    for (let at = column; at < table.width; at += 1)
      table.begun.push({ column: at, rows: rows - 1, cell: at === column ? cell : { text: '' } });
    return cell;
  }

  endRow(line: Cell[]): void {
    const { reaching, begun, width } = this.#table;
    fill(line, reaching, Math.max(width, reaching.length));
    for (const { column, ...reach } of begun) reaching[column] = reach;
    this.beginRow();
  }
}

/** What reaches into the row, from its last cell on; up to a column also where nothing does. */
function fill(line: Cell[], reaching: (Reach | undefined)[], upTo: number): void {
  while (line.length < MOST_CELLS) {
    const reach = reaching[line.length];
    if (!reach && line.length >= upTo) return;
    if (reach && (reach.rows -= 1) <= 0) reaching[line.length] = undefined;
    line.push(reach?.cell ?? { text: '' });
  }
}
