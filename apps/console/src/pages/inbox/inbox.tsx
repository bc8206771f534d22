import { useRead } from '../../api/queries.js';
import type { InboxCount, Notice, Page as ApiPage, Preferences } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Button, LinkButton } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { NoticeItem } from './notice-item.js';
import { useReading } from './reading.js';
import { useInboxText } from './text.js';
import './inbox.css';

const SHOWN = 25;

export default function Inbox() {
  const t = useInboxText();
  const { get } = useAddress();
  // What was not read comes first; everything is asked for.
  const unreadOnly = get('show') !== 'all';
  const cursor = get('cursor');
  const kind = get('kind');
  const query = new URLSearchParams({
    limit: String(SHOWN),
    ...(unreadOnly && { unread: 'true' }),
    ...(kind && { kind }),
    ...(cursor && { cursor }),
  }).toString();
  const list = useRead<ApiPage<Notice>>(`/inbox?${query}`, { keep: true });
  const { data: count } = useRead<InboxCount>('/inbox/count');
  const { read, readAll, unread, isPending, withKept } = useReading(query);
  const left = kind ? (count?.byKind as Record<string, number>)?.[kind] : count?.unread;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <LinkButton icon="admin" href="/settings/notifications">
          {t('settings')}
        </LinkButton>
      }
    >
      <Panel
        title={t('list')}
        aside={count && t('unreadCount', { count: count.unread })}
        actions={
          <Button
            small
            icon="check"
            isDisabled={!left}
            isPending={isPending}
            onPress={() => readAll(kind, list.data?.items ?? [])}
          >
            {t(kind ? 'readAllOfKind' : 'readAll')}
          </Button>
        }
      >
        <div className="row-apart">
          <Which unreadOnly={unreadOnly} />
          <Kind />
        </div>
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              <Notices
                notices={withKept(items)}
                unreadOnly={unreadOnly}
                onRead={(one) => read([one])}
                onUnread={unread}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}

function Kind() {
  const t = useInboxText();
  const words = useWords();
  const { get, set } = useAddress();
  const { data } = useRead<Preferences>('/me/preferences');
  return (
    <SelectField
      compact
      label={t('kind')}
      choices={(data?.kinds ?? []).map(({ kind }) => ({ id: kind, label: words.notice[kind] ?? kind }))}
      value={get('kind')}
      onChange={(kind) => set({ kind })}
      optional={t('allKinds')}
    />
  );
}

function Which({ unreadOnly }: { unreadOnly: boolean }) {
  const t = useInboxText();
  const { set } = useAddress();
  return (
    <div className="which" role="group" aria-label={t('which')}>
      {([null, 'all'] as const).map((show) => (
        <button
          key={show}
          type="button"
          className="which-one"
          aria-pressed={unreadOnly === (show === null)}
          onClick={() => set({ show })}
        >
          {t(show ?? 'unread')}
        </button>
      ))}
    </div>
  );
}

function Notices({
  notices,
  unreadOnly,
  onRead,
  onUnread,
}: {
  notices: Notice[];
  unreadOnly: boolean;
  onRead: (notice: Notice) => void;
  onUnread: (notice: Notice) => void;
}) {
  const t = useInboxText();
  if (!notices.length)
    return (
      <Empty title={t(unreadOnly ? 'noneUnread' : 'none')}>
        {t(unreadOnly ? 'noneUnreadWhy' : 'noneWhy')}
      </Empty>
    );
  return (
    <ul className="notice-list">
      {notices.map((notice) => (
        <NoticeItem
          key={notice.id}
          notice={notice}
          onRead={() => onRead(notice)}
          onUnread={() => onUnread(notice)}
        />
      ))}
    </ul>
  );
}
