import type { Cluster } from '../../api/types.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { AttachDialog } from './attach-dialog.js';
import type { Ask } from './row-actions.js';
import { useAskReporter, useDismiss } from './signal-writes.js';
import { useSignalText } from './text.js';

const USUAL = ['reason.known', 'reason.same', 'reason.outside', 'reason.light'] as const;

interface AskDialogProps {
  what: Parameters<Ask>[0];
  cluster: Cluster;
  onClose: () => void;
}

/** What a row cannot say by itself: which issue, for what reason, what more. */
export function AskDialog({ what, cluster, onClose }: AskDialogProps) {
  const t = useSignalText();
  const { act: dismiss } = useDismiss();
  const ask = useAskReporter();
  if (what === 'attach') return <AttachDialog cluster={cluster} onClose={onClose} />;
  const subject = (
    <p className="attach-subject">
      {cluster.count > 1 ? `${cluster.title} (${t('sameStory', { count: cluster.count })})` : cluster.title}
    </p>
  );
  if (what === 'question')
    return (
      <ReasonDialog
        title={t('askMore')}
        label={t('askWhat')}
        action={t('askMore')}
        onClose={onClose}
        onGive={(text) => ask.mutateAsync({ signal: cluster.signals[0]!, text })}
      >
        {subject}
        <p className="small subtle">{t('askLead')}</p>
      </ReasonDialog>
    );
  return (
    <ReasonDialog
      title={t('dismiss')}
      label={t('reason')}
      usual={USUAL.map((key) => t(key))}
      action={t('dismissDo')}
      onClose={onClose}
      onGive={(reason) => dismiss.mutateAsync({ story: cluster, more: { reason } })}
    >
      {subject}
      <p className="small subtle">{t('dismissLead')}</p>
    </ReasonDialog>
  );
}
