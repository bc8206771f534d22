import { useState } from 'react';
import { call } from '../../api/call.js';
import { useRead, useWrite } from '../../api/queries.js';
import type { components } from '../../api/schema.js';
import { NewPasswordFields, NO_PASSWORDS, PASSWORD_FIELDS } from '../../shell/new-password-fields.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Instant } from '../../ui/instant.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Loaded } from '../../ui/waiting.js';
import { useSettingsText } from './text.js';

type Session = components['schemas']['SessionAnswer'];

/** The own password, and where one is signed in. */
export function Security() {
  const t = useSettingsText();
  const [changing, setChanging] = useState(false);
  const sessions = useRead<{ items: Session[] }>('/me/sessions');
  const end = useWrite((id: string) => call('DELETE', `/me/sessions/${id}`), { touches: ['/me/sessions'] });
  return (
    <Panel
      title={t('security')}
      actions={<Button onPress={() => setChanging(true)}>{t('changePassword')}</Button>}
    >
      <Loaded of={sessions}>
        {({ items }) => (
          <ul className="stack" aria-label={t('devices')}>
            {items.map(({ id, agent, address, seenAt, current }) => (
              <li key={id} className="row-apart">
                <span className="stack-tight">
                  <span>
                    {browserOf(agent) ?? t('unknownDevice')}{' '}
                    {current && <Badge tone="success">{t('thisDevice')}</Badge>}
                  </span>
                  <span className="small subtle">
                    {address} · {t('seen')} <Instant at={seenAt} />
                  </span>
                </span>
                {!current && (
                  <Button
                    small
                    isPending={end.isPending && end.variables === id}
                    onPress={() => end.mutate(id)}
                  >
                    {t('endSession')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <p className="small subtle">{t('securityWhy')}</p>
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </Panel>
  );
}

const BROWSERS = [/Edg\/[\d]+/, /Whale\/[\d]+/, /Firefox\/[\d]+/, /Chrome\/[\d]+/, /Version\/[\d]+.*Safari/];
const NAMES = ['Edge', 'Whale', 'Firefox', 'Chrome', 'Safari'];
const SYSTEMS = [/Windows/, /Android/, /iPhone|iPad/, /Mac OS/, /Linux/];
const SYSTEM_NAMES = ['Windows', 'Android', 'iOS', 'macOS', 'Linux'];

/** In the words that somebody knows the device by; null where nothing is known. */
function browserOf(agent: string | null): string | null {
  if (!agent) return null;
  const name = NAMES[BROWSERS.findIndex((one) => one.test(agent))];
  const system = SYSTEM_NAMES[SYSTEMS.findIndex((one) => one.test(agent))];
  return name ? [name, system].filter(Boolean).join(' · ') : agent.slice(0, 40);
}

function ChangePassword({ onClose }: { onClose: () => void }) {
  const t = useSettingsText();
  const [draft, setDraft] = useState(NO_PASSWORDS);
  const write = useWrite(() => call('PUT', '/me/password', { body: draft }), { touches: ['/me/sessions'] });
  const { byField, rest } = useFieldErrors(write.error, PASSWORD_FIELDS, draft);
  const submit = async () => {
    await write.mutateAsync(undefined);
    toast(t('passwordChanged'));
    onClose();
  };
  return (
    <DialogForm
      title={t('changePassword')}
      onClose={onClose}
      onSubmit={submit}
      action={t('change')}
      busy={write.isPending}
      errors={rest}
    >
      <NewPasswordFields value={draft} onChange={setDraft} wrong={byField} />
    </DialogForm>
  );
}
