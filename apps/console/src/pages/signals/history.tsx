import { useState } from 'react';
import { useMay } from '../../api/queries.js';
import type { Signal } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TimelineOf } from '../issues/timeline.js';
import { useSignalText } from './text.js';

/** 경과: what became of a signal, by whom and why; looked up now and then. */
export function History({ signal: { id, title } }: { signal: Signal }) {
  const t = useSignalText();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('GET /signals/:id/timeline')) return null;
  return (
    <>
      <Button small kind="text" onPress={() => setOpen(true)}>
        {t('history')}
      </Button>
      {isOpen && (
        <Dialog title={t('history')} isOpen onClose={() => setOpen(false)}>
          <p>
            <strong>{title}</strong>
          </p>
          <TimelineOf path={`/signals/${id}`} />
        </Dialog>
      )}
    </>
  );
}
