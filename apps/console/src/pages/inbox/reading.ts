import { useMutation, useQueryClient } from '@tanstack/react-query';
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

/**
 * Marks notices as read: at once on the screen and in the count of the header, then with the API. What is read while one
 * looks at it stays in its place until another list is asked for.
 */
export function useReading(of: string) {
  const t = useInboxText();
  const client = useQueryClient();
  const [kept, setKept] = useState<{ of: string; notices: Notice[] }>({ of, notices: [] });
  const inPlace = kept.of === of ? kept.notices : [];
  const reading = useMutation({
    mutationFn: async (notices: Notice[]) => {
      for (const { id } of notices) await call<void>('POST', `/inbox/${id}/reading`);
    },
    onMutate: async (notices) => {
      await client.cancelQueries({ queryKey: INBOX });
      const readAt = new Date().toISOString();
      const ids = new Set(notices.map(({ id }) => id));
      const asRead = (notice: Notice) => (ids.has(notice.id) ? { ...notice, readAt } : notice);
      for (const [key, page] of client.getQueriesData<Page<Notice>>({ queryKey: INBOX })) {
        if (!page) continue;
        const items = isUnreadOnly(key)
          ? page.items.filter(({ id }) => !ids.has(id))
          : page.items.map((notice) => asRead(notice));
        client.setQueryData(key, { ...page, items });
      }
      setKept({ of, notices: [...inPlace, ...notices.map((notice) => asRead(notice))] });
    },
    onError: () => {
      setKept({ of, notices: [] });
      toast(t('failed'), { tone: 'danger' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: INBOX }),
  });
  /** The list as it was when it was opened, newest first. */
  const withKept = (items: Notice[]): Notice[] => {
    const ids = new Set(items.map(({ id }) => id));
    return [...items, ...inPlace.filter(({ id }) => !ids.has(id))].toSorted((a, b) =>
      b.createdAt.localeCompare(a.createdAt),
    );
  };
  return { read: (notices: Notice[]) => reading.mutate(notices), isPending: reading.isPending, withKept };
}
