import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/panel.js';
import { Notice } from '../../ui/waiting.js';
import { Copyable } from '../../ui/copyable.js';
import { useUserText } from './text.js';

export interface Made {
  name: string;
  email: string;
  password: string;
}

export function HandOver({ made: { name, email, password }, onClose }: { made: Made; onClose: () => void }) {
  const t = useUserText();
  return (
    <div className="stack">
      <Notice tone="warning">{t('doneWhy', { name })}</Notice>
      <Facts
        facts={[
          [t('name'), name],
          [t('email'), email],
        ]}
      />
      <Copyable label={t('password')} value={password} autoFocus />
      <div className="dialog-actions">
        <Button kind="primary" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
