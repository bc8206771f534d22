import sql, { type Sql } from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { appNow, type Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem, requireVersion } from '#platform/problem.js';
import type { Principal } from './principal.js';
import { View } from './view.entity.js';
import type { ViewPage } from './vocabulary.js';

export interface ViewContent {
  name: string;
  query: string;
  columns: string[];
  shared: boolean;
}

export interface ViewView extends ViewContent {
  id: string;
  page: ViewPage;
  mine: boolean;
  ownerName: string;
  version: number;
}

/** Saves a view. @throws Problem `view.name_taken` where the person has one of that name for the page */
export async function saveView(
  tx: Tx,
  by: Principal,
  { page, name, query, columns = [], shared = false }: Partial<ViewContent> & NewView,
): Promise<ViewView> {
  const id = uuidv7();
  const insert = sql`insert into views (id, owner_id, page, name, query, columns, shared)
    values (${id}, ${by.id}, ${page}, ${name}, ${query}, ${JSON.stringify(columns)}, ${shared})
    on conflict (owner_id, page, name) do nothing returning id`;
  const [saved] = await tx.query(insert.text, insert.values);
  if (!saved) throw new Problem('view.name_taken');
  return viewView(tx, by, id);
}

type NewView = Pick<ViewView, 'page' | 'name' | 'query'>;

/** Changes a view of one's own. */
export async function changeView(
  tx: Tx,
  by: Principal,
  id: string,
  change: Partial<ViewContent>,
  expected: number | null,
): Promise<ViewView> {
  const { page } = await holdView(tx, by, id, expected);
  if (change.name !== undefined) await requireFree(tx, by, id, page, change.name);
  await tx.update(View, id, { ...change, updatedAt: await appNow(tx) });
  return viewView(tx, by, id);
}

export async function removeView(tx: Tx, by: Principal, id: string, expected: number | null): Promise<void> {
  await holdView(tx, by, id, expected);
  await tx.delete(View, id);
}

/**
 * Locks a view for a change by its owner, with all others of the owner: two cannot take the same name at once.
 * @throws Problem `not-found` where it is not to be seen, `forbidden` where it is somebody else's
 */
async function holdView(tx: Tx, by: Principal, id: string, expected: number | null): Promise<ViewView> {
  const lock = sql`select 1 from views where owner_id = ${by.id} order by id for update`;
  await tx.query(lock.text, lock.values);
  const view = await viewView(tx, by, id);
  if (!view.mine) throw new Problem('forbidden');
  requireVersion(view, expected);
  return view;
}

async function requireFree(tx: Tx, by: Principal, id: string, page: ViewPage, name: string): Promise<void> {
  const taken = sql`select 1 from views
    where owner_id = ${by.id} and page = ${page} and name = ${name} and id <> ${id}`;
  const [row] = await tx.query(taken.text, taken.values);
  if (row) throw new Problem('view.name_taken');
}

export function listViews(
  tx: Tx,
  principal: Principal,
  { page, ...request }: PageRequest & { page?: ViewPage },
): Promise<Page<ViewView>> {
  return readPage(
    tx,
    {
      json: viewJson(principal),
      from: VIEWS,
      where: [viewSeen(principal), ...(page ? [sql`v.page = ${page}`] : [])],
      id: 'v.id',
      orders: bothWays('name', 'v.name collate "C"', 'text'),
      defaultSort: 'name',
    },
    request,
  );
}

const VIEWS = sql`views v join users u on u.id = v.owner_id`;

/** Of the views `v` with their owners `u` one's own, and what people of the same role share; of a department only its own people's. */
export const viewSeen = ({ id, role, departmentId }: Principal): Sql => sql`(v.owner_id = ${id} or v.shared
  and u.role = ${role} and (u.role <> 'department' or u.department_id = ${departmentId}))`;

const viewJson = ({ id }: Principal): Sql => sql`json_build_object('id', v.id, 'page', v.page, 'name', v.name,
  'query', v.query, 'columns', v.columns, 'shared', v.shared, 'mine', v.owner_id = ${id}, 'ownerName', u.name,
  'version', v.version, 'createdAt', v.created_at, 'updatedAt', v.updated_at)`;

/** @throws Problem `not-found` for an unknown view and for one that is not shared with this reader, alike. */
async function viewView(tx: Tx, principal: Principal, id: string): Promise<ViewView> {
  const query = sql`select ${viewJson(principal)} as view from ${VIEWS} where v.id = ${id} and ${viewSeen(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}
