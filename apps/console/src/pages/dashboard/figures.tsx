import { Link } from 'react-router';
import type { IssueSummary } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { openIssues } from './issue-links.js';
import { openOf, type Statistics } from './statistics.js';
import { useDashboardText } from './text.js';
import { Weight } from '../../ui/weight.js';

interface Tile {
  label: React.ReactNode;
  value: number;
  to: string;
  note: string;
  tone?: 'warning' | 'danger';
}

/** The figures of the moment; each leads to its list. */
export function Figures({ statistics, summary }: { statistics: Statistics; summary: IssueSummary }) {
  const t = useDashboardText();
  const words = useWords();
  const format = useFormat();
  const open = openOf(statistics);
  const ofOpen = t('ofOpen', { n: format.count(open) });
  const heavy = (grade: 'critical' | 'high'): Tile => ({
    label: (
      <>
        <Weight grade={grade} /> {words.grade[grade]}
      </>
    ),
    value: statistics.grades.find((one) => one.grade === grade)?.count ?? 0,
    to: openIssues({ grade }),
    note: ofOpen,
  });
  const review = Number(summary.byState.review ?? 0);
  const tiles: Tile[] = [
    { label: t('open'), value: open, to: openIssues(), note: t('ofAll', { n: format.count(summary.total) }) },
    { label: t('review'), value: review, to: openIssues({ state: 'review' }), note: ofOpen, tone: 'warning' },
    {
      label: t('overdue'),
      value: summary.overdue,
      to: openIssues({ overdue: 'true' }),
      note: ofOpen,
      tone: 'danger',
    },
    heavy('critical'),
    heavy('high'),
  ];
  return (
    <section aria-label={t('now')}>
      <ul className="dash-tiles">
        {tiles.map(({ label, value, to, note, tone }) => (
          <li key={to}>
            <Link to={to} className={tone && value ? `dash-tile dash-tile-${tone}` : 'dash-tile'}>
              <span className="dash-tile-label">{label}</span>
              <span className="dash-tile-value">{t('cases', { n: format.count(value) })}</span>
              <span className="small subtle">{note}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
