import type { FastifyRequest } from 'fastify';
import { Incoming, type Received } from '#files/incoming.js';
import { soundName } from '#files/rules/file-name.js';
import { isUuid } from '#platform/fields.js';
import { Problem, wrongField, type FieldError } from '#platform/problem.js';

export interface Upload extends Received {
  name: string;
  replaces: string | null;
}

const FIELDS = new Set(['replaces']);

/**
 * Takes the one file of a form, written to disk as it comes. The caller discards it. @throws Problem for what is no such
 * form, and for a file that is too large as soon as it is; then nothing is left
 */
export async function receiveFile(
  request: FastifyRequest,
  incoming: Incoming,
  mostMegabytes: number,
): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem('body.not_a_form');
  const fields: Record<string, string> = {};
  let file: (Received & { given: string }) | null = null;
  try {
    for await (const part of request.parts({
      limits: { fileSize: mostMegabytes * 1_000_000, files: 1, fields: 4, fieldSize: 100, parts: 5 },
      // A path in the name is a trick, not something to cut off.
      preservePath: true,
    })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else file = { ...(await incoming.receive(part.file)), given: part.filename };
      if (part.type === 'file' && part.file.truncated)
        throw new Problem('file.too_large', { most: mostMegabytes });
    }
    return checked(fields, file);
  } catch (error) {
    if (file) await incoming.discard(file.path);
    throw asProblem(error, mostMegabytes);
  }
}

function checked(fields: Record<string, string>, file: (Received & { given: string }) | null): Upload {
  const errors: FieldError[] = Object.keys(fields)
    .filter((name) => !FIELDS.has(name))
    .map((path) => ({ path, message: 'whitelistValidation' }));
  if (!file) throw new Problem('invalid', {}, { errors: [...errors, { path: 'file', message: 'required' }] });
  const name = soundName(file.given);
  if (!name) throw wrongField('file', 'file_name');
  const replaces = fields.replaces?.toLowerCase() || null;
  if (replaces && !isUuid(replaces)) errors.push({ path: 'replaces', message: 'id' });
  if (errors.length) throw new Problem('invalid', {}, { errors });
  const { path, hash, size } = file;
  return { path, hash, size, name, replaces };
}

function asProblem(error: unknown, most: number): Problem {
  if (error instanceof Problem) return error;
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Problem('unavailable');
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new Problem('file.too_large', { most });
  return new Problem(statusCode === 413 ? 'body.too_large' : 'body.malformed');
}
