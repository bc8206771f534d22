import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { defineText, useLanguage } from '../text/i18n.js';
import { useExport } from './export.js';
import { Icon } from './icon.js';

const useText = defineText('export-menu', {
  ko: { export: '내보내기', csv: 'CSV(엑셀에서 열림)', xlsx: '엑셀(XLSX)' },
  en: { export: 'Export', csv: 'CSV (opens in Excel)', xlsx: 'Excel (XLSX)' },
});

/** Exactly what a list shows, every page of it: `query` is the one that it is read with. */
export function ExportMenu({ path, query }: { path: string; query: URLSearchParams }) {
  const t = useText();
  const lang = useLanguage();
  const { save, asking } = useExport();
  const saveAs = (format: string) => {
    const whole = new URLSearchParams({ ...Object.fromEntries(query), format, lang });
    for (const name of ['limit', 'cursor']) whole.delete(name);
    save(`${path}?${whole}`);
  };
  return (
    <>
      <MenuTrigger>
        <AriaButton className="button button-tertiary button-small">
          <Icon name="download" size={16} />
          {t('export')}
        </AriaButton>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label={t('export')} onAction={(format) => saveAs(String(format))}>
            <MenuItem id="xlsx" className="menu-item">
              {t('xlsx')}
            </MenuItem>
            <MenuItem id="csv" className="menu-item">
              {t('csv')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {asking}
    </>
  );
}
