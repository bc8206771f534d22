import { useState } from 'react';
import { call } from '../../api/call.js';
import { useDraft } from '../../api/draft.js';
import { useWrite } from '../../api/queries.js';
import type { User } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { Notice } from '../../ui/waiting.js';
import { EMPTY, refusedOf, wrongOf, type Draft, type NewUser, type Wrong } from './new-user.js';
import { PasswordField } from './password-field.js';
import { PersonFields } from './person-fields.js';
import { useUserText } from './text.js';
import './users.css';

interface UserFormProps {
  /** `password` when it was made here and nobody knows it yet. */
  onAdded: (name: string, password: string | null, email: string) => void;
  onCancel: () => void;
}

export function UserForm({ onAdded, onCancel }: UserFormProps) {
  const t = useUserText();
  const { value: draft, change, restoredAt, forget, discard } = useDraft<Draft>('new-user', EMPTY);
  const [password, setPassword] = useState({ text: '', made: false });
  const { submit, wrong, rest, isPending } = useAdding((user) => {
    forget();
    onAdded(user.name, password.made ? password.text : null, user.email);
  });
  return (
    <Form onSubmit={() => submit(draft, password.text)}>
      {restoredAt && (
        <Notice
          actions={
            <Button small icon="undo" onPress={discard}>
              {t('anew')}
            </Button>
          }
        >
          {t('restored')}
        </Notice>
      )}
      <PersonFields draft={draft} change={change} wrong={wrong} />
      <PasswordField
        value={password.text}
        made={password.made}
        onChange={(text, made) => setPassword({ text, made })}
        error={wrong.password}
      />
      {rest.length > 0 && <Notice tone="danger">{rest.join(' ')}</Notice>}
      <div className="dialog-actions">
        <Button onPress={onCancel}>{t('cancel')}</Button>
        <Button type="submit" kind="primary" isPending={isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}

/** Sends it when nothing is wrong with it; what is wrong is said at its field. */
function useAdding(onAdded: (user: User) => void) {
  const [{ wrong, rest }, setRefused] = useState<{ wrong: Wrong; rest: string[] }>({ wrong: {}, rest: [] });
  const add = useWrite((body: NewUser) => call<User>('POST', '/users', { body }), { touches: ['/users'] });
  const submit = async (draft: Draft, password: string) => {
    const { role } = draft;
    const errors = wrongOf(draft, password);
    if (Object.keys(errors).length || !role) {
      setRefused({ wrong: errors, rest: [] });
      throw new Error('not sent');
    }
    try {
      const body = {
        ...draft,
        name: draft.name.trim(),
        email: draft.email.trim(),
        role,
        password,
        passwordDue: true,
      };
      onAdded(await add.mutateAsync(body));
    } catch (error) {
      setRefused(refusedOf(error));
      throw error;
    }
  };
  return { submit, wrong, rest, isPending: add.isPending };
}
