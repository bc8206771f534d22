import { useState } from 'react';
import { call } from '../../api/call.js';
import { ApiProblem, fieldErrors } from '../../api/problem.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { Escalation } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { Facts } from '../../ui/panel.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { useEscalationText } from './text.js';

const touches = ['/escalations', '/issues'];

/** A word to a superior: to be read, changed, released or not; one that is settled is only read. */
export function EscalationDialog({ escalation, onClose }: { escalation: Escalation; onClose: () => void }) {
  const may = useMay();
  const [dismissing, setDismissing] = useState(false);
  const settles = may('POST /escalations/:id/release');
  if (!settles || escalation.state !== 'prepared' || !escalation.needed)
    return <Shown escalation={escalation} onClose={onClose} />;
  return dismissing ? (
    <Dismiss escalation={escalation} onClose={onClose} />
  ) : (
    <Release escalation={escalation} onClose={onClose} onDismiss={() => setDismissing(true)} />
  );
}

function useTitle({ position }: Escalation): string {
  const t = useEscalationText();
  const words = useWords();
  return t('reviewTitle', { position: words.position[position] });
}

function Shown({ escalation, onClose }: { escalation: Escalation; onClose: () => void }) {
  const t = useEscalationText();
  const title = useTitle(escalation);
  return (
    <Dialog title={title} isOpen onClose={onClose} wide>
      <div className="stack">
        <p className="prewrap" lang="ko">
          {escalation.text}
        </p>
        {escalation.reason && <Facts facts={[[t('reason'), escalation.reason]]} />}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function Release({
  escalation,
  onClose,
  onDismiss,
}: {
  escalation: Escalation;
  onClose: () => void;
  onDismiss: () => void;
}) {
  const t = useEscalationText();
  const title = useTitle(escalation);
  const [text, setText] = useState(escalation.text);
  const path = `/escalations/${escalation.id}`;
  const ifMatch = escalation.version;
  const release = useWrite(() => call<Escalation>('POST', `${path}/release`, { body: { text }, ifMatch }), {
    touches,
  });
  const save = useWrite(() => call<Escalation>('PATCH', path, { body: { text }, ifMatch }), { touches });
  const error = release.error ?? save.error;
  const stale = error instanceof ApiProblem && error.status === 412;
  const { byField, rest } = fieldErrors(stale ? null : error, ['text']);
  const submit = async () => {
    await release.mutateAsync(undefined);
    toast(t('released'));
    onClose();
  };
  const keep = () =>
    save.mutate(undefined, {
      onSuccess: () => {
        toast(t('saved'));
        onClose();
      },
    });
  return (
    <DialogForm
      title={title}
      onClose={onClose}
      onSubmit={submit}
      action={t('release')}
      busy={release.isPending}
      ready={escalation.superiors.length > 0}
      errors={stale ? [t('stale')] : rest}
      wide
    >
      {escalation.superiors.length ? (
        <Facts facts={[[t('recipients'), escalation.superiors.map(({ name }) => name).join(', ')]]} />
      ) : (
        <Notice tone="warning">{t('noRecipients')}</Notice>
      )}
      <TextField
        label={t('words')}
        name="text"
        help={t('wordsHelp')}
        lines={12}
        maxLength={10_000}
        required
        value={text}
        onChange={setText}
        error={byField.text}
      />
      <div className="row">
        <Button onPress={onDismiss}>{t('dismiss')}</Button>
        {text !== escalation.text && (
          <Button isPending={save.isPending} onPress={keep}>
            {t('save')}
          </Button>
        )}
      </div>
    </DialogForm>
  );
}

function Dismiss({ escalation, onClose }: { escalation: Escalation; onClose: () => void }) {
  const t = useEscalationText();
  const dismiss = useWrite(
    (reason: string) =>
      call<Escalation>('POST', `/escalations/${escalation.id}/dismissal`, {
        body: { reason },
        ifMatch: escalation.version,
      }),
    { touches },
  );
  return (
    <ReasonDialog
      title={t('dismissTitle')}
      label={t('reason')}
      usual={[t('reasonAgreed'), t('reasonPhone'), t('reasonWithdraw')]}
      action={t('dismiss')}
      onClose={onClose}
      onGive={async (reason) => {
        await dismiss.mutateAsync(reason);
        toast(t('dismissed'));
      }}
    >
      <p>{t('dismissLead')}</p>
    </ReasonDialog>
  );
}
