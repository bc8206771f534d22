import { useState } from 'react';
import { Button as AriaButton, Input, Label, TextField } from 'react-aria-components';
import { defineText } from '../text/i18n.js';
import { copyText } from './copy-text.js';
import { Icon } from './icon.js';

const useText = defineText('copyable', {
  ko: { copy: '복사', copied: '복사함' },
  en: { copy: 'Copy', copied: 'Copied' },
});

/** A value to be taken along: shown whole, copied by one press. */
export function Copyable({
  label,
  value,
  autoFocus = false,
}: {
  label: string;
  value: string;
  autoFocus?: boolean;
}) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied(await copyText(value));
  return (
    <TextField className="field" value={value} isReadOnly>
      <Label className="field-label">{label}</Label>
      <div className="copyable">
        <Input className="input secret" onFocus={(event) => event.currentTarget.select()} />
        <AriaButton autoFocus={autoFocus} className="button button-tertiary" onPress={() => void copy()}>
          {copied && <Icon name="check" />} {t(copied ? 'copied' : 'copy')}
        </AriaButton>
      </div>
      <span className="sr-only" role="status">
        {copied ? t('copied') : ''}
      </span>
    </TextField>
  );
}
