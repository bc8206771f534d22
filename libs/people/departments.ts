import sql from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem } from '#platform/problem.js';

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
