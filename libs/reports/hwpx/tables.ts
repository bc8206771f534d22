import type { Cell, Table } from '../blocks.js';
import { meter } from '../charts.js';
import { BREAK, breakable } from '../linebreak.js';
import { widthOf } from './measure.js';
import { mm, pt, type Grid, type GridCell, type Line, type Node } from './nodes.js';
import { RULE, THICK, TINT, kept, pictureFor, textLine, type Setting } from './setting.js';
import type { Box, Para } from './styles.js';

const SHADES = ['', '#F0F1F4', '#D9DDE5', '#B9C1CF'];

const INSET = mm(0.8);
const SMALLEST = 8.5;

/** A table of one cell, as offices set titles and chapters: every reader draws it the same. */
export function band({ width, gap }: Setting, nodes: Node[], look: { box: Box; around: Para }): Grid {
  const cell = { nodes, box: look.box };
  return {
    kind: 'grid',
    widths: [width],
    rows: [[cell]],
    heads: 0,
    inset: { x: mm(2), y: mm(gap) },
    around: look.around,
  };
}

export function tableNodes(at: Setting, { columns, rows, note }: Table): Node[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((at.width * width) / total));
  const room = widths.map((width) => width - 2 * INSET);
  const size = sizeFor(Math.min(10.5, Math.max(9, at.size * 0.82)), rows, room);
  const heads = columns.map(({ head }, x): GridCell => {
    const para: Para = { align: 'CENTER', spacing: 130 };
    const sides = open(x, columns.length);
    return {
      nodes: [textLine(at, head, { size, bold: true, sans: true, para })],
      box: { top: THICK, bottom: RULE, ...sides, ground: TINT },
    };
  });
  const body = rows.map((row, y) =>
    row.map((cell, x): GridCell => ({
      nodes: [cellLine(at, cell, { size, align: columns[x]?.align ?? 'left', room: room[x] ?? 0 })],
      box: {
        top: RULE,
        bottom: y === rows.length - 1 ? THICK : RULE,
        ...open(x, row.length),
        ...(cell.shade ? { ground: SHADES[cell.shade] } : {}),
      },
    })),
  );
  const grid: Grid = {
    kind: 'grid',
    widths,
    rows: [heads, ...body],
    heads: 1,
    inset: { x: INSET, y: mm(0.7) },
    around: { after: mm(1) },
  };
  const below: Para = { hang: pt(size * 1.5), spacing: 130 };
  return [grid, ...(note ? [textLine(at, `※ ${note}`, { size, para: below })] : [])];
}

function cellLine(
  at: Setting,
  { text, note, strong, meter: share }: Cell,
  look: { size: number; align: string; room: number },
): Line {
  const { size } = look;
  const para: Para = { align: look.align.toUpperCase() as Para['align'], spacing: 125 };
  const line = textLine(at, wrapped(text, look.room, size), { size, sans: true, bold: strong, para });
  if (share !== undefined) {
    const image = { kind: 'image', picture: pictureFor(at, meter(share)), width: mm(16), alt: text } as const;
    line.runs.push({ char: { size }, text: ' ', image });
  }
  if (note)
    line.runs.push({
      char: { size: size * 0.9, sans: true },
      text: `\n${kept(wrapped(note, look.room, size * 0.9))}`,
    });
  return line;
}

/** No part of a word is wider than its column: rather all of the table is set a little smaller. */
function sizeFor(most: number, rows: Cell[][], room: number[]): number {
  const shares = rows.flatMap((row) =>
    row.map(({ text }, x) => {
      const widest = Math.max(
        ...breakable(text)
          .split(/[ \u200B]/)
          .map((part) => widthOf(part, pt(most))),
      );
      return (room[x] ?? widest) / widest;
    }),
  );
  return Math.max(SMALLEST, Math.floor(most * Math.min(1, ...shares) * 10) / 10);
}

/** A word too wide for its column goes on in a new line where it may, which readers do not know by themselves. */
function wrapped(text: string, room: number, size: number): string {
  const words = breakable(text).split(' ');
  return words
    .map((word) => {
      if (widthOf(word.replaceAll(BREAK, ''), pt(size)) <= room) return word;
      return word.split(BREAK).reduce((lines, part) => {
        const last = `${lines.split('\n').at(-1)}${part}`;
        return widthOf(last, pt(size)) <= room ? lines + part : `${lines}\n${part}`;
      });
    })
    .join(' ');
}

/** Labels over values, twice: what the document is, and who signs. */
export function sheet(at: Setting, rows: string[][], heights: number[]): Grid {
  const count = Math.max(...rows.map((row) => row.length));
  const cell = (text: string, x: number, y: number): GridCell => {
    const label = y % 2 === 0;
    const para: Para = { align: 'CENTER', spacing: 120 };
    return {
      nodes: [textLine(at, text, { size: 10, sans: true, bold: label || undefined, para })],
      height: heights[y],
      box: {
        top: y === 0 ? THICK : RULE,
        bottom: y === rows.length - 1 ? THICK : RULE,
        ...open(x, count),
        ...(label ? { ground: TINT } : {}),
      },
    };
  };
  return {
    kind: 'grid',
    widths: Array.from({ length: count }, () => Math.floor(at.width / count)),
    rows: rows.map((row, y) => Array.from({ length: count }, (_, x) => cell(row[x] ?? '', x, y))),
    heads: 0,
    inset: { x: mm(1), y: mm(0.7) },
  };
}

/** Tables of offices have no edges at their sides. */
function open(x: number, count: number): Box {
  return { ...(x > 0 ? { left: RULE } : {}), ...(x < count - 1 ? { right: RULE } : {}) };
}
