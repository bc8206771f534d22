import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATE_AT_BYTES = 20 * 1024 * 1024;
const TAIL_BYTES = 16_384;

/** Opens a log to append to; one that has grown large is kept as `….1`. */
export function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (existsSync(path) && statSync(path).size > ROTATE_AT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

export const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** The last line written after `from` that looks like it tells why. */
export function lastLine(path: string, from: number, telling: RegExp): string | undefined {
  const start = Math.max(from, sizeOf(path) - TAIL_BYTES);
  const bytes = Buffer.alloc(TAIL_BYTES);
  const file = openSync(path, 'r');
  const length = readSync(file, bytes, 0, TAIL_BYTES, start);
  closeSync(file);
  const lines = bytes
    .toString('utf8', 0, length)
    .split('\n')
    .filter((line) => line.trim());
  return lines.findLast((line) => telling.test(line)) ?? lines.at(-1);
}
