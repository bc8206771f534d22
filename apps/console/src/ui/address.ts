import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

type Changes = Record<string, string | null>;

/**
 * What a list shows is in its address: it can be bookmarked, sent and gone back to. A change of a filter begins at the
 * first page again.
 */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: Changes | ((now: URLSearchParams) => Changes), options: { replace?: boolean } = {}) =>
      setParams(() => {
        // What is drawn may be behind the address: of two quick changes neither is lost.
        const now = new URLSearchParams(location.search);
        const after = new URLSearchParams(now);
        after.delete('cursor');
        for (const [name, value] of Object.entries(typeof changes === 'function' ? changes(now) : changes)) {
          if (value === null || value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      }, options),
    [setParams],
  );
  return { params, get: (name: string) => params.get(name), set };
}

interface Trail {
  cursors?: (string | null)[];
}

/** Back and forth between the pages of a list; the way back is kept with the history entry. */
export function usePaging(nextCursor: string | null | undefined) {
  const navigate = useNavigate();
  const { state } = useLocation();
  const [params] = useSearchParams();
  const cursors = (state as Trail | null)?.cursors ?? [];
  const go = (cursor: string | null, trail: (string | null)[]) => {
    const after = new URLSearchParams(params);
    if (cursor) after.set('cursor', cursor);
    else after.delete('cursor');
    void navigate({ search: after.toString() }, { state: { cursors: trail } satisfies Trail });
    scrollTo(0, 0);
  };
  const here = params.get('cursor');
  return {
    page: cursors.length + 1,
    next: nextCursor ? () => go(nextCursor, [...cursors, here]) : undefined,
    // Arrived by a link into the middle: the way back is the beginning.
    previous: here ? () => go(cursors.at(-1) ?? null, cursors.slice(0, -1)) : undefined,
  };
}
