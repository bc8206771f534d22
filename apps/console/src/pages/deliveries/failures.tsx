import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../../api/queries.js';
import type { DeliveryFailures } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { SelectField } from '../../ui/field.js';
import { Instant } from '../../ui/instant.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Loaded, Notice } from '../../ui/waiting.js';
import { useFaultWord } from './delivery-table.js';
import { useDeliveryText } from './text.js';
import './deliveries.css';

type Failure = DeliveryFailures['failures'][number];

/** In hours. */
const WINDOWS = [1, 24, 168, 720];

/** What went wrong lately, by where it goes and why; what is left alone for a while. */
export function Failures() {
  const t = useDeliveryText();
  const [hours, setHours] = useState(24);
  const summary = useRead<DeliveryFailures>(`/deliveries/summary?hours=${hours}`, { keep: true });
  const columns = useColumns();
  return (
    <Panel
      title={t('failures')}
      actions={
        <SelectField
          compact
          label={t('window')}
          choices={WINDOWS.map((one) => ({ id: String(one), label: t(`window.${one as 1}`) }))}
          value={String(hours)}
          onChange={(chosen) => setHours(Number(chosen))}
        />
      }
    >
      <Loaded of={summary}>
        {(of) => (
          <div className="stack">
            <Figures of={of} />
            {of.paused.map(({ target, failures, until }) => (
              <Notice key={target} tone="warning" title={t('paused', { target })}>
                {t('pausedWhy', { count: failures })} <Instant at={until} />
              </Notice>
            ))}
            {of.failures.length > 0 && (
              <Table
                caption={t('failures')}
                columns={columns}
                rows={of.failures}
                keyOf={({ channel, target, fault, status }) => [channel, target, fault, status].join(' ')}
                mark={({ dead }) => (dead ? 'danger' : undefined)}
              />
            )}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function Figures({ of: { channels, failures } }: { of: DeliveryFailures }) {
  const t = useDeliveryText();
  const words = useWords();
  const format = useFormat();
  if (!channels.length && !failures.length) return <p className="subtle">{t('nothingSent')}</p>;
  return (
    <ul className="delivery-figures">
      {channels.map(({ channel, written, sent, waiting, dead }) => (
        <li key={channel}>
          <strong>{words.deliveryChannel[channel]}</strong>{' '}
          {t('figures', {
            written: format.count(written),
            sent: format.count(sent),
            waiting: format.count(waiting),
            dead: format.count(dead),
          })}
        </li>
      ))}
      {!failures.length && <li className="subtle">{t('noFailures')}</li>}
    </ul>
  );
}

function useColumns(): Column<Failure>[] {
  const t = useDeliveryText();
  const words = useWords();
  const format = useFormat();
  const faultWord = useFaultWord();
  const count = (n: number) => t('cases', { n: format.count(n) });
  return [
    {
      id: 'target',
      label: t('target'),
      heads: true,
      cell: ({ channel, target, webhookId }) => (
        <div>
          {webhookId ? <Link to={`/webhooks/${webhookId}`}>{target}</Link> : target}
          <div className="small subtle">{words.deliveryChannel[channel]}</div>
        </div>
      ),
    },
    {
      id: 'fault',
      label: t('why'),
      wide: true,
      cell: ({ fault, status }) => faultWord({ fault, status, error: null }),
    },
    {
      id: 'attempts',
      label: t('failedAttempts'),
      numeric: true,
      cell: ({ attempts }) => t('times', { count: format.count(attempts) }),
    },
    { id: 'deliveries', label: t('deliveries'), numeric: true, cell: ({ deliveries }) => count(deliveries) },
    { id: 'arrived', label: t('arrived'), numeric: true, cell: ({ arrived }) => count(arrived) },
    { id: 'dead', label: t('dead'), numeric: true, cell: ({ dead }) => count(dead) },
    { id: 'lastAt', label: t('lastAt'), cell: ({ lastAt }) => <Instant at={lastAt} /> },
  ];
}
