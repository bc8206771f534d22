import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Env } from '#platform/env.js';
import type { Outbound } from '#platform/outbound.js';
import type { Seal } from './seal.js';

/** Where heads of the chain are kept outside the database; best on a disk or server that the database's owner cannot write. */
export const anchorFile = ({ AUDIT_ANCHOR_FILE, DATA_DIR }: Env): string =>
  AUDIT_ANCHOR_FILE ?? join(DATA_DIR, 'audit', 'anchors.jsonl');

/** Keeps the head in the file, a line each, and tells it to the server that was named for it. */
export async function anchor(env: Env, outbound: Outbound, head: Seal): Promise<void> {
  const line = JSON.stringify(head);
  const path = anchorFile(env);
  await mkdir(dirname(path), { recursive: true });
  await appendFile(path, `${line}\n`, { mode: 0o600, flush: true });
  if (!env.AUDIT_ANCHOR_URL) return;
  const { status } = await outbound.send(env.AUDIT_ANCHOR_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: line,
    maxBytes: 10_000,
    timeoutMs: 10_000,
  });
  if (status >= 300) throw new Error(`The anchor's server answered ${status}.`);
}

/** What the file holds; a last line that was cut short by a crash is left out. */
export async function readAnchors(path: string): Promise<Seal[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
