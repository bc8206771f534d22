import { useState } from 'react';
import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { Issue } from '../../api/types.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { toast } from '../../ui/toast.js';
import { useBelongingText } from './belonging-text.js';
import { IssuePicker } from './issue-picker.js';

/** Puts the issue under another one. */
export function Group({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = useBelongingText();
  const [parentId, setParent] = useState<string | null>(null);
  const group = useWrite(
    () => call<Issue>('PATCH', `/issues/${issue.id}`, { body: { parentId }, ifMatch: issue.version }),
    { touches: ['/issues'] },
  );
  const { byField, rest } = useFieldErrors(group.error, ['parentId'], { parentId });
  const submit = async () => {
    await group.mutateAsync(undefined);
    toast(t('grouped'));
    onClose();
  };
  return (
    <DialogForm
      title={t('group')}
      onClose={onClose}
      onSubmit={submit}
      action={t('group')}
      busy={group.isPending}
      errors={rest}
      ready={parentId !== null}
      wide
    >
      <p className="subtle">{t('groupLead')}</p>
      <IssuePicker issue={issue} value={parentId} onChange={setParent} error={byField.parentId} />
    </DialogForm>
  );
}
