import { useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf, ME, queryClient, useMe } from '../../api/queries.js';
import type { Me } from '../../api/types.js';
import { signOut } from '../../shell/sign-out.js';
import { useFormat } from '../../text/format.js';
import { Button } from '../../ui/button.js';
import { Facts, Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { useSettingsText } from './text.js';

/** Until when somebody is signed in, and how to stay or leave. */
export function Session() {
  const t = useSettingsText();
  const format = useFormat();
  const { sessionExpiresAt } = useMe();
  const [busy, setBusy] = useState(false);
  const extend = async () => {
    setBusy(true);
    try {
      queryClient.setQueryData(keyOf(ME), await call<Me>('POST', '/sessions/current/extension'));
      toast(t('extended'));
    } catch (error) {
      toast((error as Error).message, { tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={t('session')}>
      <Facts
        facts={[
          [
            t('ends'),
            t('endsIn', { at: format.instant(sessionExpiresAt), in: format.distance(sessionExpiresAt) }),
          ],
        ]}
      />
      <div className="row">
        <Button isPending={busy} onPress={() => void extend()}>
          {t('extend')}
        </Button>
        <Button onPress={() => void signOut()}>{t('signOut')}</Button>
      </div>
      <p className="small subtle">{t('sessionWhy')}</p>
    </Panel>
  );
}
