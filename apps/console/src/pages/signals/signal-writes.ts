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

function useFailed(): (error: Error) => void {
  const t = useSignalText();
  return (error) => toast(t('failed', { why: error.message }), { tone: 'danger' });
}

/** Attaching and detaching undo each other. */
export function useAttach() {
  const t = useSignalText();
  const failed = useFailed();
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
  const failed = useFailed();
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

interface Dismissal {
  signal: Pick<Signal, 'id' | 'version'>;
  reason: string;
}

const dismissFor = ({ signal, reason }: Dismissal) =>
  call<Signal>('POST', `/signals/${signal.id}/dismissal`, { body: { reason }, ifMatch: signal.version });
const restoreThat = ({ id, version }: Dismissal['signal']) =>
  call<Signal>('DELETE', `/signals/${id}/dismissal`, { ifMatch: version });

/** Dismissing and restoring undo each other too. */
export function useDismiss() {
  const t = useSignalText();
  const failed = useFailed();
  const undo = useWrite(restoreThat, { touches: ['/signals'] });
  return useWrite(
    async (dismissal: Dismissal) => {
      const signal = await dismissFor(dismissal);
      toast(t('dismissed'), { undo: () => undo.mutate(signal, { onError: failed }) });
      return signal;
    },
    { touches: ['/signals'] },
  );
}

export function useRestore() {
  const t = useSignalText();
  const failed = useFailed();
  const undo = useWrite(dismissFor, { touches: ['/signals'] });
  const restore = useWrite(
    async ({ signal, reason }: Dismissal) => {
      const restored = await restoreThat(signal);
      toast(t('restored'), { undo: () => undo.mutate({ signal: restored, reason }, { onError: failed }) });
      return restored;
    },
    { touches: ['/signals'] },
  );
  return {
    isPending: restore.isPending,
    run: (dismissal: Dismissal) => restore.mutate(dismissal, { onError: failed }),
  };
}
