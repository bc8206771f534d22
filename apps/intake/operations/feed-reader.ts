import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readFeed, type FeedPage, type FeedReader as Reader } from '#notifications/feed-view.js';
import { readAs } from '#people/read-as.js';
import { Batch } from '#platform/batch.js';

/** Events a look. */
const MOST = 500;

/** Looks for what is new to the open streams: a thousand that were woken together share one look. */
@Injectable()
export class FeedReader {
  private readonly looks: Batch<Reader, FeedPage>;

  constructor(@Inject(DataSource) source: DataSource) {
    this.looks = new Batch(
      (readers) =>
        readAs(
          source,
          readers.map(({ principal }) => principal),
          (tx) => readFeed(tx, readers, MOST),
        ).catch((error: Error) =>
          // None of them would fare better alone: each ends, and its reader resumes.
          readers.map(() => error),
        ),
      { max: 5000, parallel: 1 },
    );
  }

  next(reader: Reader): Promise<FeedPage> {
    return this.looks.add(reader);
  }
}
