import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';

export interface FeedEvent {
  position: number;
  name: string;
  /** JSON text. */
  data: string;
}

/** Where a reader starts: after its last event, or at the end; `lost` when what came between is dropped already. */
export async function feedEnd(tx: Tx, resumed: number | null): Promise<{ position: number; lost: boolean }> {
  const [{ first, last }] = await tx.query(
    'select coalesce(min(position), 0) as first, coalesce(max(position), 0) as last from feed',
  );
  if (resumed === null) return { position: last, lost: false };
  const lost = resumed > last || (first > 0 && resumed + 1 < first);
  return { position: lost ? last : resumed, lost };
}

/** The events after a position that this person may see; `position` is how far this look went. */
export async function readFeed(
  tx: Tx,
  principal: Principal,
  after: number,
  limit: number,
): Promise<{ events: FeedEvent[]; position: number; more: boolean }> {
  const query = sql`
    with page as materialized (select position, event_id from feed where position > ${after} order by position limit ${limit})
    select p.position, e.name, ${seen(principal)} as seen,
      json_build_object('id', e.id, 'name', e.name, 'subject', e.subject, 'seq', e.seq, 'payload', e.payload, 'at', e.at)::text as data
    from page p join events e on e.id = p.event_id order by p.position`;
  const rows: (FeedEvent & { seen: boolean })[] = await tx.query(query.text, query.values);
  return {
    events: rows.filter((row) => row.seen).map(({ position, name, data }) => ({ position, name, data })),
    position: rows.at(-1)?.position ?? after,
    more: rows.length === limit,
  };
}

/** An event is seen by those who see its subject; a department hears only of what concerns its own requests. */
function seen(principal: Principal): Sql {
  switch (principal.role) {
    case 'department':
      return sql`(e.payload->>'departmentId' = ${principal.departmentId} and ${issueById(principal)})`;
    case 'admin':
      return issueById(principal);
    case 'officer':
    case 'manager':
    case 'auditor':
      return sql`(case when e.subject like 'issue:%' then ${issueById(principal)}
        when e.subject like 'signal:%' then ${signalById(principal)} else true end)`;
  }
}

const issueById = (principal: Principal): Sql =>
  sql`(case when e.subject like 'issue:%' then
    exists (select 1 from issues i where i.id = substr(e.subject, 7)::uuid and ${visible(principal)}) else false end)`;

/** A signal's events carry the issue it was attached to. */
const signalById = (principal: Principal): Sql =>
  sql`(e.payload->>'issueId' is null or exists (select 1 from issues i where i.id = (e.payload->>'issueId')::uuid and ${visible(principal)}))`;
