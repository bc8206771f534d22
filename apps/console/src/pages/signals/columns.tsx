import { Link } from 'react-router';
import { useDepartments } from '../../api/queries.js';
import type { Cluster, Signal } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import type { Column } from '../../ui/table.js';
import { History } from './history.js';
import { Members } from './members.js';
import { RowActions, type Ask } from './row-actions.js';
import { kindLabel } from './kinds.js';
import { useSignalText } from './text.js';

export const TONES: Record<Signal['state'], Tone> = {
  new: 'info',
  clustered: 'info',
  observed: 'warning',
  attached: 'success',
  dismissed: 'neutral',
};

const first = ({ signals }: Cluster): Signal => signals[0]!;

export interface Unfolding {
  isOpen: (id: string) => boolean;
  toggle: (id: string) => void;
}

/** A story is one row, however many signals tell it. */
export function useSignalColumns(ask: Ask, unfolding: Unfolding): Column<Cluster>[] {
  const t = useSignalText();
  const format = useFormat();
  return [
    {
      id: 'title',
      label: t('signal'),
      heads: true,
      wide: true,
      cell: (cluster) => <Story cluster={cluster} {...unfolding} />,
    },
    {
      id: 'channel',
      label: t('from'),
      cell: (cluster) => <From signal={first(cluster)} outlets={cluster.outlets} />,
    },
    {
      id: 'day',
      label: t('day'),
      numeric: true,
      cell: ({ lastOn, receivedAt }) => format.day(lastOn ?? receivedAt),
    },
    { id: 'count', label: t('count'), cell: (cluster) => <Count signal={first(cluster)} /> },
    {
      id: 'state',
      label: t('stateAndTodo'),
      cell: (cluster) => (
        <div className="signal-state">
          <div className="row">
            <State signal={first(cluster)} />
            <History signal={first(cluster)} />
          </div>
          <Likely cluster={cluster} />
          <RowActions cluster={cluster} ask={ask} />
        </div>
      ),
    },
  ];
}

/** The first headline; the others are unfolded. */
function Story({ cluster, isOpen, toggle }: { cluster: Cluster } & Unfolding) {
  const t = useSignalText();
  const { nameOf } = useDepartments();
  const { reportedBy, questions } = first(cluster);
  const open = isOpen(cluster.id);
  return (
    <>
      <Title signal={first(cluster)} />
      {reportedBy && (
        <div className="small subtle">{t('reportedBy', { department: nameOf(reportedBy) })}</div>
      )}
      {questions.map(({ id, text, answer }) => (
        <div key={id} className="small subtle prewrap">
          {t('question')}: {text} → {answer ?? t('unanswered')}
        </div>
      ))}
      {cluster.count > 1 && (
        <Button
          small
          kind="text"
          icon={open ? 'up' : 'down'}
          aria-expanded={open}
          onPress={() => toggle(cluster.id)}
        >
          {t('sameStory', { count: cluster.count })}
        </Button>
      )}
      {open && cluster.count > 1 && <Members cluster={cluster} />}
    </>
  );
}

/** The open issue it may belong to; nothing is done by itself. */
function Likely({ cluster: { likelyIssue } }: { cluster: Cluster }) {
  const t = useSignalText();
  return (
    likelyIssue && (
      <span className="small">
        {t('likely')}:{' '}
        <Link to={`/issues/${likelyIssue.id}`}>{`[${likelyIssue.number}] ${likelyIssue.title}`}</Link>
      </span>
    )
  );
}

/** Channel and kind, and who said it. */
function From({ signal, outlets }: { signal: Signal; outlets: string[] }) {
  const words = useWords();
  const language = useLanguage();
  const kind = kindLabel(signal, language);
  return (
    <div className="signal-from">
      <div>{outlets.join(', ')}</div>
      <div className={outlets.length ? 'small subtle' : undefined}>
        {words.channel[signal.channel]}
        {kind && ` · ${kind}`}
        {signal.placement && ` · ${signal.placement}`}
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
  if (count === null && baseline === null) return <span className="subtle signal-uncounted">–</span>;
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
      <Badge tone={TONES[state]}>{words.signal[state]}</Badge>
      {issueId && (
        <Link className="small" to={`/issues/${issueId}`}>
          {t('issue')}
        </Link>
      )}
      {dismissalReason && (
        <span className="small subtle">{t('dismissedFor', { reason: dismissalReason })}</span>
      )}
    </>
  );
}
