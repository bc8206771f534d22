import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { Signal } from '../../api/types.js';
import { toast } from '../../ui/toast.js';
import { useSignalText } from './text.js';

interface Attachment {
  signal: Pick<Signal, 'id' | 'version'>;
  issueId: string;
}

const attachTo = ({ signal, issueId }: Attachment) =>
  call<Signal>('POST', `/signals/${signal.id}/issue`, { body: { issueId }, ifMatch: signal.version });
const detachFrom = ({ id, version }: Attachment['signal']) =>
  call<Signal>('DELETE', `/signals/${id}/issue`, { ifMatch: version });
const touches = (_: Signal, { issueId }: Attachment) => ['/signals', `/issues/${issueId}`];

/** Attaching and detaching undo each other. */
export function useAttach() {
  const t = useSignalText();
  const failed = (error: Error) => toast(t('failed', { why: error.message }), { tone: 'danger' });
  const undo = useWrite(({ signal }: Attachment) => detachFrom(signal), { touches });
  return useWrite(
    async (attachment: Attachment) => {
      const signal = await attachTo(attachment);
      toast(t('attached'), {
        undo: () => undo.mutate({ ...attachment, signal }, { onError: failed }),
      });
      return signal;
    },
    { touches },
  );
}

export function useDetach() {
  const t = useSignalText();
  const failed = (error: Error) => toast(t('failed', { why: error.message }), { tone: 'danger' });
  const undo = useWrite(attachTo, { touches });
  const detach = useWrite(
    async (attachment: Attachment) => {
      const signal = await detachFrom(attachment.signal);
      toast(t('detached'), { undo: () => undo.mutate({ ...attachment, signal }, { onError: failed }) });
      return signal;
    },
    { touches },
  );
  return {
    isPending: detach.isPending,
    run: (attachment: Attachment) => detach.mutate(attachment, { onError: failed }),
  };
}

export const useDismiss = () =>
  useWrite(
    ({ signal, reason }: { signal: Signal; reason: string }) =>
      call<Signal>('POST', `/signals/${signal.id}/dismissal`, {
        body: { reason },
        ifMatch: signal.version,
      }),
    { touches: ['/signals'] },
  );
