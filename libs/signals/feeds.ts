import sql, { type Sql } from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { emit, type Actor, type Changes } from '#events/emit.js';
import { feedSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Channel } from '#issues/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Outbound, OutboundError } from '#platform/outbound.js';
import { Problem, requireVersion, wrongField } from '#platform/problem.js';
import type { Faulty } from './feed-fault.js';
import type { FeedState } from './vocabulary.js';

export interface FeedContent {
  name: string;
  url: string;
  channel: Channel;
  intervalMinutes: number;
  active: boolean;
}

export interface FeedView extends FeedContent, Faulty {
  id: string;
  state: FeedState;
  failures: number;
  version: number;
}

/** @throws Problem for an address that leads nowhere or inside, or that is there already */
export async function addFeed(tx: Tx, by: Actor, outbound: Outbound, feed: FeedContent): Promise<FeedView> {
  const id = uuidv7();
  const url = reachable(outbound, feed.url);
  const insert = sql`insert into feeds (id, name, url, channel, interval_minutes, active, created_by)
    values (${id}, ${feed.name}, ${url}, ${feed.channel}, ${feed.intervalMinutes}, ${feed.active}, ${by.id})
    on conflict (url) do nothing returning id`;
  const [added] = await tx.query(insert.text, insert.values);
  if (!added) throw new Problem('feed.url_taken');
  await emit(tx, feedSubject(id), 'feed.added', { feedId: id }, { by, changes: { url: [null, url] } });
  return viewFeed(tx, id);
}

/** A new address, or switching it on, starts it anew: polled at once, its failures forgotten. */
export async function changeFeed(
  tx: Tx,
  by: Actor,
  outbound: Outbound,
  id: string,
  change: Partial<FeedContent>,
  expected: number | null,
): Promise<FeedView> {
  const before = await holdFeed(tx, id, expected);
  const after = { ...before, ...change, ...(change.url && { url: reachable(outbound, change.url) }) };
  const changes = differences(before, after);
  if (!Object.keys(changes).length) return before;
  const anew = 'url' in changes || (after.active && !before.active);
  const update = sql`update feeds set name = ${after.name}, url = ${after.url}, channel = ${after.channel},
    interval_minutes = ${after.intervalMinutes}, active = ${after.active}, version = version + 1, updated_at = app_now(),
    polls = polls + 1, polling_until = null ${anew ? ANEW : sql``}
    where id = ${id} and not exists (select 1 from feeds other where other.url = ${after.url} and other.id <> ${id})
    returning id`;
  const [rows] = await tx.query(update.text, update.values);
  if (!rows.length) throw new Problem('feed.url_taken');
  await emit(tx, feedSubject(id), 'feed.changed', { feedId: id }, { by, changes });
  return viewFeed(tx, id);
}

const ANEW = sql`, state = 'ok', failures = 0, fault = null, fault_detail = null, moved_to = null, etag = null,
  last_modified = null, next_poll_at = app_now(), look_at = clock_timestamp()`;

/** What came by it stays. */
export async function removeFeed(tx: Tx, by: Actor, id: string, expected: number | null): Promise<void> {
  const { url } = await holdFeed(tx, id, expected);
  await tx.query('delete from feeds where id = $1', [id]);
  await emit(tx, feedSubject(id), 'feed.removed', { feedId: id }, { by, changes: { url: [url, null] } });
}

/** Makes a feed due now. @throws Problem `feed.off` where it is switched off */
export async function askForPoll(tx: Tx, by: Actor, id: string): Promise<FeedView> {
  const { active } = await holdFeed(tx, id, null);
  if (!active) throw new Problem('feed.off');
  await tx.query(
    'update feeds set next_poll_at = app_now(), look_at = clock_timestamp(), asked_by = $2 where id = $1',
    [id, by.id],
  );
  await emit(tx, feedSubject(id), 'feed.poll-asked', { feedId: id }, { by });
  return viewFeed(tx, id);
}

async function holdFeed(tx: Tx, id: string, expected: number | null): Promise<FeedView> {
  await lock(tx, feedSubject(id));
  const feed = await viewFeed(tx, id);
  requireVersion(feed, expected);
  return feed;
}

/** The address as it is called. What its name resolves to is looked at when it is. */
function reachable(outbound: Outbound, url: string): string {
  try {
    return outbound.check(url).href;
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw wrongField('url', error.fault === 'forbidden' ? 'outbound' : 'web_address');
  }
}

const CHANGEABLE = ['name', 'url', 'channel', 'intervalMinutes', 'active'] as const;
const differences = (before: FeedContent, after: FeedContent): Changes =>
  Object.fromEntries(
    CHANGEABLE.filter((field) => before[field] !== after[field]).map((field) => [
      field,
      [before[field], after[field]],
    ]),
  );

export function listFeeds(
  tx: Tx,
  { state, active, ...page }: PageRequest & { state?: FeedState; active?: boolean },
): Promise<Page<FeedView>> {
  return readPage(
    tx,
    {
      json,
      from: sql`feeds f`,
      where: [
        sql`true`,
        ...(state ? [sql`f.state = ${state}`] : []),
        ...(active === undefined ? [] : [sql`f.active = ${active}`]),
      ],
      id: 'f.id',
      orders: {
        ...bothWays('name', 'f.name collate "C"', 'text'),
        ...bothWays('polledAt', `coalesce(f.polled_at, '-infinity')`, 'timestamptz'),
      },
      defaultSort: 'name',
    },
    page,
  );
}

export async function viewFeed(tx: Tx, id: string): Promise<FeedView> {
  const query = sql`select ${json} as view from feeds f where f.id = ${id}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

const json: Sql = sql`json_build_object('id', f.id, 'name', f.name, 'url', f.url, 'channel', f.channel,
  'intervalMinutes', f.interval_minutes, 'active', f.active, 'state', f.state, 'failures', f.failures, 'fault', f.fault,
  'faultDetail', f.fault_detail, 'movedTo', f.moved_to, 'polledAt', f.polled_at, 'changedAt', f.changed_at,
  'nextPollAt', case when f.active then f.next_poll_at end, 'asked', f.asked_by is not null, 'received', f.received,
  'createdBy', f.created_by, 'createdAt', f.created_at, 'updatedAt', f.updated_at, 'version', f.version)`;
