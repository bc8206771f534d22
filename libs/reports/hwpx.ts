import type { Block, Outline } from './blocks.js';
import { meter } from './charts.js';
import { annexNodes, blockNodes, headNodes, markingLine } from './hwpx/layout.js';
import { fitsPage } from './hwpx/measure.js';
import { BODY, type Node } from './hwpx/nodes.js';
import { Section } from './hwpx/section.js';
import { textLine, type Setting } from './hwpx/setting.js';
import { Styles } from './hwpx/styles.js';
import { pack } from './pack.js';
import { pictureOf, type Picture } from './picture.js';

export type Size = Pick<Setting, 'size' | 'spacing' | 'gap'>;
type Pictures = Setting['pictures'];

/** Largest first: each of the two parts takes the first in which it fits one page. */
const SIZES: Size[] = [
  { size: 15, spacing: 160, gap: 1 },
  { size: 14, spacing: 160, gap: 1 },
  { size: 13, spacing: 160, gap: 1 },
  { size: 13, spacing: 145, gap: 1 },
  { size: 12, spacing: 145, gap: 1 },
  { size: 11, spacing: 140, gap: 1 },
  { size: 10.5, spacing: 135, gap: 1 },
  { size: 10, spacing: 130, gap: 1 },
  { size: 10, spacing: 122, gap: 0.7 },
  { size: 10, spacing: 110, gap: 0.5 },
];

const READABLE: Size = { size: 10, spacing: 130, gap: 1 };

/** With more issues than this neither part fits one page, so no size is tried. */
const MOST_ISSUES_TO_FIT = 20;

/** What runs over more pages at any size is set in this one. */
const FLOWING: Size = { size: 13, spacing: 150, gap: 1 };
const ANNEX: Size = { size: 11, spacing: 140, gap: 1 };

/**
 * A paper as HWPX (OWPML, KS X 6101), the format in which the offices work: the same bytes for the same document. Its
 * fonts are named, not embedded: they come with the word processor.
 */
export async function renderHwpx(outline: Outline): Promise<Buffer> {
  const pictures = await drawn(outline);
  const styles = new Styles({ size: FLOWING.size });
  const section = new Section(styles);
  const { marking } = outline;
  const header = marking ? markingLine(inSize(FLOWING), marking) : null;
  const body = section.xml(pagesOf(outline, pictures), header);
  return packed(outline, { head: styles.xml(), body, pictures: section.pictures });
}

const inSize = (size: Size, pictures: Pictures = new Map()): Setting => ({
  ...size,
  pictures,
  width: BODY.width,
});

function pagesOf(outline: Outline, pictures: Pictures): Node[] {
  const summary = (at: Setting) => [...headNodes(at, outline), ...blockNodes(at, outline.summary)];
  const details = (at: Setting) => [...blockNodes(at, outline.details).map(keptAtEnd), ...endOf(at, outline)];
  const sizes = fittingSizes(outline);
  const set = (nodes: (at: Setting) => Node[], size: Size | null) => nodes(inSize(size ?? FLOWING, pictures));
  const before = set(summary, sizes.summary);
  const after = set(details, sizes.details);
  // Where the summary runs over more pages, the details go on behind it: else a page would stay nearly empty.
  const report = [...before, ...(outline.detailsApart && sizes.summary ? onNewPage(after) : after)];
  if (!outline.annex) return report;
  const { title, blocks } = outline.annex;
  const at = inSize(ANNEX, pictures);
  return [...report, ...onNewPage(annexNodes(at, [{ kind: 'heading', text: title }, ...blocks]))];
}

export interface Sizes {
  summary: Size | null;
  details: Size | null;
}

/** The largest sizes in which summary and details fit a page each; null for what runs over more. Details not apart stand with the summary. */
export function fittingSizes(outline: Outline): Sizes {
  const summary = (at: Setting) => [...headNodes(at, outline), ...blockNodes(at, outline.summary)];
  const details = (at: Setting) => [...blockNodes(at, outline.details), ...endOf(at, outline)];
  const many = outline.details.filter(({ kind }) => kind === 'issue').length > MOST_ISSUES_TO_FIT;
  const largest = (set: (at: Setting) => Node[]): Size | null =>
    many ? null : (SIZES.find((size) => fitsPage(set(inSize(size)))) ?? null);
  if (outline.detailsApart) return { summary: largest(summary), details: largest(details) };
  const both = largest((at) => [...summary(at), ...details(at)]);
  return { summary: both, details: both };
}

/** The last lines of a report stay with who wrote it. */
function keptAtEnd(node: Node, index: number, { length }: Node[]): Node {
  if (index < length - 2 || node.kind !== 'line') return node;
  return { ...node, para: { ...node.para, keep: true } };
}

