import { Link } from 'react-router';
import { useMay } from '../../api/queries.js';
import type { Delivery } from '../../api/types.js';
import { useEventWord } from '../../text/events.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Instant } from '../../ui/instant.js';
import { Table, type Column } from '../../ui/table.js';
import { useDeliveryText } from './text.js';

const TONES: Record<Delivery['state'], Tone> = {
  held: 'info',
  gathered: 'success',
  pending: 'info',
  sending: 'info',
  sent: 'success',
  failed: 'warning',
  dead: 'danger',
  suppressed: 'neutral',
};

export function DeliveryState({ delivery: { state, dueAt } }: { delivery: Delivery }) {
  const t = useDeliveryText();
  const words = useWords();
  const format = useFormat();
  return (
    <div>
      <Badge tone={TONES[state]}>{words.delivery[state]}</Badge>
      {dueAt && <div className="small subtle">{t('next', { at: format.instant(dueAt) })}</div>}
    </div>
  );
}

/** Why it did not arrive, in words, with the status that said so. */
export function useFaultWord(): (one: Pick<Delivery, 'fault' | 'status' | 'error'>) => string | null {
  const words = useWords();
  return ({ fault, status, error }) => {
    if (!fault) return error;
    return status && fault !== 'gone' ? `${words.fault[fault]} (${status})` : words.fault[fault];
  };
}

export function DeliveryTable({ deliveries }: { deliveries: Delivery[] }) {
  const t = useDeliveryText();
  const columns = useColumns();
  return (
    <Table
      caption={t('title')}
      columns={columns}
      rows={deliveries}
      keyOf={({ id }) => id}
      mark={({ state }) => (state === 'dead' ? 'danger' : state === 'failed' ? 'warning' : undefined)}
    />
  );
}

function useColumns(): Column<Delivery>[] {
  const t = useDeliveryText();
  const words = useWords();
  const format = useFormat();
  const eventWord = useEventWord();
  const faultWord = useFaultWord();
  const may = useMay();
  const none = <span className="subtle">–</span>;
  return [
    {
      id: 'what',
      label: t('what'),
      heads: true,
      cell: ({ id, event, issueId }) => (
        <div>
          <Link to={`/deliveries/${id}`} className="unbroken">
            {eventWord(event)}
          </Link>
          {issueId && may('GET /issues/:id') && (
            <div className="small">
              <Link to={`/issues/${issueId}`}>{t('issue')}</Link>
            </div>
          )}
        </div>
      ),
    },
    {
      id: 'recipient',
      label: t('recipient'),
      cell: ({ recipient, webhookId }) =>
        webhookId ? <Link to={`/webhooks/${webhookId}`}>{recipient}</Link> : recipient,
    },
    { id: 'channel', label: t('channel'), cell: ({ channel }) => words.deliveryChannel[channel] },
    { id: 'state', label: t('state'), cell: (delivery) => <DeliveryState delivery={delivery} /> },
    {
      id: 'attempts',
      label: t('attempts'),
      numeric: true,
      // What goes to the inbox is there at once.
      cell: ({ channel, attempts }) =>
        channel === 'inbox' ? none : t('times', { count: format.count(attempts) }),
    },
    { id: 'error', label: t('error'), cell: (delivery) => faultWord(delivery) ?? none },
    { id: 'createdAt', label: t('createdAt'), cell: ({ createdAt }) => <Instant at={createdAt} /> },
    { id: 'sentAt', label: t('sentAt'), cell: ({ sentAt }) => <Instant at={sentAt} /> },
  ];
}
