import type { WebhookWithSecret } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { Copyable } from '../../ui/copyable.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/waiting.js';
import { useWebhookText } from './text.js';

/** The secret, this one time; there is none when the answer that held it was lost on the way. */
export function SecretDialog({
  webhook: { secret },
  onClose,
}: {
  webhook: WebhookWithSecret;
  onClose: () => void;
}) {
  const t = useWebhookText();
  return (
    <Dialog title={t('secretTitle')} isOpen onClose={onClose} steady>
      <div className="stack">
        <Notice tone="warning">{t(secret ? 'secretWhy' : 'secretLost')}</Notice>
        {secret && <Copyable label={t('secret')} value={secret} autoFocus />}
        <div className="dialog-actions">
          <Button kind="primary" onPress={onClose}>
            {t('close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
