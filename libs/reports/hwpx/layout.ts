import type { Block, Outline } from '../blocks.js';
import { itemLines } from './items.js';
import { heightOf, widthOf } from './measure.js';
import { BODY, mm, pt, type Grid, type GridCell, type Line, type Node } from './nodes.js';
import { NAVY, RULE, THICK, THIN, TINT, kept, pictureFor, textLine, type Setting } from './setting.js';
import { band, sheet, tableNodes } from './tables.js';

/** Between two columns. */
const GAP = mm(6);

/** Who may read it, at the top of every page. */
export const markingLine = (at: Setting, marking: string): Line =>
  textLine(at, marking, { size: 11, bold: true, sans: true, para: { align: 'RIGHT', spacing: 130 } });

/** Document data and approval box, title and lead. */
export function headNodes(at: Setting, { head, title, byline, lead }: Outline): Node[] {
  const { fields, approvers, consulted } = head;
  const labels = fields.map(({ label }) => label);
  const values = fields.map(({ value }) => value);
  const data = [labels, values];
  const signatures = [approvers, approvers.map(() => '')];
  const name = textLine(at, title, {
    size: 20,
    bold: true,
    sans: true,
    para: { align: 'CENTER', spacing: 130 },
  });
  return [
    sheet(at, approvers.length > 0 ? [...data, ...signatures] : data, [0, 0, 0, mm(11)]),
    ...(consulted ? [textLine(at, `협조  ${consulted}`, { size: 10, sans: true })] : []),
    band(at, [{ ...name, level: 1 }], {
      box: { top: THICK, bottom: THIN },
      around: { before: mm(3), after: mm(1) },
    }),
    textLine(at, byline, { size: 11, para: { align: 'RIGHT', after: mm(2) } }),
    ...(lead.length > 0 ? [leadBand(at, lead)] : []),
  ];
}

function leadBand(at: Setting, lead: readonly string[]): Grid {
  return band(
    at,
    lead.map((text) => textLine(at, text, { bold: true })),
    { box: { top: RULE, bottom: RULE, left: THICK, right: RULE, ground: TINT }, around: { after: mm(1) } },
  );
}

function chapter(at: Setting, text: string): Grid {
  const look = { size: at.size + 2, bold: true, sans: true, color: NAVY, para: { spacing: 120 } };
  return band(at, [{ ...textLine(at, text, look), level: 2 }], {
    box: { bottom: THICK, ground: TINT },
    around: { before: pt(at.size * 0.7 * at.gap), after: pt(at.size * 0.4 * at.gap), keep: true },
  });
}

export const blockNodes = (at: Setting, blocks: readonly Block[]): Node[] =>
  blocks.flatMap((block) => nodesOf(at, block));

/**
 * The same, where each table or picture stands on one page with what heads it and with its note, in every reader, also those that
 * keep no lines together. What is too high for that flows.
 */
export function annexNodes(at: Setting, blocks: readonly Block[]): Node[] {
  const nodes: Node[] = [];
  let heads: Node[] = [];
  for (const block of blocks) {
    const group = [...heads, ...nodesOf(at, block)];
    heads = headsWhatFollows(block) ? group : [];
    if (heads.length > 0) continue;
    nodes.push(
      ...(group.length > 1 && heightOf(group, at.width) <= BODY.height / 2 ? [whole(at, group)] : group),
    );
  }
  return [...nodes, ...heads];
}

const headsWhatFollows = (block: Block): boolean =>
  block.kind === 'heading' ||
  (block.kind === 'items' && block.items.every(({ text, items }) => !text && !items));

const whole = (at: Setting, nodes: Node[]): Grid => ({
  kind: 'grid',
  widths: [at.width],
  rows: [[cell(nodes)]],
  heads: 0,
  inset: { x: 0, y: 0 },
});

function nodesOf(at: Setting, block: Block): Node[] {
  switch (block.kind) {
    case 'heading':
      return [chapter(at, block.text)];
    case 'issue':
      return [issueLine(at, block), ...itemLines(at, block.items, true)];
    case 'items':
      return itemLines(at, block.items);
    case 'table':
      return tableNodes(at, block.table);
    case 'chart': {
      const { svg, title, description } = block.chart;
      const alt = `${title}: ${description}`;
      return [{ kind: 'image', picture: pictureFor(at, svg), width: at.width, alt }];
    }
    case 'beside':
      return [beside(at, block.blocks)];
    default:
      throw new Error(`no way to set ${JSON.stringify(block satisfies never)}`);
  }
}

/** Its tag stands at the right end, where there is room for it. */
function issueLine({ size, spacing, gap, width }: Setting, issue: Block & { kind: 'issue' }): Line {
  const name = `${issue.mark} ${kept(issue.title)}`;
  const apart = widthOf(`${name} ${issue.tag}`, pt(size)) < width - mm(6);
  return {
    kind: 'line',
    para: {
      hang: pt(size * 1.5),
      before: pt(size * 0.6 * gap),
      after: pt(size * 0.15 * gap),
      spacing,
      keep: true,
      ...(apart ? { tab: { at: width, type: 'RIGHT' as const } } : {}),
    },
    runs: [
      { char: { size, bold: true, sans: true }, text: `${name}  ${apart ? '\t' : ''}` },
      { char: { size: size * 0.92, bold: true, sans: true }, text: issue.tag },
    ],
    level: 3,
  };
}

function beside(at: Setting, sides: [Block[], Block[]]): Grid {
  const width = Math.floor((at.width - GAP) / 2);
  const [left, right] = sides.map((blocks) => cell(blockNodes({ ...at, width }, blocks)));
  return {
    kind: 'grid',
    widths: [width, GAP, width],
    rows: [[left!, cell([textLine(at, '')]), right!]],
    heads: 0,
    inset: { x: 0, y: 0 },
  };
}

const cell = (nodes: Node[]): GridCell => ({ nodes, box: {}, top: true });
