import { useState } from 'react';
import { call } from '../../api/call.js';
import { useRead, useWrite } from '../../api/queries.js';
import type { components } from '../../api/schema.js';
import { RecoveryCodes } from '../../second-factor/recovery-codes.js';
import { PasswordField } from '../../second-factor/password-field.js';
import { SetUp } from '../../second-factor/set-up.js';
import { useSecondFactorText } from '../../second-factor/text.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { TextField } from '../../ui/field.js';
import { Instant } from '../../ui/instant.js';
import { Facts, Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Loaded, Notice } from '../../ui/waiting.js';

type State = components['schemas']['SecondFactorAnswer'];
type Codes = components['schemas']['RecoveryCodesAnswer'];

const OWN = '/me/second-factor';
/** With fewer one should think of new ones. */
const FEW = 3;

/** The code of an app besides the password: on, off, and what to do when the phone is lost. */
export function SecondFactor() {
  const t = useSecondFactorText();
  const state = useRead<State>(OWN);
  const [open, setOpen] = useState<'set-up' | 'renew' | 'remove' | null>(null);
  const close = () => {
    setOpen(null);
    void state.refetch();
  };
  return (
    <Panel title={t('title')}>
      <Loaded of={state}>
        {({ since, recoveryCodesLeft }) => (
          <>
            <Facts
              facts={[
                [t('state'), <Badge tone={since ? 'success' : 'neutral'}>{t(since ? 'on' : 'off')}</Badge>],
                [t('since'), since && <Instant at={since} />],
                [t('left'), since && t('leftOf', { n: recoveryCodesLeft })],
              ]}
            />
            {since && recoveryCodesLeft < FEW && <Notice tone="warning">{t('few')}</Notice>}
            <div className="row">
              {since ? (
                <>
                  <Button onPress={() => setOpen('renew')}>{t('renew')}</Button>
                  <Button onPress={() => setOpen('remove')}>{t('remove')}</Button>
                </>
              ) : (
                <Button onPress={() => setOpen('set-up')}>{t('setUp')}</Button>
              )}
            </div>
          </>
        )}
      </Loaded>
      <p className="small subtle">{t('why')}</p>
      {open === 'set-up' && (
        <Dialog title={t('setUp')} isOpen onClose={close} steady>
          <SetUp onDone={close} onCancel={close} />
        </Dialog>
      )}
      {open === 'renew' && <Renew onClose={close} />}
      {open === 'remove' && <Remove onClose={close} />}
    </Panel>
  );
}

function Renew({ onClose }: { onClose: () => void }) {
  const t = useSecondFactorText();
  const [password, setPassword] = useState('');
  const [codes, setCodes] = useState<string[] | null>(null);
  const renew = useWrite(() => call<Codes>('POST', `${OWN}/recovery-codes`, { body: { password } }), {
    touches: [],
  });
  const { byField, rest } = useFieldErrors(renew.error, ['password'], { password });
  if (codes)
    return (
      <Dialog title={t('codesTitle')} isOpen onClose={onClose} alert>
        <RecoveryCodes codes={codes} onKept={onClose} />
      </Dialog>
    );
  return (
    <DialogForm
      title={t('renew')}
      onClose={onClose}
      onSubmit={async () => setCodes((await renew.mutateAsync(undefined)).recoveryCodes)}
      action={t('renew')}
      busy={renew.isPending}
      errors={rest}
    >
      <p>{t('renewWhy')}</p>
      <PasswordField value={password} onChange={setPassword} error={byField.password} />
    </DialogForm>
  );
}

function Remove({ onClose }: { onClose: () => void }) {
  const t = useSecondFactorText();
  const [draft, setDraft] = useState({ password: '', code: '' });
  const remove = useWrite(() => call('POST', `${OWN}/removal`, { body: draft }), { touches: [] });
  const { byField, rest } = useFieldErrors(remove.error, ['password', 'code'], draft);
  const submit = async () => {
    await remove.mutateAsync(undefined);
    toast(t('removed'));
    onClose();
  };
  return (
    <DialogForm
      title={t('removeTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('remove')}
      busy={remove.isPending}
      errors={rest}
      danger
    >
      <PasswordField
        value={draft.password}
        onChange={(password) => setDraft({ ...draft, password })}
        error={byField.password}
      />
      <TextField
        label={t('anyCode')}
        autoComplete="one-time-code"
        required
        maxLength={40}
        value={draft.code}
        onChange={(code) => setDraft({ ...draft, code })}
        error={byField.code}
      />
    </DialogForm>
  );
}
