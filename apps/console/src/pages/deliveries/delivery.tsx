import { Link, useParams } from 'react-router';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { DeliveryDetail } from '../../api/types.js';
import { useEventWord } from '../../text/events.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Instant } from '../../ui/instant.js';
import { Page } from '../../ui/page.js';
import { Facts, Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { DeliveryState, useFaultWord } from './delivery-table.js';
import { useDeliveryText } from './text.js';
import './deliveries.css';

type Attempt = DeliveryDetail['history'][number];

/** One thing that was sent: to whom, every attempt, and once more if need be. */
export default function Delivery() {
  const t = useDeliveryText();
  const eventWord = useEventWord();
  const { id = '' } = useParams();
  const delivery = useRead<DeliveryDetail>(`/deliveries/${id}`);
  const { data } = delivery;
  return (
    <Page
      title={data ? eventWord(data.event) : t('title')}
      trail={[{ to: '/deliveries', label: t('title') }]}
      actions={data && <Replay delivery={data} />}
    >
      <Loaded of={delivery}>
        {(loaded) => (
          <>
            <About delivery={loaded} />
            <History attempts={loaded.history} />
            {loaded.body && (
              <Panel title={t('body')}>
                <pre className="delivery-body">{pretty(loaded.body)}</pre>
              </Panel>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** For reading only: what is sent has no breaks. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function Replay({ delivery: { id, channel, state } }: { delivery: DeliveryDetail }) {
  const t = useDeliveryText();
  const may = useMay();
  const replay = useWrite(() => call<DeliveryDetail>('POST', `/deliveries/${id}/replay`), {
    touches: ['/deliveries'],
  });
  if (!may('POST /deliveries/:id/replay') || channel === 'inbox') return null;
  return (
    <Button
      icon="undo"
      isPending={replay.isPending}
      isDisabled={state === 'pending' || state === 'sending'}
      onPress={() =>
        replay.mutate(undefined, {
          onSuccess: () => toast(t('replayed')),
          onError: ({ message }) => toast(t('failed', { why: message }), { tone: 'danger' }),
        })
      }
    >
      {t('replay')}
    </Button>
  );
}

function About({ delivery }: { delivery: DeliveryDetail }) {
  const t = useDeliveryText();
  const words = useWords();
  const faultWord = useFaultWord();
  const may = useMay();
  const { recipient, webhookId, issueId, channel, createdAt, sentAt } = delivery;
  return (
    <Panel title={t('about')}>
      <Facts
        facts={[
          [t('recipient'), webhookId ? <Link to={`/webhooks/${webhookId}`}>{recipient}</Link> : recipient],
          [t('channel'), words.deliveryChannel[channel]],
          [t('state'), <DeliveryState key="state" delivery={delivery} />],
          [t('error'), faultWord(delivery)],
          [
            t('about.issue'),
            issueId && may('GET /issues/:id') && <Link to={`/issues/${issueId}`}>{t('issue')}</Link>,
          ],
          [t('createdAt'), <Instant key="created" at={createdAt} />],
          [t('sentAt'), sentAt && <Instant key="sent" at={sentAt} />],
          [t('id'), <code key="id">{delivery.id}</code>],
        ]}
      />
    </Panel>
  );
}

function History({ attempts }: { attempts: Attempt[] }) {
  const t = useDeliveryText();
  const columns = useAttemptColumns();
  return (
    <Panel title={t('history')} aside={t('times', { count: attempts.length })}>
      {attempts.length ? (
        <Table
          caption={t('history')}
          columns={columns}
          rows={attempts.toReversed()}
          keyOf={({ n }) => String(n)}
        />
      ) : (
        <Empty title={t('noHistory')} />
      )}
    </Panel>
  );
}

function useAttemptColumns(): Column<Attempt>[] {
  const t = useDeliveryText();
  const format = useFormat();
  const faultWord = useFaultWord();
  return [
    { id: 'n', label: t('n'), numeric: true, heads: true, cell: ({ n }) => n },
    { id: 'at', label: t('at'), cell: ({ at }) => <Instant at={at} /> },
    {
      id: 'outcome',
      label: t('outcome'),
      cell: (one) =>
        one.error ? (
          <Badge tone="danger">{faultWord(one)}</Badge>
        ) : (
          <Badge tone="success">{one.status ? t('took', { status: one.status }) : t('tookIt')}</Badge>
        ),
    },
    {
      id: 'duration',
      label: t('duration'),
      numeric: true,
      cell: ({ durationMs }) => (durationMs === null ? '–' : t('ms', { n: format.count(durationMs) })),
    },
    {
      id: 'answer',
      label: t('answer'),
      wide: true,
      cell: ({ error, answer }) => (
        <div className="stack-tight delivery-answer">
          {error && <span>{error}</span>}
          {answer && <span className="small subtle">{answer}</span>}
        </div>
      ),
    },
  ];
}
