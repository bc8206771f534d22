import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import { importSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import type { TableFormat } from '#platform/tables/inspect-table.js';
import type { ImportKind, ImportState } from './vocabulary.js';

export interface NewImport {
  kind: ImportKind;
  dryRun: boolean;
  fileName: string;
  bytes: Buffer;
  format: TableFormat;
}

/** In bytes: a file is kept in parts, so that reading it takes no more memory than one. */
const PART = 1_000_000;

/** Keeps the file and asks for its rows to be taken. */
export async function requestImport(tx: Tx, by: Principal, input: NewImport): Promise<string> {
  const id = uuidv7();
  await tx.query(
    `insert into imports (id, kind, dry_run, file_name, file_size, format, created_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, input.kind, input.dryRun, input.fileName, input.bytes.length, input.format, by.id],
  );
  for (let n = 0; n * PART < input.bytes.length; n += 1) {
    const part = input.bytes.subarray(n * PART, (n + 1) * PART);
    await tx.query('insert into import_parts (import_id, n, bytes) values ($1, $2, $3)', [id, n, part]);
  }
  await emit(tx, importSubject(id), 'import.requested', { importId: id }, { by });
  return id;
}

/** Stops an import between two of its steps; what it has taken so far stays. @throws Problem `import.ended` */
export async function cancelImport(tx: Tx, by: Principal, id: string): Promise<void> {
  const [known]: { state: ImportState }[] = await tx.query('select state from imports where id = $1', [id]);
  if (!known) throw new Problem('not-found');
  await lock(tx, importSubject(id));
  const [, count] = await tx.query(
    `update imports set state = 'cancelled', ended_at = app_now(), version = version + 1
     where id = $1 and state in ('waiting', 'running')`,
    [id],
  );
  if (!count) throw new Problem('import.ended');
  await tx.query('delete from import_parts where import_id = $1', [id]);
  await emit(tx, importSubject(id), 'import.cancelled', { importId: id }, { by });
}
