import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem } from '#platform/problem.js';
import type { NoticeKind } from './vocabulary.js';

/** A person's id on this channel of PostgreSQL: something came to their inbox, or was read. */
export const INBOX_CHANNEL = 'inbox';

/** What a notice is about may have become invisible to its recipient: then the notice is too. */
const aboutVisible = (principal: Principal): Sql =>
  sql`(l.issue_id is null or exists (select 1 from issues i where i.id = l.issue_id and ${visible(principal)}))`;

const mine = (principal: Principal): Sql =>
  sql`l.recipient_id = ${principal.id} and l.channel = 'inbox' and ${aboutVisible(principal)}`;

const orders = bothWays('createdAt', 'l.created_at', 'timestamptz');

export interface InboxFilter {
  unread?: boolean;
  kind?: NoticeKind;
}

/** Notices to this person, newest first. */
export function inbox(
  tx: Tx,
  principal: Principal,
  { unread, kind, ...page }: PageRequest & InboxFilter,
): Promise<Page<object>> {
  return readPage(
    tx,
    {
      json: sql`json_build_object('id', l.id, 'event', (select name from events e where e.id = l.event_id),
        'kind', l.kind, 'issueId', l.issue_id, 'title', l.title, 'body', l.body, 'link', l.link, 'createdAt', l.created_at,
        'readAt', l.read_at)`,
      from: sql`deliveries l`,
      where: [
        mine(principal),
        ...(unread === undefined ? [] : [sql`(l.read_at is null) = ${unread}`]),
        ...(kind ? [sql`l.kind = ${kind}`] : []),
      ],
      id: 'l.id',
      orders,
      defaultSort: '-createdAt',
    },
    page,
  );
}

export interface InboxCount {
  unread: number;
  byKind: Partial<Record<NoticeKind, number>>;
  /** The newest of all, by which one sees whether anything came. */
  newestId: string | null;
}

/** How much this person has not read. */
export async function countInbox(tx: Tx, principal: Principal): Promise<InboxCount> {
  const query = sql`
    with unread as (
      select l.kind, count(*) as n from deliveries l where ${mine(principal)} and l.read_at is null group by l.kind
    )
    select (select coalesce(sum(n), 0) from unread) as unread,
      (select coalesce(json_object_agg(kind, n) filter (where kind is not null), '{}') from unread) as "byKind",
      (select l.id from deliveries l where ${mine(principal)} order by l.created_at desc, l.id desc limit 1) as "newestId"`;
  const [count] = await tx.query(query.text, query.values);
  return count;
}

/** Marks a notice as read, or as not read. */
export async function mark(tx: Tx, { id: personId }: Principal, id: string, read: boolean): Promise<void> {
  const [, count] = await tx.query(
    `update deliveries set read_at = case when $3 then coalesce(read_at, app_now()) end
     where id = $1 and recipient_id = $2 and channel = 'inbox'`,
    [id, personId, read],
  );
  if (!count) throw new Problem('not-found');
  await tellInboxes(tx, [personId]);
}

/** Marks everything as read that was there up to a notice; of one kind only where one is named. @returns how many */
export async function markAll(
  tx: Tx,
  principal: Principal,
  { kind, upTo }: { kind?: NoticeKind; upTo?: string },
): Promise<number> {
  // What came after the page was opened was not seen, and stays unread.
  const seen = upTo
    ? sql`(l.created_at, l.id) <= (select o.created_at, o.id from deliveries o where o.id = ${upTo}
        and o.recipient_id = ${principal.id} and o.channel = 'inbox')`
    : sql`true`;
  const query = sql`update deliveries l set read_at = app_now()
    where l.recipient_id = ${principal.id} and l.channel = 'inbox' and l.read_at is null and ${seen}
      and (${kind ?? null}::text is null or l.kind = ${kind ?? null})`;
  const [, count] = await tx.query(query.text, query.values);
  if (count) await tellInboxes(tx, [principal.id]);
  return count;
}

/** Their open consoles hear, once this is committed, that something came or was read. */
export async function tellInboxes(tx: Tx, personIds: string[]): Promise<void> {
  if (!personIds.length) return;
  await tx.query('select pg_notify($1, id) from unnest($2::text[]) id', [
    INBOX_CHANNEL,
    [...new Set(personIds)],
  ]);
}
