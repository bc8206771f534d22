import { Link } from 'react-router';
import type { Signal } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Icon } from '../../ui/icon.js';
import type { Column } from '../../ui/table.js';
import { RowActions, type Ask } from './row-actions.js';
import { kindLabel } from './kinds.js';
import { useSignalText } from './text.js';

const TONES: Record<Signal['state'], Tone> = {
  new: 'info',
  clustered: 'info',
  observed: 'warning',
  attached: 'success',
  dismissed: 'neutral',
};

export function useSignalColumns(ask: Ask, withActions: boolean): Column<Signal>[] {
  const t = useSignalText();
  const format = useFormat();
  return [
    { id: 'title', label: t('signal'), heads: true, wide: true, cell: (signal) => <Title signal={signal} /> },
    { id: 'channel', label: t('from'), cell: (signal) => <From signal={signal} /> },
    {
      id: 'day',
      label: t('day'),
      numeric: true,
      cell: ({ publishedOn, createdAt }) => format.day(publishedOn ?? createdAt),
    },
    { id: 'count', label: t('count'), cell: (signal) => <Count signal={signal} /> },
    {
      id: 'state',
      label: t(withActions ? 'stateAndTodo' : 'state'),
      cell: (signal) => (
        <div className="signal-state">
          <State signal={signal} />
          {withActions && <RowActions signal={signal} ask={ask} />}
        </div>
      ),
    },
  ];
}

/** Channel and kind, and who said it. */
function From({ signal }: { signal: Signal }) {
  const words = useWords();
  const language = useLanguage();
  const kind = kindLabel(signal, language);
  return (
    <div className="signal-from">
      <div>{signal.outlet}</div>
      <div className={signal.outlet ? 'small subtle' : undefined}>
        {words.channel[signal.channel]}
        {kind && ` · ${kind}`}
      </div>
    </div>
  );
}

function Title({ signal: { title, url, body } }: { signal: Signal }) {
  const t = useSignalText();
  return (
    <div className="signal-title">
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {title} <Icon name="external" size={14} />
          <span className="sr-only">{t('newTab')}</span>
        </a>
      ) : (
        title
      )}
      {body && (
        <details className="signal-memo small subtle">
          <summary>{t('memo')}</summary>
          <p className="prewrap">{body}</p>
        </details>
      )}
    </div>
  );
}

/** How many, against what is usual for such a period. */
function Count({ signal: { count, baseline, periodFrom, periodTo } }: { signal: Signal }) {
  const t = useSignalText();
  const format = useFormat();
  if (count === null && baseline === null) return <span className="subtle">–</span>;
  const times = count !== null && baseline ? Math.round((count / baseline) * 10) / 10 : null;
  return (
    <div>
      {count !== null && (
        <div className="row">
          <strong className="number">{t('items', { count: format.count(count) })}</strong>
          {times !== null && times > 1 && (
            <Badge tone="warning">
              <Icon name="up" size={14} />
              {t('times', { count: times })}
            </Badge>
          )}
        </div>
      )}
      {baseline !== null && (
        <div className="small subtle number">{t('baseline', { count: format.count(baseline) })}</div>
      )}
      {periodFrom && (
        <div className="small subtle">
          <span className="unbroken">
            {format.day(periodFrom)}
            {periodTo && ' –'}
          </span>
          {periodTo && <span className="unbroken"> {format.day(periodTo)}</span>}
        </div>
      )}
    </div>
  );
}

function State({ signal: { state, issueId, dismissalReason } }: { signal: Signal }) {
  const t = useSignalText();
  const words = useWords();
  return (
    <>
      <div className="row">
        <Badge tone={TONES[state]}>{words.signal[state]}</Badge>
        {issueId && (
          <Link className="small" to={`/issues/${issueId}`}>
            {t('issue')}
          </Link>
        )}
      </div>
      {dismissalReason && (
        <span className="small subtle">{t('dismissedFor', { reason: dismissalReason })}</span>
      )}
    </>
  );
}
