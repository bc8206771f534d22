import { useFormat } from '../../text/format.js';
import { Panel } from '../../ui/panel.js';
import { FigureTable } from './figure-table.js';
import type { Statistics } from './statistics.js';
import { useDashboardText } from './text.js';
import { Columns, Hatch, Rows } from './trend-chart.js';

/** More digits than this do not fit above a column. */
const COLUMN_MAX = 999;

/** What came in and what was closed, month by month: as a drawing, and the same figures as a table. */
export function Trend({ statistics: { trend } }: { statistics: Statistics }) {
  const t = useDashboardText();
  const format = useFormat();
  const sum = (of: 'reported' | 'closed') => trend.reduce((total, month) => total + month[of], 0);
  const most = Math.max(1, ...trend.flatMap(({ reported, closed }) => [reported, closed]));
  const drawn = {
    trend,
    most,
    title: t('trendTitle'),
    desc: t('trendDesc', {
      from: format.month(trend[0]?.month ?? ''),
      to: format.month(trend.at(-1)?.month ?? ''),
      reported: format.count(sum('reported')),
      closed: format.count(sum('closed')),
    }),
  };
  return (
    <Panel title={t('trend')} aside={t('trendAside')}>
      <ul className="legend">
        <li>
          <Key /> {t('reported')} <strong>{t('cases', { n: format.count(sum('reported')) })}</strong>
        </li>
        <li>
          <Key hatched /> {t('closed')} <strong>{t('cases', { n: format.count(sum('closed')) })}</strong>
        </li>
      </ul>
      <div className={most > COLUMN_MAX ? 'trend trend-rows-only' : 'trend'}>
        <Columns {...drawn} />
        <Rows {...drawn} />
      </div>
      <details className="disclosure no-print">
        <summary>{t('asTable')}</summary>
        <FigureTable
          caption={t('trendTitle')}
          head={{ id: 'month', label: t('month'), cell: ({ month }) => format.month(month) }}
          figures={[
            { id: 'reported', label: t('reported'), cell: ({ reported }) => format.count(reported) },
            { id: 'closed', label: t('closed'), cell: ({ closed }) => format.count(closed) },
          ]}
          rows={trend}
          keyOf={({ month }) => month}
        />
      </details>
    </Panel>
  );
}

function Key({ hatched }: { hatched?: boolean }) {
  return (
    <svg className={hatched ? 'trend-closed' : 'trend-reported'} width="16" height="12" aria-hidden="true">
      {hatched && <Hatch id="trend-key" />}
      <rect
        x="0.5"
        y="0.5"
        width="15"
        height="11"
        fill={hatched ? 'url(#trend-key)' : 'currentColor'}
        stroke="currentColor"
      />
    </svg>
  );
}
