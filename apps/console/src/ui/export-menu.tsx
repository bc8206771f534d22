import { useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { download as file } from '../api/call.js';
import { fieldErrors } from '../api/problem.js';
import { defineText, useLanguage } from '../text/i18n.js';
import { useDownload } from './download.js';
import { Icon } from './icon.js';
import { ReasonDialog } from './reason-dialog.js';

const useText = defineText('export', {
  ko: {
    export: '내보내기',
    csv: 'CSV(엑셀에서 열림)',
    xlsx: '엑셀(XLSX)',
    why: '열람 제한 이슈 내려받기',
    whyLead: '목록에 열람 제한 이슈가 들어 있습니다. 사유와 함께 감사 기록에 남습니다.',
    reason: '사유',
  },
  en: {
    export: 'Export',
    csv: 'CSV (opens in Excel)',
    xlsx: 'Excel (XLSX)',
    why: 'Export of confidential issues',
    whyLead: 'The list holds confidential issues. The export goes on record with its reason.',
    reason: 'Reason',
  },
});

/** Exactly what a list shows, every page of it: `query` is the one that it is read with. */
export function ExportMenu({ path, query }: { path: string; query: URLSearchParams }) {
  const t = useText();
  const lang = useLanguage();
  const download = useDownload();
  const [asking, setAsking] = useState<string | null>(null);
  const pathOf = (format: string) => {
    const whole = new URLSearchParams({ ...Object.fromEntries(query), format, lang });
    for (const name of ['limit', 'cursor']) whole.delete(name);
    return `${path}?${whole}`;
  };
  // What is confidential leaves for a reason only, and only the API knows whether something is.
  const save = (format: string) =>
    download(pathOf(format), (error) => {
      const asks = Boolean(fieldErrors(error, ['reason']).byField.reason);
      if (asks) setAsking(format);
      return asks;
    });
  return (
    <>
      <MenuTrigger>
        <AriaButton className="button button-tertiary button-small">
          <Icon name="download" size={16} />
          {t('export')}
        </AriaButton>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label={t('export')} onAction={(format) => save(String(format))}>
            <MenuItem id="xlsx" className="menu-item">
              {t('xlsx')}
            </MenuItem>
            <MenuItem id="csv" className="menu-item">
              {t('csv')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {asking && (
        <ReasonDialog
          title={t('why')}
          label={t('reason')}
          action={t('export')}
          maxLength={1000}
          onClose={() => setAsking(null)}
          onGive={(reason) => file(`${pathOf(asking)}&${new URLSearchParams({ reason })}`)}
        >
          <p className="subtle">{t('whyLead')}</p>
        </ReasonDialog>
      )}
    </>
  );
}
