import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';

export interface FeedEvent {
  /** Decimal text: events of confidential issues have places between whole ones. */
  position: string;
  name: string;
  /** JSON text. */
  data: string;
}

/** Where a reader starts: after its last event, or at the end; `lost` when what came between is dropped already. */
export async function feedEnd(
  tx: Tx,
  resumed: string | null,
): Promise<{ position: string; whole: string; lost: boolean }> {
  const [end] = await tx.query(END, [resumed]);
  return end;
}

const END = `
with feed_now as (select coalesce(trunc(min(position)), 0) as first, coalesce(max(position), 0) as last from feed),
  resumed as (select $1::numeric as at),
  judged as (select *, coalesce(at > last or trunc(at) + 1 < first, false) as lost from feed_now, resumed),
  start as (select lost, case when at is null or lost then last else at end as position from judged)
select position::text, trunc(position)::text as whole, lost from start`;

/** The events after a position that this person may see; `position` is how far this look went, `whole` how far it may be told. */
export async function readFeed(
  tx: Tx,
  principal: Principal,
  after: string,
  limit: number,
): Promise<{ events: FeedEvent[]; position: string; whole: string; more: boolean }> {
  const query = sql`
    with page as materialized (select position, event_id from feed where position > ${after}::numeric order by position limit ${limit})
    select trim_scale(p.position)::text as position, trunc(p.position)::text as whole, e.name, ${seen(principal)} as seen,
      json_build_object('id', e.id, 'name', e.name, 'subject', e.subject, 'seq', e.seq, 'payload', e.payload, 'at', e.at)::text as data
    from page p join events e on e.id = p.event_id order by p.position`;
  const rows: (FeedEvent & { seen: boolean; whole: string })[] = await tx.query(query.text, query.values);
  const last = rows.at(-1);
  return {
    events: rows.filter((row) => row.seen).map(({ position, name, data }) => ({ position, name, data })),
    position: last?.position ?? after,
    whole: last?.whole ?? after.split('.', 1)[0]!,
    more: rows.length === limit,
  };
}

/** An event is seen by those who see its subject; a department hears only of what concerns its own requests and those it collects. */
function seen(principal: Principal): Sql {
  switch (principal.role) {
    case 'department':
      return sql`((e.payload->>'departmentId' = ${principal.departmentId} or ${collected(principal)}) and ${issueById(principal)})`;
    case 'admin':
      return sql`(e.subject like 'feed:%' or ${issueById(principal)})`;
    case 'officer':
    case 'manager':
    case 'auditor':
      return sql`(case when e.subject like 'issue:%' then ${issueById(principal)}
        when e.subject like 'signal:%' then ${signalById(principal)} else true end)`;
  }
}

/** The event of a request whose answer this department collects for one answer of all. */
const collected = ({ departmentId }: Principal): Sql => sql`(e.payload ? 'requestId' and exists (
  select 1 from requests q join requests lead on lead.id = q.collected_by
  where q.id = (e.payload->>'requestId')::uuid and q.delivered_at is not null and lead.department_id = ${departmentId}
    and lead.delivered_at is not null))`;

const issueById = (principal: Principal): Sql =>
  sql`(case when e.subject like 'issue:%' then
    exists (select 1 from issues i where i.id = substr(e.subject, 7)::uuid and ${visible(principal)}) else false end)`;

/** A signal's events carry the issue it was attached to. */
const signalById = (principal: Principal): Sql =>
  sql`(e.payload->>'issueId' is null or exists (select 1 from issues i where i.id = (e.payload->>'issueId')::uuid and ${visible(principal)}))`;
