import { useState } from 'react';
import type { PolicyTerms } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { TextField } from '../../ui/field.js';
import { Fold } from '../../ui/fold.js';
import { usePolicyText } from './text.js';

type Label = PolicyTerms['factors'][number]['label'];

interface MeaningsProps {
  title: string;
  /** The name itself, where that can be changed too. */
  label?: Label;
  levels: Label[];
  onChange: ((levels: Label[], label?: Label) => void) | undefined;
}

/** What the five levels of something mean; folded, as one looks that up now and then. */
export function Meanings(props: MeaningsProps) {
  const { title, levels, onChange } = props;
  const t = usePolicyText();
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  return (
    <Fold title={t('meanings', { what: title })}>
      <ol className="policy-levels">
        {levels.map((level, at) => (
          <li key={at}>{level[language]}</li>
        ))}
      </ol>
      {onChange && (
        <Button small icon="edit" onPress={() => setEditing(true)}>
          {t('reword')}
        </Button>
      )}
      {editing && onChange && <Reword {...props} onChange={onChange} onClose={() => setEditing(false)} />}
    </Fold>
  );
}

/** Takes the words into the draft, which is saved as a whole. */
function Reword({
  title,
  label,
  levels,
  onChange,
  onClose,
}: MeaningsProps & { onChange: NonNullable<MeaningsProps['onChange']>; onClose: () => void }) {
  const t = usePolicyText();
  const [entries, setEntries] = useState(label ? [label, ...levels] : levels);
  const named = label ? 1 : 0;
  const submit = () => {
    onChange(entries.slice(named), label && entries[0]);
    onClose();
    return Promise.resolve();
  };
  const set = (at: number, part: Partial<Label>) =>
    setEntries(entries.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <DialogForm
      title={t('meanings', { what: title })}
      onClose={onClose}
      onSubmit={submit}
      action={t('take')}
      busy={false}
      errors={[]}
      ready={entries.every(({ ko, en }) => ko.trim() && en.trim())}
      wide
    >
      {entries.map((entry, at) => (
        <div className="form-row" key={at}>
          {(['ko', 'en'] as const).map((language) => (
            <TextField
              key={language}
              label={t(at < named ? `name.${language}` : `level.${language}`, { n: at + 1 - named })}
              value={entry[language]}
              onChange={(words) => set(at, { [language]: words })}
              maxLength={300}
              required
            />
          ))}
        </div>
      ))}
    </DialogForm>
  );
}
