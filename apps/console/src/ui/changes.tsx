import { useCallback } from 'react';
import { useChangesSince, type LiveEvent } from '../api/live.js';
import { defineText } from '../text/i18n.js';
import { Button } from './button.js';

const useText = defineText('changes', {
  ko: { show: '새 변경 {{count}}건 보기' },
  en: { show: 'Show new changes: {{count}}' },
});

interface ChangesProps {
  /** Names of the events that change it. */
  about: RegExp;
  /** When the list was read, 0 while it is. */
  readAt: number;
  onShow: () => Promise<unknown>;
}

/** A list that is read `still` does not jump: what has changed since is offered, and shown when asked for. */
export function Changes({ about, readAt, onShow }: ChangesProps) {
  const t = useText();
  const matters = useCallback((event: LiveEvent) => about.test(event.name), [about]);
  const count = useChangesSince(readAt || Infinity, matters);
  return (
    <div role="status" className="changes no-print">
      {count > 0 && (
        <Button small kind="secondary" onPress={() => void onShow()}>
          {t('show', { count })}
        </Button>
      )}
    </div>
  );
}
