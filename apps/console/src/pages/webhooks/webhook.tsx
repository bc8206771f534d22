import { useParams } from 'react-router';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { Delivery, Page as ApiPage, Webhook as WebhookView } from '../../api/types.js';
import { useEventWord } from '../../text/events.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Facts, Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import { DeliveryTable } from '../deliveries/delivery-table.js';
import { useWebhookText } from './text.js';
import { WebhookActions } from './webhook-actions.js';
import { WebhookState } from './webhook-state.js';
import './webhooks.css';

/** One webhook: where it leads, whether it arrives, a test call, its secret, what it was sent lately. */
export default function Webhook() {
  const t = useWebhookText();
  const { id = '' } = useParams();
  const webhook = useRead<WebhookView>(`/webhooks/${id}`);
  const { data } = webhook;
  return (
    <Page
      title={data?.name ?? t('title')}
      trail={[{ to: '/webhooks', label: t('title') }]}
      actions={data && <WebhookActions webhook={data} />}
    >
      <Loaded of={webhook}>
        {(loaded) => (
          <>
            {loaded.disabledReason && <Disabled webhook={loaded} />}
            <About webhook={loaded} />
            <Log id={id} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Disabled({ webhook: { id, version, disabledReason } }: { webhook: WebhookView }) {
  const t = useWebhookText();
  const words = useWords();
  const may = useMay();
  const on = useWrite(
    () => call<WebhookView>('PATCH', `/webhooks/${id}`, { body: { active: true }, ifMatch: version }),
    { touches: ['/webhooks'] },
  );
  return (
    <Notice
      tone="danger"
      title={t('disabled')}
      actions={
        may('PATCH /webhooks/:id') && (
          <Button
            isPending={on.isPending}
            onPress={() =>
              on.mutate(undefined, {
                onSuccess: ({ name }) => toast(t('saved', { name })),
                onError: ({ message }) => toast(t('failed', { why: message }), { tone: 'danger' }),
              })
            }
          >
            {t('switchOn')}
          </Button>
        )
      }
    >
      {disabledReason && words.disabled[disabledReason]}
    </Notice>
  );
}

function About({ webhook }: { webhook: WebhookView }) {
  const t = useWebhookText();
  const format = useFormat();
  const eventWord = useEventWord();
  const { url, events, rotatingUntil, createdByName } = webhook;
  return (
    <Panel title={t('about')}>
      <Facts
        facts={[
          [
            t('url'),
            <span key="url" className="webhook-url">
              {url}
            </span>,
          ],
          [t('state'), <WebhookState key="state" webhook={webhook} />],
          [t('events'), events ? events.map(eventWord).join(', ') : t('allEvents')],
          [t('rotatingUntil'), rotatingUntil && format.instant(rotatingUntil)],
          [t('createdBy'), createdByName],
        ]}
      />
    </Panel>
  );
}

function Log({ id }: { id: string }) {
  const t = useWebhookText();
  const log = useRead<ApiPage<Delivery>>(`/deliveries?limit=20&webhookId=${id}`, { keep: true });
  return (
    <Panel
      title={t('log')}
      actions={
        <LinkButton small href={`/deliveries?webhookId=${id}`}>
          {t('allLog')}
        </LinkButton>
      }
    >
      <Loaded of={log}>
        {({ items }) => (items.length ? <DeliveryTable deliveries={items} /> : <Empty title={t('noLog')} />)}
      </Loaded>
    </Panel>
  );
}
