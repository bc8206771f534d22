import { BASELINE_LABELS, MEASURE_LABELS, SCOPE_LABELS, WARNING_LABELS } from '#warnings/vocabulary.js';
import { ruleText } from '#warnings/wording.js';
import { useLanguage, type Language } from '../../text/i18n.js';
import { choicesOf, useWords } from '../../text/words.js';
import { RadioField } from '../../ui/choice-field.js';
import { SelectField, TextField } from '../../ui/field.js';
import { ListField } from '../../ui/list-field.js';
import { Notice } from '../../ui/waiting.js';
import { bodyOf, NEW_CONDITION, type ConditionDraft, type RuleDraft } from './rule-draft.js';
import { useWarningText } from './text.js';

interface FieldsProps {
  draft: RuleDraft;
  change: (part: Partial<RuleDraft>) => void;
  errors: Record<string, string>;
}

const inWords = <K extends string>(labels: Record<K, Record<Language, string>>, language: Language) =>
  Object.entries<Record<Language, string>>(labels).map(([id, label]) => ({ id, label: label[language] }));

export function RuleFields({ draft, change, errors }: FieldsProps) {
  const t = useWarningText();
  const language = useLanguage();
  return (
    <>
      <TextField
        label={t('name')}
        name="name"
        required
        autoFocus
        maxLength={100}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={errors.name}
      />
      <RadioField
        label={t('level')}
        name="level"
        choices={inWords(WARNING_LABELS, language)}
        value={draft.level}
        onChange={(level) => change({ level: level as RuleDraft['level'] })}
        error={errors.level}
      />
      <SelectField
        label={t('scope')}
        name="scope"
        choices={inWords(SCOPE_LABELS, language)}
        value={draft.scope}
        onChange={(scope) => change({ scope: (scope ?? 'issue') as RuleDraft['scope'] })}
        error={errors.scope}
      />
      <TextField
        label={t('words')}
        name="words"
        help={t('wordsHelp')}
        required={draft.scope === 'words'}
        value={draft.words}
        onChange={(words) => change({ words })}
        error={errors.words}
      />
      <Conditions draft={draft} change={change} errors={errors} />
      <Figures draft={draft} change={change} errors={errors} />
      <Notice title={t('asSentence')}>{ruleText(bodyOf(draft) as never, language)}</Notice>
    </>
  );
}

function Figures({ draft, change, errors }: FieldsProps) {
  const t = useWarningText();
  return (
    <div className="form-row">
      {(['windowDays', 'need', 'cooldownDays'] as const).map((name) => (
        <TextField
          key={name}
          label={t(name)}
          name={name}
          type="number"
          min={1}
          value={draft[name]}
          onChange={(value) => change({ [name]: value })}
          error={errors[name]}
        />
      ))}
    </div>
  );
}

function Conditions({ draft, change, errors }: FieldsProps) {
  const t = useWarningText();
  return (
    <ListField
      what={t('conditions')}
      items={draft.conditions}
      empty={NEW_CONDITION}
      max={10}
      onChange={(conditions) => change({ conditions })}
      error={errors.conditions}
    >
      {(condition, changeOne, at) => (
        <ConditionFields
          condition={condition}
          change={changeOne}
          errorOf={(field) => errors[`conditions.${at}.${field}`]}
        />
      )}
    </ListField>
  );
}

const ANY = 'any';

function ConditionFields({
  condition,
  change,
  errorOf,
}: {
  condition: ConditionDraft;
  change: (part: Partial<ConditionDraft>) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const t = useWarningText();
  const words = useWords();
  const language = useLanguage();
  return (
    <>
      <div className="form-row">
        <SelectField
          label={t('channel')}
          choices={[{ id: ANY, label: t('any') }, ...choicesOf(words.channel)]}
          value={condition.channel ?? ANY}
          onChange={(channel) =>
            change({ channel: channel === ANY ? null : (channel as ConditionDraft['channel']), kind: null })
          }
          error={errorOf('channel')}
        />
        <SelectField
          label={t('measure')}
          choices={inWords(MEASURE_LABELS, language)}
          value={condition.measure}
          onChange={(measure) => change({ measure: measure as ConditionDraft['measure'] })}
          error={errorOf('measure')}
        />
        <SelectField
          label={t('against')}
          choices={inWords(BASELINE_LABELS, language)}
          value={condition.against}
          onChange={(against) => change({ against: against as ConditionDraft['against'] })}
          error={errorOf('against')}
        />
      </div>
      <div className="form-row">
        <TextField
          label={t('atLeast')}
          type="number"
          min={2}
          value={condition.atLeast}
          onChange={(atLeast) => change({ atLeast })}
          error={errorOf('atLeast')}
        />
        <TextField
          label={t('factor')}
          type="number"
          min={1.1}
          value={condition.times}
          onChange={(times) => change({ times })}
          error={errorOf('times')}
        />
      </div>
    </>
  );
}
