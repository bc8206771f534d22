import { Button } from '../../ui/button.js';
import { toast } from '../../ui/toast.js';
import { useReportText } from './text.js';

const SHOWN = 8;

/** Enough to compare by eye; the whole value to compare by machine. */
export function Checksum({ format, value }: { format: string; value: string }) {
  const t = useReportText();
  const take = async () =>
    (await copied(value)) ? toast(t('copied')) : toast(t('notCopied'), { tone: 'danger' });
  return (
    <div className="checksum">
      <span className="small subtle checksum-format">{format}</span>
      <code title={value}>{value.slice(0, SHOWN)}…</code>
      <Button small kind="text" aria-label={t('copyOf', { format })} onPress={() => void take()}>
        {t('copy')}
      </Button>
    </div>
  );
}

/** An office's plain http address has no clipboard of its own: there the older way is taken. */
async function copied(text: string): Promise<boolean> {
  if (window.isSecureContext)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  const field = document.createElement('textarea');
  field.value = text;
  field.style.cssText = 'position: fixed; opacity: 0';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
