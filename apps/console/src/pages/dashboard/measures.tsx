import { useMay, useRead } from '../../api/queries.js';
import type { Measures as MeasuresView } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { Loaded } from '../../ui/waiting.js';
import { useDashboardText } from './text.js';

type Row = MeasuresView['items'][number];
type Spread = Row['answer'];
const HOURS_A_DAY = 24;

/** How long departments took to receive, answer and settle: the middle, the middle half, and what the figures mean. */
export function Measures() {
  const t = useDashboardText();
  const may = useMay();
  const list = useRead<MeasuresView>(may('GET /requests/statistics') ? '/requests/statistics' : null);
  const format = useFormat();
  if (!list.data?.items.length) return null;
  return (
    <Panel title={t('measures')}>
      <Loaded of={list}>
        {({ items, definition, from, to }) => (
          <>
            <Table
              caption={t('measures')}
              rows={items}
              keyOf={({ departmentId }) => departmentId}
              columns={[
                {
                  id: 'name',
                  label: t('askedDepartment'),
                  heads: true,
                  wide: true,
                  cell: ({ name }) => name,
                },
                {
                  id: 'delivered',
                  label: t('asked'),
                  numeric: true,
                  cell: ({ delivered }) => format.count(delivered),
                },
                {
                  id: 'acknowledge',
                  label: t('toReceive'),
                  numeric: true,
                  cell: ({ acknowledge }) => <Passed of={acknowledge} />,
                },
                {
                  id: 'answer',
                  label: t('toAnswer'),
                  numeric: true,
                  cell: ({ answer }) => <Passed of={answer} />,
                },
                {
                  id: 'close',
                  label: t('toSettle'),
                  numeric: true,
                  cell: ({ close }) => <Passed of={close} />,
                },
                {
                  id: 'ageing',
                  label: t('ageing'),
                  wide: true,
                  cell: ({ ageing }) => <Aged of={ageing} />,
                },
              ]}
            />
            <p className="small subtle">
              {format.day(from)} ~ {format.day(to)} · <span lang="ko">{definition}</span>
            </p>
          </>
        )}
      </Loaded>
    </Panel>
  );
}

const BANDS = ['week', 'month', 'quarter', 'older'] as const;

/** How many of what is open have waited how long; bands that hold none are left out. */
function Aged({ of }: { of: Row['ageing'] }) {
  const t = useDashboardText();
  const bands = BANDS.filter((band) => of[band] > 0);
  if (bands.length === 0) return <span className="subtle">–</span>;
  return (
    <>
      {bands.map((band) => t(`aged.${band}`, { n: of[band] })).join(' · ')}{' '}
      {of.oldestDays !== null && <span className="small subtle">{t('oldest', { n: of.oldestDays })}</span>}
    </>
  );
}

function Passed({ of: { count, q1, median, q3 } }: { of: Spread }) {
  const t = useDashboardText();
  if (median === null) return <span className="subtle">{t('few', { n: count })}</span>;
  const span = (hours: number) =>
    hours < HOURS_A_DAY
      ? t('hours', { n: Math.round(hours) })
      : t('days', { n: Math.round((hours / HOURS_A_DAY) * 10) / 10 });
  return (
    <>
      {span(median)}
      <span className="small subtle">
        {' '}
        {span(q1!)}–{span(q3!)} ({t('few', { n: count })})
      </span>
    </>
  );
}
