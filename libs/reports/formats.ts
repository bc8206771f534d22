import type { Outline } from './blocks.js';
import type { ReportIssue } from './document.js';
import { renderHtml } from './html.js';
import { renderHwpx } from './hwpx.js';
import { renderPdf } from './pdf.js';
import { renderText } from './text.js';
import type { Format } from './vocabulary.js';
import { renderXlsx } from './xlsx.js';

/** One paper in every format: whatever one of them says, all of them say. The issues are for a list beside it. */
export const RENDER = {
  html: (outline) => Promise.resolve(Buffer.from(renderHtml(outline))),
  pdf: renderPdf,
  hwpx: renderHwpx,
  xlsx: renderXlsx,
  txt: (outline) => Promise.resolve(Buffer.from(renderText(outline))),
} satisfies Record<Format, (outline: Outline, issues?: readonly ReportIssue[]) => Promise<Buffer>>;
