import { useState } from 'react';
import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { AnswerTemplate } from '../../api/types.js';
import { choicesOf, useWords } from '../../text/words.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { SelectField, TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { useTemplateText } from './text.js';

const FIELDS = ['name', 'text', 'status'] as const;

/** Adds one, from nothing or from another, or changes one. */
export function TemplateDialog({ from, onClose }: { from: AnswerTemplate | null; onClose: () => void }) {
  const t = useTemplateText();
  const words = useWords();
  const changes = from?.editable ? from : null;
  const [value, setValue] = useState({
    name: from?.name ?? '',
    text: from?.text ?? '',
    status: from?.status ?? null,
  });
  const change = (part: Partial<typeof value>) => setValue({ ...value, ...part });
  const lists = { kinds: from?.kinds ?? [], grades: from?.grades ?? [] };
  const save = useWrite(
    () =>
      changes
        ? call('PATCH', `/templates/${changes.id}`, { body: value, ifMatch: changes.version })
        : call('POST', '/templates', { body: { ...value, ...lists } }),
    { touches: ['/templates'] },
  );
  const { byField, rest } = useFieldErrors(save.error, FIELDS, value);
  const submit = async () => {
    await save.mutateAsync(undefined);
    toast(t('saved'));
    onClose();
  };
  return (
    <DialogForm
      title={t(changes ? 'edit' : 'new')}
      onClose={onClose}
      onSubmit={submit}
      action={t('save')}
      busy={save.isPending}
      errors={rest}
      wide
    >
      <div className="form-row">
        <TextField
          label={t('name')}
          value={value.name}
          onChange={(name) => change({ name })}
          error={byField.name}
          maxLength={100}
          required
          autoFocus
        />
        <SelectField
          label={t('status')}
          choices={choicesOf(words.measure)}
          value={value.status}
          onChange={(status) => change({ status: status as AnswerTemplate['status'] })}
          error={byField.status}
          optional
        />
      </div>
      <TextField
        label={t('text')}
        help={t('textHelp')}
        value={value.text}
        onChange={(text) => change({ text })}
        error={byField.text}
        lines={12}
        maxLength={10_000}
        required
      />
    </DialogForm>
  );
}
