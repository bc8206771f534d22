/** The relay announces new places in the feed on this channel of PostgreSQL. */
export const FEED_CHANNEL = 'feed';

/** Older places are dropped; a reader that was away longer starts anew. */
export const FEED_DAYS = 7;
