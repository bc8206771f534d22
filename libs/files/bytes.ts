import { open, type FileHandle } from 'node:fs/promises';

/** Bytes of a file that is looked into, read where they are needed. */
export class Bytes {
  private constructor(
    private readonly handle: FileHandle,
    readonly path: string,
    readonly size: number,
  ) {}

  static async of<T>(path: string, look: (bytes: Bytes) => Promise<T>): Promise<T> {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      return await look(new Bytes(handle, path, size));
    } finally {
      await handle.close();
    }
  }

  /** Fewer at the end of the file. */
  async at(position: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  }

  /** The last so many. */
  tail(length: number): Promise<Buffer> {
    return this.at(Math.max(0, this.size - length), length);
  }
}
