import { useMay } from '../../api/queries.js';
import type { Cluster } from '../../api/types.js';
import { Button, LinkButton } from '../../ui/button.js';
import { useAttach, useDismiss, useObserve } from './signal-writes.js';
import { useSignalText } from './text.js';

/** Asks what a row cannot say by itself: which issue, for what reason, what more. */
export type Ask = (what: 'attach' | 'dismiss' | 'question', cluster: Cluster) => void;

export const promoteAddress = ({ id }: Pick<Cluster, 'id'>): string => `/issues/new?cluster=${id}`;

/** What may be done with a story: one that waits is decided on, and whatever was decided is taken back. */
export function RowActions({ cluster, ask }: { cluster: Cluster; ask: Ask }) {
  const t = useSignalText();
  const may = useMay();
  const [{ state, dismissalReason, issueId }] = cluster.signals as [Cluster['signals'][number]];
  const dismiss = useDismiss();
  const attach = useAttach();
  const observe = useObserve();
  if (!may('POST /clusters/:id/dismissal')) return null;
  if (state === 'dismissed')
    return (
      <Button
        small
        icon="undo"
        isPending={dismiss.back.isPending}
        onPress={() =>
          dismiss.back.mutate(
            { story: cluster, more: { reason: dismissalReason! } },
            { onError: dismiss.failed },
          )
        }
      >
        {t('restore')}
      </Button>
    );
  if (state === 'attached')
    return (
      <Button
        small
        isPending={attach.back.isPending}
        onPress={() =>
          attach.back.mutate({ story: cluster, more: { issueId: issueId! } }, { onError: attach.failed })
        }
      >
        {t('detach')}
      </Button>
    );
  return (
    <div className="signal-actions">
      <LinkButton small kind="secondary" href={promoteAddress(cluster)}>
        {t('promote')}
      </LinkButton>
      <Button small aria-label={t('attach')} onPress={() => ask('attach', cluster)}>
        {t('attachShort')}
      </Button>
      <Button small aria-label={t('dismiss')} onPress={() => ask('dismiss', cluster)}>
        {t('dismissShort')}
      </Button>
      {state === 'observed' ? (
        <Button
          small
          onPress={() => observe.back.mutate({ story: cluster, more: {} }, { onError: observe.failed })}
        >
          {t('unobserve')}
        </Button>
      ) : (
        <Button
          small
          onPress={() => observe.act.mutate({ story: cluster, more: {} }, { onError: observe.failed })}
        >
          {t('observe')}
        </Button>
      )}
      {cluster.signals.length === 1 && cluster.signals[0]!.reportedBy && (
        <Button small onPress={() => ask('question', cluster)}>
          {t('askMore')}
        </Button>
      )}
    </div>
  );
}
