import { useState } from 'react';
import { Link } from 'react-router';
import { useMay, useRead } from '../../api/queries.js';
import type { Page as ApiPage, Webhook, WebhookWithSecret } from '../../api/types.js';
import { useAddress } from '../../ui/address.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { SecretDialog } from './secret-dialog.js';
import { useWebhookText } from './text.js';
import { WebhookDialog } from './webhook-dialog.js';
import { WebhookState } from './webhook-state.js';
import './webhooks.css';

/** 웹훅: which other systems are told of what happens here. */
export default function Webhooks() {
  const t = useWebhookText();
  const may = useMay();
  const { get } = useAddress();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<WebhookWithSecret | null>(null);
  const cursor = get('cursor');
  const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
  const webhooks = useRead<ApiPage<Webhook>>(`/webhooks?${query}`, { keep: true });
  const columns = useColumns();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('POST /webhooks') && (
          <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <Panel title={t('list')}>
        <Loaded of={webhooks}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <Table
                  caption={t('list')}
                  columns={columns}
                  rows={items}
                  keyOf={({ id }) => id}
                  mark={({ state }) =>
                    state === 'disabled' ? 'danger' : state === 'paused' ? 'warning' : undefined
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
      {adding && <WebhookDialog webhook={null} onClose={() => setAdding(false)} onAdded={setAdded} />}
      {added && <SecretDialog webhook={added} onClose={() => setAdded(null)} />}
    </Page>
  );
}

function useColumns(): Column<Webhook>[] {
  const t = useWebhookText();
  return [
    {
      id: 'name',
      label: t('name'),
      heads: true,
      wide: true,
      cell: ({ id, name, url }) => (
        <div className="stack-tight">
          <Link to={`/webhooks/${id}`}>{name}</Link>
          <span className="subtle webhook-url">{url}</span>
        </div>
      ),
    },
    { id: 'state', label: t('state'), cell: (webhook) => <WebhookState webhook={webhook} /> },
    {
      id: 'events',
      label: t('events'),
      cell: ({ events }) => (events ? t('chosen', { count: events.length }) : t('allEvents')),
    },
    { id: 'createdBy', label: t('createdBy'), cell: ({ createdByName }) => createdByName },
  ];
}
