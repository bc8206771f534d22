import { GRADES } from '#issues/vocabulary.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Panel } from '../../ui/panel.js';
import { Count, FigureTable, type Figure } from './figure-table.js';
import { openIssues } from './issue-links.js';
import type { Statistics } from './statistics.js';
import { useDashboardText } from './text.js';
import { Weight } from '../../ui/weight.js';

type Month = Statistics['outlook'][number];

const ungraded = (row: Month) => GRADES.reduce((rest, grade) => rest - row[grade], row.count);

/** What is expected in the months ahead, by weight. */
export function Outlook({ statistics: { outlook } }: { statistics: Statistics }) {
  const t = useDashboardText();
  const format = useFormat();
  return (
    <Panel title={t('outlook')} aside={t('outlookAside')}>
      <FigureTable
        caption={t('outlook')}
        head={{
          id: 'month',
          label: t('expectedMonth'),
          cell: ({ month }) => <span className="number">{format.month(month)}</span>,
        }}
        figures={useFigures()}
        rows={outlook}
        keyOf={({ month }) => month}
      />
      <p className="small subtle">{t('outlookWhy')}</p>
    </Panel>
  );
}

function useFigures(): Figure<Month>[] {
  const t = useDashboardText();
  const words = useWords();
  const format = useFormat();
  return [
    {
      id: 'count',
      label: t('sum'),
      cell: ({ month, count }) => (
        <Count
          value={count}
          to={openIssues({ expectedMonth: month })}
          name={`${format.month(month)} ${t('sum')}`}
        />
      ),
    },
    ...GRADES.map((grade) => ({
      id: grade,
      label: (
        <span className="figure-grade">
          <Weight grade={grade} /> {words.grade[grade]}
        </span>
      ),
      cell: (row: Month) => (
        <Count
          value={row[grade]}
          to={openIssues({ expectedMonth: row.month, grade })}
          name={`${format.month(row.month)} ${words.grade[grade]}`}
        />
      ),
    })),
    {
      id: 'ungraded',
      label: t('ungraded'),
      cell: (row) => (
        <span className={ungraded(row) ? '' : 'figure-none'}>{format.count(ungraded(row))}</span>
      ),
    },
  ];
}
