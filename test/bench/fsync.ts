import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** How often a second this disk makes one page durable, by a single writer: what a commit costs at least. */
export function fsyncsPerSecond(folder: string): number {
  const path = join(folder, 'fsync');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(8192);
  let count = 0;
  const begun = performance.now();
  for (; performance.now() - begun < 1000; count += 1) {
    writeSync(file, page, 0, page.length, 0);
    fdatasyncSync(file);
  }
  closeSync(file);
  rmSync(path);
  return count;
}
