import { Link } from 'react-router';
import { useRead } from '../../api/queries.js';
import type { Deputy, DeputyAct, Page } from '../../api/types.js';
import { useEventWord } from '../../text/events.js';
import { useFormat } from '../../text/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Loaded } from '../../ui/waiting.js';
import { useDeputyText } from './text.js';
import '../reviews/reviews.css';

/** 사후보고: what was done in the name of the absent one. */
export function ActsDialog({ deputy, onClose }: { deputy: Deputy; onClose: () => void }) {
  const t = useDeputyText();
  const say = useEventWord();
  const format = useFormat();
  const acts = useRead<Page<DeputyAct>>(`/deputies/${deputy.id}/acts`);
  return (
    <Dialog title={t('actsTitle')} isOpen onClose={onClose} wide>
      <div className="stack">
        <Loaded of={acts}>
          {({ items }) =>
            items.length ? (
              <ul className="clock-list">
                {items.map(({ id, name, issueId, issueNumber, issueTitle, at }) => (
                  <li key={id}>
                    <strong>{say(name)}</strong>
                    {issueId && <Link to={`/issues/${issueId}`}>{issueTitle}</Link>}
                    <span className="small subtle">
                      {[issueNumber, format.instant(at)].filter(Boolean).join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="subtle">{t('actsNone')}</p>
            )
          }
        </Loaded>
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
