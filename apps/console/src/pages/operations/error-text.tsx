import { useOperationsText } from './text.js';

const SHORT = 120;

/** An error as the machine said it: its first line, the rest on demand. */
export function ErrorText({ error }: { error: string }) {
  const t = useOperationsText();
  const [first = ''] = error.split('\n');
  const short = first.length > SHORT ? `${first.slice(0, SHORT)}…` : first;
  return (
    <div className="error-text small">
      <span>{short}</span>
      {short !== error && (
        <details>
          <summary>{t('wholeError')}</summary>
          <pre>{error}</pre>
        </details>
      )}
    </div>
  );
}
