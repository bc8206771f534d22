import { useEffect, useState } from 'react';
import { FLOW } from '#events/flow.js';
import { connectionState, setConnection } from './connection.js';
import { keyOf, queryClient } from './queries.js';
import { touchedBy, type LiveEvent } from './touched-by.js';

export type { LiveEvent };

/** How many are unread is read anew, like everything else. */
interface InboxNews {
  name: 'inbox';
}

type Listener = (event: LiveEvent) => void;
const listeners = new Set<Listener>();

const CHANNEL = 'haechi:live';
const SETTLE_MS = 250;
/** A file of many thousands comes in: nobody reads each of its changes. */
const MANY = 50;
const SETTLE_MANY_MS = 3000;

/** A list must not jump under its reader. */
function invalidate(path: string): void {
  const listsOnly = path.endsWith('?');
  void queryClient.invalidateQueries({
    queryKey: keyOf(path),
    predicate: ({ meta, queryKey }) =>
      !meta?.still && (!listsOnly || (queryKey[1] as string | undefined)?.startsWith('?') === true),
  });
}

let waiting = new Set<string>();
let facts = 0;
let wait = SETTLE_MS;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Many facts come at once; what they touch is read anew once. */
function readAnew(paths: string[]): void {
  for (const path of paths) waiting.add(path);
  facts += 1;
  timer ??= setTimeout(() => {
    timer = undefined;
    for (const path of waiting) invalidate(path);
    waiting = new Set();
    wait = facts > MANY ? SETTLE_MANY_MS : SETTLE_MS;
    facts = 0;
  }, wait);
}

function tell(event: LiveEvent | InboxNews): void {
  if (event.name === 'inbox') return readAnew(['/inbox']);
  readAnew(touchedBy(event));
  for (const listener of listeners) listener(event);
}

/**
 * Follows the stream for as long as somebody is signed in. Browsers open six connections to a server over all tabs, and
 * a stream holds one: where the browser can choose one tab of all, that one follows and tells the others.
 * @returns what ends it
 */
export function followLive(): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<LiveEvent | InboxNews>) => tell(data));
  const ending = new AbortController();
  const follow = () =>
    listen((event) => {
      tell(event);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin but its own
      channel.postMessage(event);
    }, ending.signal);
  if ('locks' in navigator) {
    navigator.locks
      .request(CHANNEL, { signal: ending.signal }, follow)
      // Ended while it waited for its turn.
      .catch(() => undefined);
  } else void follow();
  return () => {
    ending.abort();
    channel.close();
  };
}

/** Resolves when it is ended. The browser itself connects again and says where it was. */
function listen(told: (event: LiveEvent | InboxNews) => void, signal: AbortSignal): Promise<void> {
  const source = new EventSource('/api/v1/stream');
  for (const name of Object.keys(FLOW)) {
    source.addEventListener(name, ({ data }: MessageEvent<string>) => told(JSON.parse(data) as LiveEvent));
  }
  // Something came to this person's inbox, or was read elsewhere.
  source.addEventListener('inbox', () => told({ name: 'inbox' }));
  source.addEventListener('reset', () => void queryClient.invalidateQueries());
  let wasAway = false;
  source.addEventListener('error', () => {
    wasAway = true;
    if (source.readyState === EventSource.CONNECTING && connectionState() === 'online') setConnection('away');
    // An answer that is no stream, e.g. while it restarts: the browser gives up, we do not.
    if (source.readyState === EventSource.CLOSED && !signal.aborted)
      setTimeout(() => void listen(told, signal), 3000);
  });
  source.addEventListener('open', () => {
    if (connectionState() === 'away') setConnection('online');
    if (wasAway) void queryClient.invalidateQueries({ predicate: ({ meta }) => !meta?.still });
    wasAway = false;
  });
  return new Promise((resolve) => {
    const end = () => {
      source.close();
      resolve();
    };
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
  });
}

/** How many facts that matter to a list have come since it was read. */
export function useChangesSince(readAt: number, matters: (event: LiveEvent) => boolean): number {
  const [changes, setChanges] = useState<number[]>([]);
  useEffect(() => {
    let fresh: number[] = [];
    let shown: ReturnType<typeof setTimeout> | undefined;
    const listener: Listener = (event) => {
      if (!matters(event)) return;
      fresh.push(Date.now());
      shown ??= setTimeout(() => {
        const more = fresh;
        fresh = [];
        shown = undefined;
        setChanges((before) => before.concat(more));
      }, SETTLE_MS);
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      clearTimeout(shown);
    };
  }, [matters]);
  return changes.filter((at) => at > readAt).length;
}
