import { useDepartments } from '../../api/queries.js';
import { choicesOf, useWords } from '../../text/words.js';
import { RadioField } from '../../ui/choice-field.js';
import { ComboField, SelectField, TextField } from '../../ui/field.js';
import type { Draft, Wrong } from './new-user.js';
import { useUserText } from './text.js';

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
      <RadioField
        label={t('language')}
        name="language"
        help={t('languageHelp')}
        choices={[
          { id: 'ko', label: '한국어' },
          { id: 'en', label: 'English' },
        ]}
        value={draft.language}
        onChange={(language) => change({ language: language === 'en' ? 'en' : 'ko' })}
        error={wrong.language}
      />
    </>
  );
}

/** What they are and where: an account of a department needs to know which. */
function Place({ draft, change, wrong }: PersonFieldsProps) {
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
