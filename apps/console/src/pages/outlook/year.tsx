import { Link } from 'react-router';
import { useRead } from '../../api/queries.js';
import type { OutlookYear } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { Loaded } from '../../ui/waiting.js';
import { Score, useTallyColumns } from './score.js';
import { useOutlookText } from './text.js';

type Month = OutlookYear['byMonth'][number];

/** What became of all that was expected in a year, by month and by channel; nothing before its first month was reported on. */
export function YearPanel({ year }: { year: string }) {
  const t = useOutlookText();
  const format = useFormat();
  const read = useRead<OutlookYear>(`/outlook/years/${year}`);
  const columns = useTallyColumns<Month>({
    id: 'month',
    label: t('month'),
    heads: true,
    cell: ({ month }) => <Link to={`/outlook?month=${month}`}>{format.month(month)}</Link>,
  });
  if (read.data?.byMonth.length === 0) return null;
  return (
    <Panel title={t('year', { year })}>
      <Loaded of={read}>
        {(data) => (
          <div className="stack">
            <Score results={data} />
            <Table
              caption={t('byMonth')}
              columns={columns}
              rows={data.byMonth}
              keyOf={({ month }) => month}
            />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
