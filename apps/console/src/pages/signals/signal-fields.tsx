import type { Signal } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { choicesOf, useWords } from '../../text/words.js';
import { RadioField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { Notice } from '../../ui/waiting.js';
import { useFormText } from './form-text.js';
import { kindLabels } from './kinds.js';
import { namesPerson, type SignalDraft } from './signal-draft.js';

interface FieldsProps {
  draft: SignalDraft;
  change: (part: Partial<SignalDraft>) => void;
  errors: Record<string, string>;
}

export function SignalFields(props: FieldsProps) {
  const t = useFormText();
  const words = useWords();
  const { draft, change } = props;
  return (
    <>
      <RadioField
        label={t('channel')}
        required
        choices={choicesOf(words.channel)}
        value={draft.channel}
        // A kind belongs to its channel.
        onChange={(channel) => change({ channel: channel as Signal['channel'], kind: '' })}
        error={props.errors.channel}
      />
      <About {...props} />
      {draft.channel === 'complaint' && <Counts {...props} />}
      <TextField
        label={t('body')}
        help={t('bodyHelp')}
        name="body"
        lines={3}
        maxLength={50_000}
        value={draft.body}
        onChange={(body) => change({ body })}
        error={props.errors.body}
      />
      {namesPerson(`${draft.title}\n${draft.body}`) && <Notice tone="warning">{t('person')}</Notice>}
    </>
  );
}

function About({ draft, change, errors }: FieldsProps) {
  const t = useFormText();
  const language = useLanguage();
  const { channel } = draft;
  const dayLabel =
    channel === 'press' || channel === 'complaint' ? t(`publishedOn.${channel}`) : t('publishedOn');
  const field = (name: 'kind' | 'title' | 'outlet' | 'url' | 'publishedOn') => ({
    name,
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errors[name],
  });
  return (
    <>
      <TextField {...field('title')} label={t('signalTitle')} required maxLength={500} autoFocus />
      <div className="form-row">
        <TextField
          {...field('kind')}
          // Otherwise the browser keeps the suggestions of the channel before.
          key={channel}
          label={t('kind')}
          placeholder={t('kindHelp')}
          autoComplete="off"
          maxLength={60}
          suggestions={kindLabels(channel, language)}
        />
        <TextField {...field('outlet')} label={t(`outlet.${channel}`)} maxLength={100} />
        <TextField {...field('publishedOn')} label={dayLabel} type="date" />
      </div>
      <TextField {...field('url')} label={t('url')} type="url" placeholder="https://" maxLength={2000} />
    </>
  );
}

function Counts({ draft, change, errors }: FieldsProps) {
  const t = useFormText();
  const field = (name: 'count' | 'baseline' | 'periodFrom' | 'periodTo', type: 'number' | 'date') => (
    <TextField
      key={name}
      label={t(name)}
      name={name}
      type={type}
      {...(type === 'number' && { min: 0 })}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
      error={errors[name]}
    />
  );
  return (
    <fieldset className="signal-counts">
      <legend className="field-label">{t('counts')}</legend>
      <p className="field-help">{t('countsHelp')}</p>
      <div className="form-row">
        {field('periodFrom', 'date')}
        {field('periodTo', 'date')}
      </div>
      <div className="form-row">
        {field('count', 'number')}
        {field('baseline', 'number')}
      </div>
    </fieldset>
  );
}
