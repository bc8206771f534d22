import sql from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { emit } from '#events/emit.js';
import { departmentSubject } from '#events/subjects.js';
import { Problem, requireVersion, wrongField } from '#platform/problem.js';
import type { Principal } from './principal.js';

/** Of `departments` those that can be chosen today. */
export const IN_FORCE = 'valid_from <= seoul_today() and (valid_to is null or valid_to > seoul_today())';

export async function inForce(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.query(`select 1 from departments where id = $1 and ${IN_FORCE}`, [id]);
  return Boolean(row);
}

/** Whether a department is the other one, or what has become of it. */
export async function succeeds(tx: Tx, id: string | null, former: string | null): Promise<boolean> {
  const [row] = await tx.query('select $2::uuid = any(departments_of($1::uuid)) as is', [id, former]);
  return row.is === true;
}

interface DepartmentView {
  parentId: string | null;
  validTo: string | null;
  version: number;
}

const json = sql`json_build_object('id', d.id, 'no', d.no, 'name', d.name, 'validFrom', d.valid_from,
  'validTo', d.valid_to, 'successorId', d.successor_id, 'parentId', d.parent_id, 'leadEligible', d.lead_eligible, 'mandate', d.mandate,
  'version', d.version)`;

export function listDepartments(tx: Tx, page: PageRequest): Promise<Page<object>> {
  const orders = bothWays('no', 'd.no', 'bigint');
  return readPage(
    tx,
    { json, from: sql`departments d`, where: [sql`true`], id: 'd.id', orders, defaultSort: 'no' },
    // All of them fit one page: a list to choose from is no use in parts.
    { limit: 200, ...page },
  );
}

export async function viewDepartment(tx: Tx, id: string): Promise<DepartmentView> {
  const query = sql`select ${json} as view from departments d where d.id = ${id}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

/**
 * Puts a department under another, or under none: the upper one sees from now on what it is asked, and no longer once it is taken away.
 * @throws Problem for a department that is gone, and where it would come to stand under itself
 */
export async function placeUnder(
  tx: Tx,
  by: Principal,
  id: string,
  { parentId, reason }: { parentId: string | null; reason: string },
  expected: number | null,
): Promise<void> {
  // One at a time: of two that are put under each other one is refused.
  await tx.query(`select pg_advisory_xact_lock(hashtext('reorganisations'))`);
  const before = await viewDepartment(tx, id);
  requireVersion(before, expected);
  if (before.parentId === parentId) return;
  if (!(await inForce(tx, id))) throw new Problem('not-found');
  if (parentId !== null) {
    if (!(await inForce(tx, parentId))) throw wrongField('parentId', 'unknown');
    const [circle] = await tx.query('select 1 where $2::uuid = any(departments_under($1))', [id, parentId]);
    if (circle) throw wrongField('parentId', 'circle');
  }
  await tx.query('update departments set parent_id = $2, version = version + 1 where id = $1', [
    id,
    parentId,
  ]);
  const changes = { parentId: [before.parentId, parentId], reason: [null, reason] } as const;
  await emit(
    tx,
    departmentSubject(id),
    'department.placed',
    { departmentId: id },
    { by, changes: changes as never },
  );
}
