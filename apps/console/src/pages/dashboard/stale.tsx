import { Link } from 'react-router';
import { useDepartments, useRead } from '../../api/queries.js';
import type { Issue, Page } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { StandingBadge } from '../../ui/badge.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { useDashboardText } from './text.js';

const SHOWN = 5;
const STALE_DAYS = 14;
const DAY_MS = 24 * 3600 * 1000;

/** Open issues on which nothing has happened for two weeks, the longest first. */
export function Stale() {
  const t = useDashboardText();
  const format = useFormat();
  const { nameOf } = useDepartments();
  const { data } = useRead<Page<Issue>>(`/issues?open=true&sort=updatedAt&limit=${SHOWN}`);
  const stale = data?.items.filter(
    ({ updatedAt }) => Date.parse(updatedAt) < Date.now() - STALE_DAYS * DAY_MS,
  );
  return (
    <Panel
      title={t('stale')}
      aside={t('staleWhy', { days: STALE_DAYS })}
      actions={<Link to="/issues?open=true&sort=updatedAt">{t('all')}</Link>}
    >
      {stale?.length ? (
        <Table
          caption={t('stale')}
          rows={stale}
          keyOf={({ id }) => id}
          columns={[
            {
              id: 'title',
              label: t('issue'),
              heads: true,
              wide: true,
              cell: ({ id, title }) => (
                <Link to={`/issues/${id}`} className="row-link">
                  {title}
                </Link>
              ),
            },
            { id: 'standing', label: t('standing'), cell: (issue) => <StandingBadge issue={issue} /> },
            {
              id: 'lead',
              label: t('leadDepartment'),
              cell: ({ leadDepartmentId }) => nameOf(leadDepartmentId),
            },
            {
              id: 'since',
              label: t('since'),
              numeric: true,
              cell: ({ updatedAt }) => format.distance(updatedAt),
            },
          ]}
        />
      ) : (
        <p className="subtle">{t('staleNone')}</p>
      )}
    </Panel>
  );
}
