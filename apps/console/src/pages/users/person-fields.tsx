import { useDepartments } from '../../api/queries.js';
import { choicesOf, useWords } from '../../text/words.js';
import { RadioField } from '../../ui/choice-field.js';
import { ComboField, SelectField, TextField } from '../../ui/field.js';
import type { Draft, Wrong } from './new-user.js';
import { useUserText } from './text.js';

interface PlaceProps {
  draft: Pick<Draft, 'role' | 'position' | 'departmentId'>;
  change: (part: Partial<Pick<Draft, 'role' | 'position' | 'departmentId'>>) => void;
  wrong: Wrong;
}

interface PersonFieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  wrong: Wrong;
}

export function PersonFields(props: PersonFieldsProps) {
  const t = useUserText();
  const { draft, change, wrong } = props;
  return (
    <>
      <TextField
        label={t('name')}
        name="name"
        required
        autoFocus
        autoComplete="off"
        maxLength={100}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={wrong.name}
      />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        required
        autoComplete="off"
        maxLength={200}
        value={draft.email}
        onChange={(email) => change({ email })}
        error={wrong.email}
      />
      <Place {...props} />
      <LanguageField
        value={draft.language}
        onChange={(language) => change({ language })}
        error={wrong.language}
      />
    </>
  );
}

/** Of the mails that somebody is sent. */
export function LanguageField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (language: Draft['language']) => void;
  error: string | undefined;
}) {
  const t = useUserText();
  return (
    <RadioField
      label={t('language')}
      name="language"
      help={t('languageHelp')}
      choices={[
        { id: 'ko', label: '한국어' },
        { id: 'en', label: 'English' },
      ]}
      value={value}
      onChange={(language) => onChange(language === 'en' ? 'en' : 'ko')}
      error={error}
    />
  );
}

/** What they are and where: an account of a department needs to know which. */
export function Place({ draft, change, wrong }: PlaceProps) {
  const t = useUserText();
  const words = useWords();
  const { all } = useDepartments();
  return (
    <>
      <div className="form-row">
        <SelectField
          label={t('role')}
          name="role"
          required
          choices={choicesOf(words.role)}
          value={draft.role}
          onChange={(role) => change({ role: role as Draft['role'] })}
          error={wrong.role}
        />
        <SelectField
          label={t('position')}
          name="position"
          choices={choicesOf(words.position)}
          value={draft.position}
          onChange={(position) => change({ position: (position ?? 'staff') as Draft['position'] })}
          error={wrong.position}
        />
      </div>
      <ComboField
        label={t('department')}
        name="departmentId"
        help={t('departmentHelp')}
        required={draft.role === 'department'}
        choices={all.map(({ id, name }) => ({ id, label: name }))}
        value={draft.departmentId}
        onChange={(departmentId) => change({ departmentId })}
        error={wrong.departmentId}
      />
    </>
  );
}
