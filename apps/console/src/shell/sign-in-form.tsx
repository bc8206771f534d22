import { useState } from 'react';
import { call } from '../api/call.js';
import { ApiProblem } from '../api/problem.js';
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
    code: '인증번호',
    codeHelp: '인증 앱의 6자리 번호. 휴대전화가 없으면 복구 코드.',
    back: '처음으로',
  },
  en: {
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    code: 'Code',
    codeHelp: 'The six digits of your app; without your phone, a recovery code.',
    back: 'Back',
  },
});

/** Signs in, by a code too where the account asks for one; `email` given: only as that person. */
export function SignInForm({ email: fixed, onDone }: { email?: string; onDone: () => void }) {
  const t = useText();
  const [email, setEmail] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  /** Null until it is asked for. */
  const [code, setCode] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const signIn = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const body = { email: email.trim(), password, ...(code !== null && { code: code.trim() }) };
      await call('POST', '/sessions', { body, anonymous: true });
      onDone();
    } catch (error) {
      const asked = error instanceof ApiProblem && error.code === 'second_factor.required';
      if (!asked) setFailure((error as Error).message);
      if (asked || code) setCode('');
    } finally {
      setBusy(false);
    }
  };
  const back = () => {
    setCode(null);
    setFailure(null);
  };
  return (
    <Form onSubmit={signIn}>
      {code === null ? (
        <>
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
        </>
      ) : (
        <TextField
          label={t('code')}
          help={t('codeHelp')}
          name="code"
          autoComplete="one-time-code"
          maxLength={40}
          value={code}
          onChange={setCode}
          autoFocus
        />
      )}
      {failure && <Notice tone="danger">{failure}</Notice>}
      <Button type="submit" kind="primary" isPending={busy}>
        {t('signIn')}
      </Button>
      {code !== null && (
        <Button kind="text" onPress={back}>
          {t('back')}
        </Button>
      )}
    </Form>
  );
}
