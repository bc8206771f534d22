import { TextField } from '../../ui/field.js';
import { ListField } from '../../ui/list-field.js';
import type { Part } from './fields.js';
import { useFormText } from './form-text.js';
import { EMPTY_SIGNAL, errorsOf, type NewIssueDraft, type SignalDraft } from './issue-draft.js';

export function CoverageFields({ value, change, errors }: Part<NewIssueDraft>) {
  const t = useFormText();
  const list = { items: value.signals, empty: EMPTY_SIGNAL };
  return (
    <ListField
      what={t('coverage')}
      help={t('coverageHelp')}
      {...list}
      onChange={(signals) => change({ signals })}
      error={errors.signals}
    >
      {(one, set, index) => (
        <CoverageField value={one} change={set} errors={errorsOf(errors, 'signals', { ...list, index })} />
      )}
    </ListField>
  );
}

export function CoverageField({ value, change, errors }: Part<SignalDraft>) {
  const t = useFormText();
  return (
    <div className="form-row">
      <TextField
        label={t('coverageTitle')}
        value={value.title}
        onChange={(title) => change({ title })}
        error={errors.title}
        maxLength={500}
      />
      <TextField
        label={t('outlet')}
        value={value.outlet}
        onChange={(outlet) => change({ outlet })}
        error={errors.outlet}
        maxLength={100}
      />
      <TextField
        label={t('publishedOn')}
        type="date"
        value={value.publishedOn}
        onChange={(publishedOn) => change({ publishedOn })}
        error={errors.publishedOn}
      />
      <TextField
        label={t('url')}
        type="url"
        value={value.url}
        onChange={(url) => change({ url })}
        error={errors.url}
        maxLength={2000}
        placeholder="https://"
      />
    </div>
  );
}
