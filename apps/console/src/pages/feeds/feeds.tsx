import { useState } from 'react';
import { call } from '../../api/call.js';
import { useRead, useWrite } from '../../api/queries.js';
import type { Feed, Page as ApiPage } from '../../api/types.js';
import { FEED_LABELS } from '#signals/vocabulary.js';
import { useLanguage } from '../../text/i18n.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Instant } from '../../ui/instant.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { FeedDialog, useIntervalWord } from './feed-dialog.js';
import { useFeedText } from './text.js';
import './feeds.css';

const touches = ['/feeds'];

/** 언론 피드: where articles are taken from by themselves, and how that goes. */
export default function Feeds() {
  const t = useFeedText();
  const { get } = useAddress();
  const [open, setOpen] = useState<Feed | 'new' | null>(null);
  const cursor = get('cursor');
  const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
  const feeds = useRead<ApiPage<Feed>>(`/feeds?${query}`, { keep: true });
  const columns = useColumns(setOpen);
  const add = (
    <Button kind="primary" icon="plus" onPress={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={add}>
      <Panel title={t('list')}>
        <Loaded of={feeds}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <Table
                  caption={t('list')}
                  columns={columns}
                  rows={items}
                  keyOf={({ id }) => id}
                  mark={({ state, active }) =>
                    state === 'dead' ? 'danger' : active && state === 'failing' ? 'warning' : undefined
                  }
                />
              ) : (
                <Empty title={t('none')}>{t('noneWhy')}</Empty>
              )}
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
      {open && <FeedDialog feed={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

const TONES: Record<Feed['state'], Tone> = { ok: 'success', failing: 'warning', dead: 'danger' };

function useColumns(onEdit: (feed: Feed) => void): Column<Feed>[] {
  const t = useFeedText();
  const words = useWords();
  const format = useFormat();
  const intervalWord = useIntervalWord();
  return [
    {
      id: 'name',
      label: t('name'),
      heads: true,
      wide: true,
      cell: ({ name, url }) => (
        <div className="stack-tight">
          <span>{name}</span>
          <span className="subtle feed-url">{url}</span>
        </div>
      ),
    },
    { id: 'state', label: t('state'), cell: (feed) => <State feed={feed} /> },
    {
      id: 'channel',
      label: t('channel'),
      cell: ({ channel }) => <span className="number">{words.channel[channel]}</span>,
    },
    {
      id: 'interval',
      label: t('interval'),
      numeric: true,
      cell: ({ intervalMinutes }) => intervalWord(intervalMinutes),
    },
    {
      id: 'polledAt',
      label: t('polledAt'),
      cell: ({ polledAt, nextPollAt }) => (
        <div className="stack-tight">
          <Instant at={polledAt} />
          {nextPollAt && polledAt && (
            <span className="small subtle">{t('next', { at: format.distance(nextPollAt) })}</span>
          )}
        </div>
      ),
    },
    {
      id: 'received',
      label: t('received'),
      numeric: true,
      cell: ({ received }) => t('count', { count: format.count(received) }),
    },
    { id: 'todo', label: t('todo'), cell: (feed) => <Actions feed={feed} onEdit={onEdit} /> },
  ];
}

/** Never by colour alone; what went wrong stands beside it in words. */
function State({ feed: { state, active, failures, faultText, polledAt } }: { feed: Feed }) {
  const t = useFeedText();
  const language = useLanguage();
  const badge =
    !active && state === 'ok' ? (
      <Badge>{t('off')}</Badge>
    ) : (
      <Badge tone={polledAt ? TONES[state] : 'info'}>
        {polledAt ? FEED_LABELS[state][language] : t('waiting')}
      </Badge>
    );
  return (
    <div className="stack-tight">
      <span>{badge}</span>
      {failures > 1 && <span className="small subtle">{t('failures', { count: failures })}</span>}
      {faultText && <span className="small words">{faultText}</span>}
    </div>
  );
}

function Actions({ feed, onEdit }: { feed: Feed; onEdit: (feed: Feed) => void }) {
  const t = useFeedText();
  const { id, name, active, asked, movedTo, version } = feed;
  const failed = ({ message }: Error) => toast(t('failed', { why: message }), { tone: 'danger' });
  const poll = useWrite(() => call<Feed>('POST', `/feeds/${id}/poll`), { touches });
  const move = useWrite(
    () => call<Feed>('PATCH', `/feeds/${id}`, { body: { url: movedTo }, ifMatch: version }),
    { touches },
  );
  return (
    <div className="stack-tight">
      <div className="row">
        {active && (
          <Button
            small
            kind="secondary"
            isPending={poll.isPending || asked}
            onPress={() =>
              poll.mutate(undefined, { onSuccess: () => toast(t('polled', { name })), onError: failed })
            }
          >
            {t(asked ? 'polling' : 'poll')}
          </Button>
        )}
        <Button small onPress={() => onEdit(feed)}>
          {t('edit')}
        </Button>
      </div>
      {movedTo && (
        <div className="stack-tight small">
          <span>{t('moved')}</span>
          <span className="subtle feed-url">{movedTo}</span>
          <Button
            small
            isPending={move.isPending}
            onPress={() =>
              move.mutate(undefined, { onSuccess: () => toast(t('saved', { name })), onError: failed })
            }
          >
            {t('takeMoved')}
          </Button>
        </div>
      )}
    </div>
  );
}
