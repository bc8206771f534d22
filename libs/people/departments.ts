import sql from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem } from '#platform/problem.js';

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

const json = sql`json_build_object('id', d.id, 'no', d.no, 'name', d.name, 'validFrom', d.valid_from,
  'validTo', d.valid_to, 'successorId', d.successor_id, 'leadEligible', d.lead_eligible, 'mandate', d.mandate,
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

export async function viewDepartment(tx: Tx, id: string): Promise<object> {
  const query = sql`select ${json} as view from departments d where d.id = ${id}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}
