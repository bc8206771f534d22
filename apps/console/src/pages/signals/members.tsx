import { useMay } from '../../api/queries.js';
import type { Cluster } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { Button } from '../../ui/button.js';
import { useTakeOut } from './signal-writes.js';
import { useSignalText } from './text.js';

/** Every signal of a cluster, and the way out for one that does not belong. */
export function Members({ cluster: { signals } }: { cluster: Cluster }) {
  const t = useSignalText();
  const format = useFormat();
  const may = useMay();
  const takeOut = useTakeOut();
  return (
    <ul className="signal-members">
      {signals.map((signal) => (
        <li key={signal.id}>
          <span>
            {signal.url ? (
              <a href={signal.url} target="_blank" rel="noreferrer">
                {signal.title}
                <span className="sr-only">{t('newTab')}</span>
              </a>
            ) : (
              signal.title
            )}{' '}
            <span className="small subtle">
              {[signal.outlet, signal.placement, signal.publishedOn && format.day(signal.publishedOn)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {may('DELETE /signals/:id/cluster') && (
            <Button
              small
              kind="text"
              onPress={() => takeOut({ signal, besideId: signals.find(({ id }) => id !== signal.id)!.id })}
            >
              {t('takeOut')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
