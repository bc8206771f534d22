import { Button } from '../../ui/button.js';
import { copyText } from '../../ui/copy-text.js';
import { toast } from '../../ui/toast.js';
import { useReportText } from './text.js';

const SHOWN = 8;

/** Enough to compare by eye; the whole value to compare by machine. */
export function Checksum({ format, value }: { format: string; value: string }) {
  const t = useReportText();
  const take = async () =>
    (await copyText(value)) ? toast(t('copied')) : toast(t('notCopied'), { tone: 'danger' });
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
