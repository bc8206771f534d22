import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import type { Notice, Page } from '../../api/types.js';
import { toast } from '../../ui/toast.js';
import { useInboxText } from './text.js';

const INBOX = keyOf('/inbox');

/** Whether the list under this key holds unread notices only. */
const isUnreadOnly = (key: readonly unknown[]): boolean =>
  new URLSearchParams(String(key.at(-1))).get('unread') === 'true';

/** In every list that is held: gone from those of unread ones, marked in the others. */
function markInLists(
  client: QueryClient,
  ids: ReadonlySet<string>,
  asRead: (notice: Notice) => Notice,
): void {
  for (const [key, page] of client.getQueriesData<Page<Notice>>({ queryKey: INBOX })) {
    // The count has no items.
    if (!page?.items) continue;
    const items = isUnreadOnly(key) ? page.items.filter(({ id }) => !ids.has(id)) : page.items.map(asRead);
    client.setQueryData(key, { ...page, items });
  }
}

/** The list as it was when it was opened, newest first. */
function together(items: Notice[], kept: Notice[]): Notice[] {
  const ids = new Set(items.map(({ id }) => id));
  return [...items, ...kept.filter(({ id }) => !ids.has(id))].toSorted((a, b) =>
    b.createdAt.localeCompare(a.createdAt),
  );
}

/** Everything of this kind, up to the newest that is shown; what comes meanwhile stays unread. */
const readAll = ({ kind, shown }: { kind: string | null; shown: Notice[] }): Promise<{ read: number }> =>
  call('POST', '/inbox/reading', {
    body: { ...(kind && { kind }), ...(shown[0] && { upTo: shown[0].id }) },
  });

/**
 * Marks notices as read: at once on the screen and in the count of the header, then with the API. What is read while one
 * looks at it stays in its place until another list is asked for.
 */
export function useReading(of: string) {
  const t = useInboxText();
  const client = useQueryClient();
  const [kept, setKept] = useState<{ of: string; notices: Notice[] }>({ of, notices: [] });
  const inPlace = kept.of === of ? kept.notices : [];
  const after = {
    onError: () => toast(t('failed'), { tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: INBOX }),
  };
  const reading = useMutation({
    ...after,
    mutationFn: async (notices: Notice[]) => {
      for (const { id } of notices) await call<void>('POST', `/inbox/${id}/reading`);
    },
    onMutate: async (notices) => {
      await client.cancelQueries({ queryKey: INBOX });
      const readAt = new Date().toISOString();
      const ids = new Set(notices.map(({ id }) => id));
      const asRead = (notice: Notice) => (ids.has(notice.id) ? { ...notice, readAt } : notice);
      markInLists(client, ids, asRead);
      setKept({ of, notices: [...inPlace, ...notices.map((notice) => asRead(notice))] });
    },
    onError: () => {
      setKept({ of, notices: [] });
      after.onError();
    },
  });
  const readingAll = useMutation({
    mutationFn: readAll,
    onSuccess: ({ read }, { shown }) => {
      const readAt = new Date().toISOString();
      setKept({ of, notices: shown.map((notice) => ({ ...notice, readAt: notice.readAt ?? readAt })) });
      toast(t('allRead', { count: read }));
    },
    ...after,
  });
  const unreading = useMutation({
    ...after,
    mutationFn: ({ id }: Notice) => call<void>('DELETE', `/inbox/${id}/reading`),
    onSuccess: (_, { id }) => setKept({ of, notices: inPlace.filter((one) => one.id !== id) }),
  });
  return {
    read: (notices: Notice[]) => reading.mutate(notices),
    readAll: (kind: string | null, shown: Notice[]) => readingAll.mutate({ kind, shown }),
    unread: (notice: Notice) => unreading.mutate(notice),
    isPending: readingAll.isPending,
    withKept: (items: Notice[]) => together(items, inPlace),
  };
}
