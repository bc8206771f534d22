import { useId, useState } from 'react';
import { useEventChoices } from '../../text/events.js';
import { fits } from '../../text/initials.js';
import { RadioField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { Notice } from '../../ui/waiting.js';
import { useWebhookText } from './text.js';
import './webhooks.css';

interface EventChoiceProps {
  /** Null: every event. */
  value: string[] | null;
  onChange: (events: string[] | null) => void;
  error?: string | undefined;
}

/** Every event, or those that are ticked. */
export function EventChoice({ value, onChange, error }: EventChoiceProps) {
  const t = useWebhookText();
  return (
    <div className="stack-tight">
      <RadioField
        label={t('events')}
        choices={[
          { id: 'all', label: t('allEvents') },
          { id: 'some', label: t('someEvents') },
        ]}
        value={value ? 'some' : 'all'}
        onChange={(chosen) => onChange(chosen === 'all' ? null : (value ?? []))}
      />
      {value && <Ticks value={value} onChange={onChange} />}
      {error && <Notice tone="danger">{error}</Notice>}
    </div>
  );
}

function Ticks({ value, onChange }: { value: string[]; onChange: (events: string[]) => void }) {
  const t = useWebhookText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const events = useEventChoices().filter(
    ({ id: name, label }) => value.includes(name) || fits(label, typed) || name.includes(typed.trim()),
  );
  const tick = (name: string, on: boolean) =>
    onChange(on ? [...value, name] : value.filter((one) => one !== name));
  return (
    <>
      <TextField label={t('find')} type="search" value={typed} onChange={setTyped} />
      <fieldset className="event-ticks">
        <legend className="small subtle" role="status">
          {t('chosen', { count: value.length })}
        </legend>
        {events.map(({ id: name, label }) => (
          <label key={name} className="event-tick" htmlFor={`${id}-${name}`}>
            <input
              id={`${id}-${name}`}
              type="checkbox"
              checked={value.includes(name)}
              onChange={({ target }) => tick(name, target.checked)}
            />
            <span>
              {label} <code className="small subtle">{name}</code>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
