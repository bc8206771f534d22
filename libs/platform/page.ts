import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Tx } from './database.js';
import { wrongField } from './problem.js';

/** One way to order a list: an expression that is never null, its type, and which way it runs. */
export interface Order {
  by: string;
  type: 'timestamptz' | 'numeric' | 'text' | 'bigint';
  descending: boolean;
}

/** One expression as two orders: `name` upwards, `-name` downwards. */
export const bothWays = (name: string, by: string, type: Order['type']): Record<string, Order> => ({
  [name]: { by, type, descending: false },
  [`-${name}`]: { by, type, descending: true },
});

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface PageRequest {
  limit?: number;
  cursor?: string;
  sort?: string;
}

/** Which rows a list has, and the orders they may stand in. */
export interface Selection {
  from: Sql;
  where: Sql[];
  /** Column that tells rows apart, e.g. `i.id`. */
  id: string;
  orders: Record<string, Order>;
  defaultSort: string;
}

interface Query extends Selection {
  /** JSON of one row. */
  json: Sql;
}

const DEFAULT_LIMIT = 50;

/**
 * One page of a list in a stable order: rows that come or go meanwhile neither repeat nor hide others. The cursor holds
 * the sort and the place of the last row. @throws Problem for a cursor that is not of this list
 */
export async function readPage<T>(
  tx: Tx,
  query: Query,
  { limit = DEFAULT_LIMIT, cursor, sort }: PageRequest,
): Promise<Page<T>> {
  const name = sort ?? query.defaultSort;
  const order = query.orders[name]!;
  const after = cursor === undefined ? null : readCursor(cursor, name, order);
  const by = raw(order.by);
  const id = raw(query.id);
  const way = raw(order.descending ? 'desc' : 'asc');
  const beyond = raw(order.descending ? '<' : '>');
  const where = [
    ...query.where,
    ...(after ? [sql`(${by}, ${id}) ${beyond} (${after[0]}::${raw(order.type)}, ${after[1]}::uuid)`] : []),
  ];
  // The place is found first; the costly JSON is built for the rows of the page only.
  const statement = sql`
    with page as materialized (
      select ${id} as page_id, ${by} as place from ${query.from} where ${join(where, ' and ')}
      order by ${by} ${way}, ${id} ${way} limit ${limit + 1}
    )
    select ${query.json} as item, page.page_id as id, page.place::text as place
    from page join ${query.from} on ${id} = page.page_id order by page.place ${way}, page.page_id ${way}`;
  const rows: { item: T; id: string; place: string }[] = await tx.query(statement.text, statement.values);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    nextCursor: rows.length > limit && last ? writeCursor(name, last.place, last.id) : null,
  };
}

const writeCursor = (sort: string, place: string, id: string): string =>
  Buffer.from(JSON.stringify([sort, place, id])).toString('base64url');

const SHAPES: Record<Order['type'], RegExp> = {
  timestamptz: /^(\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?|-?infinity)$/,
  numeric: /^-?\d{1,20}(\.\d{1,20})?$/,
  bigint: /^\d{1,18}$/,
  text: /^[^\0]{0,500}$/u,
};
const UUID = /^[0-9a-f-]{36}$/;

function readCursor(cursor: string, sort: string, { type }: Order): [string, string] {
  try {
    const [of, place, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (
      of === sort &&
      typeof place === 'string' &&
      SHAPES[type].test(place) &&
      typeof id === 'string' &&
      UUID.test(id)
    ) {
      return [place, id];
    }
  } catch {
    // Falls through to the one answer for whatever is not a cursor.
  }
  throw wrongField('cursor', 'cursor');
}
