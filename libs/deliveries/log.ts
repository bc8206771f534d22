import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest, type Selection } from '#platform/page.js';
import { Problem } from '#platform/problem.js';

export interface DeliveryFilter {
  channel?: string;
  state?: string;
  webhookId?: string;
  issueId?: string;
  recipientId?: string;
  event?: string;
}

const seesIssue = (principal: Principal): Sql =>
  sql`(l.issue_id is null or exists (select 1 from issues i where i.id = l.issue_id and ${visible(principal)}))`;

/** An administrator reads no issues, but keeps things going: sees that something was sent, not about what. */
export const inScope = (principal: Principal): Sql =>
  principal.role === 'admin' ? sql`true` : seesIssue(principal);

// Without the words; of all there is, also of what this reader may not see.
export const DELIVERIES = sql`delivery_log l left join users u on u.id = l.recipient_id
  left join webhooks w on w.id = l.webhook_id left join circuits c on c.target = l.target`;

const fields = (principal: Principal): Sql => sql`'id', l.id, 'event', l.event, 'channel', l.channel,
  'recipient', coalesce(u.name, w.name), 'recipientId', l.recipient_id, 'webhookId', l.webhook_id,
  'issueId', ${principal.role === 'admin' ? sql`null` : sql`l.issue_id`}, 'state', l.state, 'attempts', l.attempts,
  'fault', l.fault, 'status', l.status, 'error', l.error, 'createdAt', l.created_at, 'sentAt', l.sent_at,
  'dueAt', case when l.state in ('held', 'pending', 'failed') then greatest(l.due_at, c.open_until) end`;

/** Which of them, in which order. */
export const deliverySelection = (
  principal: Principal,
  { channel, state, webhookId, issueId, recipientId, event }: DeliveryFilter,
): Selection => ({
  from: DELIVERIES,
  where: [
    inScope(principal),
    ...(channel ? [sql`l.channel = ${channel}`] : []),
    ...(state ? [sql`l.state = ${state}`] : []),
    ...(webhookId ? [sql`l.webhook_id = ${webhookId}`] : []),
    // What an administrator is not told with a delivery is not to be asked for either.
    ...(issueId ? [sql`l.issue_id = ${issueId}`, seesIssue(principal)] : []),
    ...(recipientId ? [sql`l.recipient_id = ${recipientId}`] : []),
    ...(event ? [sql`l.event = ${event}`] : []),
  ],
  id: 'l.id',
  orders: bothWays('createdAt', 'l.created_at', 'timestamptz'),
  defaultSort: '-createdAt',
});

/** What went to whom, how often it was tried, what went wrong. Without the words themselves. */
export function listDeliveries(
  tx: Tx,
  principal: Principal,
  query: PageRequest & DeliveryFilter,
): Promise<Page<object>> {
  const json = sql`json_build_object(${fields(principal)})`;
  return readPage(tx, { json, ...deliverySelection(principal, query) }, query);
}

/** One of them with every attempt, and what a webhook is sent; letters to people stay closed. */
export async function viewDelivery(tx: Tx, principal: Principal, id: string): Promise<object> {
  const query = sql`
    select json_build_object(${fields(principal)},
      'body', case when l.issue_id is null or exists (select 1 from issues i where i.id = l.issue_id
        and (not i.confidential or ${visible(principal)})) then l.sent_body end,
      'history', coalesce((select json_agg(json_build_object('n', a.n, 'at', a.at, 'fault', a.fault, 'status', a.status,
        'error', a.error, 'answer', a.answer, 'durationMs', a.duration_ms) order by a.n)
        from delivery_attempts a where a.delivery_id = l.id), '[]')) as view
    from ${DELIVERIES} where l.id = ${id} and ${inScope(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

/** What went wrong in the last hours, by target and reason, and which targets are left alone now. */
export async function summarizeFailures(tx: Tx, principal: Principal, hours: number): Promise<object> {
  const query = sql`
    with failed as (
      select l.channel, l.target, w.name as webhook, l.webhook_id, a.fault, a.status, count(*) as attempts,
        count(distinct l.id) as deliveries, count(distinct l.id) filter (where l.state = 'dead') as dead,
        count(distinct l.id) filter (where l.state = 'sent') as arrived, max(a.at) as last
      from delivery_attempts a join delivery_log l on l.id = a.delivery_id left join webhooks w on w.id = l.webhook_id
      where a.error is not null and a.fault is not null and a.at >= app_now() - ${hours} * interval '1 hour'
        and ${inScope(principal)}
      group by 1, 2, 3, 4, 5, 6
    ), written as (
      select l.channel, count(*) as n, count(*) filter (where l.state = 'sent') as sent,
        count(*) filter (where l.state in ('held', 'pending', 'sending', 'failed')) as waiting,
        count(*) filter (where l.state = 'dead') as dead
      from delivery_log l where l.created_at >= app_now() - ${hours} * interval '1 hour' and l.channel <> 'inbox'
        and ${inScope(principal)} group by 1
    )
    select json_build_object('hours', ${hours}::int,
      'channels', coalesce((select json_agg(json_build_object('channel', channel, 'written', n, 'sent', sent,
        'waiting', waiting, 'dead', dead) order by channel) from written), '[]'),
      'failures', coalesce((select json_agg(json_build_object('channel', channel,
        'target', coalesce(webhook, substr(target, 6)), 'webhookId', webhook_id, 'fault', fault, 'status', status,
        'attempts', attempts, 'deliveries', deliveries, 'arrived', arrived, 'dead', dead, 'lastAt', last)
        order by attempts desc, target, fault, status) from failed), '[]'),
      'paused', coalesce((select json_agg(json_build_object('target', coalesce(w.name, substr(c.target, 6)),
        'webhookId', w.id, 'failures', c.failures, 'until', c.open_until) order by c.open_until)
        from circuits c left join webhooks w on c.target = 'webhook:' || w.id where c.open_until is not null
          and (c.target like 'mail:%' or w.active)), '[]')) as view`;
  const [row] = await tx.query(query.text, query.values);
  return row.view;
}
