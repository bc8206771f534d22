import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { Webhook, WebhookTest, WebhookWithSecret } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { Confirm, Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { SelectField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { SecretDialog } from './secret-dialog.js';
import { useWebhookText } from './text.js';
import { WebhookDialog } from './webhook-dialog.js';

const HOURS = [0, 1, 24, 72, 168];

/** What an administrator does with a webhook. */
export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const t = useWebhookText();
  const may = useMay();
  const [open, setOpen] = useState<'edit' | 'rotate' | 'remove' | null>(null);
  const [rotated, setRotated] = useState<WebhookWithSecret | null>(null);
  const close = () => setOpen(null);
  if (!may('PATCH /webhooks/:id')) return null;
  return (
    <>
      <Test webhook={webhook} />
      <Button icon="edit" onPress={() => setOpen('edit')}>
        {t('edit')}
      </Button>
      <Button icon="lock" onPress={() => setOpen('rotate')}>
        {t('rotate')}
      </Button>
      <Button icon="close" onPress={() => setOpen('remove')}>
        {t('remove')}
      </Button>
      {open === 'edit' && <WebhookDialog webhook={webhook} onClose={close} />}
      {open === 'rotate' && <Rotation webhook={webhook} onClose={close} onRotated={setRotated} />}
      {open === 'remove' && <Removal webhook={webhook} onClose={close} />}
      {rotated && <SecretDialog webhook={rotated} onClose={() => setRotated(null)} />}
    </>
  );
}

function Test({ webhook: { id } }: { webhook: Webhook }) {
  const t = useWebhookText();
  const [result, setResult] = useState<WebhookTest | null>(null);
  const test = useWrite(() => call<WebhookTest>('POST', `/webhooks/${id}/test`), { touches: [] });
  return (
    <>
      <Button
        kind="secondary"
        isPending={test.isPending}
        onPress={() =>
          test.mutate(undefined, {
            onSuccess: setResult,
            onError: ({ message }) => toast(t('failed', { why: message }), { tone: 'danger' }),
          })
        }
      >
        {t('test')}
      </Button>
      {result && (
        <Dialog title={t('test')} isOpen onClose={() => setResult(null)}>
          <Result result={result} />
        </Dialog>
      )}
    </>
  );
}

function Result({ result: { ok, status, durationMs, fault, answer } }: { result: WebhookTest }) {
  const t = useWebhookText();
  const words = useWords();
  const format = useFormat();
  const ms = format.count(durationMs);
  return (
    <div className="stack">
      <Notice tone={ok ? 'success' : 'danger'} title={t(ok ? 'testOk' : 'testFailed')}>
        {status ? t('testStatus', { status, ms }) : t('testNone', { ms })}
        {fault && ` · ${words.fault[fault]}`}
      </Notice>
      {answer && <pre className="event-code">{answer}</pre>}
    </div>
  );
}

function Rotation({
  webhook: { id, version },
  onClose,
  onRotated,
}: {
  webhook: Webhook;
  onClose: () => void;
  onRotated: (webhook: WebhookWithSecret) => void;
}) {
  const t = useWebhookText();
  const [hours, setHours] = useState(24);
  const rotate = useWrite(
    () => call<WebhookWithSecret>('POST', `/webhooks/${id}/rotation`, { body: { hours }, ifMatch: version }),
    { touches: ['/webhooks'] },
  );
  return (
    <DialogForm
      title={t('rotate')}
      onClose={onClose}
      onSubmit={async () => {
        onRotated(await rotate.mutateAsync(undefined));
        onClose();
      }}
      action={t('rotate')}
      busy={rotate.isPending}
      errors={rotate.error ? [rotate.error.message] : []}
    >
      <p>{t('rotateLead')}</p>
      <SelectField
        label={t('rotateHours')}
        choices={HOURS.map((one) => ({
          id: String(one),
          label: one ? t('hours', { count: one }) : t('atOnce'),
        }))}
        value={String(hours)}
        onChange={(chosen) => setHours(Number(chosen))}
      />
    </DialogForm>
  );
}

function Removal({ webhook: { id, name, version }, onClose }: { webhook: Webhook; onClose: () => void }) {
  const t = useWebhookText();
  const navigate = useNavigate();
  const remove = useWrite(() => call<void>('DELETE', `/webhooks/${id}`, { ifMatch: version }), {
    touches: [],
  });
  return (
    <Confirm
      title={t('removing', { name })}
      action={t('remove')}
      danger
      isOpen
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync(undefined);
        toast(t('removed', { name }));
        void navigate('/webhooks');
      }}
    >
      <p>{t('removeWhy')}</p>
    </Confirm>
  );
}
