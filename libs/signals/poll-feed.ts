import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { FEED_POLICY } from '#config/feeds.js';
import { emit, type Actor } from '#events/emit.js';
import { feedSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Channel } from '#issues/vocabulary.js';
import { addDays, seoulDay } from '#platform/calendar.js';
import { appNow, type Tx } from '#platform/database.js';
import { Outbound, OutboundError, type OutboundAnswer } from '#platform/outbound.js';
import { retryAfter } from '#platform/retry-after.js';
import { readFeed, UnreadableFeed, type FeedItem } from './read-feed.js';
import { receiveSignals } from './receive-signals.js';
import { secondsToNextPoll, standingAfter } from './rules/next-poll.js';
import type { FeedFault, FeedState } from './vocabulary.js';

/** A feed that this process, and no other, polls now. */
export interface Claimed {
  id: string;
  name: string;
  url: string;
  channel: Channel;
  intervalMinutes: number;
  state: FeedState;
  failures: number;
  movedTo: string | null;
  etag: string | null;
  lastModified: string | null;
  createdBy: string;
  askedBy: string | null;
  /** The number of this poll: what comes after it was overtaken is not written. */
  polls: number;
}

/** What a poll found; `null` items where nothing has changed. */
export type Found =
  | { items: FeedItem[] | null; etag: string | null; lastModified: string | null; movedTo: string | null }
  | { fault: FeedFault; detail: string | null; retryAfterSeconds: number | null };

/** Takes a due feed for as long as a poll may last. @returns null where it is not due, or somebody else has it */
export async function claimFeed(source: DataSource, id: string): Promise<Claimed | null> {
  const [[feed]]: [Claimed[]] = await source.query(CLAIM, [id, 3 * FEED_POLICY.timeoutMs]);
  return feed ?? null;
}

/** Asks the feed's server, if anything has changed since; never fails, what goes wrong is what it found. */
export async function fetchFeed(outbound: Outbound, feed: Claimed): Promise<Found> {
  const { maxBytes, timeoutMs, redirects, mostItems } = FEED_POLICY;
  try {
    const answer = await outbound.send(feed.url, {
      headers: {
        accept: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5',
        'user-agent': 'Haechi',
        ...(feed.etag && { 'if-none-match': feed.etag }),
        ...(feed.lastModified && { 'if-modified-since': feed.lastModified }),
      },
      redirects,
      maxBytes,
      timeoutMs,
    });
    if (answer.status !== 200 && answer.status !== 304) return refused(answer);
    const items =
      answer.status === 304
        ? null
        : await readFeed(answer.body, {
            contentType: answer.headers['content-type'] ?? '',
            address: answer.movedTo ?? feed.url,
            most: mostItems,
          });
    return { items, ...validators(answer, feed), movedTo: answer.movedTo };
  } catch (error) {
    if (!(error instanceof OutboundError || error instanceof UnreadableFeed)) throw error;
    return { fault: error.fault, detail: null, retryAfterSeconds: null };
  }
}

function refused({ status, headers }: OutboundAnswer): Found {
  if (status === 410) return { fault: 'gone', detail: null, retryAfterSeconds: null };
  return {
    fault: 'status',
    detail: String(status),
    retryAfterSeconds: retryAfter(headers['retry-after'], Date.now()),
  };
}

const short = (value: string | undefined): string | null => (value && value.length <= 500 ? value : null);

/** "Not changed" may leave them out; then those before still hold. */
function validators({ status, headers }: OutboundAnswer, before: Claimed) {
  const kept = status === 304 ? before : { etag: null, lastModified: null };
  return {
    etag: short(headers.etag) ?? kept.etag,
    lastModified: short(headers['last-modified']) ?? kept.lastModified,
  };
}

/** Takes in what is new and notes how it went, in one; nothing where the poll was overtaken. @returns how many are new */
export async function notePoll(tx: Tx, feed: Claimed, found: Found, random: number): Promise<number> {
  await lock(tx, feedSubject(feed.id));
  const [current] = await tx.query('select 1 from feeds where id = $1 and polls = $2', [feed.id, feed.polls]);
  if (!current) return 0;
  const received =
    'fault' in found ? await noteFailure(tx, feed, found, random) : await noteItems(tx, feed, found, random);
  if (feed.askedBy) {
    const by: Actor = { id: feed.askedBy };
    await emit(tx, feedSubject(feed.id), 'feed.polled', { feedId: feed.id }, { by });
  }
  return received;
}

