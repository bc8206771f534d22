/** How press feeds (RSS, Atom) are read. Bytes of one answer, milliseconds of one poll, minutes between polls. */
export interface FeedPolicy {
  maxBytes: number;
  timeoutMs: number;
  /** How often in a row to go where an answer points; each place is checked like the first. */
  redirects: number;
  /** Of one answer the first so many items, and none older than so many days. */
  mostItems: number;
  daysBack: number;
  shortestIntervalMinutes: number;
  usualIntervalMinutes: number;
  longestIntervalMinutes: number;
  /** After so many failures in a row a feed counts as dead and its people are told; it is still tried, once a day. */
  deadAfter: number;
  /** Around every interval, so that feeds of one outlet do not come all at once. */
  jitter: number;
}

/** With the usual interval a feed that answers no more is dead after about a day and a half. */
export const FEED_POLICY: FeedPolicy = {
  maxBytes: 5_000_000,
  timeoutMs: 20_000,
  redirects: 3,
  mostItems: 200,
  daysBack: 30,
  shortestIntervalMinutes: 5,
  usualIntervalMinutes: 30,
  longestIntervalMinutes: 1440,
  deadAfter: 8,
  jitter: 0.1,
};
