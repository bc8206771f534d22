import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, opendir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStorage, NotThere } from './storage.js';

const HASH = /^[0-9a-f]{64}$/;
const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A folder that all processes of the installation share. */
export class DiskStorage extends FileStorage {
  constructor(private readonly folder: string) {
    super();
  }

  async check(): Promise<void> {
    const probe = join(this.folder, `.probe-${randomUUID()}`);
    await mkdir(this.folder, { recursive: true });
    await (await open(probe, 'wx')).close();
    await rm(probe);
  }

  async keep(hash: string, path: string): Promise<void> {
    const place = this.placeOf(hash);
    await mkdir(dirname(place), { recursive: true });
    // Under its name only when it is whole: a crash leaves a part that nobody reads.
    const part = `${place}.${randomUUID()}`;
    try {
      await copyFile(path, part, constants.COPYFILE_FICLONE);
      await sync(part);
      await rename(part, place);
    } finally {
      await rm(part, { force: true });
    }
    const now = new Date();
    await utimes(place, now, now);
    await sync(dirname(place));
  }

  async has(hash: string): Promise<boolean> {
    return stat(this.placeOf(hash)).then(
      () => true,
      (error) => {
        if (isMissing(error)) return false;
        throw error;
      },
    );
  }

  async read(hash: string): Promise<Readable> {
    const handle = await open(this.placeOf(hash)).catch((error: Error) => {
      throw isMissing(error) ? new NotThere(hash) : error;
    });
    return createReadStream('', { fd: handle });
  }

  async remove(hash: string): Promise<void> {
    await rm(this.placeOf(hash), { force: true });
  }

  async *all(): AsyncGenerator<{ hash: string; keptAt: Date }> {
    for await (const shelf of entries(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for await (const name of entries(join(this.folder, shelf))) {
        const { mtime } = await stat(join(this.folder, shelf, name)).catch(() => ({ mtime: null }));
        if (!mtime) continue;
        if (HASH.test(name)) yield { hash: name, keptAt: mtime };
        // What a crash left half written.
        else if (Date.now() - mtime.getTime() > 3_600_000)
          await rm(join(this.folder, shelf, name), { force: true });
      }
    }
  }

  private placeOf(hash: string): string {
    if (!HASH.test(hash)) throw new Error('Not a hash');
    return join(this.folder, hash.slice(0, 2), hash);
  }
}

async function* entries(folder: string): AsyncGenerator<string> {
  try {
    for await (const { name } of await opendir(folder)) yield name;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** On the disk itself, not only in the memory of the system. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
