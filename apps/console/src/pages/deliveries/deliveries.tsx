import { useRead } from '../../api/queries.js';
import type { Delivery, Page as ApiPage } from '../../api/types.js';
import { useEventChoices } from '../../text/events.js';
import { choicesOf, useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Changes } from '../../ui/changes.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { ComboField, SelectField } from '../../ui/field.js';
import { Filter, Filters } from '../../ui/filters.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { DeliveryTable } from './delivery-table.js';
import { Failures } from './failures.js';
import { useDeliveryText } from './text.js';

const SHOWN = '50';
const FILTERS = ['channel', 'state', 'event'];
/** What may write to somebody. */
const ABOUT_DELIVERIES = /^(issue|request|response|decision|report|step|webhook|delivery|contact)\./;

/** 발송 내역: what went out to whom, what became of it, and where it fails. */
export default function Deliveries() {
  const t = useDeliveryText();
  const { get } = useAddress();
  const query = new URLSearchParams({ limit: SHOWN });
  for (const name of [...FILTERS, 'recipientId', 'webhookId', 'issueId', 'cursor'])
    if (get(name)) query.set(name, get(name)!);
  const list = useRead<ApiPage<Delivery>>(`/deliveries?${query}`, { still: true });
  const narrowed = FILTERS.some((name) => get(name));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Failures />
      <Panel title={t('list')} actions={<ExportMenu path="/deliveries/export" query={query} />}>
        <DeliveryFilters />
        <Changes about={ABOUT_DELIVERIES} readAt={list.dataUpdatedAt} onShow={() => list.refetch()} />
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <DeliveryTable deliveries={items} />
              ) : (
                <Empty title={t(narrowed ? 'noneFit' : 'none')}>
                  {t(narrowed ? 'noneFitWhy' : 'noneWhy')}
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

function DeliveryFilters() {
  const t = useDeliveryText();
  const words = useWords();
  const events = useEventChoices();
  const { get, set } = useAddress();
  return (
    <Filters names={FILTERS}>
      <Filter name="state">
        <SelectField
          label={t('state')}
          choices={choicesOf(words.delivery)}
          value={get('state')}
          onChange={(state) => set({ state })}
          optional={t('allStates')}
        />
      </Filter>
      <Filter name="channel">
        <SelectField
          label={t('channel')}
          choices={choicesOf(words.deliveryChannel)}
          value={get('channel')}
          onChange={(channel) => set({ channel })}
          optional={t('allChannels')}
        />
      </Filter>
      <Filter name="event">
        <ComboField
          label={t('what')}
          choices={events}
          value={get('event')}
          onChange={(event) => set({ event })}
          optional={t('allEvents')}
        />
      </Filter>
    </Filters>
  );
}
