import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventEmitter, once } from 'node:events';
import pg from 'pg';
import { FEED_CHANNEL } from '#events/feed.js';
import { INBOX_CHANNEL } from '#notifications/inbox.js';
import { Env } from '#platform/env.js';
import { log } from '#platform/logging.js';

const RECONNECT_MS = 1000;

/** Wakes the open streams when the relay has given out new places in the feed, and each when its reader's inbox has changed. */
@Injectable()
export class FeedListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly news = new EventEmitter().setMaxListeners(0);
  /** Counts the news, so that none is missed between a look and the wait for the next. */
  heard = 0;
  /** How often something changed in a person's inbox, by their id. */
  private readonly letters = new Map<string, number>();
  private reconnects = 0;
  private client?: pg.Client;
  private closing = false;

  constructor(@Inject(Env) private readonly env: Env) {}

  onApplicationBootstrap(): void {
    void this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    this.news.emit('news');
    await this.client?.end().catch(() => undefined);
  }

  /** So much was heard of this person's inbox; what was missed while nobody listened counts too. */
  heardOfInbox(personId: string): number {
    return this.reconnects + (this.letters.get(personId) ?? 0);
  }

  /**
   * True when there is news since so much was heard, for all or for this person alone; false when `ms` went by or the
   * reader left.
   */
  async next(
    since: { heard: number; inbox: number },
    personId: string,
    ms: number,
    reader: EventEmitter,
  ): Promise<boolean> {
    if (this.heard > since.heard || this.heardOfInbox(personId) > since.inbox) return true;
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), ms);
    const leave = (): void => abort.abort();
    reader.once('close', leave);
    try {
      await Promise.race(['news', personId].map((name) => once(this.news, name, { signal: abort.signal })));
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
      reader.off('close', leave);
      // The other wait ends too.
      abort.abort();
    }
  }

  private tell(): void {
    this.heard += 1;
    this.news.emit('news');
  }

  private tellOne(personId: string): void {
    this.letters.set(personId, (this.letters.get(personId) ?? 0) + 1);
    this.news.emit(personId);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.env.DATABASE_URL,
      keepAlive: true,
      connectionTimeoutMillis: 2500,
    });
    const again = (error?: Error): void => {
      if (this.closing || this.client !== client) return;
      log.debug({ error: error?.message }, 'feed listener reconnects');
      this.client = undefined;
      setTimeout(() => void this.connect(), RECONNECT_MS).unref();
    };
    this.client = client;
    client.on('error', again);
    client.on('end', () => again());
    client.on('notification', ({ channel, payload }) =>
      channel === INBOX_CHANNEL ? this.tellOne(payload ?? '') : this.tell(),
    );
    try {
      await client.connect();
      await client.query(`listen ${FEED_CHANNEL}; listen ${INBOX_CHANNEL}`);
      // What came while nobody listened is news too.
      this.reconnects += 1;
      this.tell();
    } catch (error) {
      again(error as Error);
    }
  }
}
