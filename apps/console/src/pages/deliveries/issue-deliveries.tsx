import { Link } from 'react-router';
import { useRead } from '../../api/queries.js';
import type { Delivery, Page } from '../../api/types.js';
import { useEventWord } from '../../text/events.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/waiting.js';
import { DeliveryState } from './delivery-table.js';
import { useDeliveryText } from './text.js';
import '../home/home.css';

const SHOWN = 10;

/** What went out about an issue, to whom, and whether it arrived. */
export function IssueDeliveries({ issueId }: { issueId: string }) {
  const t = useDeliveryText();
  const words = useWords();
  const format = useFormat();
  const eventWord = useEventWord();
  const list = useRead<Page<Delivery>>(`/deliveries?issueId=${issueId}&limit=${SHOWN}`, { keep: true });
  return (
    <Panel
      title={t('ofIssue')}
      actions={list.data?.nextCursor && <Link to={`/deliveries?issueId=${issueId}`}>{t('allOfIssue')}</Link>}
    >
      <Loaded of={list}>
        {({ items }) =>
          items.length ? (
            <ul className="tasks">
              {items.map((one) => (
                <li key={one.id}>
                  <Link to={`/deliveries/${one.id}`}>{eventWord(one.event)}</Link>
                  <span className="row small subtle">
                    {[one.recipient, words.deliveryChannel[one.channel], format.instant(one.createdAt)]
                      .filter(Boolean)
                      .join(' · ')}
                    <DeliveryState delivery={one} />
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="subtle">{t('none')}</p>
          )
        }
      </Loaded>
    </Panel>
  );
}