/**
 * Whether all of a paper has room on one page, in a size that is read with ease. Reckoned, as all sizes here are; what is set by
 * Typst stands as close.
 */
export const fitsOnePage = (outline: Outline): boolean =>
  fits(READABLE, outline, (at) => [...headNodes(at, outline), ...blockNodes(at, outline.summary)]);

/** Whether the details of a paper have room on one page, in the smallest size. */
export const detailsFitOnePage = (outline: Outline): boolean => fits(SIZES.at(-1)!, outline, () => []);

function fits(size: Size, outline: Outline, before: (at: Setting) => Node[]): boolean {
  const at = inSize(size);
  return fitsPage([...before(at), ...blockNodes(at, outline.details), ...endOf(at, outline)]);
}

function endOf(at: Setting, { attachments, authors }: Outline): Node[] {
  return [
    ...(attachments ? [textLine(at, attachments, { para: { before: 600 * at.gap, keep: true } })] : []),
    textLine(at, authors, { size: Math.max(10, at.size * 0.92), para: { before: 200 * at.gap } }),
  ];
}

function onNewPage([first, ...others]: Node[]): Node[] {
  return first && first.kind !== 'image' ? [{ ...first, newPage: true }, ...others] : others;
}

async function drawn(outline: Outline): Promise<Pictures> {
  const pictures = new Map<string, Picture>();
  for (const svg of svgsOf([...outline.summary, ...outline.details, ...(outline.annex?.blocks ?? [])]))
    if (!pictures.has(svg)) pictures.set(svg, await pictureOf(svg, 3));
  return pictures;
}

function svgsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'chart') return [block.chart.svg];
    if (block.kind === 'beside') return svgsOf(block.blocks.flat());
    if (block.kind !== 'table') return [];
    return block.table.rows.flat().flatMap(({ meter: share }) => (share === undefined ? [] : [meter(share)]));
  });
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>\n';

function packed(outline: Outline, parts: { head: string; body: string; pictures: Uint8Array[] }): Buffer {
  const images = parts.pictures.map((png, index) => [`BinData/image${index + 1}.png`, png] as const);
  const files = {
    mimetype: 'application/hwp+zip',
    'version.xml': `${XML}<hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version" tagetApplication="WORDPROCESSOR" major="5" minor="1" micro="0" buildNumber="1" os="1" xmlVersion="1.4" application="Haechi" appVersion="1, 0, 0, 0"/>`,
    'Contents/header.xml': parts.head,
    'Contents/section0.xml': parts.body,
    ...Object.fromEntries(images),
    'Preview/PrvText.txt': [outline.title, outline.byline, ...outline.lead].join('\r\n'),
    'settings.xml': `${XML}<ha:HWPApplicationSetting xmlns:ha="http://www.hancom.co.kr/hwpml/2011/app"><ha:CaretPosition listIDRef="0" paraIDRef="0" pos="0"/></ha:HWPApplicationSetting>`,
    'META-INF/container.xml': `${XML}<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container"><ocf:rootfiles><ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/><ocf:rootfile full-path="Preview/PrvText.txt" media-type="text/plain"/></ocf:rootfiles></ocf:container>`,
    'META-INF/manifest.xml': `${XML}<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
    'Contents/content.hpf': contents(outline, images.length),
  };
  // Known by its first file, which therefore stands uncompressed; pictures are compressed already.
  return pack(files, ['mimetype', ...images.map(([name]) => name)]);
}

const written = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function contents({ title, office, preparedOn }: Outline, images: number): string {
  const items = [
    '<opf:item id="header" href="Contents/header.xml" media-type="application/xml"/>',
    ...Array.from(
      { length: images },
      (_, index) =>
        `<opf:item id="image${index + 1}" href="BinData/image${index + 1}.png" media-type="image/png" isEmbeded="1"/>`,
    ),
    '<opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/>',
    '<opf:item id="settings" href="settings.xml" media-type="application/xml"/>',
  ];
  const day = `${preparedOn}T00:00:00Z`;
  return `${XML}<opf:package xmlns:opf="http://www.idpf.org/2007/opf/" version="" unique-identifier="" id=""><opf:metadata><opf:title>${written(title)}</opf:title><opf:language>ko</opf:language><opf:meta name="creator" content="text">${written(office)}</opf:meta><opf:meta name="CreatedDate" content="text">${day}</opf:meta><opf:meta name="ModifiedDate" content="text">${day}</opf:meta></opf:metadata><opf:manifest>${items.join('')}</opf:manifest><opf:spine><opf:itemref idref="header" linear="yes"/><opf:itemref idref="section0" linear="yes"/></opf:spine></opf:package>`;
}
