import { Link } from 'react-router';
import { useMay, useRead } from '../../api/queries.js';
import type { Delivery, Page as ApiPage } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { choicesOf, useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Changes } from '../../ui/changes.js';
import { SelectField } from '../../ui/field.js';
import { Filter, Filters } from '../../ui/filters.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { Instant } from '../../ui/instant.js';
import { ErrorText } from './error-text.js';
import { useEventWord } from '../../text/events.js';
import { useOperationsText } from './text.js';
import './operations.css';

const SHOWN = '50';
/** What may write to somebody. */
const ABOUT_DELIVERIES = /^(issue|request|response|decision|report|step)\./;

const TONES: Record<Delivery['state'], Tone> = {
  pending: 'info',
  sending: 'info',
  sent: 'success',
  failed: 'warning',
  dead: 'danger',
  suppressed: 'neutral',
};

export default function Deliveries() {
  const t = useOperationsText();
  const words = useWords();
  const { get, set } = useAddress();
  const state = get('state');
  const query = new URLSearchParams({ limit: SHOWN });
  for (const name of ['state', 'cursor']) if (get(name)) query.set(name, get(name)!);
  const list = useRead<ApiPage<Delivery>>(`/deliveries?${query}`, { still: true });
  const columns = useDeliveryColumns();
  return (
    <Page title={t('deliveries')} lead={t('deliveriesLead')}>
      <Panel title={t('deliveriesList')}>
        <Filters names={['state']}>
          <Filter name="state">
            <SelectField
              label={t('state')}
              choices={choicesOf(words.delivery)}
              value={state}
              onChange={(chosen) => set({ state: chosen })}
              optional={t('allStates')}
            />
          </Filter>
        </Filters>
        <Changes about={ABOUT_DELIVERIES} readAt={list.dataUpdatedAt} onShow={() => list.refetch()} />
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <Table
                  caption={t('deliveries')}
                  columns={columns}
                  rows={items}
                  keyOf={({ id }) => id}
                  mark={({ state: of }) =>
                    of === 'dead' ? 'danger' : of === 'failed' ? 'warning' : undefined
                  }
                />
              ) : (
                <Empty title={t(state ? 'noneFit' : 'noDeliveries')}>
                  {t(state ? 'noneFitWhy' : 'noDeliveriesWhy')}
                </Empty>
              )}
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}

function useDeliveryColumns(): Column<Delivery>[] {
  const t = useOperationsText();
  const words = useWords();
  const format = useFormat();
  const eventWord = useEventWord();
  const may = useMay();
  const none = <span className="subtle">–</span>;
  return [
    {
      id: 'what',
      label: t('what'),
      heads: true,
      cell: ({ event, issueId }) => (
        <div>
          <span className="unbroken">{eventWord(event)}</span>
          {issueId && may('GET /issues/:id') && (
            <div className="small">
              <Link to={`/issues/${issueId}`}>{t('issue')}</Link>
            </div>
          )}
        </div>
      ),
    },
    { id: 'recipient', label: t('recipient'), cell: ({ recipient }) => recipient },
    { id: 'channel', label: t('channel'), cell: ({ channel }) => t(`channel.${channel}`) },
    {
      id: 'state',
      label: t('state'),
      cell: ({ state, dueAt }) => (
        <div>
          <Badge tone={TONES[state]}>{words.delivery[state]}</Badge>
          {dueAt && <div className="small subtle">{t('next', { at: format.instant(dueAt) })}</div>}
        </div>
      ),
    },
    {
      id: 'attempts',
      label: t('attempts'),
      numeric: true,
      // What goes to the inbox is there at once.
      cell: ({ channel, attempts }) =>
        channel === 'inbox' ? none : t('attemptsOf', { count: format.count(attempts) }),
    },
    { id: 'error', label: t('error'), cell: ({ error }) => (error ? <ErrorText error={error} /> : none) },
    { id: 'createdAt', label: t('createdAt'), cell: ({ createdAt }) => <Instant at={createdAt} /> },
    { id: 'sentAt', label: t('sentAt'), cell: ({ sentAt }) => <Instant at={sentAt} /> },
  ];
}
