import type { Tx } from '#platform/database.js';
import type { Subject } from './subjects.js';

/**
 * Holds a subject until the transaction ends. Whoever decides on what it reads takes this first, so that deciding and
 * writing are one step. Waits at most the session's `lock_timeout`.
 */
export async function lock(tx: Tx, ...subjects: Subject[]): Promise<void> {
  await tx.query('select 1 from subjects where id = any($1) order by id for update', [subjects]);
}

/** Holds those of the subjects that nobody else holds, and names them. */
export async function lockFree(tx: Tx, subjects: Subject[]): Promise<Set<Subject>> {
  const rows: { id: Subject }[] = await tx.query(
    'select id from subjects where id = any($1) order by id for update skip locked',
    [subjects],
  );
  return new Set(rows.map(({ id }) => id));
}
