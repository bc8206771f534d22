import { download } from '../api/call.js';
import { defineText } from '../text/i18n.js';
import { toast } from './toast.js';

const useText = defineText('download', {
  ko: { failed: '내려받지 못했습니다. {{why}}' },
  en: { failed: 'It could not be downloaded. {{why}}' },
});

/**
 * Saves a file of the API. An ended session asks to sign in first, a failure is said, unless `onFailed` takes it: neither leaves
 * the page.
 */
export function useDownload(): (path: string, onFailed?: (error: Error) => boolean) => void {
  const t = useText();
  return (path, onFailed) =>
    void download(path).catch((error: Error) => {
      if (!onFailed?.(error)) toast(t('failed', { why: error.message }), { tone: 'danger' });
    });
}
