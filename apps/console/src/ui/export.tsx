import { useState, type ReactNode } from 'react';
import { download as file } from '../api/call.js';
import { fieldErrors } from '../api/problem.js';
import { defineText } from '../text/i18n.js';
import { useDownload } from './download.js';
import { ReasonDialog } from './reason-dialog.js';

const useText = defineText('export', {
  ko: {
    export: '내려받기',
    why: '열람 제한 이슈 내려받기',
    whyLead: '열람 제한 이슈가 들어 있습니다. 사유와 함께 감사 기록에 남습니다.',
    reason: '사유',
  },
  en: {
    export: 'Download',
    why: 'Export of confidential issues',
    whyLead: 'It holds confidential issues. The export goes on record with its reason.',
    reason: 'Reason',
  },
});

/** Saves a file of the API. What is confidential leaves for a reason only, and only the API knows whether something is. */
export function useExport(): { save: (path: string) => void; asking: ReactNode } {
  const t = useText();
  const download = useDownload();
  const [path, setPath] = useState<string | null>(null);
  const save = (wanted: string) =>
    download(wanted, (error) => {
      const asks = Boolean(fieldErrors(error, ['reason']).byField.reason);
      if (asks) setPath(wanted);
      return asks;
    });
  const asking = path && (
    <ReasonDialog
      title={t('why')}
      label={t('reason')}
      action={t('export')}
      maxLength={1000}
      onClose={() => setPath(null)}
      onGive={(reason) => file(`${path}&${new URLSearchParams({ reason })}`)}
    >
      <p className="subtle">{t('whyLead')}</p>
    </ReasonDialog>
  );
  return { save, asking };
}
