import { useState } from 'react';
import { call } from '../api/call.js';
import { queryClient, useWrite } from '../api/queries.js';
import { defineText } from '../text/i18n.js';
import { Button } from '../ui/button.js';
import { useFieldErrors } from '../ui/field-errors.js';
import { Form } from '../ui/form.js';
import { Notice } from '../ui/waiting.js';
import { NewPasswordFields, NO_PASSWORDS, PASSWORD_FIELDS } from './new-password-fields.js';
import { leave } from './sign-out.js';

const useText = defineText('password-first', {
  ko: {
    title: '비밀번호를 먼저 바꿔 주십시오',
    why: '지금 비밀번호는 시스템 관리자가 정하여 알려 드린 것입니다. 본인만 아는 비밀번호로 바꾸면 업무를 시작할 수 있습니다.',
    change: '변경하고 시작',
    signOut: '로그아웃',
  },
  en: {
    title: 'Please change your password first',
    why: 'An administrator chose the present one for you. Change it to one that only you know, and begin.',
    change: 'Change and begin',
    signOut: 'Sign out',
  },
});

/** All there is for somebody whose password was chosen by somebody else. */
export default function PasswordFirst() {
  const t = useText();
  const [draft, setDraft] = useState(NO_PASSWORDS);
  const write = useWrite(() => call('PUT', '/me/password', { body: draft }), { touches: [] });
  const { byField, rest } = useFieldErrors(write.error, PASSWORD_FIELDS, draft);
  const submit = async () => {
    await write.mutateAsync(undefined);
    await queryClient.invalidateQueries();
  };
  return (
    <main className="gate">
      <div className="gate-card">
        <h1 className="panel-title">{t('title')}</h1>
        <p>{t('why')}</p>
        <Form onSubmit={submit}>
          <NewPasswordFields value={draft} onChange={setDraft} wrong={byField} />
          {rest.length > 0 && <Notice tone="danger">{rest.join(' ')}</Notice>}
          <div className="dialog-actions">
            <Button onPress={() => void leave()}>{t('signOut')}</Button>
            <Button type="submit" kind="primary" isPending={write.isPending}>
              {t('change')}
            </Button>
          </div>
        </Form>
      </div>
    </main>
  );
}
