import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { ActionRequest } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { toast } from '../../ui/toast.js';
import { TOUCHED } from './judging.js';
import { useRequestText } from './text.js';

const WITHDRAWN_FROM = ['delivered', 'acknowledged', 'returned', 'refused'];

/** 요청 철회: one request, where it was sent by mistake or is not needed any more. */
export function Withdraw({ request }: { request: ActionRequest }) {
  const t = useRequestText();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const cancel = useWrite(
    (reason: string) =>
      call('POST', `/requests/${request.id}/cancellation`, { body: { reason }, ifMatch: request.version }),
    { touches: TOUCHED },
  );
  const sent = request.departmentId !== null && WITHDRAWN_FROM.includes(request.state);
  if (!sent || !may('POST /requests/:id/cancellation')) return null;
  return (
    <div className="form-actions no-print">
      <Button kind="tertiary" small onPress={() => setOpen(true)}>
        {t('withdraw')}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={t('withdraw')}
          label={t('reason')}
          action={t('withdraw')}
          onClose={() => setOpen(false)}
          onGive={async (reason) => {
            await cancel.mutateAsync(reason);
            toast(t('withdrawn'));
          }}
        >
          <p className="subtle">{t('withdrawLead')}</p>
        </ReasonDialog>
      )}
    </div>
  );
}
