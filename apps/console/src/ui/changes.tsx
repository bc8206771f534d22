import { useCallback } from 'react';
import { useChangesSince, type LiveEvent } from '../api/live.js';
import { defineText } from '../text/i18n.js';
import { Button } from './button.js';

const useText = defineText('changes', {
  ko: { show: '새 변경 {{count}}건 보기' },
  en: { show: 'Show new changes: {{count}}' },
});

/** A list does not jump under its reader: what has changed since is offered, and shown when asked for. */
export function Changes({ about, onShow }: { about: RegExp; onShow: () => Promise<unknown> }) {
  const t = useText();
  const matters = useCallback((event: LiveEvent) => about.test(event.name), [about]);
  const { count, seen } = useChangesSince(matters);
  return (
    <div role="status" className="changes no-print">
      {count > 0 && (
        <Button
          small
          kind="secondary"
          onPress={() => {
            seen();
            void onShow();
          }}
        >
          {t('show', { count })}
        </Button>
      )}
    </div>
  );
}
