import { useState } from 'react';
import { useMe } from '../api/queries.js';
import { useFormat } from '../text/format.js';
import { Button } from '../ui/button.js';
import { copyText } from '../ui/copy-text.js';
import { Notice } from '../ui/waiting.js';
import { useSecondFactorText } from './text.js';
import './second-factor.css';

/** Shown once: to be copied or printed, and kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useSecondFactorText();
  const format = useFormat();
  const { email } = useMe();
  const [copied, setCopied] = useState(false);
  return (
    <div className="stack">
      <Notice tone="warning">{t('codesWhy')}</Notice>
      <div className="recovery-sheet stack">
        <p className="only-print">
          {t('codesTitle')} · {t('account')} {email} · {format.day(new Date().toISOString())}
        </p>
        <ol className="recovery-codes" aria-label={t('codesTitle')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className="dialog-actions">
        <Button onPress={() => void copyText(codes.join('\n')).then(setCopied)}>
          {t(copied ? 'copied' : 'copy')}
        </Button>
        <Button onPress={() => print()}>{t('print')}</Button>
        <Button kind="primary" onPress={onKept}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
