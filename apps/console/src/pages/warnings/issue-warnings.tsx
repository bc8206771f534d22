import { Link } from 'react-router';
import { useMay } from '../../api/queries.js';
import type { Issue } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { Panel } from '../../ui/panel.js';
import { LevelBadge } from './level-badge.js';
import { ReadingList } from './readings.js';
import { useWarningText } from './text.js';

/** What rules of early warning rang for on an issue, with what they found. */
export function IssueWarnings({ issue: { warnings } }: { issue: Issue }) {
  const t = useWarningText();
  const may = useMay();
  const format = useFormat();
  if (!warnings.length) return null;
  const rules = may('GET /early-warning-rules') && <Link to="/early-warning">{t('toRules')}</Link>;
  return (
    <Panel title={t('here')} urgent={warnings.some(({ standing }) => standing)} actions={rules}>
      <ul className="stack plain-list">
        {warnings.map((warning) => (
          <li key={warning.id} className="stack-tight">
            <div className="row">
              <LevelBadge level={warning.level} muted={!warning.standing} />
              <strong>{warning.name}</strong>
              <span className="small subtle">
                {format.day(warning.raisedOn)} · {t(warning.standing ? 'standing' : 'over')}
              </span>
            </div>
            <ReadingList readings={warning.readings} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
