import type { Contact } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { useDeliveryText } from './text.js';
import './deliveries.css';

const TONES: Record<Contact['state'], Tone> = {
  ok: 'success',
  nobody: 'neutral',
  bouncing: 'danger',
  silent: 'danger',
};

export function ContactState({ contact: { state, missed } }: { contact: Contact }) {
  const t = useDeliveryText();
  const words = useWords();
  return (
    <div>
      <Badge tone={TONES[state]}>{words.contact[state]}</Badge>
      {missed > 0 && <div className="small subtle">{t('missed', { count: missed })}</div>}
    </div>
  );
}

/** Who hears for a department, and how mail to each of them arrives. */
export function ContactPeople({ people }: { people: Contact['people'] }) {
  const t = useDeliveryText();
  const format = useFormat();
  if (!people.length) return <span className="subtle">{t('nobody')}</span>;
  return (
    <ul className="stack-tight">
      {people.map(({ id, name, email, lastSentAt, bounces, bouncedAt, error }) => (
        <li key={id}>
          <span>{name}</span> <span className="small subtle contact-address">{email}</span>
          <div className="small subtle">
            {lastSentAt ? t('arrivedAt', { at: format.instant(lastSentAt) }) : t('neverArrived')}
          </div>
          {bounces > 0 && (
            <div className="small contact-error">
              {t('bounced', { count: bounces, at: bouncedAt ? format.instant(bouncedAt) : '' })}
              {error && <span className="subtle"> {error}</span>}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
