import type { Picture } from '../picture.js';
import type { Box, Char, Para } from './styles.js';

/** What a page of HWPX is made of, before it is written as XML. Lengths in HWPUNIT (1/7200 inch). */
export type Node = Line | Grid | Image;

export interface Line {
  kind: 'line';
  para: Para;
  runs: Run[];
  /** Place among the headings, 1 being the highest. */
  level?: 1 | 2 | 3;
  newPage?: boolean;
}

export interface Run {
  char: Char;
  /** `\t` goes to the tab stop of its paragraph, `\n` to a new line. */
  text: string;
  /** A drawing behind the text, in the line. */
  image?: Image;
}

export interface Image {
  kind: 'image';
  picture: Picture;
  /** How wide it is shown; its height follows. */
  width: number;
  alt: string;
}

export interface Grid {
  kind: 'grid';
  widths: number[];
  rows: GridCell[][];
  /** Rows that are repeated on every page. */
  heads: number;
  inset: { x: number; y: number };
  /** Of the paragraph it stands in. */
  around?: Para;
  newPage?: boolean;
}

export interface GridCell {
  nodes: Node[];
  box: Box;
  /** At least so high. */
  height?: number;
  /** Begins at the top of its row, not in the middle. */
  top?: boolean;
}

/** Millimetres as HWPUNIT. */
export const mm = (length: number): number => Math.round((length * 7200) / 25.4);
/** Points as HWPUNIT. */
export const pt = (length: number): number => Math.round(length * 100);

/** A4 with margins of 20 mm above and below, 15 mm at the sides. */
export const PAGE = { width: 59528, height: 84188, top: mm(20), side: mm(15) };
export const BODY = { width: PAGE.width - 2 * PAGE.side, height: PAGE.height - 2 * PAGE.top };
