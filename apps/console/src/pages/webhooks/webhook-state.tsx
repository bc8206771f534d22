import type { Webhook } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { useWebhookText } from './text.js';

const TONES: Record<Webhook['state'], Tone> = {
  ok: 'success',
  failing: 'warning',
  paused: 'warning',
  off: 'neutral',
  disabled: 'danger',
};

/** Never by colour alone; what went wrong stands beside it in words. */
export function WebhookState({
  webhook: { state, failures, pausedUntil, disabledReason },
}: {
  webhook: Webhook;
}) {
  const t = useWebhookText();
  const words = useWords();
  const format = useFormat();
  return (
    <div className="stack-tight">
      <span>
        <Badge tone={TONES[state]}>{words.webhook[state]}</Badge>
      </span>
      {disabledReason && <span className="small words">{words.disabled[disabledReason]}</span>}
      {failures > 0 && <span className="small subtle">{t('failures', { count: failures })}</span>}
      {pausedUntil && (
        <span className="small subtle">{t('pausedUntil', { at: format.instant(pausedUntil) })}</span>
      )}
    </div>
  );
}
