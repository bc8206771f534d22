import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventEmitter, once } from 'node:events';
import pg from 'pg';
import { FEED_CHANNEL } from '#events/feed.js';
import { Env } from '#platform/env.js';
import { log } from '#platform/logging.js';

const RECONNECT_MS = 1000;

/** Wakes the open streams when the relay has given out new places in the feed. */
@Injectable()
export class FeedListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly news = new EventEmitter().setMaxListeners(0);
  /** Counts the news, so that none is missed between a look and the wait for the next. */
  heard = 0;
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

  /** True when there is news since so much was heard, false when `ms` went by or the reader left. */
  async next(since: number, ms: number, reader: EventEmitter): Promise<boolean> {
    if (this.heard > since) return true;
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), ms);
    const leave = (): void => abort.abort();
    reader.once('close', leave);
    try {
      await once(this.news, 'news', { signal: abort.signal });
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
      reader.off('close', leave);
    }
  }

  private tell(): void {
    this.heard += 1;
    this.news.emit('news');
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
    client.on('notification', () => this.tell());
    try {
      await client.connect();
      await client.query(`listen ${FEED_CHANNEL}`);
      // What came while nobody listened is news too.
      this.tell();
    } catch (error) {
      again(error as Error);
    }
  }
}
