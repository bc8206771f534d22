import type { Block, Cell, Item, Outline, Table } from './blocks.js';

/** A paper as plain text, for mail: no line is set to a width, so that it reads on a phone too. */
export function renderText(outline: Outline): string {
  const parts = [
    [...named(outline.marking), outline.title, outline.byline, ...headLines(outline)],
    outline.lead,
    lines(outline.summary),
    [...lines(outline.details), '', ...named(outline.attachments), outline.authors],
    ...(outline.annex ? [[outline.annex.title, ...lines(outline.annex.blocks)]] : []),
  ];
  const said = parts.map((part) => part.join('\n').trim()).filter((part) => part !== '');
  // Blanks that keep words together on paper are none to a program that reads this.
  return `${said.join('\n\n')}\n`.replaceAll('\u00A0', ' ');
}

const named = (text: string | null | undefined): string[] => (text ? [text] : []);

/** What is blank on paper is to be filled in by hand, which nobody does here; who signs is named all the same. */
function headLines({ head: { fields, approvers, consulted } }: Outline): string[] {
  return [
    fields.map(({ label, value }) => `${label} ${value || '-'}`).join(' / '),
    ...(approvers.length > 0 ? [`결재 ${approvers.join(' - ')}`] : []),
    ...(consulted ? [`협조 ${consulted}`] : []),
  ];
}

function lines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
        return ['', block.text];
      case 'issue':
        return ['', `${block.mark} ${block.title} ${block.tag}`, ...items(block.items, 1)];
      case 'items':
        return items(block.items, 0);
      case 'table':
        return table(block.table);
      case 'chart':
        return [`  ${block.chart.description}`];
      case 'beside':
        return block.blocks.flatMap(lines);
      default:
        throw new Error(`no way to write ${JSON.stringify(block satisfies never)}`);
    }
  });
}

function items(given: readonly Item[], depth: number): string[] {
  return given.flatMap(({ mark, label, text, items: under = [] }) => {
    const more = Boolean(text) || under.length > 0;
    const name = label ? `${label}${more ? ' :' : ''}` : '';
    const own = [mark, name, text].filter(Boolean).join(' ');
    return [`${'  '.repeat(depth)}${own}`, ...items(under, depth + 1)];
  });
}

/** A row as what it is of, then what its columns say; of issues that is so much that it has a line of its own. */
function table({ name, columns, rowHeader, rows, note }: Table): string[] {
  const rowOf = (cells: string[]) => {
    const said = cells.slice(rowHeader + 1).join(' / ');
    const of = `  ${cells.slice(0, rowHeader + 1).join(' ')}`;
    return name === 'issues' ? [of, `    ${said}`] : [`${of} : ${said}`];
  };
  return [
    ...rowOf(columns.map(({ head }) => head)),
    ...rows.flatMap((row) => rowOf(row.map(spoken))),
    ...(note ? [`  ※ ${note}`] : []),
  ];
}

const spoken = ({ text, note }: Cell): string => (note ? `${text} ${note}` : text);
