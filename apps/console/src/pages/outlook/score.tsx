import { RESULTS } from '#reports/vocabulary.js';
import type { OutlookResults } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Fold } from '../../ui/fold.js';
import { Table, type Column } from '../../ui/table.js';
import { useOutlookWords } from './outlook-words.js';
import { useOutlookText } from './text.js';

type Channel = OutlookResults['byChannel'][number];
type Tally = OutlookResults['counts'];

/** The counts as managers read them; the scores, by channel, on demand. */
export function Score({
  results: { counts, byChannel },
}: {
  results: Pick<OutlookResults, 'counts' | 'byChannel'>;
}) {
  const t = useOutlookText();
  const words = useOutlookWords();
  const domain = useWords();
  const brier = useBrier();
  const columns = useTallyColumns<Channel>({
    id: 'channel',
    label: t('channel'),
    heads: true,
    cell: ({ channel }) => domain.channel[channel],
  });
  const told = [
    ...RESULTS.filter((result) => counts[result] > 0).map(
      (result) => `${words.result[result]} ${counts[result]}`,
    ),
    ...(counts.open > 0 ? [t('running_', { count: counts.open })] : []),
  ].join(', ');
  return (
    <div className="stack-tight">
      <p>
        <strong>{counts.total > 0 ? t('byCount', { total: counts.total, counts: told }) : t('none')}</strong>
        {' / '}
        {t('unforeseenCount', { count: counts.unforeseen })}
      </p>
      {byChannel.length > 0 && (
        <Fold title={`${t('brier')}: ${brier(counts)}`}>
          <p className="small subtle">{t('brierHelp')}</p>
          <Table
            caption={t('byChannel')}
            columns={columns}
            rows={byChannel}
            keyOf={({ channel }) => channel}
          />
        </Fold>
      )}
    </div>
  );
}

function useBrier(): (of: Pick<Tally, 'brier'>) => string {
  const t = useOutlookText();
  return ({ brier }) => (brier ? t('brierOf', { score: brier.score.toFixed(3), count: brier.count }) : '–');
}

/** Counts and score, behind the column that says of what they are. */
export function useTallyColumns<T extends Tally>(first: Column<T>): Column<T>[] {
  const t = useOutlookText();
  const words = useOutlookWords();
  const format = useFormat();
  const brier = useBrier();
  return [
    first,
    { id: 'total', label: t('total'), numeric: true, cell: ({ total }) => format.count(total) },
    ...RESULTS.map((result): Column<T> => ({
      id: result,
      label: words.result[result],
      numeric: true,
      cell: (row) => format.count(row[result]),
    })),
    { id: 'open', label: t('open'), numeric: true, cell: ({ open }) => format.count(open) },
    {
      id: 'unforeseen',
      label: t('unforeseen'),
      numeric: true,
      cell: ({ unforeseen }) => format.count(unforeseen),
    },
    { id: 'brier', label: t('brier'), numeric: true, cell: brier },
  ];
}
