import { randomBytes } from 'node:crypto';
import sql, { type Sql } from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { SENDING } from '#config/sending.js';
import { emit, type Actor, type Changes } from '#events/emit.js';
import { type EventName } from '#events/events.js';
import { webhookSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Outbound, OutboundError } from '#platform/outbound.js';
import { Problem, requireVersion, wrongField } from '#platform/problem.js';
import { PREFIX } from './sign.js';
import type { DisabledReason, WebhookState } from './vocabulary.js';

export interface WebhookContent {
  name: string;
  url: string;
  /** Null: every event. */
  events: EventName[] | null;
  active: boolean;
}

export interface WebhookView extends WebhookContent {
  id: string;
  state: WebhookState;
  version: number;
}

/** A view with the secret that its owner sees this one time. */
export type WithSecret = WebhookView & { secret: string };

const newSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`;

/** Tells of what happens from now on. @throws Problem for an address that leads nowhere or inside */
export async function addWebhook(
  tx: Tx,
  by: Actor,
  outbound: Outbound,
  webhook: WebhookContent,
): Promise<WithSecret> {
  const [{ n }] = await tx.query('select count(*)::int as n from webhooks where removed_at is null');
  if (n >= SENDING.webhook.most) throw new Problem('webhook.too_many', { most: SENDING.webhook.most });
  const id = uuidv7();
  const url = reachable(outbound, webhook.url);
  const secret = newSecret();
  const insert = sql`insert into webhooks (id, name, url, events, active, position, created_by)
    values (${id}, ${webhook.name}, ${url}, ${webhook.events}, ${webhook.active}, ${FEED_END}, ${by.id})`;
  await tx.query(insert.text, insert.values);
  await tx.query('insert into webhook_secrets (webhook_id, secret) values ($1, $2)', [id, secret]);
  await emit(
    tx,
    webhookSubject(id),
    'webhook.added',
    { webhookId: id },
    { by, changes: { url: [null, url] } },
  );
  return { ...(await viewWebhook(tx, id)), secret };
}

/** A new address, or switching it on, starts it anew; what happened while it was off it is not told of. */
export async function changeWebhook(
  tx: Tx,
  by: Actor,
  outbound: Outbound,
  id: string,
  change: Partial<WebhookContent>,
  expected: number | null,
): Promise<WebhookView> {
  const before = await holdWebhook(tx, id, expected);
  const after = { ...before, ...change, ...(change.url && { url: reachable(outbound, change.url) }) };
  const changes = differences(before, after);
  if (!Object.keys(changes).length) return before;
  const on = after.active && !before.active;
  const update = sql`update webhooks set name = ${after.name}, url = ${after.url}, events = ${after.events},
    active = ${after.active}, version = version + 1, updated_at = app_now()
    ${on ? sql`, position = ${FEED_END}, disabled_at = null, disabled_reason = null` : sql``} where id = ${id}`;
  await tx.query(update.text, update.values);
  if (on || 'url' in changes) await tx.query('delete from circuits where target = $1', [webhookSubject(id)]);
  await emit(tx, webhookSubject(id), 'webhook.changed', { webhookId: id }, { by, changes });
  return viewWebhook(tx, id);
}

/** What it was sent stays in the log. */
export async function removeWebhook(tx: Tx, by: Actor, id: string, expected: number | null): Promise<void> {
  const { url } = await holdWebhook(tx, id, expected);
  await tx.query(
    `update webhooks set active = false, removed_at = app_now(), disabled_at = null, disabled_reason = null,
       version = version + 1 where id = $1`,
    [id],
  );
  await tx.query('delete from webhook_secrets where webhook_id = $1', [id]);
  await tx.query('delete from circuits where target = $1', [webhookSubject(id)]);
  await emit(
    tx,
    webhookSubject(id),
    'webhook.removed',
    { webhookId: id },
    { by, changes: { url: [url, null] } },
  );
}

/** A new secret; for so many hours what is sent is signed with the one before, too. */
export async function rotateSecret(
  tx: Tx,
  by: Actor,
  id: string,
  hours: number,
  expected: number | null,
): Promise<WithSecret> {
  await holdWebhook(tx, id, expected);
  const secret = newSecret();
  await tx.query('update webhook_secrets set previous = secret, secret = $2 where webhook_id = $1', [
    id,
    secret,
  ]);
  await tx.query(
    `update webhooks set rotating_until = app_now() + $2 * interval '1 hour', version = version + 1,
       updated_at = app_now() where id = $1`,
    [id, hours],
  );
  await emit(tx, webhookSubject(id), 'webhook.rotated', { webhookId: id }, { by });
  return { ...(await viewWebhook(tx, id)), secret };
}

/** Switches a webhook off by itself, once; its administrators are told. */
export async function disableWebhook(tx: Tx, id: string, reason: DisabledReason): Promise<void> {
  await lock(tx, webhookSubject(id));
  const [rows] = await tx.query(
    `update webhooks set active = false, disabled_at = app_now(), disabled_reason = $2, version = version + 1,
       updated_at = app_now() where id = $1 and active returning id`,
    [id, reason],
  );
  if (rows.length) await emit(tx, webhookSubject(id), 'webhook.disabled', { webhookId: id, reason });
}

async function holdWebhook(tx: Tx, id: string, expected: number | null): Promise<WebhookView> {
  await lock(tx, webhookSubject(id));
  const webhook = await viewWebhook(tx, id);
  requireVersion(webhook, expected);
  return webhook;
}

/** The address as it is called. What its name resolves to is looked at whenever it is. */
function reachable(outbound: Outbound, url: string): string {
  try {
    return outbound.check(url).href;
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw wrongField('url', error.fault === 'forbidden' ? 'outbound' : 'web_address');
  }
}

const CHANGEABLE = ['name', 'url', 'events', 'active'] as const;
const differences = (before: WebhookContent, after: WebhookContent): Changes =>
  Object.fromEntries(
    CHANGEABLE.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map(
      (field) => [field, [before[field], after[field]]],
    ),
  );

const FEED_END = sql`(select coalesce(max(position), 0) from feed)`;

export function listWebhooks(tx: Tx, page: PageRequest): Promise<Page<WebhookView>> {
  return readPage(
    tx,
    {
      json,
      from: FROM,
      where: [sql`w.removed_at is null`],
      id: 'w.id',
      orders: bothWays('name', 'w.name collate "C"', 'text'),
      defaultSort: 'name',
    },
    page,
  );
}

export async function viewWebhook(tx: Tx, id: string): Promise<WebhookView> {
  const query = sql`select ${json} as view from ${FROM} where w.id = ${id} and w.removed_at is null`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

const FROM: Sql = sql`webhooks w join users u on u.id = w.created_by
  left join circuits c on c.target = 'webhook:' || w.id`;

// Nothing here is counted from what it was sent: that would tell of confidential issues.
const json: Sql = sql`json_build_object('id', w.id, 'name', w.name, 'url', w.url, 'events', w.events, 'active', w.active,
  'state', case when w.disabled_at is not null then 'disabled' when not w.active then 'off'
    when c.open_until is not null then 'paused' when c.failures > 0 then 'failing' else 'ok' end,
  'failures', coalesce(c.failures, 0), 'failingSince', c.failing_since,
  'pausedUntil', case when w.active then c.open_until end,
  'disabledAt', w.disabled_at, 'disabledReason', w.disabled_reason,
  'rotatingUntil', case when w.rotating_until > app_now() then w.rotating_until end,
  'createdBy', w.created_by, 'createdByName', u.name, 'createdAt', w.created_at, 'updatedAt', w.updated_at,
  'version', w.version)`;
