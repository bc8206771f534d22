import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openStorage } from '#files/open-storage.js';
import { NotThere, type FileStorage } from '#files/storage.js';
import { readEnv } from '#platform/env.js';
import { brought, content } from './support/bring-file.js';
import { City } from './support/city.js';
import { oneOfEach } from './support/documents.js';
import { atWork } from './support/issues.js';
import { S3Server } from './support/s3-server.js';

const BASE = { DATABASE_URL: 'postgres://h@127.0.0.1:1/h' };
let server: S3Server;
let folder: string;

beforeAll(async () => {
  server = await S3Server.start();
  folder = await mkdtemp(join(tmpdir(), 'haechi-storage-'));
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const open = (where: string, more: Record<string, string> = {}): Promise<FileStorage> =>
  openStorage(readEnv({ ...BASE, DATA_DIR: folder, ...(where === 'S3' && server.env), ...more }));
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function keep(storage: FileStorage, bytes: Buffer): Promise<string> {
  const path = join(folder, 'brought');
  await writeFile(path, bytes);
  await storage.keep(hashOf(bytes), path);
  return hashOf(bytes);
}

async function hashes(storage: FileStorage): Promise<string[]> {
  const all: string[] = [];
  for await (const { hash, keptAt } of storage.all()) {
    expect(Math.abs(Date.now() - keptAt.getTime())).toBeLessThan(60_000);
    all.push(hash);
  }
  return all.toSorted();
}

describe.each(['disk', 'S3'])('files on %s', (where) => {
  it('come back to the byte, may be kept again, are listed, and go when removed', async () => {
    const storage = await open(where);
    const large = Buffer.alloc(6_000_000, 'haechi');
    const kept = [await keep(storage, large), await keep(storage, Buffer.from('둘째'))].toSorted();
    await keep(storage, large);
    expect((await buffer(await storage.read(hashOf(large)))).equals(large)).toBe(true);
    expect(await hashes(storage)).toEqual(kept);
    expect(await storage.has(kept[0]!)).toBe(true);
    for (const hash of kept) await storage.remove(hash);
    // What is gone already may be removed again: two may be at it.
    await storage.remove(kept[0]!);
    expect(await hashes(storage)).toEqual([]);
    expect(await storage.has(kept[0]!)).toBe(false);
    await expect(storage.read(kept[0]!)).rejects.toBeInstanceOf(NotThere);
  });
});

it('S3 that cannot be used is told at the start, with its settings', async () => {
  await expect(open('S3', { S3_BUCKET: 'elsewhere' })).rejects.toThrow(/S3_BUCKET elsewhere/);
  await expect(open('S3', { S3_ACCESS_KEY_ID: 'nobody' })).rejects.toThrow(/S3_URL/);
  expect(() => readEnv({ ...BASE, S3_URL: 'http://127.0.0.1:1' })).toThrow(/S3_BUCKET[^]*S3_SECRET/);
});

it('evidence of each kind goes to S3 and comes back, and nothing of it lies on this disk', async () => {
  const city = await City.start({ apps: ['intake', 'pipeline'], env: server.env });
  try {
    const [officer, labour] = await Promise.all([city.as('officer'), city.as('labour')]);
    const { requests } = await atWork(officer, [city.people.labour.departmentId!]);
    const files = Object.values(await oneOfEach());
    const evidence = [];
    for (const file of files) evidence.push({ fileId: (await brought(labour, file)).id as string });
    await labour.post(`/requests/${requests[0].id}/responses`, { text: '조치계획', evidence });
    for (const [n, { fileId }] of evidence.entries()) {
      const { status, bytes } = await content(officer, fileId);
      expect([status, bytes.equals(files[n]!.bytes)]).toEqual([200, true]);
    }
    const onDisk = await openStorage(readEnv({ ...BASE, DATA_DIR: city.dataDir }));
    expect(await hashes(onDisk)).toEqual([]);
    const stored = await hashes(await open('S3'));
    expect(stored).toEqual([...new Set(files.map(({ bytes }) => hashOf(bytes)))].toSorted());
  } finally {
    await city.stop();
  }
}, 120_000);
