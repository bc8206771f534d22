import { useState } from 'react';
import { useMay } from '../../api/queries.js';
import { PAGES, type PageEntry } from '../../pages.js';
import { lettersOn, switchLetters } from '../../shell/shortcuts.js';
import { useShellText } from '../../shell/text.js';
import { SwitchField } from '../../ui/choice-field.js';
import { Panel } from '../../ui/panel.js';
import './settings.css';
import { useSettingsText } from './text.js';

interface Shortcut {
  keys: string[];
  label: string;
  /** Pressed one after the other, not together. */
  inTurn?: boolean;
}

/** Which keys there are, and whether single letters are taken. */
export function Keyboard() {
  const t = useSettingsText();
  const [on, setOn] = useState(lettersOn);
  const always: Shortcut[] = [
    { keys: ['Ctrl', 'K'], label: t('palette') },
    { keys: ['Ctrl', 'Enter'], label: t('submit') },
  ];
  const letters: Shortcut[] = [
    { keys: ['/'], label: t('find') },
    { keys: ['?'], label: t('help') },
    ...usePages(),
  ];
  return (
    <Panel title={t('keyboard')}>
      <SwitchField
        label={t('letters')}
        help={t('lettersHelp')}
        value={on}
        onChange={(value) => {
          switchLetters(value);
          setOn(value);
        }}
      />
      <table className="shortcuts">
        <caption className="sr-only">{t('keyboard')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('keys')}</th>
            <th scope="col">{t('does')}</th>
          </tr>
        </thead>
        <tbody>
          {[...always, ...(on ? letters : [])].map((shortcut) => (
            <tr key={shortcut.label}>
              <td>
                <Keys {...shortcut} />
              </td>
              <td>{shortcut.label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Keys({ keys, inTurn }: Shortcut) {
  const t = useSettingsText();
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 && <span className="small subtle">{inTurn ? ` ${t('afterwards')} ` : ' + '}</span>}
      <kbd>{key}</kbd>
    </span>
  ));
}

function usePages(): Shortcut[] {
  const t = useSettingsText();
  const shell = useShellText();
  const may = useMay();
  // Pages without a place in the navigation have no name there.
  const labelOf = ({ nav, path }: PageEntry) =>
    nav ? shell(`nav.${nav.label}`) : t(path === '/issues/new' ? 'newIssue' : 'board');
  return PAGES.filter(({ letter, needs }) => letter && (!needs || may(needs))).map((page) => ({
    keys: ['G', page.letter!.toUpperCase()],
    label: labelOf(page),
    inTurn: true,
  }));
}
