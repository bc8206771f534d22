import { useRead } from '../../api/queries.js';
import type { Notice, Page as ApiPage } from '../../api/types.js';
import { useAddress } from '../../ui/address.js';
import { Button } from '../../ui/button.js';
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
  const query = new URLSearchParams({
    limit: String(SHOWN),
    ...(unreadOnly && { unread: 'true' }),
    ...(cursor && { cursor }),
  }).toString();
  const list = useRead<ApiPage<Notice>>(`/inbox?${query}`, { keep: true });
  const { read, isPending, withKept } = useReading(query);
  const unread = (list.data?.items ?? []).filter(({ readAt }) => readAt === null);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Panel
        title={t('list')}
        actions={
          <Button
            small
            icon="check"
            isDisabled={!unread.length}
            isPending={isPending}
            onPress={() => read(unread)}
          >
            {t('readAll')}
          </Button>
        }
      >
        <Which unreadOnly={unreadOnly} />
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              <Notices notices={withKept(items)} unreadOnly={unreadOnly} onRead={(one) => read([one])} />
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
    </Page>
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
}: {
  notices: Notice[];
  unreadOnly: boolean;
  onRead: (notice: Notice) => void;
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
        <NoticeItem key={notice.id} notice={notice} onRead={() => onRead(notice)} />
      ))}
    </ul>
  );
}
