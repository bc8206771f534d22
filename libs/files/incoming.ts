import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Received {
  path: string;
  hash: string;
  size: number;
}

const ISSUER = /^(?<host>.*)~(?<pid>\d+)~[0-9a-f-]{36}$/;

/** Where an upload lies until it is looked through. Each part is named by its process: what a dead one left is swept away. */
export class Incoming {
  private readonly folder: string;

  private constructor(files: string) {
    this.folder = join(files, 'incoming');
  }

  static async open(files: string): Promise<Incoming> {
    const incoming = new Incoming(files);
    await incoming.sweep();
    return incoming;
  }

  /** Writes what comes to disk, and says what it was. Nothing is left when it breaks off. */
  async receive(source: Readable): Promise<Received> {
    await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, `${hostname()}~${process.pid}~${randomUUID()}`);
    const hash = createHash('sha256');
    let size = 0;
    try {
      await pipeline(
        source,
        async function* (parts) {
          for await (const part of parts as AsyncIterable<Buffer>) {
            hash.update(part);
            size += part.length;
            yield part;
          }
        },
        createWriteStream(path, { flags: 'wx', mode: 0o600 }),
      );
      return { path, hash: hash.digest('hex'), size };
    } catch (error) {
      await this.discard(path);
      throw error;
    }
  }

  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** What processes of this machine left that are no more. */
  private async sweep(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const { host, pid } = ISSUER.exec(name)?.groups ?? {};
      if (host === hostname() && (Number(pid) === process.pid || !isAlive(Number(pid))))
        await this.discard(join(this.folder, name));
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
