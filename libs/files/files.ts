import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { placeOf, type Place } from './attach-files.js';
import { fileJson, hanging, versionsJson, visibleFile } from './file-json.js';
import type { FileStorage } from './storage.js';
import type { FileType } from './vocabulary.js';

export interface NewFile {
  hash: string;
  size: number;
  name: string;
  type: FileType;
  /** The version that this one supersedes. */
  replaces: string | null;
}

export interface FileView {
  id: string;
  name: string;
  type: FileType;
  size: number;
  sha256: string;
  [field: string]: unknown;
}

/**
 * Writes down a file whose bytes are in the storage. The same bytes under the same name by the same person are the same
 * file, however often they come, as long as it hangs nowhere.
 */
export async function addFile(
  tx: Tx,
  by: Principal,
  storage: FileStorage,
  input: NewFile,
): Promise<{ id: string; isNew: boolean }> {
  await holdBytes(tx, input.hash);
  // Housekeeping took them for nobody's just now: the same again succeeds.
  if (!(await storage.has(input.hash))) throw new Problem('unavailable');
  if (input.replaces) return { id: await replace(tx, by, input, input.replaces), isNew: true };
  const [known] = await tx.query(
    `select f.id from files f where f.uploaded_by = $1 and f.sha256 = $2 and f.name = $3
     and not exists (select 1 from files w where w.series = f.series and w.version > f.version)
     and not exists (select 1 from attachments a join files v on v.id = a.file_id where v.series = f.series) limit 1`,
    [by.id, input.hash, input.name],
  );
  if (known) return { id: known.id, isNew: false };
  const id = uuidv7();
  await insert(tx, by, input, { id, series: id, version: 1 });
  return { id, isNew: true };
}

/** Whoever writes bytes down, and whoever removes what nobody wrote down, takes this first. */
export const holdBytes = (tx: Tx, hash: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [hash]);

/** The next version takes the place of the last wherever that hangs; both stay. */
async function replace(tx: Tx, by: Principal, input: NewFile, oldId: string): Promise<string> {
  const query = sql`select f.series, f.version, f.sha256, f.name,
      (select max(w.version) from files w where w.series = f.series) as newest, ${isOwn(by)} as own
    from files f where f.id = ${oldId} and ${visibleFile(by)} for update of f`;
  const [old] = await tx.query(query.text, query.values);
  if (!old?.own) throw wrongField('replaces', 'unknown');
  if (old.version < old.newest) throw new Problem('file.superseded');
  if (old.sha256 === input.hash && old.name === input.name) throw wrongField('file', 'same');
  const id = uuidv7();
  const { series, version } = old;
  const inserted = await insert(tx, by, input, { id, series, version: version + 1 });
  if (!inserted) throw new Problem('file.superseded');
  const places = hanging(
    by,
    sql`distinct i.id as "issueId", q.id as "requestId",
    case when c.id is null then q.department_id else c.department_id end as "departmentId",
    coalesce(c.internal, false) as internal`,
  );
  const where = sql`select x.* from files f cross join lateral (${places}) x where f.id = ${id}`;
  const rows: Place[] = await tx.query(where.text, where.values);
  for (const row of rows) {
    const { subject, about } = placeOf(row);
    await emit(tx, subject, 'file.replaced', { ...about, fileId: id, fromId: oldId }, { by });
  }
  // Asked last: the events above hold its issues, so nobody accepts or closes beside it.
  const [settled] = await tx.query(SETTLED, [series]);
  if (settled) throw new Problem('file.settled');
  return id;
}

// What was accepted, or stood in an issue that was closed, stays what was looked at.
const SETTLED = `
select 1 from attachments a join files v on v.id = a.file_id join issues i on i.id = a.issue_id
left join responses p on p.id = a.response_id where v.series = $1 and (i.stage = 'closed' or p.state = 'accepted') limit 1`;

/** One's own, or of one's own side: a department's among themselves, the office's among themselves. */
const isOwn = (by: Principal) =>
  by.role === 'department'
    ? sql`exists (select 1 from users u where u.id = f.uploaded_by and u.department_id = ${by.departmentId} and u.role = 'department')`
    : sql`exists (select 1 from users u where u.id = f.uploaded_by and u.role <> 'department')`;

async function insert(
  tx: Tx,
  by: Principal,
  { hash, size, name, type }: NewFile,
  { id, series, version }: { id: string; series: string; version: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into files (id, series, version, sha256, size, name, type, uploaded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (series, version) do nothing returning id`,
    [id, series, version, hash, size, name, type, by.id],
  );
  return rows.length > 0;
}

/** @throws Problem `not-found` for an unknown file and for one this reader may not see, alike. */
export async function viewFile(tx: Tx, principal: Principal, id: string): Promise<FileView> {
  const query = sql`select ${fileJson()}::jsonb || jsonb_build_object('versions', ${versionsJson}) as view
    from files f where f.id = ${id} and ${visibleFile(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}
