import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
  Text,
} from 'react-aria-components';
import { defineText } from '../text/i18n.js';
import { Button, IconButton } from './button.js';
import { Icon } from './icon.js';

const useText = defineText('toast', {
  ko: { region: '처리 결과', undo: '실행 취소', close: '닫기' },
  en: { region: 'Results', undo: 'Undo', close: 'Close' },
});

interface Message {
  text: string;
  tone: 'success' | 'danger';
  undo?: () => unknown;
}

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 });
const SHOWN_MS = 6000;
/** Long enough to read, think and reach for the button. */
const UNDO_MS = 12_000;

/** Says briefly what was done; with `undo` it can be taken back for a while. */
export function toast(text: string, { undo, tone = 'success' }: Partial<Omit<Message, 'text'>> = {}): void {
  queue.add({ text, tone, ...(undo && { undo }) }, { timeout: undo ? UNDO_MS : SHOWN_MS });
}

export function Toasts() {
  const t = useText();
  return (
    <ToastRegion queue={queue} className="toasts no-print" aria-label={t('region')}>
      {({ toast: item }) => (
        <AriaToast toast={item} className={`toast toast-${item.content.tone}`}>
          <Icon name={item.content.tone === 'success' ? 'check' : 'warning'} />
          <ToastContent>
            <Text slot="title">{item.content.text}</Text>
          </ToastContent>
          {item.content.undo && (
            <Button
              small
              icon="undo"
              onPress={() => {
                void item.content.undo?.();
                queue.close(item.key);
              }}
            >
              {t('undo')}
            </Button>
          )}
          <IconButton slot="close" icon="close" label={t('close')} />
        </AriaToast>
      )}
    </ToastRegion>
  );
}
