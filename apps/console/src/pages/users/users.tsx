import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.js';
import { keyOf, useMay } from '../../api/queries.js';
import type { Page as PageOf, User } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Loaded } from '../../ui/waiting.js';
import { AddUser } from './add-user.js';
import { useUserText } from './text.js';
import { UserList } from './user-list.js';

/** 사용자: everybody who may sign in; whoever may, adds others. */
export default function Users() {
  const t = useUserText();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const users = useQuery({ queryKey: keyOf('/users'), queryFn: ({ signal }) => everybody(signal) });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('POST /users') && (
          <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <Loaded of={users}>{(all) => <UserList all={all} />}</Loaded>
      <AddUser isOpen={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

/** All pages of the list: an office has some hundred people, and they are looked for by more than their address. */
async function everybody(signal: AbortSignal): Promise<User[]> {
  const all: User[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page: PageOf<User> = await call('GET', `/users?limit=200${after}`, { signal });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}
