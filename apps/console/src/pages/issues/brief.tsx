import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { BRIEF_FORMATS } from '#reports/vocabulary.js';
import { BASE } from '../../api/call.js';
import type { Issue } from '../../api/types.js';
import { useExport } from '../../ui/export.js';
import { Icon } from '../../ui/icon.js';
import { usePageText } from './issue-text.js';

/** 현안보고: the issue on one page as it stands now, to look at or as a file. */
export function BriefMenu({ issue }: { issue: Issue }) {
  const t = usePageText();
  const { save, asking } = useExport();
  const pathOf = (format: string) => `/issues/${issue.id}/brief?format=${format}`;
  const take = (format: string) =>
    format === 'html' ? void open(BASE + pathOf(format), '_blank', 'noopener') : save(pathOf(format));
  return (
    <>
      <MenuTrigger>
        <AriaButton className="button button-secondary">
          <Icon name="reports" size={16} />
          {t('brief')}
        </AriaButton>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label={t('brief')} onAction={(format) => take(String(format))}>
            {BRIEF_FORMATS.map((format) => (
              <MenuItem key={format} id={format} className="menu-item">
                {format === 'html' ? t('briefShown') : format.toUpperCase()}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {asking}
    </>
  );
}
