import { readFileSync } from 'node:fs';
import type { Block, Cell, Chart, Item, Outline, Table } from './blocks.js';
import { meter } from './charts.js';
import { fittingSizes, type Size } from './hwpx.js';
import { BREAK, breakable } from './linebreak.js';

const STYLE = readFileSync(new URL('./report.css', import.meta.url), 'utf8');

/** Even if some text got through unescaped, the page may load and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A paper as one page that needs nothing else: for a browser, a phone, or paper. */
export function renderHtml(outline: Outline): string {
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="author" content="${escaped(outline.office)}">
<title>${escaped(outline.title)}</title>
<style>
${STYLE}${onPaper(outline)}${onEveryPage(outline)}</style>
</head>
<body>
<main>
<article>
${outline.marking ? `<p class="marking">${prose(outline.marking)}</p>\n` : ''}${head(outline)}
<h1>${prose(outline.title)}</h1>
<p class="byline">${prose(outline.byline)}</p>
${outline.lead.length > 0 ? `<div class="lead">${outline.lead.map((line) => `<p>${prose(line)}</p>`).join('')}</div>` : ''}
<section class="summary">
${outline.summary.map(block).join('\n')}
</section>
<section class="details${outline.detailsApart ? ' apart' : ''}">
${outline.details.map(block).join('\n')}
${
  outline.attachments
    ? `<p class="attachments">${prose(outline.attachments)}</p>
`
    : ''
}<p class="authors">${prose(outline.authors)}</p>
</section>
${annex(outline)}
</article>
</main>
</body>
</html>
`;
}

/** What is printed is as large as the styles have it, or as much smaller as the same paper in other formats, so that its parts fit their pages. */
function onPaper(outline: Outline): string {
  const { summary, details } = fittingSizes(outline);
  const rules = [
    smaller('.summary', summary, { size: 11.5, line: 1.5 }),
    smaller('.details', details, { size: 9.5, line: 1.34 }),
    // A summary of several pages is followed by the details where it ends.
    ...(summary ? [] : ['  .details.apart { break-before: auto; }']),
  ].filter(Boolean);
  return rules.length > 0 ? `@media print {\n${rules.join('\n')}\n}\n` : '';
}

/** Letters of browsers' fonts are narrower than those of the word processor, of which the sizes are. */
function smaller(part: string, fitting: Size | null, usual: { size: number; line: number }): string {
  if (!fitting) return '';
  const size = Math.min(usual.size, fitting.size * 0.95);
  const line = Math.min(usual.line, fitting.spacing / 100 + 0.04);
  if (size === usual.size && line === usual.line) return '';
  const gap = fitting.gap < 1 ? ` ${part} h2, ${part} h3 { margin-top: ${2.4 * fitting.gap}mm; }` : '';
  return `  ${part} { font-size: ${size.toFixed(2)}pt; line-height: ${line.toFixed(2)}; }${gap}`;
}

/** On paper the marking is a header of each page, and so not a line of the first one too. */
const onEveryPage = ({ marking }: Outline): string =>
  marking
    ? `@page { @top-right { content: ${JSON.stringify(marking)}; font: 600 9pt 'Pretendard GOV', sans-serif; } }\n`
    : '';

function annex({ annex: given }: Outline): string {
  if (!given) return '';
  return `<section class="annex">
<h2>${prose(given.title)}</h2>
${given.blocks.map(block).join('\n')}
</section>`;
}

function head({ head: { fields, approvers, consulted } }: Outline): string {
  const heads = (labels: string[]) => labels.map((label) => `<th scope="col">${prose(label)}</th>`).join('');
  const cells = (values: string[]) => values.map((value) => `<td>${prose(value)}</td>`).join('');
  const signatures = `<table class="sheet signatures"><caption>결재</caption><thead><tr>${heads(approvers)}</tr></thead>
<tbody><tr>${cells(approvers.map(() => ''))}</tr></tbody></table>
`;
  return `<header>
<div class="scroll" tabindex="0" role="region" aria-label="문서 정보">
<table class="sheet"><caption>문서 정보</caption><thead><tr>${heads(fields.map(({ label }) => label))}</tr></thead>
<tbody><tr>${cells(fields.map(({ value }) => value))}</tr></tbody></table>
${approvers.length > 0 ? signatures : ''}</div>
${consulted ? `<p class="consulted"><b>협조</b> ${prose(consulted)}</p>` : ''}
</header>`;
}

function block(given: Block): string {
  switch (given.kind) {
    case 'heading':
      return `<h2>${prose(given.text)}</h2>`;
    case 'issue':
      return `<section class="issue">
<h3><span class="title"><span class="mark">${given.mark}</span> ${prose(given.title)}</span> <span class="tag">${prose(given.tag)}</span></h3>
${items(given.items)}
</section>`;
    case 'items':
      return items(given.items);
    case 'table':
      return table(given.table);
    case 'chart':
      return chart(given.chart);
    case 'beside':
      return `<div class="beside">${given.blocks.map((side) => `<div>${side.map(block).join('\n')}</div>`).join('\n')}</div>`;
    default:
      throw new Error(`no way to print ${JSON.stringify(given satisfies never)}`);
  }
}

/** `role` because Safari drops the list from a list without bullets. */
function items(given: Item[]): string {
  return `<ul role="list">${given.map(item).join('\n')}</ul>`;
}

function item({ mark, label, text, items: under = [] }: Item): string {
  const body = (text ? `<p>${prose(text)}</p>` : '') + (under.length > 0 ? items(under) : '');
  const labelled =
    label && body ? `<b class="label">${prose(label)} :</b> <div class="body">${body}</div>` : null;
  const content =
    labelled ?? (label ? `<b class="label">${prose(label)}</b>` : `<div class="body">${body}</div>`);
  const level = mark === '□' ? 'square' : label ? 'labelled' : 'plain';
  return `<li class="${level}"><span class="mark">${escaped(mark)}</span> ${content}</li>`;
}

/** Cells carry their column's name because on a phone each row becomes a card; the roles keep it a table there. */
function table({ name, caption, columns, rowHeader, rows, note }: Table): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const cols = columns.map(({ width }) => `<col width="${((width * 100) / total).toFixed(2)}%">`).join('');
  const heads = columns
    .map(({ head: word }) => `<th scope="col" role="columnheader">${prose(word)}</th>`)
    .join('');
  const body = rows.map((row) => {
    const cells = row.map((entry, index) => {
      const { head: word = '', align = 'left' } = columns[index] ?? {};
      const kind = index === rowHeader ? 'th scope="row" role="rowheader"' : 'td role="cell"';
      return cell(entry, kind, `data-head="${escaped(word)}"`, align);
    });
    return `<tr role="row">${cells.join('')}</tr>`;
  });
  return `<div class="${name === 'grid' ? 'scroll' : 'table'}"${name === 'grid' ? ` tabindex="0" role="region" aria-label="${escaped(caption)}"` : ''}>
<table class="${name}" role="table"><caption>${prose(caption)}</caption><colgroup>${cols}</colgroup>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">${body.join('\n')}</tbody></table>
</div>${note ? `\n<p class="note"><span class="mark">※</span> ${prose(note)}</p>` : ''}`;
}

function cell(
  { text, note, strong, shade, meter: share }: Cell,
  kind: string,
  data: string,
  align: string,
): string {
  const classes = [align, ...(shade ? [`shade${shade}`] : []), ...(strong ? ['strong'] : [])].join(' ');
  const bar = share === undefined ? '' : ` <span class="meter">${meter(share)}</span>`;
  const second = note ? ` <small>${prose(note)}</small>` : '';
  const end = kind.startsWith('th') ? 'th' : 'td';
  return `<${kind} ${data} class="${classes}"><span>${prose(text)}${second}${bar}</span></${end}>`;
}

/** Not escaped: charts are drawn by charts.ts from numbers and months alone. */
function chart({ svg }: Chart): string {
  return `<figure>${svg}</figure>`;
}

function prose(text: string): string {
  return escaped(breakable(text)).replaceAll(BREAK, '<wbr>');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
