import sql, { raw, type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible, type Viewer } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { groupBy } from '#platform/group-by.js';

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

export interface FeedReader {
  principal: Principal;
  /** Where it stands. */
  after: string;
}

export interface FeedPage {
  /** Those that this person may see. */
  events: FeedEvent[];
  /** How far this look went, and how far of it may be told. */
  position: string;
  whole: string;
  more: boolean;
}

/** What comes next for each of many readers. Those of one kind who stand at one place share one query. */
export async function readFeed(tx: Tx, readers: FeedReader[], limit: number): Promise<FeedPage[]> {
  const pages = new Map<FeedReader, FeedPage>();
  const groups = groupBy(readers, ({ principal: { role, departmentId }, after }) =>
    [after, role, departmentId].join(' '),
  );
  for (const group of groups.values()) await readTogether(tx, group, limit, pages);
  return readers.map((reader) => pages.get(reader)!);
}

interface Row extends FeedEvent {
  whole: string;
  /** By everybody of this kind; else by whom of those who ask. */
  seenByAll: boolean;
  seenBy: string[] | null;
}

/** Whoever has the same role and department sees the same, but for what is only for those who are named. */
async function readTogether(
  tx: Tx,
  group: FeedReader[],
  limit: number,
  pages: Map<FeedReader, FeedPage>,
): Promise<void> {
  const { principal, after } = group[0]!;
  const ids = [...new Set(group.map((reader) => reader.principal.id))];
  const query = sql`
    with page as materialized (select position, event_id from feed where position > ${after}::numeric order by position limit ${limit})
    select trim_scale(p.position)::text as position, trunc(p.position)::text as whole, e.name,
      json_build_object('id', e.id, 'name', e.name, 'subject', e.subject, 'seq', e.seq, 'payload', e.payload, 'at', e.at)::text as data,
      kind.sees as "seenByAll",
      case when e.id is not null and not kind.sees then array(select r.id from unnest(${ids}::uuid[]) r(id) where ${seen({ ...principal, id: raw('r.id') })}) end as "seenBy"
    from page p left join events e on e.id = p.event_id
      cross join lateral (select e.id is not null and coalesce(${seen({ ...principal, id: null })}, false) as sees offset 0) kind
    order by p.position`;
  const rows: Row[] = await tx.query(query.text, query.values);
  const named = new Set(rows.flatMap(({ seenBy }) => seenBy ?? []));
  const told = (sees: (row: Row) => boolean): FeedPage => ({
    events: rows.filter(sees).map(({ position, name, data }) => ({ position, name, data })),
    position: rows.at(-1)?.position ?? after,
    whole: rows.at(-1)?.whole ?? after.split('.', 1)[0]!,
    more: rows.length === limit,
  });
  const common = told(({ seenByAll }) => seenByAll);
  for (const reader of group) {
    const { id } = reader.principal;
    const own = named.has(id) && told(({ seenByAll, seenBy }) => seenByAll || seenBy!.includes(id));
    pages.set(reader, own || common);
  }
}

/** An event is seen by those who see its subject; a department hears only of what concerns its own requests and those it collects. */
export function seen(principal: Viewer): Sql {
  switch (principal.role) {
    case 'department':
      return sql`((e.payload->>'departmentId' = ${principal.departmentId} or ${collected(principal)})
        and (e.subject like 'round:%' or ${issueById(principal)}))`;
    case 'admin':
      return sql`(e.subject like any(array['feed:%', 'webhook:%', 'user:%', 'department:%', 'area-contact:%', 'reorganisation:%', 'system:retention']) or ${issueById(principal)})`;
    case 'officer':
    case 'manager':
    case 'auditor':
      return sql`(case when e.subject ~ '^(issue|note):' then ${issueById(principal)}
        when e.subject like 'signal:%' then ${signalById(principal)} else true end)`;
  }
}

/** A request whose answer this department collects for one answer of all: its way and its answers, not what is said about it. */
const collected = ({ departmentId }: Viewer): Sql => sql`(e.name ~ '^(request|response)\\.' and exists (
  select 1 from requests q join requests lead on lead.id = q.collected_by
  where q.id = (e.payload->>'requestId')::uuid and q.delivered_at is not null and lead.department_id = ${departmentId}
    and lead.delivered_at is not null))`;

const issueById = (principal: Viewer): Sql =>
  sql`(case when e.subject ~ '^(issue|note):' then
    exists (select 1 from issues i where i.id = split_part(e.subject, ':', 2)::uuid and ${visible(principal)}) else false end)`;

/** A signal's events carry the issue it was attached to. */
const signalById = (principal: Viewer): Sql =>
  sql`(e.payload->>'issueId' is null or exists (select 1 from issues i where i.id = (e.payload->>'issueId')::uuid and ${visible(principal)}))`;
