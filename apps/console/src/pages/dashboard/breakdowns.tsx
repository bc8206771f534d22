import { useWords } from '../../text/words.js';
import { useFormat } from '../../text/format.js';
import { Panel } from '../../ui/panel.js';
import { Empty } from '../../ui/waiting.js';
import { Bar, Count, FigureTable } from './figure-table.js';
import { openIssues } from './issue-links.js';
import type { Statistics } from './statistics.js';
import { useDashboardText } from './text.js';

/** Where the issues come from. */
export function ByChannel({ statistics: { channels } }: { statistics: Statistics }) {
  const t = useDashboardText();
  const words = useWords();
  const format = useFormat();
  const most = Math.max(...channels.map(({ total }) => total));
  const labelOf = (channel: string) => words.channel[channel as keyof typeof words.channel];
  return (
    <Panel title={t('channels')}>
      <FigureTable
        caption={t('channels')}
        head={{ id: 'channel', label: t('channel'), cell: ({ channel }) => labelOf(channel) }}
        figures={[
          {
            id: 'open',
            label: t('open'),
            wide: true,
            cell: ({ channel, open }) => (
              <Bar value={open} of={most}>
                <Count value={open} to={openIssues({ channel })} name={`${labelOf(channel)} ${t('open')}`} />
              </Bar>
            ),
          },
          {
            id: 'total',
            label: t('total'),
            wide: true,
            cell: ({ total }) => (
              <Bar value={total} of={most} hatched>
                <span className={total ? '' : 'figure-none'}>{format.count(total)}</span>
              </Bar>
            ),
          },
        ]}
        rows={channels}
        keyOf={({ channel }) => channel}
      />
    </Panel>
  );
}

/** Who has issues to answer: to follow the work, never to grade a department by. */
export function ByDepartment({ statistics: { departments } }: { statistics: Statistics }) {
  const t = useDashboardText();
  const most = Math.max(...departments.map(({ open }) => open));
  return (
    <Panel title={t('departments')}>
      <p className="small subtle">{t('departmentsWhy')}</p>
      {departments.length ? (
        <FigureTable
          caption={t('departments')}
          head={{ id: 'department', label: t('department'), cell: ({ name }) => name }}
          figures={[
            {
              id: 'open',
              label: t('open'),
              wide: true,
              cell: ({ departmentId, name, open }) => (
                <Bar value={open} of={most}>
                  <Count
                    value={open}
                    to={openIssues({ leadDepartmentId: departmentId })}
                    name={`${name} ${t('open')}`}
                  />
                </Bar>
              ),
            },
            {
              id: 'overdue',
              label: t('overdue'),
              cell: ({ departmentId, name, overdue }) => (
                <Count
                  value={overdue}
                  to={openIssues({ leadDepartmentId: departmentId, overdue: 'true' })}
                  name={`${name} ${t('overdue')}`}
                />
              ),
            },
          ]}
          rows={departments}
          keyOf={({ departmentId }) => departmentId}
        />
      ) : (
        <Empty title={t('departmentsNone')} />
      )}
    </Panel>
  );
}
