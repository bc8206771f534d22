import type { Label } from './labels.js';

/** A column of a table that leaves as a file; an instant is shown as the clock in Seoul shows it. */
export interface TableColumn {
  header: string;
  kind: 'text' | 'number' | 'instant';
  /** In characters. */
  width: number;
}

/** Instants as RFC 3339. */
export type Cell = string | number | null;

/** A column of a table whose rows are at hand: what it is called, and what stands in it. */
export interface ColumnOf<R> extends Label, Omit<TableColumn, 'header'> {
  of: (row: R, language: keyof Label) => Cell;
}

/** Rows at hand as a table in one language. */
export function tableOf<R>(
  columns: readonly ColumnOf<R>[],
  rows: readonly R[],
  language: keyof Label,
): { columns: TableColumn[]; rows: Cell[][] } {
  return {
    columns: columns.map(({ kind, width, ...label }) => ({ kind, width, header: label[language] })),
    rows: rows.map((row) => columns.map(({ of }) => of(row, language))),
  };
}

/** Rows as they are read, some at a time: a table of any length takes no more memory than a page of it. */
export type TablePages = AsyncIterable<Cell[][]>;
