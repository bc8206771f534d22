import { createHash } from 'node:crypto';
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Problem } from '#platform/problem.js';

/** In bytes: a hundred thousand rows of a few lines each. */
export const FILE_LIMIT = 32_000_000;
/** Routes that take files. To all others a form is a body they do not know. */
const TAKES_FILES = new Set(['/api/v1/imports', '/api/v1/signals/scrap', '/api/v1/files']);

const LIMITS = { fileSize: FILE_LIMIT, files: 1, fields: 10, fieldSize: 1000, parts: 11, headerPairs: 20 };

export interface Upload {
  fields: Record<string, string>;
  file: { name: string; bytes: Buffer } | null;
  /** Of all that was sent: the same key with another file is a mistake of the caller. */
  hash: Buffer;
}

export async function takeUploads(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart, { limits: LIMITS });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', async (request: FastifyRequest) => {
      if (request.isMultipart() && !TAKES_FILES.has(request.routeOptions.url ?? ''))
        throw new Problem('body.unsupported');
    });
}

/** Reads a form with a file in it. @throws Problem for what is no form, or too large a one */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem('body.not_a_form');
  const fields: Record<string, string> = {};
  let file: Upload['file'] = null;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { name: nameOf(part), bytes: await part.toBuffer() };
      else fields[part.fieldname] = String(part.value);
    }
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    throw new Problem(statusCode === 413 ? 'body.too_large' : 'body.malformed');
  }
  const hash = createHash('sha256').update(JSON.stringify([fields, file?.name]));
  return { fields, file, hash: hash.update(file?.bytes ?? '').digest() };
}

/** As people read it; where a file lies on somebody's disk is nobody's business. */
function nameOf({ filename }: MultipartFile): string {
  const name = filename.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!;
  return Array.from(name.replaceAll(/\p{C}/gu, '').trim()).slice(0, 200).join('') || 'file';
}
