import { useState } from 'react';
import { Button as AriaButton, Input, Label, TextField } from 'react-aria-components';
import { Icon } from '../../ui/icon.js';
import { copyText } from '../../ui/copy-text.js';
import { useUserText } from './text.js';

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
  const t = useUserText();
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
