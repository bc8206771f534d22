import { CONDENSED, type Para } from './styles.js';
import { BODY, pt, type Grid, type Line, type Node } from './nodes.js';

/**
 * How high nodes stand in a column this wide, as near as can be said without the fonts, which only the reader has: Hangul
 * is nearly as wide as it is high in 함초롬바탕 and 함초롬돋움, and Latin letters about half as wide.
 */
export function heightOf(nodes: readonly Node[], width: number): number {
  return nodes.reduce((sum, node) => sum + nodeHeight(node, width), 0);
}

function nodeHeight(node: Node, width: number): number {
  if (node.kind === 'line') return lineHeight(node, width);
  if (node.kind === 'image') return imageHeight(node);
  const { before = 0, after = 0 } = node.around ?? {};
  return before + after + rowHeights(node).reduce((sum, height) => sum + height, 0);
}

function lineHeight({ para, runs }: Line, width: number): number {
  const { before = 0, after = 0, spacing = 160 } = para;
  const size = Math.max(...runs.map(({ char }) => char.size), 1);
  const drawn = Math.max(0, ...runs.map(({ image }) => (image ? imageHeight(image) : 0)));
  const texts = runs
    .map(({ text }) => text)
    .join('')
    .split('\n');
  const rows = texts.reduce((sum, text) => sum + linesOf(text, para, width, pt(size)), 0);
  return before + after + Math.max(drawn, (rows * pt(size) * spacing) / 100);
}

export function rowHeights({ rows, widths, inset }: Grid): number[] {
  return rows.map((row) =>
    Math.max(
      ...row.map(({ nodes, height = 0 }, column) =>
        Math.max(height, Math.ceil(heightOf(nodes, (widths[column] ?? 0) - 2 * inset.x)) + 2 * inset.y),
      ),
    ),
  );
}

export const imageHeight = ({
  picture,
  width,
}: {
  picture: { width: number; height: number };
  width: number;
}) => Math.round((width * picture.height) / picture.width);

/** Lines of a text whose words are not split, unless one is wider than the line. */
function linesOf(text: string, { left = 0, hang = 0, tab }: Para, column: number, em: number): number {
  const width = column - left - hang;
  let lines = 1;
  // The first line begins before the others.
  let at = -hang;
  for (const piece of text.split(' ')) {
    const word = piece.replace('\t', '');
    if (word !== piece && tab?.type === 'LEFT') at = Math.max(at, tab.at - left - hang);
    const wide = widthOf(word, em);
    if (at > 0 && at + wide > width) {
      lines += 1;
      at = 0;
    }
    if (wide > width) lines += Math.ceil(wide / width) - 1;
    at += (wide > width ? wide % width : wide) + em * advance(' ');
  }
  return lines;
}

export function widthOf(text: string, em: number): number {
  return Array.from(text).reduce((sum, character) => sum + em * advance(character), 0);
}

const advance = (character: string): number => (share(character) * CONDENSED.ratio + CONDENSED.spacing) / 100;

/** Advances of 함초롬바탕, which those of 함초롬돋움 are close to. */
function share(character: string): number {
  if (character >= '가' && character <= '힣') return 0.972;
  if ('.,:;\'"()[]·!|'.includes(character)) return 0.32;
  if (character === ' ' || character === '\u00A0') return 0.5;
  if (character > '\u00FF') return 1;
  return /[A-Z%&@]/.test(character) ? 0.8 : 0.55;
}

/** How far a tab reaches that leads to the stop of its paragraph; readers that set no lines anew take it as written. */
export function tabWidth({ para: { tab }, runs }: Line): number {
  const [before = '', after = ''] = runs
    .map(({ text }) => text)
    .join('')
    .split('\t');
  const size = pt(runs[0]?.char.size ?? 0);
  const taken = widthOf(before, size) + (tab?.type === 'RIGHT' ? widthOf(after, size) : 0);
  return Math.max(0, Math.round((tab?.at ?? 0) - taken));
}

/** Whether nodes fit one page, with some room left for what the fonts of the reader make of it. */
export const fitsPage = (nodes: readonly Node[]): boolean =>
  heightOf(nodes, BODY.width) <= BODY.height * SURE;
const SURE = 0.96;
