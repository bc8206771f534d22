import sql, { raw, type Sql } from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import type { PageRequest } from '#platform/page.js';
import { wrongField } from '#platform/problem.js';
import type { Subject } from './subjects.js';

/**
 * Everything that happened to a subject, or to several as one, oldest first unless asked for the newest (`-seq`). `shown` is a condition on the event
 * `e`; what does not meet it leaves no gap in the numbers.
 */
export async function readTimeline(
  tx: Tx,
  subject: Subject | Subject[],
  { limit = 50, cursor, sort = 'seq' }: PageRequest,
  shown: Sql = sql`true`,
): Promise<{ items: object[]; nextCursor: string | null }> {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw wrongField('cursor', 'cursor');
  const [beyond, way] = sort === '-seq' ? [raw('<'), raw('desc')] : [raw('>'), raw('asc')];
  const query = sql`
    select e.rank, json_build_object('id', e.id, 'seq', e.rank, 'name', e.name, 'payload', e.payload, 'actor', u.name, 'onBehalfOf', a.name,
      'changes', e.changes, 'at', e.at) as item
    from (select e.*, row_number() over (order by e.told, e.subject, e.seq)::int as rank from (
      select e.*, max(e.at) over (partition by e.subject order by e.seq) as told from events e
      where e.subject = any(${[subject].flat()}) and ${shown}) e) e
    left join users u on u.id = e.actor_id left join users a on a.id = e.on_behalf_of
    where ${cursor === undefined ? sql`true` : sql`e.rank ${beyond} ${Number(cursor)}`}
    order by e.rank ${way} limit ${limit + 1}`;
  const rows: { item: object; rank: number }[] = await tx.query(query.text, query.values);
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ item }) => item),
    nextCursor: rows.length > limit ? String(page.at(-1)!.rank) : null,
  };
}
