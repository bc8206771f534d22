import type { DataSource } from 'typeorm';
import { FILES } from '#config/files.js';
import { holdBytes } from './files.js';
import type { FileStorage } from './storage.js';

/** Removes files that were uploaded and never sent with anything, then bytes that no file is made of. @returns how many bytes' places */
export async function keepFiles(source: DataSource, storage: FileStorage): Promise<number> {
  await source.query(FORGET, [FILES.unattachedHours]);
  const before = Date.now() - FILES.orphanHours * 3_600_000;
  let removed = 0;
  for await (const hashes of inLots(storage)) {
    const old = hashes.filter(({ keptAt }) => keptAt.getTime() < before).map(({ hash }) => hash);
    const rows: { hash: string }[] = await source.query(UNKNOWN, [old]);
    for (const { hash } of rows) if (await removeBytes(source, storage, hash)) removed += 1;
  }
  return removed;
}

/** Under the lock that whoever writes them down takes, too. */
const removeBytes = (source: DataSource, storage: FileStorage, hash: string): Promise<boolean> =>
  source.transaction(async (tx) => {
    await holdBytes(tx, hash);
    const [known] = await tx.query('select 1 from files where sha256 = $1 limit 1', [hash]);
    if (known) return false;
    await storage.remove(hash);
    return true;
  });

async function* inLots(storage: FileStorage): AsyncGenerator<{ hash: string; keptAt: Date }[]> {
  let lot: { hash: string; keptAt: Date }[] = [];
  for await (const one of storage.all()) {
    lot.push(one);
    if (lot.length < 1000) continue;
    yield lot;
    lot = [];
  }
  if (lot.length) yield lot;
}

// Who is about to attach one holds it: then it is not forgotten.
const FORGET = `
delete from files where id in (
  select f.id from files f where f.uploaded_at < app_now() - $1 * interval '1 hour'
    and not exists (select 1 from attachments a join files v on v.id = a.file_id where v.series = f.series)
    and not exists (select 1 from files w where w.series = f.series and w.uploaded_at >= app_now() - $1 * interval '1 hour')
  for update skip locked)`;

const UNKNOWN = `
select hash from unnest($1::text[]) as kept(hash) where not exists (select 1 from files f where f.sha256 = kept.hash)`;
