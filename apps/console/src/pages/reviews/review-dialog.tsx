import { useState } from 'react';
import { call } from '../../api/call.js';
import { ApiProblem, fieldErrors } from '../../api/problem.js';
import { useWrite } from '../../api/queries.js';
import type { Issue } from '../../api/types.js';
import { dayFromNow } from '../../text/format.js';
import { choicesOf, useWords } from '../../text/words.js';
import { RadioField } from '../../ui/choice-field.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { useReviewText } from './text.js';

const FIELDS = ['outcome', 'note', 'nextOn'];

/** 정기 점검: how it stands, what follows, when it is looked at again. */
export function ReviewDialog({ issueId, onClose }: { issueId: string; onClose: () => void }) {
  const t = useReviewText();
  const words = useWords();
  const [outcome, setOutcome] = useState<string | null>('keep');
  const [note, setNote] = useState('');
  const [nextOn, setNextOn] = useState('');
  const review = useWrite(
    () =>
      call<Issue>('POST', `/issues/${issueId}/reviews`, {
        body: { outcome, note: note.trim(), nextOn: nextOn || null },
      }),
    { touches: ['/issues', '/reviews', '/calendar'] },
  );
  const stale = review.error instanceof ApiProblem && review.error.status === 412;
  const { byField, rest } = fieldErrors(stale ? null : review.error, FIELDS);
  const submit = async () => {
    await review.mutateAsync(undefined);
    toast(t('reviewed'));
    onClose();
  };
  return (
    <DialogForm
      title={t('reviewTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('review')}
      busy={review.isPending}
      errors={stale ? [t('stale')] : rest}
    >
      <RadioField
        label={t('outcome')}
        name="outcome"
        choices={choicesOf(words.review)}
        value={outcome}
        onChange={setOutcome}
        error={byField.outcome}
      />
      <TextField
        label={t('note')}
        name="note"
        help={t('noteHelp')}
        lines={4}
        maxLength={4000}
        required
        value={note}
        onChange={setNote}
        error={byField.note}
      />
      <TextField
        label={t('nextOn')}
        name="nextOn"
        type="date"
        help={t('nextHelp')}
        min={dayFromNow(1)}
        value={nextOn}
        onChange={setNextOn}
        error={byField.nextOn}
      />
    </DialogForm>
  );
}
