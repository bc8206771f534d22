import { useState } from 'react';
import { useRead } from '../../api/queries.js';
import type { EventCatalogue } from '../../api/types.js';
import { useEventWord } from '../../text/events.js';
import { fits } from '../../text/initials.js';
import { TextField } from '../../ui/field.js';
import { Fold } from '../../ui/fold.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { useWebhookText } from './text.js';
import './webhooks.css';

type Event = EventCatalogue['items'][number];

/** 이벤트 목록: everything that other systems can be told of, as the API serves it. */
export default function Events() {
  const t = useWebhookText();
  const catalogue = useRead<EventCatalogue>('/events/catalogue');
  return (
    <Page title={t('catalogue')} lead={t('catalogueLead')}>
      <Loaded of={catalogue}>{({ items }) => <List all={items} />}</Loaded>
    </Page>
  );
}

function List({ all }: { all: Event[] }) {
  const t = useWebhookText();
  const eventWord = useEventWord();
  const [typed, setTyped] = useState('');
  const found = all.filter(({ name }) => fits(eventWord(name), typed) || name.includes(typed.trim()));
  return (
    <Panel title={t('events')} aside={<span role="status">{t('found', { n: found.length })}</span>}>
      <TextField label={t('find')} type="search" value={typed} onChange={setTyped} />
      {found.length ? (
        <div>
          {found.map((event) => (
            <Fold key={event.name} title={`${eventWord(event.name)} · ${event.name}`}>
              <Entry event={event} />
            </Fold>
          ))}
        </div>
      ) : (
        <Empty title={t('nothing')}>{t('nothingWhy')}</Empty>
      )}
    </Panel>
  );
}

function Entry({ event: { version, wakes, schema, example } }: { event: Event }) {
  const t = useWebhookText();
  return (
    <div className="stack">
      <p className="small subtle">
        {t('version')} {version}
        {wakes.length > 0 && ` · ${t('wakes')}: ${wakes.join(', ')}`}
      </p>
      <div className="event-parts">
        <figure>
          <figcaption className="small">{t('example')}</figcaption>
          <pre className="event-code">{JSON.stringify(example, null, 2)}</pre>
        </figure>
        <figure>
          <figcaption className="small">{t('schema')}</figcaption>
          <pre className="event-code">{JSON.stringify(schema, null, 2)}</pre>
        </figure>
      </div>
    </div>
  );
}
