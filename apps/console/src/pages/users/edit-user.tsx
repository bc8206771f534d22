import { useState } from 'react';
import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { User } from '../../api/types.js';
import { choicesOf, useWords } from '../../text/words.js';
import { SwitchField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { SelectField, TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { HandOver } from './hand-over.js';
import { makePassword } from './password.js';
import { LanguageField, Place } from './person-fields.js';
import { useUserText } from './text.js';

const FIELDS = [
  'name',
  'role',
  'position',
  'delegatedPosition',
  'departmentId',
  'language',
  'active',
] as const;

/** Changes what somebody is here; a new password is made, shown once to be handed over, and then never again. */
export function EditUser({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useUserText();
  const words = useWords();
  const { name, role, position, delegatedPosition, departmentId, language, active } = user;
  const [draft, setDraft] = useState({
    name,
    role,
    position,
    delegatedPosition,
    departmentId,
    language,
    active,
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const [anew, setAnew] = useState(false);
  const [password] = useState(makePassword);
  const [lost, setLost] = useState(false);
  const [handing, setHanding] = useState(false);
  const write = useWrite(
    async () => {
      const { version } = await call<User>('PATCH', `/users/${user.id}`, {
        body: { ...draft, name: draft.name.trim(), ...(anew && { password, passwordDue: true }) },
        ifMatch: user.version,
      });
      if (lost) await call('DELETE', `/users/${user.id}/second-factor`, { ifMatch: version });
    },
    { touches: ['/users'] },
  );
  const { byField, rest } = useFieldErrors(write.error, FIELDS, draft);
  const submit = async () => {
    await write.mutateAsync(undefined);
    if (anew) return setHanding(true);
    toast(t('changed', { name: draft.name }));
    onClose();
  };
  if (handing)
    return (
      <Dialog title={t('passwordSet')} isOpen onClose={onClose} alert>
        <HandOver made={{ name: draft.name, email: user.email, password }} onClose={onClose} />
      </Dialog>
    );
  return (
    <DialogForm
      title={t('changeTitle', { name })}
      onClose={onClose}
      onSubmit={submit}
      action={t('change')}
      busy={write.isPending}
      errors={rest}
    >
      <TextField
        label={t('name')}
        required
        autoFocus
        maxLength={100}
        value={draft.name}
        onChange={(text) => change({ name: text })}
        error={byField.name}
      />
      <Place draft={draft} change={(part) => change(part as Partial<typeof draft>)} wrong={byField} />
      <SelectField
        label={t('delegated')}
        help={t('delegatedHelp')}
        choices={choicesOf(words.position)}
        value={draft.delegatedPosition}
        onChange={(value) => change({ delegatedPosition: (value || null) as typeof delegatedPosition })}
        optional={t('noDelegation')}
        error={byField.delegatedPosition}
      />
      <LanguageField
        value={draft.language}
        onChange={(value) => change({ language: value })}
        error={byField.language}
      />
      <SwitchField
        label={t('mayUse')}
        help={t('mayUseHelp')}
        value={draft.active}
        onChange={(on) => change({ active: on })}
      />
      {user.secondFactor && (
        <SwitchField label={t('lost')} help={t('lostHelp')} value={lost} onChange={setLost} />
      )}
      <SwitchField label={t('newPassword')} help={t('newPasswordHelp')} value={anew} onChange={setAnew} />
    </DialogForm>
  );
}
