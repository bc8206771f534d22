/** A column of a table that leaves as a file; an instant is shown as the clock in Seoul shows it. */
export interface TableColumn {
  header: string;
  kind: 'text' | 'number' | 'instant';
  /** In characters. */
  width: number;
}

/** Instants as RFC 3339. */
export type Cell = string | number | null;

/** Rows as they are read, some at a time: a table of any length takes no more memory than a page of it. */
export type TablePages = AsyncIterable<Cell[][]>;
