import { DISTRICTS } from '#config/districts.js';
import type { KindField } from '#config/issue-kinds.js';
import { fieldsOfKind, KIND_LABELS } from '#issues/rules/kind-words.js';
import { useLanguage } from '../../text/i18n.js';
import { choicesOf, useWords } from '../../text/words.js';
import { IconButton } from '../../ui/button.js';
import { ComboField, SelectField, TextField } from '../../ui/field.js';
import { useBelongingText } from './belonging-text.js';
import type { Part } from './fields.js';
import type { IssueContent } from './issue-draft.js';

/** The districts concerned, one badge each. */
export function DistrictFields({ value, change, errors }: Part<IssueContent>) {
  const t = useBelongingText();
  const { districts } = value;
  return (
    <div className="stack-tight">
      {districts.length > 0 && (
        <ul className="row" aria-label={t('districts')}>
          {districts.map((name) => (
            <li key={name} className="badge badge-neutral">
              {name}
              <IconButton
                icon="close"
                label={`${name} ×`}
                onPress={() => change({ districts: districts.filter((one) => one !== name) })}
              />
            </li>
          ))}
        </ul>
      )}
      <ComboField
        label={districts.length > 0 ? t('addDistrict') : t('districts')}
        help={t('districtsHelp')}
        choices={DISTRICTS.filter((name) => !districts.includes(name)).map((name) => ({
          id: name,
          label: name,
        }))}
        value={null}
        onChange={(name) => name && change({ districts: [...districts, name] })}
        error={errors.districts}
      />
    </div>
  );
}

/** What kind of issue it is, and what more has to be known of that kind. */
export function KindFields({ value, change, errors }: Part<IssueContent>) {
  const t = useBelongingText();
  const language = useLanguage();
  const set = (name: string, typed: string | null) =>
    change({ fields: { ...value.fields, [name]: typed ?? '' } });
  return (
    <>
      <SelectField
        label={t('kind')}
        name="kind"
        help={t('kindHelp')}
        choices={Object.entries(KIND_LABELS).map(([id, label]) => ({ id, label: label[language] }))}
        value={value.kind}
        onChange={(kind) => change({ kind, fields: {} })}
        error={errors.kind}
        optional
      />
      {value.kind && (
        <div className="form-row">
          {fieldsOfKind(value.kind).map((field) => (
            <OneField
              key={field.name}
              field={field}
              value={value.fields[field.name] ?? ''}
              onChange={(typed) => set(field.name, typed)}
              error={errors[`fields.${field.name}`]}
            />
          ))}
        </div>
      )}
    </>
  );
}

interface OneFieldProps {
  field: KindField;
  value: string;
  onChange: (typed: string | null) => void;
  error?: string | undefined;
}

function OneField({ field, value, onChange, error }: OneFieldProps) {
  const t = useBelongingText();
  const words = useWords();
  const language = useLanguage();
  const unit = field.type === 'number' ? ` (${field.unit[language]})` : '';
  const common = {
    label: `${field.label[language]}${unit}`,
    name: field.name,
    help: field.requiredFrom && t('requiredFrom', { grade: words.grade[field.requiredFrom] }),
    error,
  };
  if (field.type === 'choice')
    return (
      <SelectField
        {...common}
        choices={choicesOf(Object.fromEntries(field.choices.map((one) => [one.value, one.label[language]])))}
        value={value || null}
        onChange={onChange}
        optional
      />
    );
  return (
    <TextField
      {...common}
      {...(field.type === 'date' && { type: 'date' as const })}
      value={value}
      onChange={onChange}
      maxLength={500}
    />
  );
}
