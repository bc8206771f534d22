import { useMay } from '../../api/queries.js';
import type { Signal } from '../../api/types.js';
import { Button, LinkButton } from '../../ui/button.js';
import { useDetach, useRestore } from './signal-writes.js';
import { useSignalText } from './text.js';

/** Asks what a row cannot say by itself: which issue, for what reason. */
export type Ask = (what: 'attach' | 'dismiss', signal: Signal) => void;

/** What may be done with a signal: a new one is decided, an attached one may come off again. */
export function RowActions({ signal, ask }: { signal: Signal; ask: Ask }) {
  const t = useSignalText();
  const may = useMay();
  const detach = useDetach();
  const restore = useRestore();
  if (signal.state === 'dismissed')
    return may('DELETE /signals/:id/dismissal') ? (
      <Button
        small
        icon="undo"
        isPending={restore.isPending}
        onPress={() => restore.run({ signal, reason: signal.dismissalReason! })}
      >
        {t('restore')}
      </Button>
    ) : null;
  if (signal.state === 'attached')
    return may('DELETE /signals/:id/issue') && signal.issueId ? (
      <Button
        small
        isPending={detach.isPending}
        onPress={() => detach.run({ signal, issueId: signal.issueId! })}
      >
        {t('detach')}
      </Button>
    ) : null;
  return (
    <div className="signal-actions">
      {may('POST /issues') && (
        <LinkButton small kind="secondary" href={`/issues/new?signal=${signal.id}`}>
          {t('promote')}
        </LinkButton>
      )}
      {may('POST /signals/:id/dismissal') && (
        <Button small onPress={() => ask('dismiss', signal)}>
          {t('dismiss')}
        </Button>
      )}
      {may('POST /signals/:id/issue') && (
        <Button small onPress={() => ask('attach', signal)}>
          {t('attach')}
        </Button>
      )}
    </div>
  );
}
