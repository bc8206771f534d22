import { useState } from 'react';
import { call } from '../../api/call.js';
import { fieldErrors } from '../../api/problem.js';
import { useWrite } from '../../api/queries.js';
import type { Issue } from '../../api/types.js';
import { dayFromNow } from '../../text/format.js';
import { choicesOf, useWords } from '../../text/words.js';
import { RadioField } from '../../ui/choice-field.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { SelectField, TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { useReviewText } from './text.js';

/** Says whether a closed issue happened again; yes takes it up again at once. */
export function FollowUpDialog({ issueId, onClose }: { issueId: string; onClose: () => void }) {
  const t = useReviewText();
  const words = useWords();
  const [recurred, setRecurred] = useState<string | null>('no');
  const [note, setNote] = useState('');
  const answer = useWrite(
    () =>
      call<Issue>('POST', `/issues/${issueId}/follow-up-answer`, {
        body: { recurred, note: note.trim() || null },
      }),
    { touches: ['/issues', '/follow-up-questions', '/calendar', '/requests'] },
  );
  const { byField, rest } = fieldErrors(answer.error, ['recurred', 'note']);
  const submit = async () => {
    const { stage } = await answer.mutateAsync(undefined);
    toast(t(stage === 'closed' ? 'answered' : 'reopened'));
    onClose();
  };
  return (
    <DialogForm
      title={t('followUps')}
      onClose={onClose}
      onSubmit={submit}
      action={t('answer')}
      busy={answer.isPending}
      errors={rest}
    >
      <p>{t('question')}</p>
      <RadioField
        label={t('recurred')}
        name="recurred"
        choices={choicesOf(words.recurred)}
        value={recurred}
        onChange={setRecurred}
        error={byField.recurred}
      />
      <TextField
        label={t('recurredNote')}
        name="note"
        help={t('recurredHelp')}
        lines={3}
        maxLength={4000}
        required={recurred === 'yes'}
        value={note}
        onChange={setNote}
        error={byField.note}
      />
    </DialogForm>
  );
}

/** `undefined`: by the rules; null: never; else the day. */
export type FollowUpChoice = string | null | undefined;
const WAYS = ['byRule', 'onDay', 'notAsked'] as const;

/** When a closed issue is asked about, as part of closing it. */
export function FollowUpField({
  value,
  onChange,
  error,
}: {
  value: FollowUpChoice;
  onChange: (value: FollowUpChoice) => void;
  error?: string | undefined;
}) {
  const t = useReviewText();
  const way = value === undefined ? 'byRule' : value === null ? 'notAsked' : 'onDay';
  return (
    <div className="form-row">
      <SelectField
        label={t('followUpOn')}
        choices={WAYS.map((id) => ({ id, label: t(id) }))}
        value={way}
        onChange={(id) => onChange(id === 'onDay' ? dayFromNow(28) : id === 'notAsked' ? null : undefined)}
        {...(way !== 'onDay' && { error })}
      />
      {typeof value === 'string' && (
        <TextField
          label={t('day')}
          name="followUpOn"
          type="date"
          min={dayFromNow(1)}
          value={value}
          onChange={onChange}
          error={error}
        />
      )}
    </div>
  );
}
