import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem } from '#platform/problem.js';

/** What a notice is about may have become invisible to its recipient: then the notice is too. */
const aboutVisible = (principal: Principal): Sql =>
  sql`(l.issue_id is null or exists (select 1 from issues i where i.id = l.issue_id and ${visible(principal)}))`;

const orders = bothWays('createdAt', 'l.created_at', 'timestamptz');

/** Notices to this person, newest first. */
export function inbox(
  tx: Tx,
  principal: Principal,
  page: PageRequest & { unread?: boolean },
): Promise<Page<object>> {
  return readPage(
    tx,
    {
      json: sql`json_build_object('id', l.id, 'event', (select name from events e where e.id = l.event_id),
        'issueId', l.issue_id, 'title', l.title, 'body', l.body, 'link', l.link, 'createdAt', l.created_at,
        'readAt', l.read_at)`,
      from: sql`deliveries l`,
      where: [
        sql`l.recipient_id = ${principal.id} and l.channel = 'inbox'`,
        aboutVisible(principal),
        ...(page.unread ? [sql`l.read_at is null`] : []),
      ],
      id: 'l.id',
      orders,
      defaultSort: '-createdAt',
    },
    page,
  );
}

export async function markRead(tx: Tx, principal: Principal, id: string): Promise<void> {
  const [, count] = await tx.query(
    `update deliveries set read_at = coalesce(read_at, app_now()) where id = $1 and recipient_id = $2 and channel = 'inbox'`,
    [id, principal.id],
  );
  if (!count) throw new Problem('not-found');
}

/** The delivery log: what went to whom, how often it was tried, what went wrong. Without the words themselves. */
export function deliveries(
  tx: Tx,
  principal: Principal,
  page: PageRequest & { state?: string },
): Promise<Page<object>> {
  // An administrator reads no issues, but keeps the mail going: sees that something was sent, not about what.
  const about = principal.role === 'admin' ? sql`null` : sql`l.issue_id`;
  const scope = principal.role === 'admin' ? sql`true` : aboutVisible(principal);
  return readPage(
    tx,
    {
      json: sql`json_build_object('id', l.id, 'event', (select name from events e where e.id = l.event_id),
        'channel', l.channel, 'recipient', (select u.name from users u where u.id = l.recipient_id),
        'issueId', ${about}, 'state', l.state, 'attempts', l.attempts, 'error', l.error, 'createdAt', l.created_at,
        'sentAt', l.sent_at, 'dueAt', case when l.state in ('pending', 'failed') then l.due_at end)`,
      from: sql`deliveries l`,
      where: [scope, ...(page.state ? [sql`l.state = ${page.state}`] : [])],
      id: 'l.id',
      orders,
      defaultSort: '-createdAt',
    },
    page,
  );
}
