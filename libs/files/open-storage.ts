import { resolve } from 'node:path';
import type { Env } from '#platform/env.js';
import { DiskStorage } from './disk-storage.js';
import { S3Storage } from './s3-storage.js';
import { FileStorage } from './storage.js';

/** Files on S3 where that is set, else on disk. @throws what names the setting that is wrong */
export async function openStorage(env: Env): Promise<FileStorage> {
  const storage = env.S3_URL ? await S3Storage.open(env) : new DiskStorage(folderOf(env));
  await storage.check().catch((error: Error) => {
    const setting = env.S3_URL
      ? `S3_URL ${env.S3_URL}, S3_BUCKET ${env.S3_BUCKET}`
      : `DATA_DIR ${folderOf(env)}`;
    throw new Error(`Files cannot be kept (${setting}): ${error.name} ${error.message}`, { cause: error });
  });
  return storage;
}

export const folderOf = ({ DATA_DIR }: Pick<Env, 'DATA_DIR'>): string => resolve(DATA_DIR, 'files');

/** What holds files in an app: the storage, checked at the start. */
export const fileStorage = (env: Env) => ({ provide: FileStorage, useFactory: () => openStorage(env) });
