import { Label, ProgressBar } from 'react-aria-components';
import type { Import } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { useImportText } from './text.js';

const TONES: Record<Import['state'], Tone> = {
  waiting: 'info',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
};

export function ImportBadge({ of: { state, dryRun, failed } }: { of: Import }) {
  const t = useImportText();
  const words = useWords();
  const tone = state === 'done' && failed > 0 ? 'warning' : TONES[state];
  return (
    <span className="row">
      <Badge tone={tone}>{words.import[state]}</Badge>
      {dryRun && <Badge>{t('dry')}</Badge>}
    </span>
  );
}

/** How far it is, while it runs. */
export function ImportProgress({ of: { state, done, total, progress } }: { of: Import }) {
  const t = useImportText();
  const format = useFormat();
  const reading = state === 'waiting' || total === null;
  const label = reading
    ? t('reading')
    : t('progress', { done: format.count(done), total: format.count(total) });
  return (
    <ProgressBar className="import-progress" value={progress} isIndeterminate={reading}>
      <Label>{label}</Label>
      <div className="import-bar">
        <div className="import-bar-done" style={{ width: `${reading ? 0 : progress}%` }} />
      </div>
    </ProgressBar>
  );
}
