import { useState } from 'react';
import { ShortcutList } from '../../shell/shortcut-list.js';
import { lettersOn, switchLetters } from '../../shell/shortcuts.js';
import { SwitchField } from '../../ui/choice-field.js';
import { Panel } from '../../ui/panel.js';
import { useSettingsText } from './text.js';

/** Which keys there are, and whether single letters are taken. */
export function Keyboard() {
  const t = useSettingsText();
  const [on, setOn] = useState(lettersOn);
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
      <ShortcutList letters={on} />
    </Panel>
  );
}
