import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { RadioField } from '../../ui/choice-field.js';
import { Notice } from '../../ui/waiting.js';
import { useFieldText, usePrinted } from './field-values.js';
import { useFormText } from './form-text.js';
import type { IssueContent } from './issue-draft.js';
import type { Field } from './merge.js';

interface MergeProps {
  fields: Field[];
  mine: IssueContent;
  theirs: IssueContent;
  onClose: () => void;
  onChoose: (content: IssueContent) => Promise<void>;
}

/** Two people changed the same issue: a choice for each field that both changed; nothing of either is lost unseen. */
export function MergeDialog({ fields, mine, theirs, onClose, onChoose }: MergeProps) {
  const t = useFormText();
  const nameOf = useFieldText();
  const print = usePrinted();
  const [chosen, setChosen] = useState<Partial<Record<Field, 'mine' | 'theirs'>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const choose = () => {
    const content = { ...mine };
    for (const field of fields) {
      if (chosen[field] === 'theirs') Object.assign(content, { [field]: theirs[field] });
    }
    void onChoose(content).catch((error: Error) => setFailure(error.message));
  };
  return (
    <Dialog title={t('mergeTitle')} isOpen onClose={onClose} alert wide>
      <div className="stack">
        <p className="subtle">{t(fields.length ? 'mergeLead' : 'mergeNothing')}</p>
        {fields.map((field) => (
          <RadioField
            key={field}
            label={nameOf(field)}
            choices={[
              { id: 'mine', label: t('mine'), detail: print(field, mine[field]) },
              { id: 'theirs', label: t('theirs'), detail: print(field, theirs[field]) },
            ]}
            value={chosen[field] ?? 'mine'}
            onChange={(side) => setChosen({ ...chosen, [field]: side as 'mine' | 'theirs' })}
          />
        ))}
        {failure && <Notice tone="danger">{failure}</Notice>}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" onPress={choose}>
            {t('mergeSave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
