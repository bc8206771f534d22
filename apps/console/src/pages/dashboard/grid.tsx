import type { Grade } from '#issues/vocabulary.js';
import { Link } from 'react-router';
import { useTerms } from '../../api/terms.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { Panel } from '../../ui/panel.js';
import { Empty } from '../../ui/waiting.js';
import { openIssues } from './issue-links.js';
import { openOf, type Statistics } from './statistics.js';
import { useDashboardText } from './text.js';
import { Weight } from '../../ui/weight.js';

type Terms = ReturnType<typeof useTerms>['grid'];

/** Figures longer than this are set smaller where the screen is narrow. */
const FITS = 3;
const LEVELS = [1, 2, 3, 4, 5] as const;

const bandOf = (bands: Terms['bands'], product: number): Grade =>
  bands.find(({ atLeast }) => product >= atLeast)?.grade ?? 'low';

/** Open issues by impact and likelihood, heaviest in the corner; each cell leads to its list. */
export function Grid({ statistics }: { statistics: Statistics }) {
  const t = useDashboardText();
  const format = useFormat();
  const counted = statistics.grid.reduce((sum, { count }) => sum + count, 0);
  const open = openOf(statistics);
  const { grid: terms } = useTerms();
  return (
    <Panel
      title={t('grid')}
      aside={counted ? t('gridOf', { open: format.count(open), n: format.count(counted) }) : undefined}
    >
      {counted ? (
        <>
          <Cells grid={statistics.grid} terms={terms} />
          <Legend bands={terms.bands} />
          <p className="small subtle">{t('gridWhy')}</p>
        </>
      ) : (
        <Empty title={t('gridNone')}>{t('gridNoneWhy')}</Empty>
      )}
    </Panel>
  );
}

function Cells({ grid, terms }: Pick<Statistics, 'grid'> & { terms: Terms }) {
  const t = useDashboardText();
  const language = useLanguage();
  const counts = new Map(grid.map(({ impact, likelihood, count }) => [`${impact}×${likelihood}`, count]));
  return (
    <table className="grid">
      <caption className="sr-only">{t('grid')}</caption>
      <colgroup>
        <col className="grid-axis-side" />
        <col className="grid-levels" />
      </colgroup>
      <Heads terms={terms} />
      <tbody>
        {LEVELS.toReversed().map((impact, row) => (
          <tr key={impact}>
            {row === 0 && (
              <th scope="rowgroup" rowSpan={5} className="grid-upright">
                <span>{t('impact')}</span>
              </th>
            )}
            <th scope="row">
              {impact} <span className="grid-word">{terms.impact[impact - 1]![language]}</span>
            </th>
            {LEVELS.map((likelihood) => (
              <Cell
                key={likelihood}
                impact={impact}
                likelihood={likelihood}
                band={bandOf(terms.bands, impact * likelihood)}
                count={counts.get(`${impact}×${likelihood}`) ?? 0}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heads({ terms }: { terms: Terms }) {
  const t = useDashboardText();
  const language = useLanguage();
  return (
    <thead>
      <tr>
        <td colSpan={2} rowSpan={2} />
        <th scope="colgroup" colSpan={5}>
          {t('likelihood')}
        </th>
      </tr>
      <tr>
        {LEVELS.map((level) => (
          <th key={level} scope="col">
            {level} <span className="grid-word">{terms.likelihood[level - 1]![language]}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cell({
  impact,
  likelihood,
  band,
  count,
}: {
  impact: number;
  likelihood: number;
  band: Grade;
  count: number;
}) {
  const t = useDashboardText();
  const words = useWords();
  const format = useFormat();
  const n = format.count(count);
  return (
    <td className={`grid-cell grade-${band}`}>
      <Weight grade={band} />
      {count ? (
        <Link
          to={openIssues({ impact, likelihood })}
          className={n.length > FITS ? 'grid-link grid-link-long' : 'grid-link'}
          aria-label={t('cell', { impact, likelihood, band: words.grade[band], n })}
        >
          {n}
        </Link>
      ) : (
        <span className="figure-none">0</span>
      )}
    </td>
  );
}

function Legend({ bands }: Pick<Terms, 'bands'>) {
  const t = useDashboardText();
  const words = useWords();
  const lowest = bands.at(-1)!.atLeast;
  const rows = [
    ...bands.map(({ grade, atLeast }) => ({ grade, reach: t('from', { n: atLeast }) })),
    { grade: 'low' as const, reach: t('below', { n: lowest }) },
  ];
  return (
    <ul className="legend" aria-label={t('legend')}>
      {rows.map(({ grade, reach }) => (
        <li key={grade}>
          <span className={`grade grade-${grade}`}>
            <Weight grade={grade} />
            {words.grade[grade]}
          </span>{' '}
          <span className="small">{reach}</span>
        </li>
      ))}
    </ul>
  );
}
