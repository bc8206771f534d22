import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { ActionRequest } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { TOUCHED } from './judging.js';
import { useRequestText } from './text.js';

const WITHDRAWN_FROM = ['delivered', 'acknowledged', 'returned', 'refused'];

/** 요청 철회: one request, where it was sent by mistake or is not needed any more. */
export function Withdraw({ request }: { request: ActionRequest }) {
  const t = useRequestText();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const cancel = useWrite(
    () =>
      call('POST', `/requests/${request.id}/cancellation`, {
        body: { reason: reason.trim() },
        ifMatch: request.version,
      }),
    { touches: TOUCHED },
  );
  const { byField, rest } = useFieldErrors(cancel.error, ['reason'], { reason });
  const sent = request.departmentId !== null && WITHDRAWN_FROM.includes(request.state);
  if (!sent || !may('POST /requests/:id/cancellation')) return null;
  const submit = async () => {
    await cancel.mutateAsync(undefined);
    toast(t('withdrawn'));
    setOpen(false);
  };
  return (
    <div className="form-actions no-print">
      <Button kind="tertiary" small onPress={() => setOpen(true)}>
        {t('withdraw')}
      </Button>
      {isOpen && (
        <DialogForm
          title={t('withdraw')}
          onClose={() => setOpen(false)}
          onSubmit={submit}
          action={t('withdraw')}
          busy={cancel.isPending}
          errors={rest}
        >
          <p className="subtle">{t('withdrawLead')}</p>
          <TextField
            label={t('reason')}
            value={reason}
            onChange={setReason}
            error={byField.reason}
            lines={2}
            maxLength={4000}
            required
            autoFocus
          />
        </DialogForm>
      )}
    </div>
  );
}
