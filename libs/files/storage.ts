import type { Readable } from 'node:stream';

/** Where bytes lie under their hash (SHA-256, hex). What is there never changes: it may be kept again, by many at once. */
export abstract class FileStorage {
  /** Can it be written to at all? @throws what stands in the way */
  abstract check(): Promise<void>;
  /** Keeps the bytes of a file of this machine; durable when it resolves. */
  abstract keep(hash: string, path: string): Promise<void>;
  abstract has(hash: string): Promise<boolean>;
  /** @throws NotThere */
  abstract read(hash: string): Promise<Readable>;
  abstract remove(hash: string): Promise<void>;
  /** All hashes with the time they were last kept, by the storage's own clock. */
  abstract all(): AsyncIterable<{ hash: string; keptAt: Date }>;
}

/** There should be bytes under this hash, and there are none. */
export class NotThere extends Error {
  constructor(hash: string) {
    super(`No file ${hash} in the storage`);
  }
}
