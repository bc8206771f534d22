import { useState } from 'react';
import { call } from '../api/call.js';
import { defineText } from '../text/i18n.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { Form } from '../ui/form.js';
import { Notice } from '../ui/waiting.js';

const useText = defineText('sign-in-form', {
  ko: {
    email: '전자우편 주소',
    password: '비밀번호',
    signIn: '로그인',
  },
  en: {
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
  },
});

/** Signs in; `email` given: only as that person. */
export function SignInForm({ email: fixed, onDone }: { email?: string; onDone: () => void }) {
  const t = useText();
  const [email, setEmail] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const signIn = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await call('POST', '/sessions', { body: { email: email.trim(), password }, anonymous: true });
      onDone();
    } catch (error) {
      setFailure((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form onSubmit={signIn}>
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        isDisabled={Boolean(fixed)}
        autoFocus={!fixed}
      />
      <TextField
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus={Boolean(fixed)}
      />
      {failure && <Notice tone="danger">{failure}</Notice>}
      <Button type="submit" kind="primary" isPending={busy}>
        {t('signIn')}
      </Button>
    </Form>
  );
}