async function noteItems(
  tx: Tx,
  feed: Claimed,
  found: Exclude<Found, { fault: FeedFault }>,
  random: number,
): Promise<number> {
  const items = recent(found.items ?? [], seoulDay(await appNow(tx)));
  // In the name of who set it up: whatever else that person's sources send is told apart by its id.
  const by: Actor = { id: feed.createdBy };
  const arrivals = items.map((item) => ({ by, signal: asSignal(item, feed) }));
  const fresh = (await receiveSignals(tx, arrivals)).filter(({ created }) => created).length;
  const wait = secondsToNextPoll({ ...feed, failures: 0, retryAfterSeconds: null, random }, FEED_POLICY);
  await tx.query(NOTE_ITEMS, [
    feed.id,
    wait,
    feed.askedBy,
    found.etag,
    found.lastModified,
    found.movedTo,
    fresh,
    feed.state !== 'ok' || feed.movedTo !== found.movedTo,
  ]);
  if (feed.state === 'dead') await emit(tx, feedSubject(feed.id), 'feed.recovered', { feedId: feed.id });
  return fresh;
}

async function noteFailure(
  tx: Tx,
  feed: Claimed,
  { fault, detail, retryAfterSeconds }: Extract<Found, { fault: FeedFault }>,
  random: number,
): Promise<number> {
  const failures = feed.failures + 1;
  const gone = fault === 'gone';
  const state = gone ? 'dead' : standingAfter(failures, FEED_POLICY);
  const wait = secondsToNextPoll({ ...feed, failures, retryAfterSeconds, random }, FEED_POLICY);
  await tx.query(NOTE_FAILURE, [
    feed.id,
    wait,
    feed.askedBy,
    state,
    failures,
    fault,
    detail,
    gone,
    state !== feed.state,
  ]);
  // Told once: it stays dead until it answers again.
  if (state === 'dead' && feed.state !== 'dead')
    await emit(tx, feedSubject(feed.id), 'feed.died', { feedId: feed.id });
  return 0;
}

/** An archive that a feed brings along is not news. */
function recent(items: FeedItem[], today: string): FeedItem[] {
  const oldest = addDays(today, -FEED_POLICY.daysBack);
  return items.filter(({ publishedAt }) => !publishedAt || seoulDay(publishedAt) >= oldest);
}

function asSignal(item: FeedItem, { channel, name }: Claimed) {
  return {
    channel,
    title: item.title,
    outlet: item.outlet ?? name,
    url: item.url,
    publishedOn: item.publishedAt && seoulDay(item.publishedAt),
    // As long as an id may be; what is longer is known by its hash.
    externalId:
      item.externalId.length <= 200
        ? item.externalId
        : createHash('sha256').update(item.externalId).digest('hex'),
  };
}

const CLAIM = `
update feeds set polls = polls + 1, polling_until = clock_timestamp() + $2 * interval '1 millisecond'
where id = $1 and active and next_poll_at <= app_now()
  and (polling_until is null or polling_until <= clock_timestamp())
returning id, name, url, channel, interval_minutes as "intervalMinutes", state, failures, moved_to as "movedTo", etag,
  last_modified as "lastModified", created_by as "createdBy", asked_by as "askedBy", polls`;

// Whoever asked meanwhile waits for the next poll.
const SETTLED = `asked_by = case when asked_by is distinct from $3 then asked_by end,
  next_poll_at = case when asked_by is distinct from $3 then app_now() else app_now() + $2 * interval '1 second' end`;

const NOTE_ITEMS = `
update feeds set polling_until = null, ${SETTLED},
  polled_at = app_now(), state = 'ok', failures = 0, fault = null, fault_detail = null, etag = $4, last_modified = $5,
  moved_to = $6, received = received + $7, changed_at = case when $7 > 0 then app_now() else changed_at end,
  version = version + $8::boolean::int
where id = $1`;

const NOTE_FAILURE = `
update feeds set polling_until = null, ${SETTLED},
  polled_at = app_now(), state = $4, failures = $5, fault = $6, fault_detail = $7, active = active and not $8::boolean,
  version = version + $9::boolean::int
where id = $1`;
