import { useState } from 'react';
import { call } from '../../api/call.js';
import { ApiProblem, fieldErrors } from '../../api/problem.js';
import { useWrite } from '../../api/queries.js';
import type { Webhook, WebhookWithSecret } from '../../api/types.js';
import { SwitchField } from '../../ui/choice-field.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { EventChoice } from './event-choice.js';
import { useWebhookText } from './text.js';

const FIELDS = ['name', 'url', 'events'];

type Draft = Pick<Webhook, 'name' | 'url' | 'events' | 'active'>;
const EMPTY: Draft = { name: '', url: '', events: null, active: true };

interface WebhookDialogProps {
  webhook: Webhook | null;
  onClose: () => void;
  /** A new one, with the secret that is shown this once. */
  onAdded?: (webhook: WebhookWithSecret) => void;
}

/** Adds a webhook, or changes one. */
export function WebhookDialog({ webhook, onClose, onAdded }: WebhookDialogProps) {
  const t = useWebhookText();
  const [draft, setDraft] = useState<Draft>(webhook ?? EMPTY);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useWrite(
    ({ name, url, events, active }: Draft): Promise<Webhook | WebhookWithSecret> => {
      const body = { name, url, events, active };
      return webhook
        ? call<Webhook>('PATCH', `/webhooks/${webhook.id}`, { body, ifMatch: webhook.version })
        : call<WebhookWithSecret>('POST', '/webhooks', { body });
    },
    { touches: ['/webhooks'] },
  );
  const stale = save.error instanceof ApiProblem && save.error.status === 412;
  const { byField, rest } = fieldErrors(stale ? null : save.error, FIELDS);
  const submit = async () => {
    const saved = await save.mutateAsync(draft);
    toast(t('saved', { name: saved.name }));
    onClose();
    if ('secret' in saved) onAdded?.(saved);
  };
  return (
    <DialogForm
      title={t(webhook ? 'editing' : 'add')}
      onClose={onClose}
      onSubmit={submit}
      action={t('save')}
      busy={save.isPending}
      errors={stale ? [t('stale')] : rest}
      wide
    >
      <TextField
        label={t('name')}
        name="name"
        help={t('nameHelp')}
        required
        autoFocus
        autoComplete="off"
        maxLength={100}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={byField.name}
      />
      <TextField
        label={t('url')}
        name="url"
        type="url"
        help={t('urlHelp')}
        required
        autoComplete="off"
        maxLength={2000}
        value={draft.url}
        onChange={(url) => change({ url })}
        error={byField.url}
      />
      <EventChoice value={draft.events} onChange={(events) => change({ events })} error={byField.events} />
      {webhook && (
        <SwitchField
          label={t('active')}
          help={t('activeHelp')}
          value={draft.active}
          onChange={(active) => change({ active })}
        />
      )}
    </DialogForm>
  );
}
