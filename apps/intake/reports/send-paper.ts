import type { FastifyReply } from 'fastify';
import { FORMATS, type Format } from '#reports/vocabulary.js';
import { PDF_READER } from '../http/pdf-reader.js';

/** What a browser shows; the others are files to be kept. */
const SHOWN: readonly Format[] = ['pdf', 'html', 'txt'];

const PAPER =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'";

/** A paper as it goes out: shown or kept under its name, its own styles and pictures only, whatever a text in it may try. */
export function sendPaper(
  reply: FastifyReply,
  bytes: Buffer,
  { name, format }: { name: string; format: Format },
): FastifyReply {
  const way = SHOWN.includes(format) ? 'inline' : 'attachment';
  return reply
    .header('content-type', FORMATS[format])
    .header('content-security-policy', format === 'pdf' ? PDF_READER : PAPER)
    .header('content-disposition', `${way}; filename="haechi-${name}.${format}"`)
    .send(bytes);
}
