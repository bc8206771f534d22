import { useState } from 'react';
import { call } from '../api/call.js';
import { useWrite } from '../api/queries.js';
import type { components } from '../api/schema.js';
import { Button } from '../ui/button.js';
import { Copyable } from '../ui/copyable.js';
import { useFieldErrors } from '../ui/field-errors.js';
import { TextField } from '../ui/field.js';
import { Form } from '../ui/form.js';
import { Notice } from '../ui/waiting.js';
import { PasswordField } from './password-field.js';
import { QrCode } from './qr-code.js';
import { RecoveryCodes } from './recovery-codes.js';
import { useSecondFactorText } from './text.js';
import './second-factor.css';

type Secret = components['schemas']['SecretAnswer'];
type Codes = components['schemas']['RecoveryCodesAnswer'];

interface SetUpProps {
  onDone: () => void;
  onCancel: () => void;
  /** What leaving is called, where it is more than closing a window. */
  cancel?: string;
}

/** Password, code of the app, recovery codes: one after the other. */
export function SetUp({ onDone, onCancel, cancel }: SetUpProps) {
  const [secret, setSecret] = useState<Secret | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (secret) return <Scan secret={secret} onCodes={setCodes} onCancel={onCancel} cancel={cancel} />;
  return <Begin onSecret={setSecret} onCancel={onCancel} cancel={cancel} />;
}

interface StepProps {
  onCancel: () => void;
  cancel: string | undefined;
}

function Begin({ onSecret, onCancel, cancel }: StepProps & { onSecret: (secret: Secret) => void }) {
  const t = useSecondFactorText();
  const [password, setPassword] = useState('');
  const begin = useWrite(() => call<Secret>('POST', '/me/second-factor', { body: { password } }), {
    touches: [],
  });
  const { byField, rest } = useFieldErrors(begin.error, ['password'], { password });
  return (
    <Form onSubmit={async () => onSecret(await begin.mutateAsync(undefined))}>
      <p>{t('passwordWhy')}</p>
      <PasswordField value={password} onChange={setPassword} error={byField.password} />
      <Refused rest={rest} />
      <div className="dialog-actions">
        <Button onPress={onCancel}>{cancel ?? t('cancel')}</Button>
        <Button type="submit" kind="primary" isPending={begin.isPending}>
          {t('next')}
        </Button>
      </div>
    </Form>
  );
}

function Scan({
  secret: { secret, uri },
  onCodes,
  onCancel,
  cancel,
}: StepProps & { secret: Secret; onCodes: (codes: string[]) => void }) {
  const t = useSecondFactorText();
  const [code, setCode] = useState('');
  const confirm = useWrite(
    () => call<Codes>('POST', '/me/second-factor/confirmation', { body: { code: code.trim() } }),
    { touches: [] },
  );
  const { byField, rest } = useFieldErrors(confirm.error, ['code'], { code });
  return (
    <Form onSubmit={async () => onCodes((await confirm.mutateAsync(undefined)).recoveryCodes)}>
      <p>{t('scan')}</p>
      <QrCode text={uri} label={t('qr')} />
      <div className="secret-key">
        <Copyable label={t('secret')} value={secret} />
      </div>
      <TextField
        label={t('code')}
        help={t('codeHelp')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        autoFocus
        maxLength={10}
        value={code}
        onChange={setCode}
        error={byField.code}
      />
      <Refused rest={rest} />
      <div className="dialog-actions">
        <Button onPress={onCancel}>{cancel ?? t('cancel')}</Button>
        <Button type="submit" kind="primary" isPending={confirm.isPending}>
          {t('confirm')}
        </Button>
      </div>
    </Form>
  );
}

export const Refused = ({ rest }: { rest: string[] }) =>
  rest.length > 0 ? <Notice tone="danger">{rest.join(' ')}</Notice> : null;
