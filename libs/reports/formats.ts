import type { ReportDocument } from './document.js';
import { renderHtml } from './html.js';
import { renderHwpx } from './hwpx.js';
import { renderPdf } from './pdf.js';
import { renderText } from './text.js';
import type { Format } from './vocabulary.js';
import { renderXlsx } from './xlsx.js';

/** One document in every format: whatever one of them says, all of them say. */
export const RENDER = {
  html: (doc) => Promise.resolve(Buffer.from(renderHtml(doc))),
  pdf: renderPdf,
  hwpx: renderHwpx,
  xlsx: renderXlsx,
  txt: (doc) => Promise.resolve(Buffer.from(renderText(doc))),
} satisfies Record<Format, (doc: ReportDocument) => Promise<Buffer>>;
