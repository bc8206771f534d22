import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { ActionRequest, Letter as LetterView } from '../../api/types.js';
import { dayFromNow } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { copyText } from '../../ui/copy-text.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { Loaded, Notice } from '../../ui/waiting.js';
import { useRequestText } from './text.js';

const ENDED = new Set(['accepted', 'cancelled']);

/** What the office does beside e-approval: the draft of the letter out, its number in, and a deadline that moves. */
export function OfficePaper({ request }: { request: ActionRequest }) {
  const t = useRequestText();
  const may = useMay();
  const [open, setOpen] = useState<'letter' | 'amend' | null>(null);
  if (request.departmentId === null || ENDED.has(request.state) || !may('PATCH /requests/:id')) return null;
  const close = () => setOpen(null);
  return (
    <div className="form-actions no-print">
      <Button small onPress={() => setOpen('letter')}>
        {t('letter')}
      </Button>
      <Button small onPress={() => setOpen('amend')}>
        {t('amend')}
      </Button>
      {open === 'letter' && <Letter request={request} onClose={close} />}
      {open === 'amend' && <Amend request={request} onClose={close} />}
    </div>
  );
}

function Letter({ request, onClose }: { request: ActionRequest; onClose: () => void }) {
  const t = useRequestText();
  const words = useWords();
  const letter = useRead<LetterView>(`/requests/${request.id}/letter`);
  return (
    <Dialog title={t('letter')} isOpen onClose={onClose} wide>
      <div className="stack">
        <p className="subtle">{t('letterLead')}</p>
        <Loaded of={letter}>
          {({ to, title, body, sender, call: byPhone }) => {
            const text = `수신  ${to}\n제목  ${title}\n\n${body}`;
            return (
              <>
                {sender && (
                  <p className="small">
                    {t('sender')}: {words.position[sender]}
                  </p>
                )}
                {byPhone && <Notice>{t('byPhone')}</Notice>}
                <pre className="prewrap" lang="ko">
                  {text}
                </pre>
                <div className="dialog-actions">
                  <Button onPress={onClose}>{t('close')}</Button>
                  <Button
                    kind="primary"
                    onPress={() => void copyText(text).then((ok) => toast(t(ok ? 'copied' : 'notCopied')))}
                  >
                    {t('copy')}
                  </Button>
                </div>
              </>
            );
          }}
        </Loaded>
      </div>
    </Dialog>
  );
}

function Amend({ request, onClose }: { request: ActionRequest; onClose: () => void }) {
  const t = useRequestText();
  const [docNo, setDocNo] = useState(request.docNo ?? '');
  const [dueOn, setDueOn] = useState('');
  const [reason, setReason] = useState('');
  const amend = useWrite(
    () =>
      call('PATCH', `/requests/${request.id}`, {
        body: { docNo: docNo.trim() || null, ...(dueOn && { dueAt: dueOn }), reason: reason.trim() || null },
        ifMatch: request.version,
      }),
    { touches: ['/requests', '/issues', '/work'] },
  );
  const { byField, rest } = useFieldErrors(amend.error, ['docNo', 'dueAt', 'reason'], {
    docNo,
    dueAt: dueOn,
    reason,
  });
  const submit = async () => {
    await amend.mutateAsync(undefined);
    toast(t('amended'));
    onClose();
  };
  return (
    <DialogForm
      title={t('amend')}
      onClose={onClose}
      onSubmit={submit}
      action={t('save')}
      busy={amend.isPending}
      errors={rest}
    >
      <TextField
        label={t('requestDocNo')}
        help={t('docNoHelp')}
        value={docNo}
        onChange={setDocNo}
        error={byField.docNo}
        maxLength={100}
      />
      <TextField
        label={t('newDue')}
        type="date"
        min={dayFromNow(0)}
        value={dueOn}
        onChange={setDueOn}
        error={byField.dueAt}
      />
      <TextField
        label={t('reason')}
        help={t('reasonHelp')}
        value={reason}
        onChange={setReason}
        error={byField.reason}
        lines={2}
        maxLength={4000}
      />
    </DialogForm>
  );
}
